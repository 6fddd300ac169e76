from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.evaluation.gate import load_gate
from cryobot.evaluation.look_up_report import as_values, held_against
from cryobot.evaluation.look_ups import LookUpCase, LookUpFigure, evaluate_look_ups, load_look_ups
from cryobot.guidance.library import load_answers
from cryobot.look_up.index import Hit, LookUp, Standing

ANSWERS = load_answers()


def found(*ids: str, urgent: tuple[str, ...] = (), standing: Standing = Standing.ANSWERED) -> LookUp:
    return LookUp(tuple(Hit(ANSWERS[answer], 1.0) for answer in ids), urgent, standing)


RESULTS = {
    "home kit": found("equipment-safety", "uses"),
    "rash": found("uses", "skin-marks", urgent=("skin-marks",)),
    "blister": found("uses", "skin-marks"),
    "price": found("not-covered", standing=Standing.NOT_COVERED),
    "parking": found("uses", "greet", "thanks"),
    "xyz": found(standing=Standing.NOTHING),
}


def look_up(words: str, _: int) -> LookUp:
    return RESULTS[words]


CASES = [
    LookUpCase(words="home kit", answers=("equipment-safety", "rare-side-effects")),
    LookUpCase(words="rash", answers=("skin-marks",)),
    LookUpCase(words="blister", answers=("skin-marks",)),
    LookUpCase(words="price", answers=("not-covered",)),
    LookUpCase(words="parking", answers=("not-covered",)),
    LookUpCase(words="xyz", answers=("ask-a-doctor",)),
]


def test_every_figure_is_counted() -> None:
    evaluation = evaluate_look_ups(CASES, look_up)

    counted = {name: (measure.right, measure.n) for name, measure in evaluation.figures.items()}
    assert counted == {
        LookUpFigure.FIRST: (2, 6),
        LookUpFigure.AMONG_THREE: (4, 6),
        LookUpFigure.URGENT_ON_TOP: (1, 2),
        LookUpFigure.NOT_COVERED_SAYS_SO: (2, 3),
    }
    assert [missed.words for missed in evaluation.missed] == ["rash", "blister", "parking", "xyz"]


def test_below_the_gate_is_not_passed() -> None:
    evaluation = evaluate_look_ups(CASES, look_up)
    values = as_values(held_against(evaluation, load_gate()), evaluation, worst=1)

    assert values["passed"] is False
    assert values["figures"]["first"]["passed"] is False
    assert len(values["missed"]) == 1


def test_a_gate_without_a_figure_is_refused() -> None:
    evaluation = evaluate_look_ups(CASES, look_up)

    with pytest.raises(DataFileError, match="no goal and gate for first"):
        held_against(evaluation, load_gate().model_copy(update={"look_ups": {}}))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "no look-ups"),
        ("{", "line 1"),
        ('{"words": "a", "answers": []}', "line 1"),
        ('{"words": "a", "answers": ["nonsense"]}', "no answer 'nonsense'"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str, problem: str) -> None:
    file = tmp_path / "look_ups.jsonl"
    file.write_text(content)

    with pytest.raises(DataFileError, match=problem):
        load_look_ups(file, ANSWERS)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="the file is missing"):
        load_look_ups(tmp_path / "none.jsonl", ANSWERS)
