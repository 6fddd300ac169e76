from pathlib import Path

import numpy as np
import pytest

from cryobot.errors import ModelMissingError
from cryobot.understanding.tuned_heads import TunedHeads, installed_heads

LABELS = ["greet", "skin-marks", "uses"]
VECTORS = np.eye(3, dtype=np.float32)


@pytest.fixture
def heads(tmp_path: Path) -> TunedHeads:
    weights = np.eye(3, dtype=np.float32) * 5
    zeros = np.zeros(3, dtype=np.float32)
    file = tmp_path / "heads.npz"
    np.savez(
        file,
        labels=np.array(LABELS),
        choice_weights=weights,
        choice_intercepts=zeros,
        single_weights=weights,
        single_intercepts=zeros - 2.5,
    )
    return TunedHeads(file)


def test_chooses_among_the_labels_that_are_asked_for(heads: TunedHeads) -> None:
    found = heads.choose(VECTORS, LABELS, np.full((3, 3), 1 / 3))
    assert found.argmax(axis=1).tolist() == [0, 1, 2]
    assert found.sum(axis=1) == pytest.approx(1)
    two = heads.choose(VECTORS, ["uses", "greet"], np.full((3, 2), 0.5))
    assert two.shape == (3, 2)
    assert two.sum(axis=1) == pytest.approx(1)


def test_a_label_that_was_never_seen_keeps_what_the_other_classifier_gave_it(heads: TunedHeads) -> None:
    learned = np.array([[0.2, 0.7, 0.1]] * 3)
    found = heads.choose(VECTORS, ["uses", "new-answer", "greet"], learned)
    assert found[:, 1] == pytest.approx(0.7)
    assert found.sum(axis=1) == pytest.approx(1)
    assert learned.tolist() == [[0.2, 0.7, 0.1]] * 3, "what is given is not changed"


def test_each_label_is_present_or_not_by_itself(heads: TunedHeads) -> None:
    found = heads.present(np.array([[0, 1, 1], [0, 1, 0]], dtype=np.float32), LABELS)
    assert (found > 0.9).tolist() == [[False, True, True], [False, True, False]]
    assert heads.present(VECTORS, ["new-answer"]).tolist() == [[0.0]] * 3
    assert heads.present(VECTORS, ["new-answer"], np.full((3, 1), 0.4)).tolist() == [[0.4]] * 3


def test_the_installed_heads_know_the_red_flags() -> None:
    found = installed_heads().present(np.zeros((2, 384), dtype=np.float32), ["emergency", "scar-care", "skin-marks"])
    assert found.shape == (2, 3)
    assert (found > 0).all(), "a label that the encoder does not know would be 0"


def test_says_what_to_do_when_the_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="heads"):
        TunedHeads(tmp_path / "heads.npz")
