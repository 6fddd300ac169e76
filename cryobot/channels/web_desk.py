"""What a visitor of the chat widget gets from the staff desk."""

from collections.abc import Callable
from typing import Any

from cryobot.cases.case import DeskMessage, Standing, StandingState
from cryobot.cases.store import CaseStore
from cryobot.channels.side_thread import SideThread
from cryobot.guidance.installed import installed_library
from cryobot.guidance.reply_metadata import reply_metadata

# Longer than the database itself waits.
PATIENCE_SECONDS = 2.5

MOST_MESSAGES = 50

# Seconds after which the widget asks again.
EXPECTING_A_PERSON = 3
WITH_A_CASE = 10


class WebDesk:
    """Reads for visitors; the work is done in a thread of its own.

    Args:
        cases: gives the cases of this installation.
    """

    def __init__(self, cases: Callable[[], CaseStore]) -> None:
        self._cases = cases
        self._thread = SideThread("web-desk")

    async def state(self, conversation: str, seconds: float = PATIENCE_SECONDS) -> StandingState:
        """Give who reads what the visitor writes; raises as `updates` does."""
        return (await self._thread.run(lambda: self._cases().standing(conversation), seconds)).state

    async def updates(self, conversation: str, after: int) -> dict[str, Any]:
        """Give the body of the answer: where the visitor stands, and what was written to them after a message.

        Raises:
            StoreError: the store does not answer.
            TimeoutError: it does not answer in time.
            SideThreadFullError: too many ask.
        """

        def read() -> tuple[Standing, list[DeskMessage]]:
            # In this order, so that who was told that nothing more comes has got everything.
            standing = self._cases().standing(conversation)
            return standing, self._cases().messages_after(conversation, after, MOST_MESSAGES)

        standing, written = await self._thread.run(read, PATIENCE_SECONDS)
        return {
            "state": standing.state.value,
            "messages": [_shown(message) for message in written],
            "next_seconds": _next_seconds(standing, len(written) == MOST_MESSAGES),
            "contact": _contact(standing),
        }

    def close(self) -> None:
        """Stop."""
        self._thread.close()


def _shown(message: DeskMessage) -> dict[str, Any]:
    notice = message.is_notice
    return {
        "id": message.id,
        "at": message.at.isoformat(),
        "author": None if notice else message.author,
        "text": message.text,
        "metadata": reply_metadata(installed_library(), message.guidance_id, message.variant) if notice else None,
    }


def _next_seconds(standing: Standing, more: bool) -> int | None:
    if more or standing.state is not StandingState.ASSISTANT:
        return EXPECTING_A_PERSON
    # Staff may write to somebody who did not ask for them, too.
    return None if standing.case_id is None else WITH_A_CASE


def _contact(standing: Standing) -> str | None:
    if standing.contact_left:
        return "left"
    return "possible" if standing.state is StandingState.WAITING else None
