from typing import Any
from uuid import uuid1, uuid4

import pytest
from tiny_bot.actions import LIBRARY

from cryobot.channels.incoming import InvalidMessage, Limits
from cryobot.channels.outgoing import approved_by
from cryobot.channels.web_requests import read_after, read_contact, read_conversation, read_rating
from cryobot.guidance.answer import Escalation
from cryobot.records.record import RecordKind, ShownText

APPROVED = approved_by(LIBRARY)
LIMITS = Limits(100, APPROVED.payloads)
ID = str(uuid4())
RATING = {
    "guidance_id": "skin-marks",
    "version": LIBRARY.text("skin-marks").version,
    "question": " ａ mark?\u200b",
    "helpful": True,
}


def test_takes_a_random_uuid() -> None:
    assert read_conversation(ID) == ID


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "",
        5,
        [ID],
        ID.upper().replace("4", "A"),
        f"{{{ID}}}",
        f"urn:uuid:{ID}",
        ID.replace("-", ""),
        f" {ID}",
        f"{ID}\n",
        ID[:-1],
        str(uuid1()),
        "00000000-0000-0000-0000-000000000000",
        "123e4567-e89b-42d3-1456-426614174000",
        "anna",
        "\ud800",
    ],
)
def test_takes_nothing_that_may_be_guessed(wrong: object) -> None:
    with pytest.raises(InvalidMessage, match=r"version 4, lower case.*'conversation'") as refused:
        read_conversation(wrong)
    assert refused.value.status == 400


@pytest.mark.parametrize(("helpful", "kind"), [(True, RecordKind.HELPFUL), (False, RecordKind.NOT_HELPFUL)])
def test_a_rating_becomes_a_record(helpful: bool, kind: RecordKind) -> None:
    record = read_rating(ID, RATING | {"helpful": helpful}, LIMITS, APPROVED).as_record("web")

    assert (record.kind, record.escalation) == (kind, Escalation.DERMATOLOGIST)
    assert (record.sender_id, record.channel, record.question) == (ID, "web", " ａ mark?\u200b")
    assert record.shown == (ShownText("skin-marks", LIBRARY.text("skin-marks").version),)


def test_every_variant_can_be_rated_and_a_button_can_be_the_question() -> None:
    version = LIBRARY.text("unclear", "again").version
    content = RATING | {"guidance_id": "unclear", "version": version, "question": "/skin-marks"}

    rating = read_rating(ID, content, LIMITS, APPROVED)

    assert rating.message.question == "/skin-marks"
    assert rating.shown.version == version


@pytest.mark.parametrize(
    ("change", "status", "word"),
    [
        ({"helpful": None}, 400, "true or false"),
        ({"helpful": "yes"}, 400, "true or false"),
        ({"helpful": 1}, 400, "true or false"),
        ({"guidance_id": None}, 400, "answer is missing"),
        ({"guidance_id": ["skin-marks"]}, 400, "answer is missing"),
        ({"version": 5}, 400, "answer is missing"),
        ({"version": "0123456789abcdef"}, 400, "No such answer"),
        ({"guidance_id": "prices"}, 400, "No such answer"),
        ({"version": LIBRARY.text("uses").version}, 400, "No such answer"),
        ({"question": None}, 400, "message is missing"),
        ({"question": ""}, 400, "message is empty"),
        ({"question": "//"}, 400, "message is empty"),
        ({"question": ["a"]}, 400, "must be a text"),
        ({"question": "a" * 101}, 413, "too long"),
    ],
)
def test_a_wrong_rating_is_refused(change: dict[str, Any], status: int, word: str) -> None:
    with pytest.raises(InvalidMessage, match=word) as refused:
        read_rating(ID, RATING | change, LIMITS, APPROVED)
    assert refused.value.status == status


@pytest.mark.parametrize("number", [0, 1, 2**63 - 1])
def test_takes_the_number_of_a_message(number: int) -> None:
    assert read_after(number) == number


@pytest.mark.parametrize("wrong", [None, -1, 2**63, 10**400, True, False, 1.0, "1", "", [1], {}])
def test_takes_nothing_else_for_the_number_of_a_message(wrong: object) -> None:
    with pytest.raises(InvalidMessage, match="'after'") as refused:
        read_after(wrong)
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("given", "contact"),
    [
        ("12345", "12345"),
        ("a" * 192 + "@a.de.fg", "a" * 192 + "@a.de.fg"),
        (" +34 600\u00a0000 000\n", "+34 600 000 000"),
        ("anna@example.org\x00\x1b\u200b\u202e", "anna@example.org"),
        ("Anna\r\n600 00 00 00", "Anna  600 00 00 00"),
        ("\u202egro.elpmaxe@anna", "gro.elpmaxe@anna"),
        ("<b>call me</b> 12345", "<b>call me</b> 12345"),
    ],
)
def test_a_contact_is_cleaned(given: str, contact: str) -> None:
    assert read_contact({"contact": given, "consent": True}) == contact


@pytest.mark.parametrize("consent", [None, False, 1, "true", "yes", [True]])
def test_no_contact_is_kept_without_consent(consent: object) -> None:
    with pytest.raises(InvalidMessage, match="consent") as refused:
        read_contact({"contact": "600 000 000", "consent": consent})
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        (None, 400),
        ("", 400),
        ("1234", 400),
        ("    1234    ", 400),
        ("\u200b" * 50, 400),
        ("////////", 400),
        (600000000, 400),
        (["600 000 000"], 400),
        ("a" * 201, 413),
        ("a" * 4000, 413),
        ("\ufdfa" * 200, 413),
    ],
)
def test_a_wrong_contact_is_refused(wrong: object, status: int) -> None:
    with pytest.raises(InvalidMessage, match=r"5 to 200 characters.*'contact'") as refused:
        read_contact({"contact": wrong, "consent": True})
    assert refused.value.status == status
