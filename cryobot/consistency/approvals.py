"""Approvals: every answer is approved as it stands, and nothing is approved that no longer exists."""

from collections.abc import Collection, Iterable, Mapping

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer
from cryobot.guidance.approval import Approval, unapproved


def problems(
    answers: Iterable[Answer], approvals: Mapping[str, Approval], ids: Collection[str], files: Files
) -> list[Problem]:
    """Hold the approvals against the answers, in both directions; `ids` are all ids there are."""
    waiting = unapproved(answers, dict(approvals))
    return [
        Problem(
            files.answer(answer),
            "its text was changed after the approval" if answer in approvals else "its text was never approved",
            f"When it has been reviewed: cryobot approve {answer} --by 'Name of the reviewer'",
        )
        for answer in waiting
    ] + [
        Problem(files.approvals, f"'{answer}' is approved, but there is no such answer", "Remove its entry.")
        for answer in sorted(set(approvals) - set(ids))
    ]
