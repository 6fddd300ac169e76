"""Finds the trained model."""

from pathlib import Path

from cryobot.errors import ModelMissingError
from cryobot.paths import MODELS


def newest_model(folder: Path = MODELS) -> Path:
    """Give the newest model archive in `folder`.

    Raises:
        ModelMissingError: there is none.
    """
    models = sorted(folder.glob("*.tar.gz"), key=lambda file: (file.stat().st_mtime_ns, file.name))
    if not models:
        raise ModelMissingError(f"A model in {folder}")
    return models[-1]
