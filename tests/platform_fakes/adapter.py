"""What the contract suite needs to know of a platform. One adapter, and a platform is tested by the whole suite."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import ClassVar

from cryobot.messaging.channel import MessagingChannel
from cryobot.messaging.incoming import Attachment
from cryobot.messaging.words import load_words
from platform_fakes.fake import FakePlatform, Shown

WORDS = load_words("en")


@dataclass(frozen=True)
class Post:
    """A request to the webhook."""

    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


class Fate(StrEnum):
    """What a platform reports of a message that it had taken."""

    ARRIVED = "arrived"
    LOST = "lost"  # it may arrive when it is sent again
    BLOCKED = "blocked"  # the person cannot be reached
    HOPELESS = "hopeless"  # it will never arrive


class Adapter(ABC):
    """One platform as its users and its servers behave. Persons are called by any words here, such as "anna"."""

    channel_type: ClassVar[type[MessagingChannel]]
    #: Whether a post says when its message was written.
    tells_order: ClassVar[bool] = True

    def __init__(self) -> None:
        self.fake = self.make_fake()
        self._numbers = count(1)
        self._persons: dict[str, int] = {}

    @property
    def name(self) -> str:
        return self.channel_type.name()

    @property
    def webhook(self) -> str:
        return f"/webhooks/{self.name}/webhook"

    def number(self) -> int:
        """Give a number that was not given before, higher than all those."""
        return next(self._numbers)

    def number_of(self, person: str) -> int:
        """Give the number of a person, 1 or more."""
        return self._persons.setdefault(person, len(self._persons) + 1)

    @abstractmethod
    def make_fake(self) -> FakePlatform: ...

    @abstractmethod
    def environment(self) -> dict[str, str]:
        """Give the variables that switch the channel on, the address of the fake among them."""

    @abstractmethod
    def id_of(self, person: str) -> str:
        """Give a person as `Shown.person` names them."""

    @abstractmethod
    def text(self, person: str, text: str) -> Post:
        """Write a message; each call is another message, later than those before."""

    @abstractmethod
    def press(self, person: str, payload: str) -> Post:
        """Press a button that has this payload."""

    @abstractmethod
    def attach(self, person: str, kind: Attachment, caption: str = "") -> Post:
        """Send what cannot be read."""

    @abstractmethod
    def greet(self, person: str) -> Post:
        """Do what a person does first, such as /start."""

    @abstractmethod
    def quiet(self, person: str) -> dict[str, Post]:
        """Give what is not to be answered: edits, reactions, receipts, joins, by what it is."""

    @abstractmethod
    def forged(self, post: Post) -> dict[str, Post]:
        """Give posts like this one that do not come from the platform, by what is wrong with them."""

    @abstractmethod
    def garbled(self) -> dict[str, Post]:
        """Give posts that the platform signed and that make no sense."""

    def batch(self, posts: Sequence[Post]) -> Post | None:
        """Give one post with the events of several, if the platform does that."""
        return None

    def late(self, person: str, message_id: str, fate: Fate) -> Post | None:
        """Tell what became of a message that was taken, if the platform does that."""
        return None

    def words(self, shown: Shown) -> str:
        """Give the approved text of a message, without what offers buttons."""
        return shown.text.partition(f"\n\n{WORDS.choose}\n")[0]

    def titles(self, shown: Shown) -> list[str]:
        """Give the titles of the buttons of a message, its own first."""
        listed = shown.text.partition(f"\n\n{WORDS.choose}\n")[2].splitlines()
        return [*(title for title, _ in shown.buttons), *(line.partition(". ")[2] for line in listed)]
