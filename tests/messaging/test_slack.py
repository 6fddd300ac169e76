"""What only Slack does: slash commands of staff, and threads in channels."""

import json

import pytest
from platform_fakes.slack import BOT_USER, CHANNEL, SlackAdapter

from cryobot.desk.texts import load_texts
from cryobot.messaging.look_up import look_up
from messaging.bot import MessagingBot

TEXTS = load_texts("en").look_up

pytestmark = pytest.mark.parametrize("adapter", ["slack"], indirect=True)


def test_staff_are_shown_what_they_look_up_in_their_direct_messages(bot: MessagingBot, adapter: SlackAdapter) -> None:
    adapter.fake.wait(lambda: any(received.path == "/auth.test" for received in adapter.fake.received))
    post = adapter.command("anna", "frostbite")
    bot.until(lambda: bool(bot.post(post).text))
    acknowledgement = bot.post(post)
    bot.settle()

    assert json.loads(acknowledgement.text) == {"response_type": "ephemeral", "text": f"→ <@{BOT_USER}>"}
    found = [f"{title}\n\n{text}" for title, text in look_up("frostbite")]
    assert found
    assert adapter.fake.texts(adapter.id_of("anna")) == found


@pytest.mark.usefixtures("own_records")
def test_staff_are_told_when_nothing_is_found(bot: MessagingBot, adapter: SlackAdapter) -> None:
    bot.tell(adapter.command("anna", "xylophone"))
    bot.settle()

    (said,) = adapter.fake.texts(adapter.id_of("anna"))
    assert said.startswith(f"{TEXTS.nothing_head}\n\n{TEXTS.nothing}")


def test_a_mention_is_answered_in_its_thread(bot: MessagingBot, adapter: SlackAdapter) -> None:
    said = adapter.mention("anna", "is cryotherapy safe?")
    bot.tell(adapter.event(said), adapter.event(said, retry=1))
    bot.tell(adapter.event({**said, "type": "message", "channel_type": "channel"}))
    bot.settle()

    (answered,) = [received.json() for received in adapter.fake.received if adapter.fake.person_of(received)]
    assert (answered["channel"], answered["thread_ts"]) == (CHANNEL, said["ts"])
