from pathlib import Path

import numpy as np
import pytest

from cryobot.errors import ModelMissingError
from cryobot.language.encoder import DIMENSIONS, SentenceEncoder, installed_encoder

TEXTS = [
    "Is cryotherapy safe?",
    "There is a blister on my foot and I do not know what to do about it, please help me",
    "safe",
    "how much does it cost",
]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return installed_encoder()


def test_gives_one_vector_of_length_one_for_each_text_in_order(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    alone = np.vstack([encoder.encode([text]) for text in TEXTS])
    # Rounding to int8 depends a little on what else is in the batch; the nearest is always the text itself.
    assert (vectors @ alone.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))
    assert (vectors * alone).sum(axis=1).min() > 0.95


def test_the_same_text_always_gives_the_same_vector(encoder: SentenceEncoder) -> None:
    assert np.array_equal(encoder.encode(TEXTS), encoder.encode(TEXTS))
    assert np.allclose(encoder.encode(["IS IT SAFE"]), encoder.encode(["is it safe"]))


def test_like_meanings_lie_closer_together(encoder: SentenceEncoder) -> None:
    price, cost, blister = encoder.encode(["what is the price", "how much does it cost", "my foot has a blister"])
    assert price @ cost > price @ blister + 0.2


@pytest.mark.parametrize("text", ["", " ", "皮肤", "word " * 3000, "a" * 4000, "[CLS] [PAD] [SEP]"])
def test_takes_any_text(encoder: SentenceEncoder, text: str) -> None:
    assert np.isfinite(encoder.encode([text])).all()


def test_takes_more_texts_than_one_batch(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, DIMENSIONS)
    vectors = encoder.encode([f"question number {n}" for n in range(70)])
    assert (np.linalg.norm(vectors, axis=1) > 0.99).all()


def test_says_what_to_do_when_the_files_are_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="sentence encoder"):
        SentenceEncoder(tmp_path)
