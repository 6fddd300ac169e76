"""Disturbs training examples, so that the encoder learns to bear typos and messages that say several things."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cryobot.evaluation.typos import NEIGHBOURS
from cryobot.understanding.labels import BACKGROUND
from tools.encoder.examples import Example

# What people put between two things that they write in one message.
JOINTS = (" ", ". ", " and ", ", ", " also ", " - ", "? ", " btw ", "! ", "... ")

Probability = Annotated[float, Field(ge=0, le=1)]


class Noise(BaseModel):
    """How often each disturbance happens, as probabilities, if not said otherwise.

    Attributes:
        concatenate: another example is put before or behind.
        with_background: that other one only tells something and asks nothing.
        misspell: the text gets typos.
        letters_per_typo: one of these is drawn; typos then come at one letter in that many.
        lower_case: the text loses its capitals.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    concatenate: Probability = 0.25
    with_background: Probability = 0.4
    misspell: Probability = 0.35
    letters_per_typo: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)] = (20, 12, 8)
    lower_case: Probability = 0.15


def disturb(examples: Sequence[Example], noise: Noise, random: Random) -> list[Example]:
    """Give each example once, disturbed or as it is; labels follow what is in the text."""
    backgrounds = [example for example in examples if example.labels == (BACKGROUND,)] or examples
    disturbed = []
    for example in examples:
        if random.random() < noise.concatenate:
            others = backgrounds if random.random() < noise.with_background else examples
            example = concatenate(example, random.choice(others), random)
        text = example.text
        if random.random() < noise.misspell:
            text = misspell(text, random.choice(noise.letters_per_typo), random)
        if random.random() < noise.lower_case:
            text = text.lower()
        disturbed.append(replace(example, text=text))
    return disturbed


def concatenate(example: Example, other: Example, random: Random) -> Example:
    """Put two messages into one, in either order; `background` is no label beside a question."""
    first, second = (example, other) if random.random() < 0.5 else (other, example)
    labels = tuple(dict.fromkeys(first.labels + second.labels))
    questions = tuple(label for label in labels if label != BACKGROUND)
    return replace(example, text=first.text + random.choice(JOINTS) + second.text, labels=questions or labels)


def misspell(text: str, letters_per_typo: int, random: Random) -> str:
    """Give `text` with a typo at one letter in `letters_per_typo` on average; it may also stay as it is."""
    typed: list[str] = []
    position = 0
    while position < len(text):
        letter, following = text[position], text[position + 1 : position + 2]
        keys, length = letter, 1
        if letter.isalpha() and random.random() < 1 / letters_per_typo:
            neighbour = random.choice(NEIGHBOURS.get(letter.lower(), letter))
            swapped = following + letter
            keys, length = random.choice(
                [(neighbour, 1), (swapped, 2), ("", 1), (letter * 2, 1), (letter + neighbour, 1)]
            )
        typed.append(keys)
        position += length
    return "".join(typed)
