"""The release gate: what each figure should reach, and what it must reach for a release."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cryobot import data_files
from cryobot.evaluation.look_ups import LookUpFigure
from cryobot.evaluation.measures import Measure
from cryobot.evaluation.scoring import FigureName
from cryobot.paths import SETTINGS

RELEASE_GATE = SETTINGS / "release_gate.yml"

Proportion = Annotated[float, Field(ge=0, le=1)]


class Threshold(BaseModel):
    """Goal and gate of one figure, as proportions, and what the figure means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    means: str = Field(min_length=1)
    goal: Proportion
    gate: Proportion

    @model_validator(mode="after")
    def _gate_within_goal(self) -> "Threshold":
        if self.gate > self.goal:
            raise ValueError("the gate must not be above the goal")
        return self


class ReleaseGate(BaseModel):
    """The whole file: one threshold for every figure of the chat, and those of the look-ups of staff."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    figures: dict[FigureName, Threshold]
    look_ups: dict[LookUpFigure, Threshold] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _every_figure(self) -> "ReleaseGate":
        missing = [name.value for name in FigureName if name not in self.figures]
        if missing:
            raise ValueError(f"no goal and gate for {', '.join(missing)}")
        return self


@dataclass(frozen=True)
class Figure:
    """What was measured, next to what it is held against."""

    measure: Measure
    threshold: Threshold

    @property
    def passed(self) -> bool:
        """Whether the gate is reached. A figure that no question measures has not reached it."""
        return self.measure.value is not None and self.measure.value >= self.threshold.gate


def load_gate(file: Path = RELEASE_GATE) -> ReleaseGate:
    """Read goals and gates.

    Raises:
        DataFileError: the file is missing or malformed, lacks a figure, or has a gate above its goal.
    """
    return data_files.load(file, ReleaseGate)
