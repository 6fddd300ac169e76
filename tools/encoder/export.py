"""Writes the files of data/encoder from a checkpoint, with a manifest of what they are and where they come from."""

import json
import platform
import shutil
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch

from cryobot.language.encoder import SentenceEncoder
from cryobot.language.encoder_files import FILES, GRAPH, HEADS, MANIFEST, sha256_of
from cryobot.language.encoder_files import TOKENIZER as TOKENIZER_FILE
from tools.encoder import published
from tools.encoder.checkpoint import Checkpoint
from tools.encoder.examples import Example
from tools.encoder.graph import write_graph
from tools.encoder.model import SentenceNetwork
from tools.encoder.tokens import Tokens

COMPARED = 300
LIBRARIES = ("torch", "onnx", "onnxruntime", "numpy", "tokenizers")


def export(checkpoint: Checkpoint, base: Path, examples: Sequence[Example], folder: Path) -> dict[str, Any]:
    """Write the encoder to `folder`, whose files are replaced only when all of them could be made.

    Args:
        checkpoint: what is written.
        base: folder of the published encoder, for its tokenizer.
        examples: messages on which the written encoder is compared with the checkpoint.
        folder: where to; it is made if need be.

    Returns:
        The manifest.

    Raises:
        PublishedFileError: the tokenizer is missing or is another one.
    """
    tokenizer = published.published_file(base, published.TOKENIZER)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as temporary:
        fresh = Path(temporary)
        write_graph(checkpoint.network, fresh / GRAPH)
        shutil.copyfile(tokenizer, fresh / TOKENIZER_FILE)
        np.savez_compressed(fresh / HEADS, **checkpoint.heads.arrays())
        texts = [example.text for example in _sample(examples)]
        likeness = compare(checkpoint.network, Tokens(base), SentenceEncoder(fresh), texts)
        manifest = _manifest(checkpoint, fresh, likeness)
        (fresh / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        for name in (*FILES, MANIFEST):
            (fresh / name).replace(folder / name)
    return manifest


def compare(
    network: SentenceNetwork, tokens: Tokens, encoder: SentenceEncoder, texts: Sequence[str]
) -> dict[str, float]:
    """Give mean and lowest cosine between the vectors of `network` and of `encoder`, one text at a time."""
    with torch.inference_mode():
        precise = np.concatenate([network(*tokens.tensors([text])).numpy() for text in texts])
    written = np.concatenate([encoder.encode([text]) for text in texts])
    cosines = (precise * written).sum(axis=1)
    return {"texts": len(texts), "mean": round(float(cosines.mean()), 4), "lowest": round(float(cosines.min()), 4)}


def _sample(examples: Sequence[Example]) -> Sequence[Example]:
    return Random(0).sample(examples, min(COMPARED, len(examples)))


def _manifest(checkpoint: Checkpoint, folder: Path, likeness: dict[str, float]) -> dict[str, Any]:
    return {
        "files": {name: sha256_of(folder / name) for name in FILES},
        "base": {
            "name": published.NAME,
            "license": published.LICENSE,
            "weights_sha256": published.SHA256[published.WEIGHTS],
        },
        "stages": checkpoint.stages,
        "cosine_to_full_precision": likeness,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
    }
