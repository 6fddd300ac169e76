"""The intent probabilities that the encoder learned together with its vectors (data/encoder/heads.npz)."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from cryobot.errors import ModelMissingError
from cryobot.language.encoder import Vectors
from cryobot.paths import ENCODER
from cryobot.understanding.linear import Probabilities


class TunedHeads:
    """Scores of every label for a sentence vector: one choice among all labels, and each label by itself."""

    def __init__(self, file: Path) -> None:
        if not file.is_file():
            raise ModelMissingError(f"The heads of the sentence encoder, {file},")
        with np.load(file, allow_pickle=False) as stored:
            self._labels = [str(label) for label in stored["labels"]]
            self._choice = stored["choice_weights"], stored["choice_intercepts"]
            self._single = stored["single_weights"], stored["single_intercepts"]

    def choose(self, vectors: Vectors, labels: Sequence[str], learned: Probabilities) -> Probabilities:
        """Give the probability of each of `labels`, among themselves: shape (texts, labels).

        A label that the encoder never saw keeps its share of `learned`, the probabilities of another classifier for
        the same labels; the encoder divides the rest.
        """
        weights, intercepts = self._choice
        known = [column for column, label in enumerate(labels) if label in self._labels]
        rows = [self._labels.index(labels[column]) for column in known]
        scores = vectors @ weights[rows].T + intercepts[rows]
        exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
        probabilities = np.array(learned, dtype=np.float64)
        rest = probabilities[:, known].sum(axis=1, keepdims=True)
        probabilities[:, known] = rest * exponents / exponents.sum(axis=1, keepdims=True)
        return probabilities

    def present(self, vectors: Vectors, labels: Sequence[str], learned: Probabilities | None = None) -> Probabilities:
        """Give the probability of each of `labels` by itself, whatever else is in the text: shape (texts, labels).

        A label that the encoder never saw gets its probability in `learned`, or 0.
        """
        weights, intercepts = self._single
        probabilities = np.zeros((len(vectors), len(labels))) if learned is None else np.array(learned)
        for column, label in enumerate(labels):
            if label in self._labels:
                index = self._labels.index(label)
                probabilities[:, column] = 1.0 / (1.0 + np.exp(-(vectors @ weights[index] + intercepts[index])))
        return probabilities


@lru_cache(maxsize=1)
def installed_heads() -> TunedHeads:
    """Load the heads once.

    Raises:
        ModelMissingError: the file is not there.
    """
    return TunedHeads(ENCODER / "heads.npz")
