"""Measures the look-ups of staff: whether the right answer is found, and a missing one is said to be missing."""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from cryobot.errors import DataFileError
from cryobot.evaluation.measures import Measure, measure
from cryobot.look_up.index import ASK_A_DOCTOR, NO_ANSWER, LookUp, Standing
from cryobot.look_up.urgent import URGENT

AMONG = 3
# What is right for questions that the guidance does not answer. `unclear` is a text that staff look up.
NOT_ANSWERED = (NO_ANSWER | {ASK_A_DOCTOR}) - {"unclear"}

LookUpFunction = Callable[[str, int], LookUp]


class LookUpFigure(StrEnum):
    """What is measured."""

    FIRST = "first"
    AMONG_THREE = "among_three"
    URGENT_ON_TOP = "urgent_on_top"
    NOT_COVERED_SAYS_SO = "not_covered_says_so"


class LookUpCase(BaseModel):
    """A few words, and the answers that are right for them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Annotated[str, StringConstraints(pattern=r"\S")]
    answers: tuple[str, ...] = Field(min_length=1)

    @property
    def has_no_answer(self) -> bool:
        """Tell whether nothing in the guidance answers this."""
        return set(self.answers) <= NOT_ANSWERED


@dataclass(frozen=True)
class Missed:
    """A look-up whose first answer is not a right one."""

    words: str
    answers: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(frozen=True)
class LookUpEvaluation:
    """All figures, and the look-ups that were missed."""

    figures: dict[LookUpFigure, Measure]
    missed: tuple[Missed, ...]


def load_look_ups(file: Path, known: Collection[str]) -> list[LookUpCase]:
    """Read look-ups, one JSON object a line.

    Args:
        file: to read.
        known: ids of the answers there are.

    Raises:
        DataFileError: the file is missing or empty, or a line is malformed or names an unknown answer.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise DataFileError(file, "the file is missing.") from None
    cases = [_parse(file, number, line, known) for number, line in enumerate(lines, start=1) if line.strip()]
    if not cases:
        raise DataFileError(file, "there are no look-ups in this file.")
    return cases


def evaluate_look_ups(cases: Sequence[LookUpCase], look_up: LookUpFunction) -> LookUpEvaluation:
    """Look all of them up, and count."""
    found = [(case, look_up(case.words, AMONG)) for case in cases]
    ids = [tuple(hit.answer.id for hit in result.hits) for _, result in found]
    verdicts: dict[LookUpFigure, list[tuple[str, bool]]] = {figure: [] for figure in LookUpFigure}
    for (case, result), answers in zip(found, ids, strict=True):
        verdicts[LookUpFigure.FIRST].append((case.words, bool(answers) and answers[0] in case.answers))
        verdicts[LookUpFigure.AMONG_THREE].append((case.words, not set(case.answers).isdisjoint(answers)))
        for urgent in set(case.answers) & set(URGENT):
            on_top = urgent in result.urgent or answers[:1] == (urgent,)
            verdicts[LookUpFigure.URGENT_ON_TOP].append((case.words, on_top))
        if case.has_no_answer:
            says_so = result.standing is not Standing.ANSWERED
            verdicts[LookUpFigure.NOT_COVERED_SAYS_SO].append((case.words, says_so))
    missed = (
        Missed(case.words, case.answers, answers)
        for case, answers in zip(cases, ids, strict=True)
        if not answers or answers[0] not in case.answers
    )
    return LookUpEvaluation({figure: measure(verdicts[figure]) for figure in LookUpFigure}, tuple(missed))


def _parse(file: Path, number: int, line: str, known: Collection[str]) -> LookUpCase:
    try:
        case = LookUpCase.model_validate(json.loads(line))
    except (ValueError, ValidationError) as error:
        raise DataFileError(file, f"line {number}: {error}") from None
    unknown = sorted(set(case.answers) - set(known))
    if unknown:
        raise DataFileError(file, f"line {number}: there is no answer '{unknown[0]}'.")
    return case
