"""The files of the sentence encoder, held against its manifest."""

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.language import encoder_files


def problems(files: Files) -> list[Problem]:
    """Name each file of the encoder that is missing or is not the one its manifest lists."""
    remedy = "Restore data/encoder as it was committed, or export it again (docs/tasks/retune-the-encoder.md)."
    return [Problem(files.encoder, reason, remedy) for reason in encoder_files.problems(files.encoder)]
