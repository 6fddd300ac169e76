"""Which answer a few words mean, whatever the words: the sentence encoder and the heads it was tuned with."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cryobot.errors import ModelMissingError
from cryobot.paths import ENCODER

if TYPE_CHECKING:
    from cryobot.language.encoder import SentenceEncoder


class Meaning:
    """The probability of every answer that the encoder has learned."""

    def __init__(self, encoder: "SentenceEncoder", heads: Path) -> None:
        # Read here and not by the trained pipeline's module, whose libraries take a second to import.
        if not heads.is_file():
            raise ModelMissingError(f"The heads of the sentence encoder, {heads},")
        self._encoder = encoder
        with np.load(heads, allow_pickle=False) as stored:
            self._labels = [str(label) for label in stored["labels"]]
            self._weights, self._intercepts = stored["choice_weights"], stored["choice_intercepts"]

    def probabilities(self, readings: Sequence[str], answers: Collection[str]) -> dict[str, float]:
        """Give the probability of each of `answers` that is known, among them, as the mean over several readings.

        Args:
            readings: ways to read the same words, at least one, without lone surrogates.
            answers: ids of answers.
        """
        known = [label for label in self._labels if label in answers]
        if not known:
            return {}
        rows = [self._labels.index(label) for label in known]
        scores = self._encoder.encode(list(readings)) @ self._weights[rows].T + self._intercepts[rows]
        exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
        mean = (exponents / exponents.sum(axis=1, keepdims=True)).mean(axis=0)
        return {label: float(value) for label, value in zip(known, mean, strict=True)}


@lru_cache(maxsize=1)
def installed_meaning() -> Meaning | None:
    """Load the encoder of this installation once; None when its files are not there."""
    # Its libraries take half a second to import, which `cryobot --help` must not.
    from cryobot.language.encoder import installed_encoder
    from cryobot.language.encoder_files import HEADS

    try:
        return Meaning(installed_encoder(), ENCODER / HEADS)
    except ModelMissingError:
        return None
