"""Reads the answers one by one, so that one malformed file hides no other."""

from dataclasses import dataclass
from pathlib import Path

from cryobot import data_files
from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import each_readable
from cryobot.guidance.answer import Answer


@dataclass(frozen=True)
class AnswerFiles:
    """The answers that can be read, and the ids of all, also of those that cannot."""

    answers: dict[str, Answer]
    ids: frozenset[str]
    problems: list[Problem]


def read_answers(folder: Path) -> AnswerFiles:
    """Read every answer of a folder."""
    files = sorted(folder.glob("*.yml"))
    read, problems = each_readable(files, lambda file: data_files.load(file, Answer))
    problems += [
        Problem(file, f"its id is '{answer.id}'", f"Name the file {answer.id}.yml, or change the id.")
        for file, answer in read
        if file.stem != answer.id
    ]
    if not files:
        problems.append(Problem(folder, "there are no answers in this folder", "Add one file for each answer."))
    unread = {file.stem for file in files} - {file.stem for file, _ in read}
    answers = {answer.id: answer for _, answer in read}
    return AnswerFiles(answers, frozenset(answers) | unread, problems)
