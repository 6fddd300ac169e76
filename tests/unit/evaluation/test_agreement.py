import pytest

from cryobot.evaluation.agreement import Agreement, agreement, cohens_kappa
from cryobot.evaluation.questions import Question

from .builders import question


def labelled(one: tuple[str, ...], other: tuple[str, ...]) -> Question:
    return question(*one).model_copy(update={"labels": (one, other)})


def test_kappa_of_a_known_table() -> None:
    # Two raters, 50 cases: 20 both yes, 15 both no, 5 and 10 mixed; kappa 0.4.
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "a")], None),
        ([("a", "b")], 0.0),
    ],
)
def test_kappa_at_its_ends(pairs: list[tuple[str, str]], kappa: float | None) -> None:
    assert cohens_kappa(pairs) == kappa


def test_kappa_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one pair"):
        cohens_kappa([])


def test_order_matters_to_kappa_and_not_to_identity() -> None:
    found = agreement(
        [
            labelled(("uses", "greet"), ("greet", "uses")),
            labelled(("uses",), ("uses",)),
            labelled(("greet",), ("greet", "uses")),
            question("uses"),
        ]
    )
    assert found.questions == 3
    assert found.identical == pytest.approx(2 / 3)
    assert found.kappa == cohens_kappa([("uses", "greet"), ("uses", "uses"), ("greet", "greet")])


def test_questions_without_labels_say_nothing() -> None:
    assert agreement([question("uses")]) == Agreement(0, None, None)
