"""A restart in the middle of the work: nothing is lost and nothing is sent twice."""

from collections import Counter

from platform_fakes.adapter import Adapter
from platform_fakes.fake import Mode

from messaging.bot import Serve

PERSONS = [f"person {number}" for number in range(12)]


def test_messages_that_wait_are_sent_after_a_restart(serve: Serve, adapter: Adapter) -> None:
    adapter.fake.switch(Mode.DOWN)
    with serve() as bot:
        for person in PERSONS:
            bot.say(person, "mark on the skin", "is cryotherapy safe?")
    assert adapter.fake.messages == []
    adapter.fake.switch(Mode.OK)
    with serve() as bot:
        bot.settle()

        assert {tuple(bot.ids(person)) for person in PERSONS} == {("skin-marks", "overall-safety")}


def test_a_stop_in_the_middle_of_a_backlog_loses_and_repeats_nothing(serve: Serve, adapter: Adapter) -> None:
    adapter.fake.switch(Mode.SLOW, seconds=0.1)
    with serve() as bot:
        for person in PERSONS:
            bot.say(person, "mark on the skin", "wait", "is cryotherapy safe?")
        adapter.fake.wait(lambda: len(adapter.fake.messages) >= 5)
    sent_before = len(adapter.fake.messages)
    with serve() as bot:
        bot.settle(60)

        expected = ("skin-marks", "overall-safety", "overall-safety")
        assert Counter(tuple(bot.ids(person)) for person in PERSONS) == {expected: len(PERSONS)}
    assert sent_before < len(adapter.fake.messages)


def test_stopping_waits_for_what_is_being_sent(serve: Serve, adapter: Adapter) -> None:
    adapter.fake.switch(Mode.SLOW, seconds=1.0)
    with serve() as bot:
        bot.say("anna", "is cryotherapy safe?")
        adapter.fake.wait(lambda: any(map(adapter.fake.person_of, adapter.fake.received)))
    assert len(adapter.fake.messages) == 1

    adapter.fake.switch(Mode.OK)
    with serve() as bot:
        bot.settle()
        assert bot.ids("anna") == ["overall-safety"]
