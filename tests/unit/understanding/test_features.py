import json

import numpy as np
import pytest

from cryobot.understanding.features import Featurizer, Vocabularies

TEXTS = ["is it safe", "is it safe today", "is it cold", "my skin has a mark", "is the mark safe", "a cold session"] * 2
VECTORS = np.eye(len(TEXTS), 384, dtype=np.float32)


@pytest.fixture(scope="module")
def featurizer() -> Featurizer:
    return Featurizer.fit(TEXTS)


def test_gives_one_row_a_text(featurizer: Featurizer) -> None:
    rows = featurizer.transform(TEXTS, VECTORS)
    learned = featurizer.vocabularies
    assert rows.shape == (len(TEXTS), len(learned.words) + len(learned.letters) + 384)
    assert "is it" in learned.words, "pairs of words count too"
    assert "today" not in learned.words, "rare words do not"


def test_a_restored_featurizer_gives_the_same_rows(featurizer: Featurizer) -> None:
    stored = featurizer.vocabularies
    stored = json.loads(json.dumps({"words": stored.words, "letters": stored.letters}))
    restored = Featurizer.from_vocabularies(Vocabularies(**stored))
    texts = ["is it safe?", "what is this", ""]
    vectors = np.zeros((3, 384), dtype=np.float32)

    assert abs(restored.transform(texts, vectors) - featurizer.transform(texts, vectors)).max() < 1e-6


def test_unknown_words_leave_a_row_empty(featurizer: Featurizer) -> None:
    assert featurizer.transform(["zzz"], np.zeros((1, 384), dtype=np.float32)).nnz == 0
