"""Base of all channels: it alone holds the way to the dialogue engine, and that way leads through the guard."""

import asyncio
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, final

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic

from cryobot.browser.limits import RequestLimits
from cryobot.channels.desk_line import installed_desk_line
from cryobot.channels.guard import WAITING_MESSAGES, Guard, Handler
from cryobot.channels.incoming import Limits, read_message
from cryobot.channels.outgoing import Approved, OutgoingMessage, approved_by
from cryobot.channels.passage import Outcome
from cryobot.guidance.installed import installed_library
from cryobot.server import rasa_patches
from cryobot.settings import settings

# Asking for it escalates to nobody, so that trying leaves no record.
TEST_ANSWER = "overall-safety"

# Rasa gives the channels of one server the same handler, and so they share one guard.
_guards: dict[Handler, Guard] = {}


@dataclass(frozen=True)
class ChannelOptions:
    """What the channels and their guard need to know, and the question that readiness is tried with."""

    approved: Approved
    test_question: str
    message_characters: int
    deadline_seconds: float
    requests: RequestLimits

    @property
    def limits(self) -> Limits:
        """Give the limits of a message."""
        return Limits(self.message_characters, self.approved.payloads)


def installed_options() -> ChannelOptions:
    """Give the options of this installation.

    Raises:
        SettingsError: an environment variable has a wrong value.
        DataFileError: an answer is malformed.
        NotApprovedError: a text is not the approved one.
    """
    here, library = settings(), installed_library()
    return ChannelOptions(
        approved_by(library),
        library.get(TEST_ANSWER).question,
        here.message_characters,
        here.deadline_seconds,
        RequestLimits(here.visitor_limit, here.address_limit),
    )


class GuardedChannel(InputChannel):  # type: ignore[misc]  # Rasa ships no types
    """A channel whose messages and replies all pass the guard. A subclass has `name` and `routes`.

    Args:
        options: by default those of the installation; raises as `installed_options` does.
    """

    #: Whether the visitor gets to read what a member of staff writes. Only then a person can take over.
    can_be_held: ClassVar[bool] = False

    def __init__(self, options: ChannelOptions | None = None) -> None:
        rasa_patches.apply()
        self._options = options or installed_options()
        self._guard: Guard | None = None

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "GuardedChannel":  # noqa: ARG003
        """Make the channel of this installation; a subclass that needs credentials reads them here."""
        return cls()

    @abstractmethod
    def routes(self) -> Blueprint:
        """Give the HTTP routes of the channel."""

    @final
    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Give the routes to Rasa, and keep from them the handler that it passes."""
        if on_new_message not in _guards:
            options = self._options
            _guards[on_new_message] = Guard(
                on_new_message, options.approved, options.deadline_seconds, WAITING_MESSAGES, installed_desk_line()
            )
        self._guard = _guards[on_new_message]
        blueprint = self.routes()

        async def close(_: Sanic, __: asyncio.AbstractEventLoop) -> None:
            if guard := _guards.pop(on_new_message, None):
                guard.close()

        blueprint.after_server_stop(close)
        return blueprint

    @final
    @property
    def guard(self) -> Guard:
        """Give the guard, which is there once Rasa has asked for the routes."""
        if self._guard is None:
            raise RuntimeError("The channel is not part of a server yet.")
        return self._guard

    @final
    async def answer(
        self, sender: object, message: object, request_metadata: Mapping[str, Any] | None = None
    ) -> list[OutgoingMessage]:
        """Give the messages that answer `message`; there is always at least one, unless a person has taken over.

        Takes and raises what `attempt` does.
        """
        return (await self.attempt(sender, message, request_metadata)).messages

    @final
    async def attempt(
        self, sender: object, message: object, request_metadata: Mapping[str, Any] | None = None
    ) -> Outcome:
        """Give the messages that answer `message`, and whether a person has taken over.

        Args:
            sender: id of the conversation, as it came.
            message: what was written, as it came.
            request_metadata: what else is known of the message; kept in the conversation.

        Raises:
            InvalidMessage: the sender or the message cannot be used.
        """
        incoming = read_message(sender, message, self._options.limits)
        return await self.guard.attempt(incoming, self.name(), request_metadata, self.can_be_held)
