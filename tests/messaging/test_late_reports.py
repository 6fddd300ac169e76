"""A platform takes a message, and reports later what became of it. Telegram, Messenger and Slack never do."""

from dataclasses import replace

import pytest
from platform_fakes.adapter import Adapter, Fate, Post
from platform_fakes.fake import Mode

from cryobot.messaging.retries import PartState
from messaging.bot import QUICK, MessagingBot, Serve

pytestmark = pytest.mark.parametrize("adapter", ["twilio", "whatsapp"], indirect=True)

ORDINARY, ESCALATION = "is cryotherapy safe?", "mark on the skin"


def late(adapter: Adapter, person: str, fate: Fate, number: int = -1) -> Post:
    """Give the report of a message: of the last that was taken, or of another."""
    post = adapter.late(person, adapter.fake.message_ids[number], fate)
    assert post is not None
    return post


def undelivered(bot: MessagingBot) -> list[tuple[PartState, int]]:
    return [(found.state, found.count) for found in bot.journal.undelivered()]


def test_an_escalation_that_got_lost_is_sent_again_and_arrives_once(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", ESCALATION)
    bot.settle()
    for tries in (2, 3):
        bot.tell(late(adapter, "anna", Fate.LOST))
        bot.until(lambda: len(adapter.fake.messages) == tries)  # noqa: B023
        bot.settle()
    bot.tell(late(adapter, "anna", Fate.ARRIVED), late(adapter, "anna", Fate.LOST))
    bot.say("anna", ORDINARY)
    bot.settle()

    assert bot.ids("anna") == ["skin-marks"] * 3 + ["overall-safety"]
    assert bot.journal.undelivered() == []


def test_an_ordinary_answer_that_got_lost_is_recorded_and_counted(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", ORDINARY)
    bot.settle()
    bot.tell(late(adapter, "anna", Fate.LOST))

    assert bot.waiting() == (0, 0)
    (found,) = bot.journal.undelivered()
    assert (found.platform, found.state, found.count) == (adapter.name, PartState.FAILED, 1)
    assert any(code in found.reason for code in ("63018", "131000"))
    assert bot.ids("anna") == ["overall-safety"]


@pytest.mark.parametrize("fate", [Fate.LOST, Fate.HOPELESS, Fate.BLOCKED])
def test_a_repeated_report_changes_nothing(bot: MessagingBot, adapter: Adapter, fate: Fate) -> None:
    bot.say("anna", ESCALATION)
    bot.settle()
    report = late(adapter, "anna", fate)
    bot.tell(report, report)
    sent = 2 if fate is Fate.LOST else 1
    bot.until(lambda: len(adapter.fake.messages) == sent)
    bot.settle()
    bot.tell(report, report)

    assert bot.waiting() == (0, 0)
    assert bot.ids("anna") == ["skin-marks"] * sent
    expected = {
        Fate.LOST: [],
        Fate.HOPELESS: [(PartState.FAILED, 1)],
        Fate.BLOCKED: [(PartState.BLOCKED, 1)],
    }
    assert undelivered(bot) == expected[fate]


def test_a_forged_report_is_refused(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", ESCALATION)
    bot.settle()
    for what, post in adapter.forged(late(adapter, "anna", Fate.LOST)).items():
        assert bot.post(post).status_code in (401, 403), what

    assert bot.waiting() == (0, 0)
    assert bot.journal.undelivered() == []
    assert bot.ids("anna") == ["skin-marks"]


def test_a_report_of_what_nobody_sent_is_passed_over(bot: MessagingBot, adapter: Adapter) -> None:
    report = adapter.late("anna", "SM" + "f" * 32, Fate.LOST)
    assert report is not None
    bot.tell(report)
    bot.say("anna", ESCALATION)
    bot.settle()

    assert bot.ids("anna") == ["skin-marks"]
    assert bot.journal.undelivered() == []


def test_a_report_that_comes_before_the_answer_of_the_platform_is_heeded(bot: MessagingBot, adapter: Adapter) -> None:
    adapter.fake.switch(Mode.SLOW, times=1, seconds=0.5)
    bot.say("anna", ESCALATION)
    adapter.fake.wait(lambda: any(map(adapter.fake.person_of, adapter.fake.received)))
    # What the platform will call its first message.
    first = {"twilio": f"SM{16**8 + 1:032x}", "whatsapp": "wamid.OUT1"}[adapter.name]
    report = adapter.late("anna", first, Fate.LOST)
    assert report is not None
    bot.tell(report)
    bot.until(lambda: len(adapter.fake.messages) == 2)
    bot.settle()

    assert adapter.fake.message_ids[0] == first
    assert bot.ids("anna") == ["skin-marks"] * 2


def test_a_report_is_heeded_after_a_restart(serve: Serve, adapter: Adapter) -> None:
    with serve() as bot:
        bot.say("anna", ESCALATION)
        bot.settle()
    with serve() as bot:
        bot.tell(late(adapter, "anna", Fate.LOST))
        bot.until(lambda: len(adapter.fake.messages) == 2)
        bot.settle()

        assert bot.ids("anna") == ["skin-marks"] * 2


def test_what_is_to_be_sent_again_is_so_after_a_restart(serve: Serve, adapter: Adapter) -> None:
    with serve() as bot:
        bot.say("anna", ESCALATION)
        bot.settle()
        adapter.fake.switch(Mode.DOWN)
        bot.tell(late(adapter, "anna", Fate.LOST))
    adapter.fake.switch(Mode.OK)
    with serve() as bot:
        bot.settle()

        assert bot.ids("anna") == ["skin-marks"] * 2
        assert bot.journal.undelivered() == []


def test_an_escalation_is_given_up_when_its_time_is_over(serve: Serve, adapter: Adapter) -> None:
    with serve(pace=replace(QUICK, urgent_patience=0.0)) as bot:
        bot.say("anna", ESCALATION)
        bot.settle()
        bot.tell(late(adapter, "anna", Fate.LOST))

        assert undelivered(bot) == [(PartState.FAILED, 1)]
        assert bot.ids("anna") == ["skin-marks"]


def test_somebody_who_cannot_be_reached_is_left_alone_until_they_write(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", ESCALATION)
    bot.settle()
    bot.tell(late(adapter, "anna", Fate.BLOCKED))

    assert undelivered(bot) == [(PartState.BLOCKED, 1)]
    bot.say("anna", ORDINARY)
    bot.settle()
    assert bot.ids("anna") == ["skin-marks", "overall-safety"]


def test_what_arrived_after_all_is_not_counted(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", ORDINARY)
    bot.settle()
    bot.tell(late(adapter, "anna", Fate.LOST), late(adapter, "anna", Fate.ARRIVED))

    assert bot.journal.undelivered() == []
