"""Whatever visitors wrote, a proposal can be read, and has no numbers or addresses in it."""

import io
import re
import zipfile
from datetime import UTC, date, datetime

import numpy as np
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cryobot.gaps.gap import Decision, Gap
from cryobot.gaps.masking import Mask
from cryobot.gaps.proposal import Words, new_answers_file, proposal

MASK = Mask("(number)", "(e-mail)")
AT = datetime(2026, 11, 20, tzinfo=UTC)
ANYTHING = st.lists(
    st.one_of(
        st.text(),
        st.text(alphabet="- #|>'\"[]{}:&*!%@`\n\t\r\x85\u2028\ufeff\\1.éa"),
        st.from_regex(r"[\d \-()+./]{3,20}"),
    )
)


def a_gap(decision: Decision, answer: str = "") -> Gap:
    total = np.ones(384, np.float32)
    return Gap(id=1, total=total, size=3, first_at=AT, last_at=AT, decision=decision, answer=answer, decided_at=AT)


def lines_of(examples: str) -> list[str]:
    """Read examples as the training does: one after each hyphen at the start of a line."""
    return [line.removeprefix("- ") for line in examples.split("\n") if line]


def cleaned(questions: list[str]) -> list[str]:
    return [text for text in dict.fromkeys(map(MASK.clean, questions)) if text]


@given(ANYTHING)
@example(["- x", "# y", "\ud800", "\0", "a: b\n  - c", " \u2028\x85", "\ufffe", "|", "'"])
def test_every_question_comes_back(questions: list[str]) -> None:
    groups = [(a_gap(Decision.BELONGS, "uses"), questions), (a_gap(Decision.NEW_ANSWER), questions)]
    with zipfile.ZipFile(
        io.BytesIO(proposal(groups, Words("read me", "head\n- line"), MASK, date(2026, 11, 23)))
    ) as packed:
        files = {name: packed.read(name).decode("utf-8") for name in packed.namelist()}
    expected = cleaned(questions)

    new = yaml.safe_load(files["new-answers.yml"])["groups"]
    assert lines_of(new[0]["examples"]) == expected
    if expected:
        (intent,) = yaml.safe_load(files["nlu/uses/proposed-2026-11-23.yml"])["nlu"]
        assert intent["intent"] == "uses"
        assert lines_of(intent["examples"]) == expected


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    clean = MASK.clean(text)

    assert MASK.clean(clean) == clean
    assert not re.search(r"[\[\]{}\n\r\x00-\x1f\u202a-\u202e]", clean)


@given(st.text(), st.from_regex(r"[a-z.]{1,9}@[a-z]{1,9}\.[a-z]{2,3}", fullmatch=True), st.text())
def test_no_address_is_left(before: str, address: str, after: str) -> None:
    assert "@" not in MASK.clean(f"{before.replace('@', '')} {address} {after.replace('@', '')}")


@given(st.integers(min_value=10_000, max_value=10**15), st.sampled_from(["", " ", "-", ".", "/", ") "]))
def test_no_long_number_is_left(number: int, between: str) -> None:
    digits = between.join(str(number))

    assert re.findall(r"\d", MASK.clean(f"call me on {digits} please")) == []


def test_short_numbers_stay() -> None:
    assert MASK.clean("is 3 minutes at -110 degrees ok") == "is 3 minutes at -110 degrees ok"


def test_no_group_is_an_empty_list() -> None:
    assert yaml.safe_load(new_answers_file([], "head")) == {"groups": []}
