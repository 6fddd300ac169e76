"""Sends messages to a running server and times the answers. Bounded in number; loopback only."""

import asyncio
import time
from collections.abc import Sequence
from itertools import cycle, islice

import httpx

QUESTIONS = (
    "Does cryotherapy have side effects?",
    "how much is a session",
    "can it leave scars on my leg",
    "i have a small blister on my arm since yesterday",
    "Is it safe at home with a machine from the internet?",
    "what is it good for and who wrote this?",
    "I am pregnant, may I go?",
    "thanks a lot",
)


def milliseconds(client: httpx.Client, sender: str, message: str) -> float:
    """Send one message and give how long the answer took.

    Raises:
        httpx.HTTPStatusError: the server answered with an error.
    """
    started = time.perf_counter()
    client.post("/webhooks/rest/webhook", json={"sender": sender, "message": message}).raise_for_status()
    return (time.perf_counter() - started) * 1000


def turns(address: str, count: int, sender: str | None = None) -> list[float]:
    """Time `count` messages one after another: of one sender, or of a new one each."""
    with httpx.Client(base_url=address, timeout=30) as client:
        return [
            milliseconds(client, sender or f"bench-{index}", message)
            for index, message in enumerate(islice(cycle(QUESTIONS), count))
        ]


def turns_per_second(address: str, senders: int, count: int) -> float:
    """Give how many messages a second are answered when `senders` people write at the same time."""
    return asyncio.run(_turns_per_second(address, [f"load-{index}" for index in range(senders)], count))


async def _turns_per_second(address: str, senders: Sequence[str], count: int) -> float:
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:

        async def converse(sender: str) -> None:
            for message in islice(cycle(QUESTIONS), count):
                reply = await client.post("/webhooks/rest/webhook", json={"sender": sender, "message": message})
                reply.raise_for_status()

        started = time.perf_counter()
        await asyncio.gather(*(converse(sender) for sender in senders))
        return len(senders) * count / (time.perf_counter() - started)
