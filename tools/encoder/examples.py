"""Reads the messages that the encoder learns from: data/nlu, and messages with several questions."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cryobot import data_files
from cryobot.errors import CryobotError, DataFileError
from cryobot.paths import DATA, NLU_EXAMPLES

SEVERAL_FILE = DATA / "development" / "several.jsonl"
SEVERAL = "several"
QUESTIONS_FILE = DATA / "development" / "questions.jsonl"
QUESTIONS = "questions"

_BULLET = "- "


class UnknownVoiceError(CryobotError):
    """A voice that no example has."""

    def __init__(self, unknown: Iterable[str], known: Iterable[str]) -> None:
        super().__init__(
            f"No example has the voice {', '.join(sorted(unknown))}. The voices are: {', '.join(sorted(known))}."
        )


@dataclass(frozen=True)
class Example:
    """One message, the intents in it, and who speaks: the name of its file, or `several`."""

    text: str
    labels: tuple[str, ...]
    voice: str


class _Intent(BaseModel):
    model_config = ConfigDict(extra="forbid")

    intent: str
    examples: str


class _IntentFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: Literal["3.1"]
    nlu: tuple[_Intent, ...]


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    answers: Annotated[tuple[str, ...], Field(min_length=1)]


def load_examples(folder: Path = NLU_EXAMPLES, several: Path = SEVERAL_FILE) -> list[Example]:
    """Read `folder`/<intent>/<voice>.yml, then the lines of `several`, in the order of their names and lines.

    Raises:
        DataFileError: a file is missing or malformed.
    """
    files = sorted(folder.glob("*/*.yml"))
    if not files:
        raise DataFileError(folder, "there are no training examples in this folder.")
    return [example for file in files for example in _of_intents(file)] + load_messages(several, SEVERAL)


def load_messages(file: Path, voice: str) -> list[Example]:
    """Read messages with the answers that they ask for, one JSON object a line, in their order.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    if not file.is_file():
        raise DataFileError(file, "the file is missing.")
    examples = []
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            read = _Message.model_validate_json(line)
        except ValidationError as error:
            problems = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'line'}: {e['msg']}" for e in error.errors())
            raise DataFileError(file, f"line {number}: {problems}") from None
        examples.append(Example(read.text, tuple(dict.fromkeys(read.answers)), voice))
    return examples


def split(examples: Sequence[Example], voices: Collection[str]) -> tuple[list[Example], list[Example]]:
    """Give the examples of all other voices, and those of `voices`.

    Raises:
        UnknownVoiceError: one of `voices` has no example.
    """
    known = {example.voice for example in examples}
    if unknown := set(voices) - known:
        raise UnknownVoiceError(unknown, known)
    return [e for e in examples if e.voice not in voices], [e for e in examples if e.voice in voices]


def fingerprint(examples: Iterable[Example]) -> str:
    """Give the SHA-256 of the examples; their order matters."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(json.dumps(asdict(example)).encode() + b"\n")
    return digest.hexdigest()


def _of_intents(file: Path) -> Iterable[Example]:
    for intent in data_files.load(file, _IntentFile).nlu:
        for line in intent.examples.splitlines():
            if not line.startswith(_BULLET):
                raise DataFileError(file, f"this line is no example, because it does not start with '- ': {line}")
            yield Example(line.removeprefix(_BULLET).strip(), (intent.intent,), file.stem)
