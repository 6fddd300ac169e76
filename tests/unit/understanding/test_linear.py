from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from cryobot.nlu.storage import load_classifier, save_classifier
from cryobot.understanding.linear import LinearClassifier

ROWS = csr_matrix(np.repeat(np.eye(3, dtype=np.float32), 10, axis=0))


@pytest.mark.parametrize("labels", [["a", "b", "c"], ["a", "a", "c"]])
def test_learns_its_labels(labels: list[str]) -> None:
    classifier = LinearClassifier.fit(ROWS, np.repeat(labels, 10).tolist(), strength=10.0, temperature=1.0)
    found = classifier.probabilities(csr_matrix(np.eye(3, dtype=np.float32)))

    assert [classifier.labels[index] for index in found.argmax(axis=1)] == labels
    assert found.sum(axis=1) == pytest.approx(1)
    assert found.min() >= 0


def test_two_labels_give_the_same_as_scikit_learn() -> None:
    from sklearn.linear_model import LogisticRegression

    labels = np.repeat(["no", "no", "yes"], 10).tolist()
    ours = LinearClassifier.fit(ROWS, labels, strength=2.0, temperature=1.0).probabilities(ROWS)
    theirs = LogisticRegression(C=2.0, max_iter=150, tol=1e-3).fit(ROWS, labels).predict_proba(ROWS)
    assert np.allclose(ours, theirs, atol=1e-5)


def test_a_higher_temperature_is_less_sure() -> None:
    labels = np.repeat(["a", "b", "c"], 10).tolist()
    cold = LinearClassifier.fit(ROWS, labels, 10.0, temperature=0.5).probabilities(ROWS)
    hot = LinearClassifier.fit(ROWS, labels, 10.0, temperature=5.0).probabilities(ROWS)
    assert hot.max() < cold.max()
    assert (hot.argmax(axis=1) == cold.argmax(axis=1)).all()


def test_extreme_scores_stay_probabilities() -> None:
    weights = np.array([[1e30], [-1e30]], dtype=np.float32)
    classifier = LinearClassifier(("a", "b"), weights, np.zeros(2, dtype=np.float32))
    assert classifier.probabilities(csr_matrix([[1.0]])).tolist() == [[1.0, 0.0]]


def test_is_the_same_after_it_was_stored(tmp_path: Path) -> None:
    labels = np.repeat(["a", "b", "c"], 10).tolist()
    classifier = LinearClassifier.fit(ROWS, labels, 1.0, temperature=0.7)
    save_classifier(tmp_path / "it.npz", classifier)
    stored = load_classifier(tmp_path / "it.npz")

    assert stored.labels == classifier.labels
    assert np.array_equal(stored.probabilities(ROWS), classifier.probabilities(ROWS))
