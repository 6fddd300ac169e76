"""Trains the assistant with Rasa, after the spaCy pipeline that it stands on."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cryobot.errors import CryobotError
from cryobot.guidance.installed import installed_library
from cryobot.language.assembly import save
from cryobot.language.vocabulary import load_vocabulary
from cryobot.paths import CONFIG, DATA, DOMAIN, LANGUAGE_MODEL, MODELS, PROJECT
from cryobot.server.logs import configure_logs
from cryobot.training.fingerprint import model_fingerprint

PREFIX = "assistant-"
SUFFIX = ".tar.gz"


class TrainingError(CryobotError):
    """Rasa did not produce a model."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Training failed: {reason}\nRun `cryobot check`; it names what does not fit together.")


def model_path(folder: Path = MODELS) -> Path:
    """Give the archive that belongs to the present data and code, whether it is there or not."""
    return folder / f"{PREFIX}{model_fingerprint()}{SUFFIX}"


def is_up_to_date() -> bool:
    """Tell whether the model of the present data and code is there."""
    return model_path().is_file() and LANGUAGE_MODEL.is_dir()


def train(tell: Callable[[str], None]) -> Path:
    """Build everything in models/ and give the model's archive.

    Args:
        tell: called with what is happening now, in plain words.

    Raises:
        NotApprovedError: a text is not the approved one; nothing is trained on it.
        DataFileError: a data file is malformed.
        TrainingError: Rasa did not produce a model.
    """
    installed_library()
    target = model_path()
    MODELS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=MODELS) as name:
        folder = Path(name)
        tell("Building the language model ...")
        save(load_vocabulary(), folder / "language")
        with _in_place(folder / "language", LANGUAGE_MODEL, folder / "before"):
            tell("Training the assistant (1 to 3 minutes) ...")
            shutil.move(_train(folder), target)
    for older in MODELS.glob(f"{PREFIX}*{SUFFIX}"):
        if older != target:
            older.unlink()
    return target


@contextmanager
def _in_place(fresh: Path, place: Path, before: Path) -> Iterator[None]:
    """Put a folder in its place, and what was there back if anything is raised meanwhile.

    The older model goes on working with its own language model when a training fails.
    """
    if place.exists():
        place.rename(before)
    fresh.rename(place)
    try:
        yield
    except BaseException:
        shutil.rmtree(place)
        if before.exists():
            before.rename(place)
        raise


def _train(output: Path) -> str:
    # Rasa keeps results of earlier trainings; these do not know when our own code changed.
    os.environ["RASA_CACHE_DIRECTORY"] = str(output / "cache")
    # Rasa's progress bars say nothing to the person who waits.
    os.environ["LOG_LEVEL"] = "ERROR"
    configure_logs()
    # Rasa is slow to import, and most commands do without it.
    import rasa.model_training

    try:
        result = rasa.model_training.train(
            domain=str(DOMAIN.relative_to(PROJECT)),
            config=str(CONFIG.relative_to(PROJECT)),
            training_files=[str((DATA / name).relative_to(PROJECT)) for name in ("nlu", "rules", "stories")],
            output=str(output),
            fixed_model_name="model",
            force_training=True,
        )
    # Rasa has no common base of what its training raises.
    except (Exception, SystemExit) as error:
        raise TrainingError(f"{type(error).__name__}: {error}") from error
    if result.code or not result.model:
        raise TrainingError("Rasa made no model.")
    return str(result.model)
