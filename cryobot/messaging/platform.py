"""What a messaging platform has to say of itself. Everything else is the same for all of them."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar

from cryobot.messaging.incoming import Event, WebhookRequest
from cryobot.messaging.limits import Limits
from cryobot.messaging.outcomes import Outcome
from cryobot.messaging.outgoing import Address, HttpRequest, Message, OutgoingRequest, Response
from cryobot.messaging.reports import Report
from cryobot.messaging.settings import PlatformSettings
from cryobot.messaging.splitting import split
from cryobot.messaging.words import MessagingWords

# Platforms send many events at once after they could not reach the assistant for a while.
BODY_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Acknowledgement:
    """What a platform is answered at once."""

    body: str = ""
    content_type: str = "text/plain"
    status: int = HTTPStatus.OK


class Platform(ABC):
    """One platform. A subclass is made once and used by one event loop; only `introduced` may change it.

    Attributes:
        name: in the address of the webhook (/webhooks/<name>/webhook), in settings and records; lower case.
        settings_type: the environment variables.
        limits: of what is sent.
        body_bytes: longest post that is read. The files in deploy/ have to let it through.
        wants_introduction: whether `introduced` is to be called.
    """

    name: ClassVar[str]
    settings_type: ClassVar[type[PlatformSettings]]
    limits: ClassVar[Limits]
    body_bytes: ClassVar[int] = BODY_BYTES
    wants_introduction: ClassVar[bool] = False

    def __init__(self, settings: Any, words: MessagingWords) -> None:
        self.settings = settings
        self.words = words

    @abstractmethod
    def verify(self, request: WebhookRequest) -> None:
        """Make sure that a POST comes from the platform, in constant time, before anything of it is parsed.

        Raises:
            ForgedError: it does not.
        """

    def challenge(self, request: WebhookRequest) -> str | None:  # noqa: ARG002
        """Give the answer to a GET with which the platform tries the webhook; None if it never does.

        Raises:
            ForgedError: it does not come from the platform.
        """
        return None

    @abstractmethod
    def read(self, request: WebhookRequest) -> Sequence[Event]:
        """Give the events of a verified POST that are to be answered, in their order. Nothing is ever raised."""

    def reports(self, request: WebhookRequest) -> Sequence[Report]:  # noqa: ARG002
        """Give what a verified POST says of messages that the platform had taken. Nothing is ever raised."""
        return ()

    def acknowledgement(self, request: WebhookRequest) -> Acknowledgement:  # noqa: ARG002
        """Give what a verified POST is answered with as soon as its events are kept."""
        return Acknowledgement()

    @abstractmethod
    def requests(self, message: Message, to: Address) -> Sequence[OutgoingRequest]:
        """Give the requests that bring a message to a person, in their order, without secrets, as they are kept."""

    def found(self, title: str, text: str, to: Address) -> Sequence[OutgoingRequest]:
        """Give the requests that show staff what they looked up."""
        pieces = split(f"{title}\n\n{text}", self.limits.text_characters)
        return [request for piece in pieces for request in self.requests(Message(piece), to)]

    @abstractmethod
    def signed(self, request: OutgoingRequest) -> HttpRequest:
        """Give a request with its full address and its secrets."""

    @abstractmethod
    def outcome(self, response: Response) -> Outcome:
        """Give what became of a request."""

    @abstractmethod
    def check(self) -> OutgoingRequest:
        """Give a request that changes nothing, and is delivered when the platform answers and the secrets are right."""

    def introduced(self, response: Response) -> None:  # noqa: B027  # not every platform needs it
        """Learn from the answer to `check` what the platform says of the assistant."""

    def connect(self, webhook: str) -> OutgoingRequest | None:  # noqa: ARG002
        """Give the request that tells the platform the address of the webhook, if that can be told by a request."""
        return None
