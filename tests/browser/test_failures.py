"""Whatever fails: the approved text with the way to help is shown, nothing typed is lost, and one can try again."""

import re

import pytest
from playwright.sync_api import Page, expect
from real_browser.chat import Chat
from real_browser.faulty_proxy import Fault, FaultyProxy, Held, answers, closes, cuts, replies
from real_browser.host_pages import HostPages
from real_browser.replies import reply
from real_browser.watch import FAILED_REQUEST, Watch
from real_browser.words import EMERGENCY_NUMBER, approved

SAFE = "Is cryotherapy safe?"
REPLY = reply("Text.")
GATEWAY_PAGE = "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>"
HUGE = "[" + "0," * 3_000_000 + "0]"

FAULTS: dict[str, tuple[Fault, str]] = {
    "connection closed at once": (closes, "unreachable"),
    "error page of a gateway": (answers(502, GATEWAY_PAGE), "server"),
    "error of the server": (answers(500, {"error": "Something broke."}), "server"),
    "page instead of JSON": (answers(200, GATEWAY_PAGE), "reply"),
    "nothing at all": (answers(200, ""), "reply"),
    "JSON that stops": (answers(200, '{"replies": [{"text": "Te', Content_Type="application/json"), "reply"),
    "no replies": (replies(), "reply"),
    "another shape": (answers(200, [REPLY]), "reply"),
    "replies of a wrong type": (answers(200, {"replies": "Text."}), "reply"),
    "text of a wrong type": (replies({**REPLY, "text": {"a": 1}}), "reply"),
    "no metadata": (replies({"recipient_id": "anna", "text": "Text."}), "reply"),
    "escalation that nobody knows": (replies(reply("Text.", escalation="vet")), "reply"),
    "answer that is cut": (cuts, "reply"),
    "huge": (answers(200, HUGE), "reply"),
}


def expect_failure(chat: Chat, reason: str, message: str = SAFE) -> None:
    card = chat.failures
    expect(card).to_have_count(1)
    expect(card).to_be_visible()
    expect(chat.page.get_by_role("alert").filter(has_text=chat.words["failure_heading"])).to_be_visible()
    expect(card).to_contain_text(chat.words[f"failure_{reason}"])
    expect(card).to_contain_text(approved("service-unavailable"))
    link = card.get_by_role("link", name=chat.words["call"].replace("{number}", EMERGENCY_NUMBER))
    expect(link).to_have_attribute("href", f"tel:{EMERGENCY_NUMBER.replace(' ', '')}")
    expect(chat.questions.last).to_contain_text(message)
    expect(chat.questions.last).to_contain_text(chat.words["not_delivered"])
    expect(chat.button("failure_retry", card)).to_be_visible()


def expect_retry_to_work(chat: Chat) -> None:
    chat.button("failure_retry", chat.failures).click()
    expect(chat.answer("overall-safety")).to_be_visible()
    expect(chat.failures).to_have_count(0)
    expect(chat.questions).to_have_count(1)
    expect(chat.questions).not_to_contain_text(chat.words["not_delivered"])


@pytest.mark.parametrize("name", FAULTS)
def test_a_failure(spoiled: Chat, proxy: FaultyProxy, watch: Watch, name: str) -> None:
    watch.expect(FAILED_REQUEST, "CRYOBOT_ORIGINS")
    fault, reason = FAULTS[name]
    proxy.spoil(fault)
    spoiled.send(SAFE)
    expect_failure(spoiled, reason)
    expect(spoiled.answers).to_have_count(0)
    proxy.mend()
    expect_retry_to_work(spoiled)
    assert proxy.messages() == [SAFE, SAFE]


def test_a_device_that_is_offline(chat: Chat, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST)
    chat.page.context.set_offline(True)
    chat.send(SAFE)
    expect_failure(chat, "offline")
    chat.page.context.set_offline(False)
    expect_retry_to_work(chat)


def test_an_answer_that_takes_too_long(page: Page, proxy: FaultyProxy) -> None:
    page.clock.install()
    page.goto(proxy.url)
    chat = Chat(page).open()
    held = Held()
    proxy.spoil(held)
    chat.send(SAFE)
    expect(chat.status(chat.words["typing"])).to_be_visible()
    page.clock.fast_forward("05:00")
    expect_failure(chat, "timeout")
    proxy.mend()
    held.release()
    expect_retry_to_work(chat)


def test_too_many_messages(page: Page, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST)
    page.clock.install()
    page.goto(proxy.url)
    chat = Chat(page).open()
    proxy.spoil(answers(429, {"error": "Too many messages.", "retry_after": 90}, Retry_After="90"))
    chat.send(SAFE)
    expect_failure(chat, "limit")
    until = chat.words["failure_wait"].split("{", maxsplit=1)[0]
    expect(chat.failures).to_contain_text(re.compile(re.escape(until) + r"\d{1,2}:\d{2}"))
    retry = chat.button("failure_retry", chat.failures)
    expect(retry).to_be_disabled()
    proxy.mend()
    page.clock.fast_forward("01:35")
    expect(retry).to_be_enabled()
    expect_retry_to_work(chat)


def test_the_server_itself_says_that_something_failed(spoiled: Chat, proxy: FaultyProxy) -> None:
    own_failure = {"guidance_id": "service-unavailable", "basis": "safety-policy", "source": [], "sections": []}
    proxy.spoil(replies(REPLY, reply(approved("service-unavailable"), **own_failure)))
    spoiled.send(SAFE)
    expect_failure(spoiled, "server")
    expect(spoiled.answer("overall-safety")).to_contain_text("Text.")


def test_a_gateway_between_two_origins(page: Page, hosts: HostPages, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST, "CORS policy", "CRYOBOT_ORIGINS")
    page.goto(hosts.url("plain.html", proxy.url))
    chat = Chat(page).open()
    proxy.spoil(answers(502, GATEWAY_PAGE))
    chat.send(SAFE)
    expect_failure(chat, "unreachable")
    proxy.mend()
    expect_retry_to_work(chat)


def test_a_failed_question_survives_a_reload(spoiled: Chat, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST, "CRYOBOT_ORIGINS")
    proxy.spoil(closes)
    spoiled.fail(SAFE)
    spoiled.page.reload()
    spoiled.open()
    expect_failure(spoiled, "unreachable")
    proxy.mend()
    expect_retry_to_work(spoiled)


def test_one_can_ask_on_after_a_failure(spoiled: Chat, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST, "CRYOBOT_ORIGINS")
    proxy.spoil(closes)
    spoiled.fail(SAFE)
    proxy.mend()
    spoiled.ask("Who wrote this guidance?", "about-provider")
    expect(spoiled.questions.first).to_contain_text(spoiled.words["not_delivered"])


def test_a_rating_that_does_not_arrive_can_be_given_again(spoiled: Chat, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST, "CRYOBOT_ORIGINS")
    answer = spoiled.ask(SAFE, "overall-safety")
    helpful = spoiled.button("helpful", answer)
    proxy.spoil(closes)
    helpful.click()
    expect(helpful).to_have_attribute("aria-pressed", "false")
    proxy.mend()
    helpful.click()
    expect(helpful).to_have_attribute("aria-pressed", "true")
