from cryobot.evaluation.breakdown import AnswerAccuracy, by_answer, by_kind
from cryobot.evaluation.measures import Measure

from .builders import exchanged, question

EXCHANGES = [
    exchanged(question("uses", name="a", kind="plain"), "uses"),
    exchanged(question("uses", name="b", kind="plain"), "not-covered"),
    exchanged(question("uses", "skin-marks", name="c", kind="several"), "skin-marks"),
    exchanged(question("greet", name="d", kind="chat", also=["thanks"]), "thanks"),
    exchanged(question("skin-marks", name="e", kind="plain"), "uses", seed=1),
]


def test_by_kind_counts_each_question_once() -> None:
    assert by_kind(EXCHANGES) == {"chat": Measure(1, 1, 1), "plain": Measure(1, 2, 2), "several": Measure(0, 1, 1)}


def test_by_answer_tells_who_got_it_and_who_asked_for_it() -> None:
    found = by_answer(EXCHANGES)
    assert list(found) == ["greet", "not-covered", "skin-marks", "thanks", "uses"]
    assert found["uses"] == AnswerAccuracy(got=Measure(1, 3, 3), asked_for=Measure(1, 1, 1))
    assert found["skin-marks"] == AnswerAccuracy(got=Measure(1, 1, 1), asked_for=Measure(1, 1, 1))
    assert found["not-covered"] == AnswerAccuracy(got=Measure(0, 0, 0), asked_for=Measure(0, 1, 1))
    assert found["greet"] == AnswerAccuracy(got=Measure(1, 1, 1), asked_for=Measure(0, 0, 0))


def test_an_alternative_does_not_stand_in_for_one_of_several() -> None:
    both = question("uses", "skin-marks", also=["thanks"])
    assert by_answer([exchanged(both, "thanks", "skin-marks")])["uses"].got == Measure(0, 1, 1)
