from pathlib import Path
from typing import Any

import pytest

from cryobot.consistency.guidance_ids import Expected, load_expected, problems
from cryobot.errors import DataFileError
from cryobot.guidance.answer import Basis, Escalation

from .builders import FILES, an_answer, reasons, the_reason

ANSWERS = {"uses": an_answer(source=("B1", "D4"))}


def expected(**changes: Any) -> dict[str, Expected]:
    values: dict[str, Any] = {"basis": Basis.ARTICLE, "source": ("D4", "B1"), "escalation": Escalation.NONE}
    return {"uses": Expected.model_validate(values | changes)}


def test_an_answer_as_it_must_be() -> None:
    assert problems(ANSWERS, set(ANSWERS), expected(says=["EASE pain"]), FILES) == []


def test_an_answer_that_is_missing() -> None:
    found = problems({}, set(), expected(), FILES)

    assert the_reason(found) == "the answer 'uses' is missing"
    assert found[0].file == FILES.answer("uses")


def test_an_answer_that_is_not_in_the_list() -> None:
    assert the_reason(problems(ANSWERS, set(ANSWERS), {}, FILES)) == "the answer 'uses' is not in the list of answers"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"basis": "safety-policy"}, "basis: is article, but guidance_ids.yml says safety-policy"),
        ({"source": ["B1"]}, "source: is B1, D4, but guidance_ids.yml says B1"),
        ({"source": []}, "source: is B1, D4, but guidance_ids.yml says empty"),
        ({"escalation": "doctor"}, "escalation: is none, but guidance_ids.yml says doctor"),
        ({"variants": ["default", "again"]}, "texts: is default, but guidance_ids.yml says again, default"),
        ({"says": ["dermatologist"]}, "the text 'default' does not say 'dermatologist'"),
    ],
)
def test_an_answer_that_is_otherwise(changes: dict[str, Any], reason: str) -> None:
    assert the_reason(problems(ANSWERS, set(ANSWERS), expected(**changes), FILES)) == reason


def test_every_variant_says_it() -> None:
    answer = an_answer(texts={"default": {"en": "See a doctor."}, "again": {"en": "Sorry."}})
    wanted = expected(source=["B1"], variants=["default", "again"], says=["doctor"])

    assert reasons(problems({"uses": answer}, {"uses"}, wanted, FILES)) == ["the text 'again' does not say 'doctor'"]


def test_an_unknown_field_of_the_list_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "guidance_ids.yml"
    file.write_text("answers:\n  uses: {basis: article, escalation: none, cites: [B1]}\n")

    with pytest.raises(DataFileError, match=r"uses.cites"):
        load_expected(file)
