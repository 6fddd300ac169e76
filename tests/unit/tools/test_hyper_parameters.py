import pytest

from tools.encoder.hyper_parameters import HyperParameters

PARAMETERS = HyperParameters(warm_up=0.1, lowest_rate=0.02)
STEPS = 1000


def test_the_rate_begins_at_nothing_and_rises_while_warming_up() -> None:
    rates = [PARAMETERS.rate(step, STEPS) for step in range(100)]
    assert rates[0] == 0
    assert rates == sorted(rates)
    assert rates[-1] == pytest.approx(0.9, abs=0.02)


def test_the_rate_falls_after_that_but_not_to_nothing() -> None:
    rates = [PARAMETERS.rate(step, STEPS) for step in range(101, STEPS)]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] == PARAMETERS.lowest_rate


def test_the_rate_is_never_above_the_highest() -> None:
    assert max(PARAMETERS.rate(step, STEPS) for step in range(STEPS)) <= 1


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_training_of_few_steps_has_rates_as_well(steps: int) -> None:
    assert all(0 <= PARAMETERS.rate(step, steps) <= 1 for step in range(steps))
