import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from cryobot.channels.worker import Worker, WorkerClosedError


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


async def thread_name() -> str:
    return threading.current_thread().name


def block(worker: Worker, release: threading.Event) -> "Future[None]":
    started = threading.Event()

    async def wait() -> None:
        started.set()
        release.wait(5)

    blocked = worker.submit(wait)
    assert started.wait(2)
    return blocked


def wait_until_free(worker: Worker) -> None:
    end = time.monotonic() + 2
    while worker.stuck and time.monotonic() < end:
        time.sleep(0.005)


def test_runs_a_coroutine_in_another_thread(worker: Worker) -> None:
    assert worker.submit(thread_name).result(2) == "guard"


def test_passes_on_what_a_coroutine_raises(worker: Worker) -> None:
    async def fail() -> None:
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        worker.submit(fail).result(2)


def test_is_stuck_from_suspicion_until_it_moves_again(worker: Worker) -> None:
    release = threading.Event()
    blocked = block(worker, release)
    worker.suspect()

    assert worker.stuck
    time.sleep(0.1)
    assert worker.stuck
    release.set()
    blocked.result(2)
    wait_until_free(worker)
    assert not worker.stuck


def test_is_not_stuck_when_it_waits_without_blocking(worker: Worker) -> None:
    waiting = worker.submit(asyncio.sleep, 5)
    worker.suspect()
    wait_until_free(worker)

    assert not worker.stuck
    assert waiting.cancel()


def test_never_starts_what_was_cancelled_while_it_was_blocked(worker: Worker) -> None:
    started: list[str] = []

    async def note() -> None:
        started.append("started")

    release = threading.Event()
    block(worker, release)
    late = worker.submit(note)
    late.cancel()
    release.set()
    worker.submit(thread_name).result(2)

    assert started == []


def test_ends_its_thread_and_cancels_what_runs(worker: Worker) -> None:
    running = worker.submit(asyncio.sleep, 30)
    worker.submit(thread_name).result(2)

    worker.close()

    assert running.cancelled()
    assert "guard" not in {thread.name for thread in threading.enumerate()}


def test_closes_at_once_even_when_it_is_blocked(worker: Worker) -> None:
    release = threading.Event()
    block(worker, release)

    before = time.monotonic()
    worker.close()

    assert time.monotonic() - before < 1
    release.set()


def test_takes_no_work_after_it_was_closed(worker: Worker) -> None:
    worker.close()

    with pytest.raises(WorkerClosedError):
        worker.submit(thread_name)
