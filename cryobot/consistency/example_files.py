"""Reads the training examples (data/nlu/<intent>/<voice>.yml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import each_readable, quick_yaml
from cryobot.errors import DataFileError

BULLET = "- "


@dataclass(frozen=True)
class Example:
    """One training example."""

    intent: str
    text: str
    file: Path


class _Block(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    intent: str
    examples: str


class _NluFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    nlu: tuple[_Block, ...]


def read_examples(folder: Path) -> tuple[list[Example], list[Problem]]:
    """Read every example that can be read, and give a problem for each file or line that cannot."""
    read, problems = each_readable(sorted(folder.rglob("*.yml")), _load)
    examples = []
    for file, block in ((file, block) for file, content in read for block in content.nlu):
        for line in filter(str.strip, block.examples.split("\n")):
            if line.startswith(BULLET) and line[len(BULLET) :].strip():
                examples.append(Example(block.intent, line[len(BULLET) :].strip(), file))
            else:
                problems.append(Problem(file, f"this line is no example: '{line}'", "Write it as `- text`."))
    return examples, problems


def by_intent(examples: Iterable[Example]) -> dict[str, list[str]]:
    """Give the texts of each intent."""
    texts: dict[str, list[str]] = {}
    for example in examples:
        texts.setdefault(example.intent, []).append(example.text)
    return texts


def _load(file: Path) -> _NluFile:
    try:
        return _NluFile.model_validate(quick_yaml(file))
    except ValidationError as error:
        fields = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors())
        raise DataFileError(file, fields) from None
