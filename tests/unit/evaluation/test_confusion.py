from cryobot.evaluation.confusion import NO_REPLY, Confusion, confusion_matrix

from .builders import LIBRARY, exchanged, question

ORDER = list(LIBRARY.answers)


def test_counts_first_replies_against_the_most_urgent_label() -> None:
    matrix = confusion_matrix(
        [
            exchanged(question("uses"), "uses", "greet"),
            exchanged(question("uses"), "not-covered"),
            exchanged(question("uses"), "not-covered"),
            exchanged(question("skin-marks", "uses"), "uses", "skin-marks"),
            exchanged(question("uses")),
            exchanged(question("uses"), "greet", seed=3),
        ],
        ORDER,
    )
    assert matrix.answers == ("not-covered", "skin-marks", "uses", NO_REPLY)
    assert matrix.counts == ((0, 0, 0, 0), (0, 0, 1, 0), (2, 0, 1, 1), (0, 0, 0, 0))
    assert matrix.largest() == [
        Confusion("uses", "not-covered", 2),
        Confusion("skin-marks", "uses", 1),
        Confusion("uses", NO_REPLY, 1),
    ]
    assert matrix.largest(1) == [Confusion("uses", "not-covered", 2)]


def test_an_answer_that_is_as_good_is_no_confusion() -> None:
    matrix = confusion_matrix([exchanged(question("uses", also=["greet"]), "greet")], ORDER)
    assert matrix.answers == ("uses",)
    assert matrix.largest() == []
