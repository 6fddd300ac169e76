"""Reads domain.yml, the rules and the stories."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from cryobot import data_files
from cryobot.consistency.problem import UnreadableError
from cryobot.consistency.reading import each_readable

# Rasa reads YAML 1.2, in which `Yes` is a word; the parser used here reads 1.1, in which it is true.
Name = Annotated[str, BeforeValidator(str)]


class Domain(BaseModel):
    """What the checks need of domain.yml."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    intents: tuple[str, ...]
    actions: tuple[str, ...]
    slots: dict[str, Any]


class Step(BaseModel):
    """One step of a rule or story: an intent or an action."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    intent: str | None = None
    action: str | None = None


@dataclass(frozen=True)
class Script:
    """A rule or a story."""

    name: str
    file: Path
    steps: tuple[Step, ...]

    @property
    def intents(self) -> list[str]:
        """The intents in it."""
        return [step.intent for step in self.steps if step.intent]

    @property
    def actions(self) -> list[str]:
        """The actions in it."""
        return [step.action for step in self.steps if step.action]


class _Rule(BaseModel):
    rule: Name
    steps: tuple[Step, ...]


class _Rules(BaseModel):
    rules: tuple[_Rule, ...]


class _Story(BaseModel):
    story: Name
    steps: tuple[Step, ...]


class _Stories(BaseModel):
    stories: tuple[_Story, ...]


class _Policy(BaseModel):
    name: str
    core_fallback_action_name: str | None = None


class _Config(BaseModel):
    policies: tuple[_Policy, ...]


def load_domain(file: Path) -> Domain:
    """Read the domain.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(file, Domain)


def load_fallback_actions(file: Path) -> list[str]:
    """Read from config.yml the actions that are chosen when no rule fits.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    policies = data_files.load(file, _Config).policies
    return [policy.core_fallback_action_name for policy in policies if policy.core_fallback_action_name]


def read_rules(folder: Path) -> list[Script]:
    """Read the rules.

    Raises:
        UnreadableError: one file or more cannot be read.
    """
    return _scripts(folder, lambda file: [(r.rule, r.steps) for r in data_files.load(file, _Rules).rules])


def read_stories(folder: Path) -> list[Script]:
    """Read the stories.

    Raises:
        UnreadableError: one file or more cannot be read.
    """
    return _scripts(folder, lambda file: [(s.story, s.steps) for s in data_files.load(file, _Stories).stories])


def _scripts(folder: Path, load: Callable[[Path], list[tuple[str, tuple[Step, ...]]]]) -> list[Script]:
    read, problems = each_readable(sorted(folder.rglob("*.yml")), load)
    if problems:
        # Without one file, everything that stands in it would seem to be missing.
        raise UnreadableError(problems)
    return [Script(name, file, steps) for file, scripts in read for name, steps in scripts]
