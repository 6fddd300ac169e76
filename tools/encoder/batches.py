"""Puts examples of like length into batches, so that little is computed on padding."""

from collections.abc import Sequence
from random import Random

from tools.encoder.examples import Example

BATCHES_PER_CHUNK = 20


def batches(examples: Sequence[Example], size: int, random: Random) -> list[list[Example]]:
    """Give the examples in batches of `size` (a few are smaller), in random order.

    Only the examples of one randomly drawn chunk are sorted by length: batches differ from epoch to epoch.
    """
    shuffled = random.sample(examples, len(examples))
    made: list[list[Example]] = []
    for start in range(0, len(shuffled), size * BATCHES_PER_CHUNK):
        chunk = sorted(shuffled[start : start + size * BATCHES_PER_CHUNK], key=lambda example: len(example.text))
        made.extend(chunk[first : first + size] for first in range(0, len(chunk), size))
    random.shuffle(made)
    return made
