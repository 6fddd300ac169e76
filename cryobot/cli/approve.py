"""`cryobot approve`: records who approved the present wording of an answer."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Annotated

import typer

from cryobot.consistency import texts
from cryobot.consistency.files import Files
from cryobot.consistency.limits import load_limits
from cryobot.errors import CryobotError, UnknownAnswerError
from cryobot.guidance.answer import Answer
from cryobot.guidance.approval import approve as record
from cryobot.guidance.approval import load_approvals, unapproved
from cryobot.guidance.library import load_answers
from cryobot.guidance.readability import reading_grade

FILES = Files()


class ApprovalRefusedError(CryobotError):
    """An approval that cannot be recorded."""


def approve(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Ids of the answers to approve.")] = None,
    by: Annotated[str, typer.Option("--by", help="Name of the person who reviewed the texts.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Approve every answer that is not approved yet.")] = False,
) -> None:
    """Record that a person reviewed and approved the texts of answers as they stand now.

    Raises:
        DataFileError: an answer does not follow its schema.
        UnknownAnswerError: an id that no answer has.
        ApprovalRefusedError: no id or no name is given, or a text is not as data/settings/data_checks.yml asks.
    """
    if not by.strip():
        raise ApprovalRefusedError("Say who reviewed the texts: --by 'Name of the reviewer'")
    answers = load_answers(FILES.answers)
    chosen = _chosen(ids or [], everything, answers)
    _refuse_unfit(chosen)
    for answer in chosen:
        record(answer, by.strip(), date.today(), FILES.approvals)
        typer.echo(f"Approved by {by.strip()}: {answer.id}")
    waiting = _waiting(answers.values())
    typer.echo(f"Not approved yet: {', '.join(waiting)}" if waiting else f"All {len(answers)} answers are approved.")


def _chosen(ids: Collection[str], everything: bool, answers: Mapping[str, Answer]) -> list[Answer]:
    if bool(ids) == everything:
        raise ApprovalRefusedError("Name the answers to approve, or all that wait for it with --all (not both).")
    for answer_id in ids:
        if answer_id not in answers:
            raise UnknownAnswerError(answer_id, sorted(answers))
    return [answers[answer_id] for answer_id in (_waiting(answers.values()) if everything else dict.fromkeys(ids))]


def _waiting(answers: Iterable[Answer]) -> list[str]:
    return unapproved(answers, load_approvals(FILES.approvals) if FILES.approvals.exists() else {})


def _refuse_unfit(answers: Iterable[Answer]) -> None:
    limits = load_limits(FILES.setting("data_checks")).texts
    problems = texts.problems(answers, limits, reading_grade, FILES)
    if problems:
        lines = [f"{p.file.relative_to(FILES.root)}: {p.reason}\n  {p.remedy}" for p in problems]
        raise ApprovalRefusedError("Nothing was approved. These texts have to be mended first:\n" + "\n".join(lines))
