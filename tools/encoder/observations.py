"""Keeps observations in a file, so that thresholds can be tried without training again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from cryobot.fingerprint import fingerprint as fingerprint_of_files
from cryobot.language.encoder_files import FILES, sha256_of
from cryobot.paths import PROJECT, VOCABULARY
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.red_flags import FoundWords
from tools.encoder.examples import Example, fingerprint
from tools.encoder.understanding import Observation

Observations = dict[str, Observation]

_PACKAGE = PROJECT / "cryobot"
# What decides on observations, such as `assess`, is not among it: it can be changed and tried at once.
_CODE = (
    VOCABULARY,
    _PACKAGE / "reading",
    _PACKAGE / "language",
    _PACKAGE / "detection",
    *(_PACKAGE / "understanding" / f"{name}.py" for name in ("evidence", "features", "linear", "tuned_heads")),
    PROJECT / "tools" / "encoder" / "understanding.py",
    PROJECT / "requirements.lock",
)


def ingredients(encoder: Path, learned: Iterable[Example], messages: Iterable[str]) -> str:
    """Give a hash of everything that observations rest on: the encoder, the examples, the messages, and code."""
    parts = [
        *(sha256_of(encoder / name) for name in FILES),
        fingerprint(learned),
        fingerprint_of_files(_CODE),
        json.dumps(list(messages)),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def save(file: Path, made_of: str, observations: Mapping[str, Observation]) -> None:
    """Write observations, by message, with the hash of their ingredients."""
    content = {"made_of": made_of, "observations": {text: asdict(seen) for text, seen in observations.items()}}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")


def load(file: Path, made_of: str) -> Observations | None:
    """Read what `save` wrote; None when there is no such file, or it was made of something else."""
    if not file.is_file():
        return None
    content = json.loads(file.read_text(encoding="utf-8"))
    if content["made_of"] != made_of:
        return None
    return {
        text: Observation(tuple(Evidence(**item) for item in seen["evidence"]), FoundWords(**seen["words"]))
        for text, seen in content["observations"].items()
    }
