"""All checks, and how they are run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cryobot.consistency import (
    actions,
    approvals,
    buttons,
    coverage,
    desk,
    encoder,
    follow_up_table,
    guidance_ids,
    held_out,
    intents,
    reviews,
    rules,
    sections,
    settings_files,
    slots,
    stories,
    texts,
    training_examples,
    vocabulary,
    widget,
)
from cryobot.consistency.problem import Problem, UnreadableError
from cryobot.consistency.project import Project
from cryobot.dialogue.context import Context
from cryobot.guidance.readability import reading_grade

Check = Callable[[Project], list[Problem]]

CHECKS: dict[str, Check] = {
    "files": lambda p: p.unreadable,
    "settings": lambda p: settings_files.problems(p.files),
    "encoder": lambda p: encoder.problems(p.files),
    "vocabulary": lambda p: vocabulary.problems(p.files),
    "answers there must be": lambda p: guidance_ids.problems(p.answers, p.answer_ids, p.expected, p.files),
    "texts": lambda p: texts.problems(p.answers.values(), p.limits.texts, reading_grade, p.files),
    "approvals": lambda p: approvals.problems(p.answers.values(), p.approvals, p.answer_ids, p.files),
    "buttons": lambda p: buttons.problems(p.answers, p.answer_ids, p.files),
    "sections": lambda p: sections.problems(p.answers.values(), p.sections, p.files),
    "follow-ups": lambda p: follow_up_table.problems(p.follow_up_table, p.answer_ids, p.files),
    "intents and answers": lambda p: intents.answer_problems(
        p.domain.intents, p.answer_ids, p.limits.answers_without_intent, p.files
    ),
    "intents and examples": lambda p: intents.example_problems(p.domain.intents, p.examples, p.files),
    "number of examples": lambda p: training_examples.count_problems(
        p.domain.intents, p.about_article, p.examples, p.limits.training_examples, p.files
    ),
    "repeated examples": lambda p: training_examples.repeated(p.examples),
    "rules": lambda p: rules.problems(p.rules, p.domain, p.files),
    "rules and actions": lambda p: rules.owner_problems(p.rules, p.owners),
    "stories": lambda p: stories.problems(p.stories, p.domain, p.files),
    "stories and rules": lambda p: stories.contradictions(p.stories, p.rules),
    "actions": lambda p: actions.problems(p.domain.actions, p.fallback_actions, p.owners, p.answer_ids, p.files),
    "slots": lambda p: slots.problems(p.domain.slots, Context().as_slots(), p.files),
    "widget": lambda p: widget.problems(p.answers, p.answer_ids, p.sections, p.widget_settings, p.files),
    "desk": lambda p: desk.problems(p.files),
    "conversations of the tests": lambda p: coverage.case_problems(p.cases, p.askable, p.answer_ids, p.files),
    "held-out questions": lambda p: coverage.question_problems(
        {answer for question in p.questions for answer in question.answers}, p.askable, p.files
    ),
    "held-out questions and examples": lambda p: held_out.problems(p.questions, p.examples, p.files),
}


@dataclass(frozen=True)
class Findings:
    """What the checks found: problems that must be mended, and warnings that may wait."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def run(project: Project, today: date) -> Findings:
    """Run every check, and list each problem once."""
    found: list[Problem] = []
    for check in CHECKS.values():
        try:
            found += check(project)
        except UnreadableError as error:
            found += error.problems
    due = reviews.warnings(project.answers.values(), today, project.files)
    return Findings(tuple(dict.fromkeys(found)), tuple(due))
