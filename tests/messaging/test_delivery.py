"""A platform that does not take what it is sent: nothing is lost, nothing comes twice, and the order stays."""

from dataclasses import replace

import pytest
from platform_fakes.adapter import Adapter
from platform_fakes.fake import Mode

from cryobot.messaging.retries import PartState
from messaging.bot import QUICK, MessagingBot, Serve

FAILURES = [
    (Mode.DOWN, 0.0),
    (Mode.SLOW, 0.4),
    (Mode.HANG, 0.0),
    (Mode.LIMITED, 1.0),
    (Mode.BROKEN, 0.0),
    (Mode.CUT, 0.0),
]


@pytest.mark.parametrize(("mode", "seconds"), FAILURES, ids=[mode for mode, _ in FAILURES])
def test_messages_arrive_once_and_in_order_when_the_platform_works_again(
    bot: MessagingBot, adapter: Adapter, mode: Mode, seconds: float
) -> None:
    adapter.fake.switch(mode, times=float("inf") if mode is Mode.DOWN else 2, seconds=seconds)
    bot.say("anna", "mark on the skin", "is cryotherapy safe?", "cannot breathe")
    if mode is Mode.DOWN:
        bot.until(lambda: bool(bot.journal.undelivered()))
        adapter.fake.switch(Mode.OK)
    bot.settle()

    assert bot.ids("anna") == ["skin-marks", "overall-safety", "emergency"]
    assert bot.journal.undelivered() == []


def test_the_webhook_acknowledges_at_once_while_the_platform_hangs(bot: MessagingBot, adapter: Adapter) -> None:
    adapter.fake.switch(Mode.HANG)
    bot.say("anna", "is cryotherapy safe?")
    adapter.fake.wait(lambda: any(adapter.fake.person_of(received) for received in adapter.fake.received))

    assert bot.post(adapter.text("anna", "mark on the skin")).elapsed.total_seconds() < 1
    adapter.fake.switch(Mode.OK)
    bot.settle()
    assert bot.ids("anna") == ["overall-safety", "skin-marks"]


def test_the_other_channels_go_on_without_the_platform(serve: Serve, adapter: Adapter) -> None:
    adapter.fake.switch(Mode.DOWN)
    with serve() as bot:
        assert bot.ask_rest("anna", "is cryotherapy safe?")[0]["metadata"]["guidance_id"] == "overall-safety"


def test_a_slow_person_does_not_hold_up_others(bot: MessagingBot, adapter: Adapter) -> None:
    adapter.fake.switch(Mode.SLOW, seconds=1.2, person=adapter.id_of("anna"))
    bot.say("anna", *["is cryotherapy safe?"] * 3)
    bot.say("ben", *["mark on the skin"] * 3)
    adapter.fake.wait(lambda: len(adapter.fake.texts(adapter.id_of("ben"))) == 3)

    assert len(bot.ids("anna")) < 3
    bot.settle()
    assert bot.ids("anna") == ["overall-safety"] * 3


def test_a_question_that_takes_long_does_not_hold_up_others(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", "wait")
    bot.say("ben", "mark on the skin")
    adapter.fake.wait(lambda: len(adapter.fake.messages) == 1)

    assert (bot.ids("anna"), bot.ids("ben")) == ([], ["skin-marks"])
    bot.settle()
    assert bot.ids("anna") == ["overall-safety"]


def test_somebody_who_blocked_the_assistant_is_left_alone_until_they_write_again(
    bot: MessagingBot, adapter: Adapter
) -> None:
    anna = adapter.id_of("anna")
    bot.say("anna", "is cryotherapy safe?")
    bot.settle()
    adapter.fake.switch(Mode.BLOCKED, person=anna)
    bot.say("anna", *["mark on the skin"] * 3)
    bot.settle()
    tried = [received for received in adapter.fake.received if adapter.fake.person_of(received) == anna]

    # One for the answer that arrived; at most one for each message, which unblocks.
    assert 2 <= len(tried) <= 4
    assert {found.state for found in bot.journal.undelivered()} == {PartState.BLOCKED}
    adapter.fake.switch(Mode.OK, person=anna)
    bot.say("anna", "cannot breathe")
    bot.settle()
    assert bot.ids("anna") == ["overall-safety", "emergency"]


def test_an_ordinary_message_is_given_up_and_an_escalation_is_not(serve: Serve, adapter: Adapter) -> None:
    with serve(pace=replace(QUICK, patience=0.4)) as bot:
        adapter.fake.switch(Mode.BROKEN)
        bot.say("anna", "is cryotherapy safe?", "mark on the skin", "is cryotherapy safe?")
        bot.until(lambda: sum(f.count for f in bot.journal.undelivered() if f.state is PartState.FAILED) == 2)
        adapter.fake.switch(Mode.OK)
        bot.settle()

        assert bot.ids("anna") == ["skin-marks"]
        assert [(f.state, f.count) for f in bot.journal.undelivered()] == [(PartState.FAILED, 2)]
        assert "500" in bot.journal.undelivered()[0].reason
