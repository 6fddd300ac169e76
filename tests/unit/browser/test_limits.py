import threading

import pytest

from cryobot.browser import limits
from cryobot.browser.limits import Limiter, LimitReachedError, RequestLimits


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now

    monotonic = time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("time.time", clock.time)
    monkeypatch.setattr("time.monotonic", clock.time)
    return clock


def refused(limiter: Limiter, visitor: str, address: str) -> int | None:
    """Count a request; gives how long to wait when it is refused."""
    try:
        limiter.count(visitor, address)
    except LimitReachedError as reached:
        return reached.retry_after
    return None


def test_a_visitor_and_then_the_address_reach_their_limit(clock: Clock) -> None:
    limiter = Limiter(RequestLimits("2/minute", "3/minute"))

    assert [refused(limiter, "anna", "here") for _ in range(3)] == [None, None, 60]
    assert [refused(limiter, "berta", "here") for _ in range(2)] == [None, 60]
    assert refused(limiter, "berta", "elsewhere") is None
    assert refused(limiter, "anna", "elsewhere") == 60, "a new address does not help"


def test_the_window_moves(clock: Clock) -> None:
    limiter = Limiter(RequestLimits("2/minute", "100/minute"))
    for seconds in (0, 30):
        clock.now = 1_000_000.0 + seconds
        assert refused(limiter, "anna", "here") is None
    clock.now = 1_000_050.5

    assert refused(limiter, "anna", "here") == 10, "whole seconds, and never too few"
    clock.now += 10
    assert refused(limiter, "anna", "here") is None
    assert refused(limiter, "anna", "here") == 30


def test_one_who_waits_as_told_is_not_refused_again(clock: Clock) -> None:
    limiter = Limiter(RequestLimits("3/minute", "100/minute"))
    for _ in range(40):
        wait = refused(limiter, "anna", "here")
        clock.now += 0.37 if wait is None else wait
        if wait is not None:
            assert refused(limiter, "anna", "here") is None


def test_what_is_refused_is_not_counted(clock: Clock) -> None:
    limiter = Limiter(RequestLimits("1/minute", "2/minute"))
    limiter.count("anna", "here")
    for _ in range(5):
        assert refused(limiter, "anna", "here") == 60

    assert refused(limiter, "berta", "here") is None


def test_a_refused_address_fills_no_memory(clock: Clock) -> None:
    limiter = Limiter(RequestLimits("5/minute", "2/minute"))
    for number in range(100):
        refused(limiter, f"visitor {number}", "here")

    assert limiter.remembered == 3


def test_what_has_expired_is_forgotten(clock: Clock) -> None:
    limiter = Limiter(RequestLimits("5/minute", "500/minute"))
    for number in range(100):
        limiter.count(f"visitor {number}", f"address {number}")
    assert limiter.remembered == 200
    clock.now += limits.SWEEP_SECONDS + 1
    limiter.count("anna", "here")

    assert limiter.remembered == 2


def test_what_counts_still_is_kept(clock: Clock) -> None:
    limiter = Limiter(RequestLimits("1/hour", "500/minute"))
    limiter.count("anna", "here")
    clock.now += limits.SWEEP_SECONDS + 1

    assert refused(limiter, "anna", "here") == 3600 - 61


def test_it_goes_on_while_the_library_cleans_up() -> None:
    limiter = Limiter(RequestLimits("2/second", "1000000/second"))
    failures: list[object] = []
    hook, threading.excepthook = threading.excepthook, failures.append
    try:
        for number in range(500):
            limiter._swept_at = -limits.SWEEP_SECONDS
            limiter.count(f"visitor {number}", "here")
    finally:
        threading.excepthook = hook

    assert failures == []
