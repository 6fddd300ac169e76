"""What staff write reaches the person, once, and the assistant is silent meanwhile."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from platform_fakes.adapter import Adapter
from platform_fakes.fake import Mode, Shown
from tiny_bot.actions import LIBRARY

from cryobot.cases.case import Case, EventKind
from cryobot.guidance.answer import Escalation
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.records.installed import installed_cases, installed_exchanges, installed_store
from cryobot.records.record import Record, RecordKind
from messaging.bot import KEY, QUICK, MessagingBot, Serve

# What all platforms share is tried with one of them.
PIPELINE = pytest.mark.parametrize("adapter", ["telegram"], indirect=True)
NASTY = "<!channel> <script>alert(1)</script> *bold* _it_ [x](http://e.x) \u202eevil \U0001f642 {name} &amp;"


def sender_of(adapter: Adapter, bot: MessagingBot, person: str) -> str:
    """Give the conversation of a person who wrote."""
    with bot.journal.database.transaction() as connection:
        known = connection.exec_driver_sql("SELECT sender, person FROM messaging_people").all()
    pseudonyms = Pseudonyms(KEY)
    (sender,) = [row.sender for row in known if adapter.id_of(person) in (row.person, row.person.split("/")[0])]
    assert sender.startswith(f"{adapter.name}:")
    assert sender in {pseudonyms.sender(adapter.name, row.person) for row in known}
    return str(sender)


def open_case(adapter: Adapter, bot: MessagingBot, person: str = "anna") -> Case:
    bot.say(person, "hello")
    bot.settle()
    sender = sender_of(adapter, bot, person)
    installed_store().add(
        Record(
            kind=RecordKind.HAND_OVER,
            escalation=Escalation.STAFF,
            sender_id=sender,
            channel=adapter.name,
            question="a person, please",
        )
    )
    return next(case for case in installed_cases().queue() if case.sender_id == sender)


def words(adapter: Adapter, bot: MessagingBot, person: str = "anna") -> list[str]:
    shown: list[Shown] = [m for m in adapter.fake.messages if m.person == adapter.id_of(person)]
    return [adapter.words(message) for message in shown][1:]


def undelivered(case: Case) -> list[str]:
    """Give the words of staff that did not arrive; of a notice, nothing."""
    messages = installed_cases().messages(case.id)
    return ["" if message.is_notice else message.text for message in messages if message.is_undelivered]


def notice(variant: str) -> str:
    return LIBRARY.text("talk-to-staff", variant).text


def arrive(adapter: Adapter, bot: MessagingBot, count: int, person: str = "anna") -> None:
    bot.until(lambda: len(words(adapter, bot, person)) >= count and installed_cases().to_pass_on(adapter.name) == [])
    bot.settle()


def test_a_person_takes_over_writes_and_leaves(bot: MessagingBot, adapter: Adapter) -> None:
    case = open_case(adapter, bot)
    assert case.can_reply
    installed_cases().take(case.id, "maria")
    installed_cases().say(case.id, "maria", "Maria", "Hello, what can I do?")
    arrive(adapter, bot, 2)

    bot.say("anna", "is cryotherapy safe?", "mark on the skin")
    bot.settle()
    installed_cases().hand_back(case.id, "maria")
    arrive(adapter, bot, 4)
    bot.say("anna", "is cryotherapy safe?")
    bot.settle()

    assert words(adapter, bot) == [
        notice("joined"),
        "Maria (staff):\nHello, what can I do?",
        LIBRARY.text("skin-marks").text,
        notice("left"),
        LIBRARY.text("overall-safety").text,
    ]
    said = [(kept.question, kept.held) for kept in installed_exchanges().of_sender(case.sender_id)]
    assert said[1:] == [
        ("is cryotherapy safe?", True),
        ("mark on the skin", True),
        ("is cryotherapy safe?", False),
    ]


def test_nobody_else_is_held_or_written_to(bot: MessagingBot, adapter: Adapter) -> None:
    case = open_case(adapter, bot)
    installed_cases().take(case.id, "maria")
    installed_cases().say(case.id, "maria", "Maria", "to Anna")
    bot.say("berta", "hello", "is cryotherapy safe?")
    arrive(adapter, bot, 2)
    assert words(adapter, bot, "berta") == [LIBRARY.text("overall-safety").text]
    assert words(adapter, bot)[1] == "Maria (staff):\nto Anna"


@pytest.mark.parametrize("text", [NASTY, "a" * 2000, "word " * 399], ids=["nasty", "one word", "many words"])
def test_words_of_staff_arrive_whole_and_harmless(bot: MessagingBot, adapter: Adapter, text: str) -> None:
    case = open_case(adapter, bot)
    installed_cases().take(case.id, "maria")
    kept = installed_cases().say(case.id, "maria", "Maria {name}", text).text
    arrive(adapter, bot, 2)
    arrived = "".join("".join(part.split()) for part in words(adapter, bot)[1:])
    assert arrived == "".join(f"Maria {{name}} (staff):\n{kept}".split())


@PIPELINE
def test_what_cannot_be_sent_waits_and_keeps_its_order(bot: MessagingBot, adapter: Adapter) -> None:
    case = open_case(adapter, bot)
    adapter.fake.switch(Mode.DOWN)
    installed_cases().take(case.id, "maria")
    for number in range(5):
        installed_cases().say(case.id, "maria", "Maria", str(number))
    bot.until(lambda: installed_cases().to_pass_on(adapter.name) == [])
    adapter.fake.switch(Mode.OK)
    arrive(adapter, bot, 6)
    assert words(adapter, bot) == [notice("joined"), *(f"Maria (staff):\n{number}" for number in range(5))]


@PIPELINE
def test_nothing_is_repeated_when_the_program_ends_between_the_databases(serve: Serve, adapter: Adapter) -> None:
    with serve() as bot:
        case = open_case(adapter, bot)
        installed_cases().take(case.id, "maria")
        installed_cases().say(case.id, "maria", "Maria", "Hello")
        arrive(adapter, bot, 2)
    for _ in range(3):
        # As if it had ended just before the desk was told.
        with installed_store().database.transaction() as connection:
            connection.exec_driver_sql("UPDATE desk_messages SET passed_on_at = NULL")
        with serve() as bot:
            arrive(adapter, bot, 2)
    assert words(adapter, bot) == [notice("joined"), "Maria (staff):\nHello"]


@PIPELINE
def test_what_was_written_while_the_program_was_stopped_arrives(serve: Serve, adapter: Adapter) -> None:
    with serve() as bot:
        case = open_case(adapter, bot)
    installed_cases().take(case.id, "maria")
    installed_cases().say(case.id, "maria", "Maria", "Hello")
    with serve() as bot:
        arrive(adapter, bot, 2)
    assert words(adapter, bot)[1] == "Maria (staff):\nHello"


@PIPELINE
def test_somebody_who_is_not_known_any_more_holds_nobody_up(
    bot: MessagingBot, adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    forgotten, case = open_case(adapter, bot, "anna"), open_case(adapter, bot, "berta")
    bot.journal.forget(forgotten.sender_id)
    installed_cases().take(forgotten.id, "maria")
    installed_cases().say(forgotten.id, "maria", "Maria", "a private word")
    installed_cases().take(case.id, "maria")
    arrive(adapter, bot, 1, "berta")
    assert words(adapter, bot, "berta") == [notice("joined")]
    assert words(adapter, bot, "anna") == []
    assert undelivered(forgotten) == ["", "a private word"]
    assert undelivered(case) == []
    assert "nobody to go to in telegram" in caplog.text
    assert "private" not in caplog.text


@pytest.mark.parametrize("mode", [Mode.BLOCKED, Mode.BROKEN])
def test_staff_are_told_once_what_the_platform_does_not_deliver(serve: Serve, adapter: Adapter, mode: Mode) -> None:
    with serve(pace=replace(QUICK, patience=0.4)) as bot:
        case = open_case(adapter, bot)
        installed_cases().take(case.id, "maria")
        installed_cases().say(case.id, "maria", "Maria", "Hello")
        arrive(adapter, bot, 2)
        adapter.fake.switch(mode, person=adapter.id_of("anna"))
        installed_cases().say(case.id, "maria", "Maria", "Are you there? " * 99)
        bot.until(lambda: undelivered(case) != [])
        adapter.fake.switch(Mode.OK, person=adapter.id_of("anna"))
    with serve() as bot:
        bot.say("anna", "hello")
        bot.settle()
        installed_cases().say(case.id, "maria", "Maria", "Again")
        bot.until(lambda: "Maria (staff):\nAgain" in words(adapter, bot))

    assert undelivered(case) == ["Are you there? " * 99]
    kinds = [event.kind for event in installed_cases().trail(case.id)]
    assert kinds.count(EventKind.NOT_DELIVERED) == 1


@PIPELINE
def test_a_locked_desk_is_waited_for(bot: MessagingBot, adapter: Adapter) -> None:
    case = open_case(adapter, bot)
    installed_cases().take(case.id, "maria")
    arrive(adapter, bot, 1)
    path = str(installed_store()).removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE desk_messages SET passed_on_at = NULL")
        bot.say("anna", "mark on the skin")
        bot.settle()
        other.execute("COMMIT")
    installed_cases().say(case.id, "maria", "Maria", "Hello")
    arrive(adapter, bot, 3)
    assert words(adapter, bot) == [
        notice("joined"),
        LIBRARY.text("skin-marks").text,
        "Maria (staff):\nHello",
    ]
