"""The buttons of the head: save and start again. For deleting see test_wiping.py."""

from pathlib import Path

from playwright.sync_api import expect
from real_browser.chat import Chat
from real_browser.words import approved

SAFE = "Is cryotherapy safe?"
DANGER = "My husband has chest pain."


def test_the_conversation_can_be_saved_as_text(chat: Chat, tmp_path: Path) -> None:
    chat.ask(SAFE, "overall-safety")
    chat.ask(DANGER, "emergency")
    with chat.page.expect_download() as download:
        chat.button("save").click()
    file = tmp_path / "saved.txt"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert download.value.suggested_filename.startswith(chat.words["save_file"])
    assert download.value.suggested_filename.endswith(".txt")
    parts = [chat.words["save_heading"], SAFE, approved("overall-safety"), DANGER, approved("emergency")]
    places = [text.find(part) for part in parts]
    assert -1 not in places, text
    assert places == sorted(places)
    assert chat.words["escalation_emergency"] in text


def test_start_again(chat: Chat) -> None:
    chat.ask(SAFE, "overall-safety")
    chat.button("start_again").click()
    expect(chat.questions).to_have_count(0)
    expect(chat.answers).to_have_count(0)
    expect(chat.panel.get_by_text(approved("greet"))).to_be_visible()
    expect(chat.status(chat.words["started_again"])).to_have_count(1)
    chat.ask(SAFE, "overall-safety")


def test_a_new_start_is_a_new_conversation_to_the_server(chat: Chat) -> None:
    sent: list[str] = []
    chat.page.on(
        "request",
        lambda request: (
            sent.append(request.post_data_json["conversation"])
            if request.method == "POST" and request.url.endswith("/messages")
            else None
        ),
    )
    chat.ask(SAFE, "overall-safety")
    chat.button("start_again").click()
    chat.ask(SAFE, "overall-safety")
    assert len(set(sent)) == 2
