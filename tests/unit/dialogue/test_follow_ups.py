from itertools import product
from pathlib import Path

import pytest

from cryobot.dialogue.context import Context
from cryobot.dialogue.follow_ups import Meaning, load_follow_ups, resolve
from cryobot.errors import DataFileError
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.understanding.labels import FOLLOW_UPS

Table = dict[str, tuple[Meaning, ...]]

# What the message would get if it did not lean on anything.
ALONE = ("overall-safety", "greet")

NONE, MARK, DANGER = Escalation.NONE, Escalation.DERMATOLOGIST, Escalation.EMERGENCY


def test_the_table_has_a_line_for_every_follow_up(follow_ups: Table, library: Library) -> None:
    assert set(follow_ups) == FOLLOW_UPS
    named = {line.answer for lines in follow_ups.values() for line in lines} - {"again", "related", "alone"}
    assert named <= set(library.answers)


@pytest.mark.parametrize(
    ("kind", "last", "escalation", "answers"),
    [
        # Nothing was said yet.
        ("follow-up-doubt", (), NONE, ALONE),
        ("follow-up-more", (), NONE, ALONE),
        ("follow-up-treat", (), NONE, ("scar-care",)),
        ("affirm", (), NONE, ("unclear",)),
        ("deny", (), NONE, ("unclear",)),
        # After an answer.
        ("follow-up-doubt", ("uses",), NONE, ("uses",)),
        ("follow-up-doubt", ("uses", "not-covered"), NONE, ("uses", "not-covered")),
        ("follow-up-plays-down", (), NONE, ALONE),
        ("follow-up-plays-down", ("uses",), NONE, ALONE),
        ("deny", ("uses",), NONE, ("capabilities",)),
        # After an offer of staff.
        ("affirm", ("not-covered",), NONE, ("talk-to-staff",)),
        ("affirm", ("feedback-negative",), NONE, ("talk-to-staff",)),
        # After an escalation.
        ("follow-up-plays-down", ("skin-marks",), MARK, ("skin-marks",)),
        ("follow-up-doubt", ("skin-marks",), MARK, ("skin-marks",)),
        ("follow-up-more", ("skin-marks",), MARK, ("skin-marks",)),
        ("follow-up-treat", ("skin-marks",), MARK, ("scar-care",)),
        ("affirm", ("skin-marks",), MARK, ("skin-marks",)),
        ("deny", ("skin-marks",), MARK, ("skin-marks",)),
        ("follow-up-treat", ("emergency",), DANGER, ("emergency",)),
        ("affirm", ("emergency",), DANGER, ("emergency",)),
        ("follow-up-plays-down", ("ask-a-doctor",), NONE, ("ask-a-doctor",)),
        # Long after an escalation.
        ("follow-up-plays-down", ("uses",), MARK, ("skin-marks",)),
        ("follow-up-plays-down", ("not-covered",), DANGER, ("emergency",)),
        ("affirm", ("not-covered",), MARK, ("skin-marks",)),
    ],
)
def test_means_what_the_conversation_makes_of_it(
    follow_ups: Table,
    library: Library,
    kind: str,
    last: tuple[str, ...],
    escalation: Escalation,
    answers: tuple[str, ...],
) -> None:
    assert resolve(kind, Context(last, escalation), follow_ups, library, ALONE) == answers


def test_more_gives_the_first_related_answer(follow_ups: Table, library: Library) -> None:
    related = library.get("uses").follow_ups[0]
    assert resolve("follow-up-more", Context(("uses",)), follow_ups, library, ALONE) == (related,)


def test_always_gives_an_answer_of_the_library(follow_ups: Table, library: Library) -> None:
    contexts = [Context(), *(Context((a,), e) for a, e in product(library.answers, (NONE, MARK, DANGER)))]
    for kind, context in product(FOLLOW_UPS, contexts):
        found = resolve(kind, context, follow_ups, library, ALONE)
        assert found, (kind, context)
        assert set(found) <= set(library.answers)


@pytest.mark.parametrize("kind", sorted(FOLLOW_UPS - {"follow-up-doubt", "follow-up-treat", "follow-up-more"}))
@pytest.mark.parametrize(("escalation", "answer"), [(MARK, "skin-marks"), (DANGER, "emergency")])
def test_playing_down_never_ends_an_escalation(
    follow_ups: Table, library: Library, kind: str, escalation: Escalation, answer: str
) -> None:
    for last in set(library.answers) - {"emergency"}:
        assert answer in resolve(kind, Context((last,), escalation), follow_ups, library, ALONE)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("affirm:\n  - {after: sometimes, answer: uses}\n", "affirm"),
        ("affirm:\n  - {after: any}\n", "answer"),
        ("affirm: uses\n", "affirm"),
    ],
)
def test_names_the_line_that_is_wrong(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "follow_ups.yml").write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_follow_ups(tmp_path)
