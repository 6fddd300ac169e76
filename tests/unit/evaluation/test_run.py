import io
import json

from rich.console import Console

from cryobot.evaluation.asking import Exchange
from cryobot.evaluation.gate import load_gate
from cryobot.evaluation.results import as_values
from cryobot.evaluation.run import Evaluation, evaluate
from cryobot.evaluation.scoring import FigureName
from cryobot.evaluation.tables import show

from .builders import LIBRARY, exchanged, question

ALL_RIGHT = [
    exchanged(question("skin-marks", name="skin", text="A [bold] mark"), "skin-marks"),
    exchanged(question("emergency", name="danger"), "emergency"),
    exchanged(question("ask-a-doctor", name="own"), "ask-a-doctor"),
    exchanged(question("not-covered", name="price"), "not-covered"),
    exchanged(question("uses", "not-covered", name="both", kind="several"), "uses", "not-covered"),
    exchanged(question("skin-marks", name="skin"), "skin-marks", seed=1),
]


def evaluated(exchanges: list[Exchange]) -> Evaluation:
    return evaluate(exchanges, load_gate(), LIBRARY.shown_texts, list(LIBRARY.answers))


def printed(evaluation: Evaluation, worst: int) -> str:
    out = io.StringIO()
    show(evaluation, worst, Console(file=out, width=200))
    return out.getvalue()


def test_all_right_passes() -> None:
    evaluation = evaluated(ALL_RIGHT)
    assert evaluation.passed
    assert evaluation.questions == 5
    assert list(evaluation.figures) == list(FigureName)
    shown = printed(evaluation, 25)
    assert "Every gate is reached." in shown
    assert "No question carries two independent labels." in shown


def test_one_figure_below_its_gate_fails() -> None:
    evaluation = evaluated(
        [exchanged(question("skin-marks", name="skin", text="A [bold] mark"), "uses"), *ALL_RIGHT[1:]]
    )
    assert [name for name, figure in evaluation.figures.items() if not figure.passed] == [
        FigureName.SKIN_MARKS_ESCALATED,
        FigureName.RIGHT_ANSWER,
    ]
    assert not evaluation.passed


def test_an_empty_figure_fails() -> None:
    evaluation = evaluated(ALL_RIGHT[1:])
    assert not evaluation.passed
    assert "not measured" in printed(evaluation, 25)


def test_the_tables_show_mistakes_with_their_text_as_it_is() -> None:
    wrong = [exchanged(question("skin-marks", name="s1", text="A [bold] mark", also=["scar-care"]), "uses", "greet")]
    shown = printed(evaluated(wrong), 25)
    for words in ("missed dermatologist", "A [bold] mark", "skin-marks or scar-care", "uses + greet", "is not reached"):
        assert words in shown
    assert "A [bold] mark" not in printed(evaluated(wrong), 0)


def test_the_tables_show_the_agreement_of_the_labels() -> None:
    both = [question(*label).model_copy(update={"labels": (label, label)}) for label in (("uses",), ("greet",))]
    shown = printed(evaluated([exchanged(asked, "uses") for asked in both]), 0)
    assert "Two independent labels of 2 questions: 100.0% identical, Cohen's kappa of the first answer 1.000." in shown


def test_the_values_are_plain_json() -> None:
    wrong = exchanged(question("uses", name="wrong"), "emergency")
    values = json.loads(json.dumps(as_values(evaluated([*ALL_RIGHT, wrong, wrong]), worst=1)))
    assert values["passed"] is False
    assert values["figures"]["skin_marks_escalated"] == {
        "value": 1.0,
        "low": values["figures"]["skin_marks_escalated"]["low"],
        "high": 1.0,
        "right": 1,
        "n": 1,
        "questions": 1,
        "goal": 0.99,
        "gate": load_gate().figures[FigureName.SKIN_MARKS_ESCALATED].gate,
        "passed": True,
    }
    assert values["confusions"] == [{"expected": "uses", "got": "emergency", "count": 2}]
    assert values["mistakes"] == [
        {
            "gravity": "false escalation",
            "question": "wrong",
            "text": "words of wrong",
            "misspelled": False,
            "expected": ["uses"],
            "also": [],
            "got": ["emergency"],
        }
    ]
    assert values["mistakes_in_all"] == 2
    assert values["kinds"]["several"]["value"] == 1.0
    assert values["answers"]["uses"]["got"]["right"] == 1
    assert values["agreement"] == {"questions": 0, "identical": None, "kappa": None}


def test_a_figure_that_is_not_measured_has_null_values() -> None:
    figure = as_values(evaluated(ALL_RIGHT[1:]))["figures"]["skin_marks_escalated"]
    assert (figure["value"], figure["low"], figure["high"], figure["n"]) == (None, None, None, 0)
