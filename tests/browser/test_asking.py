"""Questions and their answers."""

from datetime import UTC, datetime

from playwright.sync_api import expect
from real_browser.chat import Chat
from real_browser.faulty_proxy import FaultyProxy, Held
from real_browser.words import any_approved, approved, library

SAFE = "Is cryotherapy safe?"
PRICE = "How much does a session cost?"
LONGEST = 4000


def test_an_answer_is_the_approved_text(chat: Chat) -> None:
    answer = chat.ask(SAFE, "overall-safety")
    expect(answer.get_by_text(approved("overall-safety"), exact=True)).to_be_visible()
    expect(answer.locator("[lang=en][dir=ltr]").first).to_be_visible()
    expect(chat.questions).to_contain_text(SAFE)
    expect(chat.field).to_have_value("")
    expect(chat.field).to_be_focused()


def test_the_send_button_sends_too(chat: Chat) -> None:
    chat.field.fill(SAFE)
    chat.button("send").click()
    expect(chat.answer("overall-safety")).to_be_visible()


def test_shift_and_enter_begin_a_new_line(chat: Chat) -> None:
    chat.field.fill("Is cryotherapy")
    chat.field.press("Shift+Enter")
    chat.field.press_sequentially("safe?")
    expect(chat.field).to_have_value("Is cryotherapy\nsafe?")
    expect(chat.questions).to_have_count(0)


def test_nothing_is_sent_of_nothing(chat: Chat) -> None:
    chat.send("   ")
    expect(chat.questions).to_have_count(0)


def test_several_questions_get_several_answers(chat: Chat) -> None:
    chat.send("What time do you close today? Also my skin has blistered where they treated me.")
    expect(chat.answers).to_have_count(2)
    ids = [answer.get_attribute("data-guidance-id") for answer in chat.answers.all()]
    assert ids == ["skin-marks", "not-covered"], "the urgent one first"


def test_a_button_sends_its_payload_and_shows_its_title(spoiled: Chat, proxy: FaultyProxy) -> None:
    answer = spoiled.ask("There is a blister on my foot since the session.", "skin-marks")
    title = library().button_title("scar-care")
    answer.get_by_role("button", name=title, exact=True).click()
    expect(spoiled.answer("scar-care")).to_be_visible()
    expect(spoiled.questions.last).to_contain_text(title)
    expect(spoiled.questions.last).not_to_contain_text("/scar-care")
    assert proxy.messages()[1:] == ["/scar-care"]


def test_staff_are_within_reach_all_the_time(chat: Chat) -> None:
    chat.ask(SAFE, "overall-safety")
    expect(chat.talk_to_staff).to_be_in_viewport()
    chat.talk_to_staff.click()
    expect(chat.answer("talk-to-staff").get_by_text(any_approved("talk-to-staff"))).to_be_visible()
    expect(chat.questions.last).to_contain_text(chat.words["talk_to_staff"])


def test_one_sees_that_an_answer_is_coming_and_can_go_on_typing(spoiled: Chat, proxy: FaultyProxy) -> None:
    held = Held()
    proxy.spoil(held)
    spoiled.send(SAFE)
    typing = spoiled.status(spoiled.words["typing"])
    expect(typing).to_be_visible()
    spoiled.send(PRICE)
    spoiled.field.fill("and one m")
    expect(spoiled.questions).to_have_count(2)
    proxy.mend()
    held.release()
    expect(spoiled.answer("not-covered")).to_be_visible()
    expect(typing).to_be_hidden()
    expect(spoiled.field).to_have_value("and one m")
    assert proxy.messages() == [SAFE, PRICE], "one after the other, in their order"
    ids = [answer.get_attribute("data-guidance-id") for answer in spoiled.answers.all()]
    assert ids == ["overall-safety", "not-covered"]


def test_a_message_that_is_too_long_is_not_sent(chat: Chat) -> None:
    chat.field.fill("a" * (LONGEST + 1))
    warning = chat.words["too_long"].split("{", maxsplit=1)[0]
    expect(chat.panel.get_by_text(warning)).to_be_visible()
    expect(chat.button("send")).to_be_disabled()
    chat.field.press("Enter")
    expect(chat.questions).to_have_count(0)
    chat.field.fill(SAFE)
    expect(chat.panel.get_by_text(warning)).to_be_hidden()
    expect(chat.button("send")).to_be_enabled()


def test_each_message_says_who_and_when(chat: Chat) -> None:
    answer = chat.ask(SAFE, "overall-safety")
    for message, who in ((chat.questions.first, "you"), (answer, "bot")):
        expect(message.get_by_role("heading", name=chat.words[who])).to_have_count(1)
        said_at = datetime.fromisoformat(message.locator("time").get_attribute("datetime") or "")
        assert abs((datetime.now(UTC) - said_at).total_seconds()) < 120


def test_the_newest_answer_is_in_sight(chat: Chat) -> None:
    for message, guidance_id in ((SAFE, "overall-safety"), ("Who wrote this guidance?", "about-provider")):
        chat.ask(message, guidance_id)
    chat.ask(PRICE, "not-covered")
    expect(chat.answer("not-covered").get_by_text(approved("not-covered"))).to_be_in_viewport()
