"""The two linear heads on a sentence vector: the choice among all labels, and each label by itself."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from torch import Tensor, nn

from cryobot.language.encoder import DIMENSIONS

# A vector of length 1 gives small scores; this lets the heads be sure without large weights.
SCALE = 10.0
# Few labels are in a text: a head that knows nothing should say no.
SINGLE_SHIFT = 2.0


class Heads(nn.Module):  # type: ignore[misc]  # types are checked without torch
    """Scores of every label; `labels` names the columns."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = tuple(labels)
        self.choice = nn.Linear(DIMENSIONS, len(self.labels))
        self.single = nn.Linear(DIMENSIONS, len(self.labels))

    def forward(self, vectors: Tensor) -> tuple[Tensor, Tensor]:
        """Give the scores of the choice (for a softmax) and of each label by itself (for a sigmoid).

        Both have the shape (texts, labels); `vectors` the shape (texts, 384).
        """
        return self.choice(vectors) * SCALE, self.single(vectors) * SCALE - SINGLE_SHIFT

    def arrays(self) -> dict[str, np.ndarray[Any, Any]]:
        """Give the content of heads.npz: with these weights and intercepts, scores need no scale and no shift."""
        choice_weights, choice_intercepts = _arrays(self.choice)
        single_weights, single_intercepts = _arrays(self.single)
        return {
            "labels": np.array(self.labels),
            "choice_weights": choice_weights,
            "choice_intercepts": choice_intercepts,
            "single_weights": single_weights,
            "single_intercepts": single_intercepts - np.float32(SINGLE_SHIFT),
        }


def _arrays(layer: Any) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    return layer.weight.detach().numpy() * np.float32(SCALE), layer.bias.detach().numpy() * np.float32(SCALE)
