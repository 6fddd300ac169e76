"""Sections of the article: each that an answer cites has a heading."""

from collections.abc import Iterable

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer
from cryobot.guidance.sections import FALLBACK_LANGUAGE, Sections, without_heading


def problems(answers: Iterable[Answer], sections: Sections, files: Files) -> list[Problem]:
    """Hold the sections that the answers cite against the headings there are."""
    missing = {letter: answer.id for answer in answers for letter in without_heading(answer.source, sections)}
    return [
        Problem(
            files.sections,
            f"section {letter}, which '{answer}' cites, has no heading in English",
            f"Add `{letter}: {{{FALLBACK_LANGUAGE}: ...}}` with the heading of the article.",
        )
        for letter, answer in sorted(missing.items())
    ]
