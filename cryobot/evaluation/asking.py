"""Puts the questions to the system under test, as they stand and misspelled."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryobot.errors import CryobotError
from cryobot.evaluation.questions import Question
from cryobot.evaluation.replies import Reply, read_replies
from cryobot.evaluation.scoring import escalates
from cryobot.evaluation.typos import with_typos

Ask = Callable[[str], Sequence[Mapping[str, Any]]]

TYPO_SEEDS = (1, 2, 3)


class QuestionStoppedError(CryobotError):
    """A question got no reply that could be read."""

    def __init__(self, question: str, problem: CryobotError) -> None:
        super().__init__(f"The evaluation stopped at the question '{question}': {problem}")


@dataclass(frozen=True)
class Message:
    """A question as it is sent; `seed` is that of its typos, None for the question as it stands."""

    question: Question
    text: str
    seed: int | None = None


@dataclass(frozen=True)
class Exchange:
    """A message and the reply it got."""

    message: Message
    replies: tuple[Reply, ...]


def plan(questions: Iterable[Question], seeds: Sequence[int] = TYPO_SEEDS) -> list[Message]:
    """List what is sent: each question once, and each that must escalate once more with the typos of each seed."""
    questions = list(questions)
    plain = [Message(question, question.text) for question in questions]
    misspelled = [
        Message(question, with_typos(question.text, seed), seed)
        for seed in seeds
        for question in questions
        if escalates(question)
    ]
    return plain + misspelled


def exchange(messages: Iterable[Message], ask: Ask) -> list[Exchange]:
    """Send the messages one after the other.

    Raises:
        QuestionStoppedError: the assistant refused a message, or its reply is not in the agreed form.
    """
    return [Exchange(message, _replies(message, ask)) for message in messages]


def _replies(message: Message, ask: Ask) -> tuple[Reply, ...]:
    try:
        return read_replies(ask(message.text))
    except CryobotError as error:
        raise QuestionStoppedError(message.question.id, error) from error
