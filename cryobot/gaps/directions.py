"""What sentence vectors have in common, and is left out when questions without an answer are compared.

The encoder was tuned to tell the answers apart, so that all questions without one lie close together, whatever they
mean. Without its mean and the directions in which it tells the answers apart, what is left is the meaning.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cryobot.gaps.errors import DirectionsMissingError
from cryobot.language.encoder import DIMENSIONS, Vectors
from cryobot.paths import DATA

FILE = DATA / "gaps" / "directions.npz"


class Directions:
    """The mean of many sentence vectors, and the directions in which they differ most, each of length 1.

    Args:
        mean: of shape (384,).
        main: of shape (any number, 384).
    """

    def __init__(self, mean: npt.NDArray[np.float32], main: Vectors) -> None:
        self._mean = mean
        self._main = main

    def without(self, sums: Vectors, sizes: npt.NDArray[np.float32]) -> Vectors:
        """Give what is left of sums of sentence vectors, with length 1 (or 0, if nothing is left).

        Args:
            sums: of shape (groups, 384).
            sizes: how many vectors each is the sum of.
        """
        left = sums - sizes[:, None] * self._mean
        left = left - (left @ self._main.T) @ self._main
        lengths = np.linalg.norm(left, axis=1, keepdims=True)
        return np.asarray(np.divide(left, lengths, out=np.zeros_like(left), where=lengths > 1e-6), dtype=np.float32)


def found_in(vectors: Vectors, count: int) -> tuple[npt.NDArray[np.float32], Vectors]:
    """Give the mean of vectors and the `count` directions in which they differ most."""
    mean = vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(vectors - mean, full_matrices=False)
    return mean, directions[:count]


def load_directions(file: Path = FILE) -> Directions:
    """Read what was found in the training examples.

    Raises:
        DirectionsMissingError: the file is not there, or damaged.
    """
    try:
        with np.load(file, allow_pickle=False) as stored:
            mean, main = stored["mean"].astype(np.float32), stored["main"].astype(np.float32)
    except (OSError, ValueError, KeyError, EOFError):
        raise DirectionsMissingError(file) from None
    if mean.shape != (DIMENSIONS,) or main.ndim != 2 or main.shape[1] != DIMENSIONS:
        raise DirectionsMissingError(file)
    return Directions(mean, main)


@lru_cache(maxsize=1)
def installed_directions() -> Directions:
    """Read them once; raises as `load_directions` does."""
    return load_directions()
