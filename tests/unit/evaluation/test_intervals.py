import pytest

from cryobot.evaluation.intervals import wilson


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [
        # Newcombe (1998), table I, score method without continuity correction.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (5, 10, 0.2366, 0.7634),
    ],
)
def test_known_values(right: int, n: int, low: float, high: float) -> None:
    interval = wilson(right / n, n)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


def test_everything_right_ends_exactly_at_one() -> None:
    interval = wilson(1.0, 10)
    assert interval.high == 1.0
    assert interval.low == pytest.approx(0.7225, abs=5e-5)


def test_a_higher_confidence_is_wider() -> None:
    assert wilson(0.5, 100, z=2.5758).low < wilson(0.5, 100).low


@pytest.mark.parametrize(("proportion", "n"), [(0.5, 0), (1.1, 5), (-0.1, 5)])
def test_impossible_input_is_refused(proportion: float, n: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        wilson(proportion, n)
