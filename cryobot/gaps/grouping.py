"""Finds the group that a question is most like."""

import numpy as np
import numpy.typing as npt

from cryobot.gaps.directions import Directions
from cryobot.language.encoder import DIMENSIONS, Vectors


class Grouping:
    """Groups that questions are compared with, by their places 0, 1, 2 ...

    Args:
        directions: what is left out of the comparison.
        similarity: how much like a group a question has to be to belong to it (cosine).
        totals: the sum of the vectors of each group so far, shape (groups, 384).
        sizes: how many questions each has so far.
        room: how many questions may come.
    """

    def __init__(
        self, directions: Directions, similarity: float, totals: Vectors, sizes: npt.NDArray[np.float32], room: int
    ) -> None:
        self._directions = directions
        self._similarity = similarity
        self._count = len(totals)
        self._totals = np.zeros((self._count + room, DIMENSIONS), np.float32)
        self._sizes = np.zeros(self._count + room, np.float32)
        self._meanings = np.zeros_like(self._totals)
        if self._count:
            self._totals[: self._count] = totals
            self._sizes[: self._count] = sizes
            self._meanings[: self._count] = directions.without(totals, sizes)

    def place(self, vector: Vectors) -> int:
        """Give the place of the group that a question now belongs to; a new one comes after all that there were."""
        meaning = self._directions.without(vector[None], np.ones(1, np.float32))[0]
        place = self._nearest(meaning)
        if place is None:
            place = self._count
            self._count += 1
        self._totals[place] += vector
        self._sizes[place] += 1
        here = slice(place, place + 1)
        self._meanings[here] = self._directions.without(self._totals[here], self._sizes[here])
        return place

    def _nearest(self, meaning: Vectors) -> int | None:
        if not self._count:
            return None
        likeness = self._meanings[: self._count] @ meaning
        best = int(likeness.argmax())
        return best if likeness[best] >= self._similarity else None
