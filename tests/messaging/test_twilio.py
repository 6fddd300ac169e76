"""What only Twilio does: no buttons, and an acknowledgement in its own markup."""

import pytest
from platform_fakes.adapter import Adapter
from tiny_bot.actions import LIBRARY

from messaging.bot import MessagingBot

pytestmark = pytest.mark.parametrize("adapter", ["twilio"], indirect=True)


@pytest.mark.parametrize("chosen", ["{number}", " {number}. ", "{title}"])
def test_a_button_is_offered_by_number_and_can_be_chosen(bot: MessagingBot, adapter: Adapter, chosen: str) -> None:
    bot.say("anna", "hello")
    bot.settle()
    (titles,), wanted = bot.titles("anna"), LIBRARY.button_title("skin-marks")
    assert adapter.fake.messages[0].buttons == ()
    bot.say("anna", chosen.format(number=titles.index(wanted) + 1, title=wanted.upper()))
    bot.settle()

    assert bot.ids("anna") == ["greet", "skin-marks"]


def test_the_acknowledgement_is_markup_without_a_message(bot: MessagingBot, adapter: Adapter) -> None:
    response = bot.post(adapter.text("anna", "is cryotherapy safe?"))

    assert response.headers["content-type"].partition(";")[0] == "text/xml"
    assert response.text == '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    bot.settle()
