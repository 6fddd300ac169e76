"""One click deletes a conversation in the browser and on the server."""

from playwright.sync_api import expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.databases import kept
from real_browser.faulty_proxy import FaultyProxy, answers, closes
from real_browser.watch import FAILED_REQUEST, Watch

MARK = "There is a blister on my foot since the session, says Wilhelmina."
NAME = "Wilhelmina"
BOTH = ["conversations.db", "records.db"]


def test_it_is_gone_here_and_on_the_server(spoiled: Chat, proxy: FaultyProxy, bot: RunningBot) -> None:
    spoiled.ask(MARK, "skin-marks")
    conversation = proxy.asked[0][1]["conversation"]
    assert set(BOTH) <= set(kept(bot, conversation)), "it was there"
    assert kept(bot, NAME)
    with spoiled.page.expect_response("**/webhooks/web/forget") as response:
        spoiled.button("wipe").click()
    assert response.value.status == 204
    expect(spoiled.questions).to_have_count(0)
    expect(spoiled.answers).to_have_count(0)
    expect(spoiled.status(spoiled.words["wiped_everywhere"])).to_have_count(1)
    assert kept(bot, conversation) == []
    assert kept(bot, NAME) == []
    assert conversation not in str(spoiled.stored())
    assert NAME not in str(spoiled.stored())


def test_conversations_before_it_are_gone_too(spoiled: Chat, proxy: FaultyProxy, bot: RunningBot) -> None:
    spoiled.ask(MARK, "skin-marks")
    spoiled.button("start_again").click()
    expect(spoiled.answers).to_have_count(0)
    spoiled.ask("Is cryotherapy safe?", "overall-safety")
    first, second = (content["conversation"] for path, content in proxy.asked if path.endswith("/messages"))
    assert first != second
    assert kept(bot, first), "to start again deletes nothing on the server"
    assert NAME not in str(spoiled.stored())
    spoiled.button("wipe").click()
    expect(spoiled.status(spoiled.words["wiped_everywhere"])).to_have_count(1)
    for gone in (first, second):
        assert kept(bot, gone) == []
        assert gone not in str(spoiled.stored())


def test_a_server_that_is_busy_has_not_confirmed(spoiled: Chat, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST)
    spoiled.ask(MARK, "skin-marks")
    proxy.spoil(answers(429, {"error": "Too many messages.", "retry_after": 90}, Retry_After="90"))
    spoiled.button("wipe").click()
    expect(spoiled.status(spoiled.words["wiped_here"])).to_have_count(1)
    assert "reached" not in spoiled.words["wiped_here"]


def test_it_is_gone_in_other_tabs_too(chat: Chat) -> None:
    chat.ask(MARK, "skin-marks")
    other_page = chat.page.context.new_page()
    other_page.goto(chat.page.url)
    other = Chat(other_page).open()
    expect(other.answers).to_have_count(1)
    chat.button("wipe").click()
    expect(other.answers).to_have_count(0)
    expect(other.questions).to_have_count(0)


def test_what_could_not_be_deleted_on_the_server_is_deleted_later(
    spoiled: Chat, proxy: FaultyProxy, bot: RunningBot, watch: Watch
) -> None:
    watch.expect(FAILED_REQUEST, "CRYOBOT_ORIGINS")
    spoiled.ask(MARK, "skin-marks")
    conversation = proxy.asked[0][1]["conversation"]
    proxy.spoil(closes)
    spoiled.button("wipe").click()
    expect(spoiled.status(spoiled.words["wiped_here"])).to_have_count(1)
    expect(spoiled.answers).to_have_count(0)
    assert NAME not in str(spoiled.stored())
    assert kept(bot, conversation)
    proxy.mend()
    with spoiled.page.expect_response("**/webhooks/web/forget"):
        spoiled.page.reload()
        spoiled.open()
    assert kept(bot, conversation) == []
    spoiled.page.wait_for_function("id => !JSON.stringify({ ...localStorage }).includes(id)", arg=conversation)
