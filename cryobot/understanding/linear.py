"""Logistic regression in a plain file format: trained with scikit-learn, applied with numpy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

Probabilities = npt.NDArray[np.float64]


@dataclass(frozen=True)
class LinearClassifier:
    """One weight row a label; probabilities by softmax over `scores / temperature`."""

    labels: tuple[str, ...]
    weights: npt.NDArray[np.float32]
    intercepts: npt.NDArray[np.float32]
    temperature: float = 1.0

    @classmethod
    def fit(
        cls, features: csr_matrix, labels: Sequence[str], strength: float, temperature: float
    ) -> "LinearClassifier":
        """Train on one label a row.

        Args:
            features: shape (rows, columns).
            labels: the label of each row; at least two different ones.
            strength: inverse of the regularisation (scikit-learn's C).
            temperature: above 1 makes probabilities less sure, below 1 more.
        """
        model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
        model.fit(features, list(labels))
        weights, intercepts = model.coef_, model.intercept_
        if len(model.classes_) == 2:
            # One row is stored for two labels; a row of zeros for the other makes the softmax the same sigmoid.
            weights = np.vstack([np.zeros_like(weights), weights])
            intercepts = np.concatenate([[0.0], intercepts])
        return cls(
            tuple(map(str, model.classes_)), weights.astype(np.float32), intercepts.astype(np.float32), temperature
        )

    @cached_property
    def _columns(self) -> npt.NDArray[np.float32]:
        # scipy would otherwise copy all weights at every call to lay them out like this.
        return np.ascontiguousarray(self.weights.T)

    def probabilities(self, features: csr_matrix) -> Probabilities:
        """Give the probability of each label: shape (rows, labels), rows sum to 1."""
        scores = (features @ self._columns + self.intercepts) / self.temperature
        scores = np.asarray(scores, dtype=np.float64)
        scores -= scores.max(axis=1, keepdims=True)
        exponents = np.exp(scores)
        return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))
