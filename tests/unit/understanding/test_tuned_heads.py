from pathlib import Path

import numpy as np
import pytest

from cryobot.errors import ModelMissingError
from cryobot.understanding.tuned_heads import TunedHeads, installed_heads

LABELS = ["greet", "skin-marks", "uses"]


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
    vectors = np.eye(3, dtype=np.float32)
    found = heads.choose(vectors, LABELS)
    assert found.argmax(axis=1).tolist() == [0, 1, 2]
    assert found.sum(axis=1) == pytest.approx(1)
    assert heads.choose(vectors, ["uses", "greet"]).shape == (3, 2)


def test_a_label_that_was_never_seen_gets_nothing(heads: TunedHeads) -> None:
    found = heads.choose(np.eye(3, dtype=np.float32), ["uses", "new-answer", "greet"])
    assert found[:, 1].tolist() == [0, 0, 0]
    assert found.sum(axis=1) == pytest.approx(1)


def test_one_of_several_labels_is_enough_to_be_present(heads: TunedHeads) -> None:
    vectors = np.array([[0, 1, 1], [0, 1, 0], [0, 0, 0]], dtype=np.float32)
    found = heads.present(vectors, ["skin-marks", "uses", "new-answer"])
    assert found[0] == found[1] > 0.9
    assert found[2] < 0.1


def test_the_installed_heads_know_the_red_flags() -> None:
    vectors = np.zeros((1, 384), dtype=np.float32)
    heads = installed_heads()
    assert heads.present(vectors, ["emergency"]).shape == (1,)
    assert heads.present(vectors, ["scar-care", "skin-marks"]).shape == (1,)


def test_says_what_to_do_when_the_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="heads"):
        TunedHeads(tmp_path / "heads.npz")
