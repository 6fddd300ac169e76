"""Turns texts into sentence vectors with the encoder in data/encoder (ONNX, int8, one thread)."""

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from cryobot.errors import ModelMissingError
from cryobot.paths import ENCODER

DIMENSIONS = 384
LONGEST_TOKENS = 96
BATCH = 32

Vectors = npt.NDArray[np.float32]


class SentenceEncoder:
    """One loaded encoder. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        graph, words = folder / "model.onnx", folder / "tokenizer.json"
        if not graph.is_file() or not words.is_file():
            raise ModelMissingError(f"The sentence encoder in {folder}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(words))
        self._tokenizer.enable_truncation(LONGEST_TOKENS)
        self._tokenizer.enable_padding(pad_id=0)

    def encode(self, texts: list[str]) -> Vectors:
        """Give one vector of length 1 for each text: shape (len(texts), 384)."""
        # Texts of like length share a batch, so that little is computed on padding.
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            vectors[chosen] = self._run([texts[index].lower() for index in chosen])
        return vectors

    def _run(self, texts: list[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(texts)
        ids = np.array([item.ids for item in encoded], dtype=np.int64)
        mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
        (pooled,) = self._session.run(["vector"], {"ids": ids, "mask": mask})
        return np.asarray(pooled, dtype=np.float32)


@lru_cache(maxsize=1)
def installed_encoder() -> SentenceEncoder:
    """Load the encoder once.

    Raises:
        ModelMissingError: its files are not there.
    """
    return SentenceEncoder(ENCODER)
