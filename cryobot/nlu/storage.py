"""Writes and reads what a component learned: plain JSON and arrays, nothing that runs code when it is loaded."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from cryobot.understanding.linear import LinearClassifier


def save_json(file: Path, value: Any) -> None:
    """Write a value as JSON."""
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def load_json(file: Path) -> Any:
    """Read what `save_json` wrote."""
    return json.loads(file.read_text(encoding="utf-8"))


def save_classifier(file: Path, classifier: LinearClassifier) -> None:
    """Write a classifier as a .npz file."""
    np.savez_compressed(
        file,
        labels=np.array(classifier.labels),
        weights=classifier.weights,
        intercepts=classifier.intercepts,
        temperature=np.array(classifier.temperature),
    )


def load_classifier(file: Path) -> LinearClassifier:
    """Read what `save_classifier` wrote."""
    with np.load(file, allow_pickle=False) as stored:
        labels = tuple(str(label) for label in stored["labels"])
        return LinearClassifier(labels, stored["weights"], stored["intercepts"], float(stored["temperature"]))
