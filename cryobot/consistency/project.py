"""Everything that is held against each other, read when a check first needs it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from cryobot.consistency import coverage
from cryobot.consistency.answer_files import AnswerFiles, read_answers
from cryobot.consistency.dialogue_files import (
    Domain,
    Script,
    load_domain,
    load_fallback_actions,
    read_rules,
    read_stories,
)
from cryobot.consistency.example_files import Example, read_examples
from cryobot.consistency.files import Files
from cryobot.consistency.guidance_ids import Expected, load_expected
from cryobot.consistency.limits import DataChecks, load_limits
from cryobot.consistency.owners import Owner, installed_owners
from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import readable
from cryobot.dialogue.follow_ups import Meaning, load_follow_ups
from cryobot.evaluation.questions import Question, load_questions
from cryobot.guidance.answer import Answer, Basis
from cryobot.guidance.approval import Approval, load_approvals
from cryobot.guidance.sections import Sections, load_sections
from cryobot.widget.settings import WidgetSettings, load_widget_settings


@dataclass(frozen=True)
class Project:
    """The content of the checkout. Every attribute raises UnreadableError when its file cannot be read."""

    files: Files

    @cached_property
    def limits(self) -> DataChecks:
        """data/settings/data_checks.yml."""
        file = self.files.setting("data_checks")
        return readable(file, lambda: load_limits(file))

    @cached_property
    def expected(self) -> dict[str, Expected]:
        """data/settings/guidance_ids.yml."""
        file = self.files.setting("guidance_ids")
        return readable(file, lambda: load_expected(file))

    @cached_property
    def follow_up_table(self) -> dict[str, tuple[Meaning, ...]]:
        """data/settings/follow_ups.yml."""
        file = self.files.setting("follow_ups")
        return readable(file, lambda: load_follow_ups(file.parent))

    @cached_property
    def domain(self) -> Domain:
        """domain.yml."""
        return readable(self.files.domain, lambda: load_domain(self.files.domain))

    @cached_property
    def fallback_actions(self) -> list[str]:
        """The actions that config.yml names."""
        return readable(self.files.config, lambda: load_fallback_actions(self.files.config))

    @cached_property
    def rules(self) -> list[Script]:
        """data/rules."""
        return read_rules(self.files.rules)

    @cached_property
    def stories(self) -> list[Script]:
        """data/stories."""
        return read_stories(self.files.stories)

    @cached_property
    def owners(self) -> list[Owner]:
        """The custom actions."""
        return installed_owners()

    @cached_property
    def approvals(self) -> dict[str, Approval]:
        """data/guidance/approvals.yml; none when there is no such file."""
        file = self.files.approvals
        return readable(file, lambda: load_approvals(file)) if file.exists() else {}

    @cached_property
    def sections(self) -> Sections:
        """data/guidance/sections.yml."""
        return readable(self.files.sections, lambda: load_sections(self.files.sections))

    @cached_property
    def widget_settings(self) -> WidgetSettings:
        """data/settings/widget.yml."""
        file = self.files.setting("widget")
        return readable(file, lambda: load_widget_settings(file))

    @cached_property
    def questions(self) -> list[Question]:
        """The held-out questions."""
        file = self.files.questions
        return readable(file, lambda: load_questions(file, self.answer_ids))

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers that can be read."""
        return self._answer_files.answers

    @property
    def answer_ids(self) -> frozenset[str]:
        """The ids of all answers."""
        return self._answer_files.ids

    @property
    def askable(self) -> frozenset[str]:
        """The ids of the answers that a message can ask for."""
        return self.answer_ids - set(self.limits.answers_without_intent)

    @property
    def about_article(self) -> frozenset[str]:
        """The ids of the answers that rest on the article."""
        return frozenset(answer.id for answer in self.answers.values() if answer.basis is Basis.ARTICLE)

    @property
    def examples(self) -> list[Example]:
        """The training examples that can be read."""
        return self._example_files[0]

    @property
    def cases(self) -> dict[Path, Any]:
        """The conversations of the tests that can be read."""
        return self._case_files[0]

    @property
    def unreadable(self) -> list[Problem]:
        """What is wrong with single answers, training examples and conversations."""
        return [*self._answer_files.problems, *self._example_files[1], *self._case_files[1]]

    @cached_property
    def _answer_files(self) -> AnswerFiles:
        return read_answers(self.files.answers)

    @cached_property
    def _example_files(self) -> tuple[list[Example], list[Problem]]:
        return read_examples(self.files.examples)

    @cached_property
    def _case_files(self) -> tuple[dict[Path, Any], list[Problem]]:
        return coverage.read_cases(self.files.cases)
