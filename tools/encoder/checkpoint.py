"""What a training leaves: the weights in full precision, and how they came about."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from cryobot.errors import CryobotError
from tools.encoder.examples import Example, fingerprint
from tools.encoder.heads import Heads
from tools.encoder.hyper_parameters import HyperParameters
from tools.encoder.model import SentenceNetwork


class CheckpointError(CryobotError):
    """A file is not a checkpoint."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file}: this is no checkpoint. Make one with `python -m tools.encoder train`.")


@dataclass(frozen=True)
class Checkpoint:
    """A trained encoder.

    Attributes:
        network: the network.
        heads: its heads.
        stages: how it was trained, one stage after the other, as plain values; see `stage`.
    """

    network: SentenceNetwork
    heads: Heads
    stages: list[dict[str, Any]]

    def save(self, file: Path) -> None:
        """Write it to `file`; folders are made."""
        file.parent.mkdir(parents=True, exist_ok=True)
        torch.save(
            {
                "network": self.network.state_dict(),
                "heads": self.heads.state_dict(),
                "labels": list(self.heads.labels),
                "stages": self.stages,
            },
            file,
        )

    @classmethod
    def load(cls, file: Path) -> "Checkpoint":
        """Read what `save` wrote.

        Raises:
            CheckpointError: there is no such file, or it is something else.
        """
        try:
            stored = torch.load(file, weights_only=True)
            network, heads = SentenceNetwork(), Heads(stored["labels"])
            network.load_state_dict(stored["network"])
            heads.load_state_dict(stored["heads"])
            return cls(network.eval(), heads.eval(), stored["stages"])
        # Each way in which a file can be something else raises an error of its own kind.
        except Exception as error:
            raise CheckpointError(file) from error


def stage(examples: Sequence[Example], without_voices: Sequence[str], parameters: HyperParameters) -> dict[str, Any]:
    """Give what the manifest says of one stage: its examples, the voices left out, and the hyper-parameters."""
    return {
        "examples": {"count": len(examples), "sha256": fingerprint(examples)},
        "without_voices": sorted(without_voices),
        "hyper_parameters": parameters.model_dump(mode="json"),
    }
