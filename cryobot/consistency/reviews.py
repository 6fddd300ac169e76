"""Reviews: which answers a person should look at again."""

from collections.abc import Iterable
from datetime import date

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer


def warnings(answers: Iterable[Answer], today: date, files: Files) -> list[Problem]:
    """List the answers whose review is due."""
    return [
        Problem(
            files.answer(answer.id),
            f"the review was due on {answer.review_due.isoformat()}",
            "Hold the text against the article, then set reviewed_on and review_due.",
        )
        for answer in answers
        if answer.review_due <= today
    ]
