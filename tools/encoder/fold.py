"""Makes questions, as the evaluation scores them, of examples that were not learned from."""

from collections.abc import Iterable, Sequence
from random import Random

from cryobot.evaluation.questions import Question
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.understanding.labels import FEEDBACK_NEGATIVE, POLITENESS, UNCLEAR
from tools.encoder.examples import Example
from tools.encoder.noise import concatenate

JOINED = "joined"
JOINED_QUESTIONS = 500
# People who ask several things at once keep each of them short.
MOST_CHARACTERS = 80

_URGENCY = list(Escalation)
_NOT_JOINED = POLITENESS | {UNCLEAR, FEEDBACK_NEGATIVE}


def questions(examples: Sequence[Example], library: Library, random: Random) -> list[Question]:
    """Give a question for each example that has an answer, then questions joined of two of them.

    An example has none when it only means something within a conversation, or asks nothing. The kind of a question
    is the voice of its example, or `joined`.
    """
    answerable = [example for example in examples if all(label in library.answers for label in example.labels)]
    joined = _joined([example for example in answerable if _can_be_joined(example)], random)
    by_kind = [(example.voice, example) for example in answerable] + [(JOINED, example) for example in joined]
    return [
        Question(
            id=f"{kind}-{number}", text=example.text, kind=kind, answers=_most_urgent_first(example.labels, library)
        )
        for number, (kind, example) in enumerate(by_kind, start=1)
    ]


def _can_be_joined(example: Example) -> bool:
    alone = len(example.labels) == 1 and example.labels[0] not in _NOT_JOINED
    return alone and len(example.text) <= MOST_CHARACTERS


def _joined(examples: Sequence[Example], random: Random) -> list[Example]:
    if len({example.labels for example in examples}) < 2:
        return []
    made: list[Example] = []
    while len(made) < JOINED_QUESTIONS:
        example, other = random.sample(examples, 2)
        if example.labels != other.labels:
            made.append(concatenate(example, other, random))
    return made


def _most_urgent_first(labels: Iterable[str], library: Library) -> tuple[str, ...]:
    return tuple(sorted(labels, key=lambda label: _URGENCY.index(library.get(label).escalation)))
