"""What stands under an answer: where it comes from, helpful or not, copy."""

from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import BrowserContext, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.databases import records_url
from real_browser.host_pages import HostPages
from real_browser.words import approved, library

from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore

SAFE = "Is cryotherapy safe?"
PRICE = "How much does a session cost?"


def test_an_answer_of_the_article_names_its_sections(chat: Chat) -> None:
    answer = chat.ask(SAFE, "overall-safety")
    source = chat.words["source_article"].split("{", maxsplit=1)[0]
    expect(answer.get_by_text(source)).to_be_visible()
    assert library().get("overall-safety").source
    line = answer.get_by_text(source).inner_text()
    assert len(line) > len(source), "a section is named"


def test_an_answer_of_the_safety_policy_says_so(chat: Chat) -> None:
    answer = chat.ask(PRICE, "not-covered")
    expect(answer.get_by_text(chat.words["source_policy"])).to_be_visible()


def test_one_reads_when_the_text_was_reviewed(chat: Chat) -> None:
    answer = chat.ask(SAFE, "overall-safety")
    reviewed_on = library().get("overall-safety").reviewed_on
    line = answer.get_by_text(chat.words["reviewed"].split("{", maxsplit=1)[0])
    expect(line).to_contain_text(str(reviewed_on.year))
    expect(line).to_contain_text(str(reviewed_on.day))


@pytest.mark.parametrize(("key", "kind"), [("helpful", RecordKind.HELPFUL), ("not_helpful", RecordKind.NOT_HELPFUL)])
def test_a_rating_is_kept_for_staff(chat: Chat, bot: RunningBot, key: str, kind: RecordKind) -> None:
    question = f"Is cryotherapy safe? Tell me, it should be {key}."
    answer = chat.ask(question, "overall-safety")
    expect(chat.button(key, answer)).to_have_attribute("aria-pressed", "false")
    with chat.page.expect_response("**/webhooks/web/ratings") as response:
        chat.button(key, answer).click()
    assert response.value.status == 204
    expect(chat.button(key, answer)).to_have_attribute("aria-pressed", "true")
    expect(chat.status(chat.words["thanks"])).to_have_count(1)
    with closing(RecordStore(records_url(bot))) as records:
        (record,) = [one for one in records.list(kind=kind) if question in one.question]
    assert [text.guidance_id for text in record.shown] == ["overall-safety"]
    chat.page.reload()
    chat.open()
    expect(chat.button(key, chat.answer("overall-safety"))).to_have_attribute("aria-pressed", "true")


def test_copy(new_context: Callable[..., BrowserContext], hosts: HostPages, bot: RunningBot) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page).open()
    answer = chat.ask(SAFE, "overall-safety")
    chat.button("copy", answer).click()
    expect(chat.status(chat.words["copied"])).to_have_count(1)
    assert approved("overall-safety") in page.evaluate("navigator.clipboard.readText()")


def test_copy_where_the_browser_refuses_it(chat: Chat) -> None:
    answer = chat.ask(SAFE, "overall-safety")
    chat.page.evaluate(
        """() => {
             navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
             document.execCommand = () => false;
           }"""
    )
    chat.button("copy", answer).click()
    expect(chat.status(chat.words["copy_failed"])).to_have_count(1)
