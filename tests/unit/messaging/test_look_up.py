import pytest

from cryobot.desk.texts import load_texts
from cryobot.errors import StoreError
from cryobot.guidance.installed import installed_library
from cryobot.messaging import look_up as looking_up
from cryobot.messaging.look_up import look_up
from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore

TEXTS = load_texts("en").look_up


def recorded(records: RecordStore) -> list[tuple[str, list[str]]]:
    """Give each question without an answer, with the answers that were shown."""
    kept = records.list(kind=RecordKind.UNANSWERED)
    return [(record.question, [shown.guidance_id for shown in record.shown]) for record in kept]


def found(answer: str) -> tuple[str, str]:
    return installed_library().get(answer).title, installed_library().text(answer).text


def test_staff_find_the_texts_that_visitors_get(own_records: RecordStore) -> None:
    shown = look_up("home kit")

    assert shown[0] == found("equipment-safety")
    assert len(shown) == 3
    assert recorded(own_records) == []


@pytest.mark.usefixtures("own_records")
def test_what_is_urgent_comes_first() -> None:
    shown = look_up("blister home kit")

    title, text = found("skin-marks")
    assert shown[0] in [(title, text), (f"{TEXTS.on_top}: {title}", text)]
    assert [text for _, text in shown].count(text) == 1


@pytest.mark.parametrize(
    ("words", "head", "answer"),
    [("price list", TEXTS.not_covered_head, "not-covered"), ("pacemaker", TEXTS.doctor_head, "ask-a-doctor")],
)
def test_what_has_no_answer_says_so_and_is_recorded(
    words: str, head: str, answer: str, own_records: RecordStore
) -> None:
    (said, text), *rest = look_up(words)

    assert said == head
    assert text.endswith(TEXTS.noted)
    assert rest == [found(answer)], "the second best is no answer"
    assert recorded(own_records) == [(words, [answer])]


def test_nothing_found_is_said_and_recorded(own_records: RecordStore) -> None:
    assert look_up("xyzzy") == [(TEXTS.nothing_head, f"{TEXTS.nothing}\n{TEXTS.noted}")]
    assert recorded(own_records) == [("xyzzy", [])]


def test_a_question_that_cannot_be_recorded_is_answered_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> RecordStore:
        raise StoreError("The record store does not answer.")

    monkeypatch.setattr(looking_up, "installed_store", broken)
    (_, text), *rest = look_up("price list")

    assert text.endswith(TEXTS.not_noted)
    assert rest == [found("not-covered")]
