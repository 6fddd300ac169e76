"""A server that was taken over, or somebody in between: what it sends is shown as text, or not at all."""

import pytest
from playwright.sync_api import expect
from real_browser.chat import Chat
from real_browser.faulty_proxy import FaultyProxy, replies
from real_browser.replies import reply

TEXTS = {
    "script": "<script>window.hacked = true</script>",
    "image": "<img src=x onerror='window.hacked = true'>",
    "frame": "<iframe srcdoc='<script>parent.hacked = true</script>'></iframe>",
    "drawing": "<svg><a xlink:href='javascript:window.hacked=true'><text>tap</text></a></svg>",
    "style": "<style>* { display: none !important }</style>",
    "link": "<a href='javascript:window.hacked=true'>tap here</a>",
    "Markdown": "[tap here](javascript:window.hacked=true) ![](http://203.0.113.7/pixel.png) <http://203.0.113.7/>",
    "expression": "${window.hacked = true} {{constructor.constructor('window.hacked=true')()}}",
    "end of the element": "</p></article></div></template></dialog><script>window.hacked = true</script>",
    "other direction": "\u202etsigolotamred eht ees \u2066 do not\u2069 Zoom\u0301\u0301\u0301\u0301",
}
FIELDS = ("sections", "version", "reviewed_on", "language", "guidance_id")


def expect_no_harm(chat: Chat) -> None:
    assert chat.page.evaluate("window.hacked") is None
    inside = chat.page.locator("cryobot-chat")
    for what in ("script", "img", "iframe", "object", "embed", "[href^='javascript' i]", "[onerror]"):
        expect(inside.locator(what)).to_have_count(0)
    expect(chat.field).to_be_visible()


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_text(spoiled: Chat, proxy: FaultyProxy, name: str) -> None:
    proxy.spoil(replies(reply(TEXTS[name])))
    spoiled.send("hello")
    expect(spoiled.answers).to_have_count(1)
    assert TEXTS[name] in (spoiled.answers.text_content() or "")
    expect_no_harm(spoiled)
    spoiled.page.reload()
    spoiled.open()
    expect(spoiled.answers).to_have_count(1)
    expect_no_harm(spoiled)


def test_directions_end_with_the_text(spoiled: Chat, proxy: FaultyProxy) -> None:
    proxy.spoil(replies(reply(TEXTS["other direction"])))
    spoiled.send("hello")
    text = spoiled.answers.locator("[lang=en]").first
    expect(text).to_be_visible()
    assert text.evaluate("node => getComputedStyle(node).unicodeBidi") in {"isolate", "isolate-override", "plaintext"}


def test_a_text_without_an_end_stays_in_its_place(spoiled: Chat, proxy: FaultyProxy) -> None:
    proxy.spoil(replies(reply("a" * 4000)))
    spoiled.send("b" * 4000)
    expect(spoiled.answers).to_have_count(1)
    wide = spoiled.panel.evaluate(
        "panel => [panel, ...panel.querySelectorAll('*')].filter(part => part.scrollWidth > part.clientWidth + 1"
        " && getComputedStyle(part).display !== 'inline' && part.clientWidth > 50).map(part => part.className)"
    )
    assert wide == []


@pytest.mark.parametrize(
    "payload",
    ["javascript:alert(1)", "https://203.0.113.7/", "/../admin", "/forget {}", "hello", "/Skin-Marks", "", 7, None],
)
def test_a_button_that_is_none_of_ours_is_not_shown(spoiled: Chat, proxy: FaultyProxy, payload: object) -> None:
    good = {"title": "Good", "payload": "/skin-marks"}
    proxy.spoil(replies(reply("Text.", [{"title": "Bad", "payload": payload}, good])))
    spoiled.send("hello")
    expect(spoiled.answers.get_by_role("button", name="Good")).to_be_visible()
    expect(spoiled.answers.get_by_role("button", name="Bad")).to_have_count(0)


def test_a_title_of_a_button_is_text(spoiled: Chat, proxy: FaultyProxy) -> None:
    title = "<img src=x onerror='window.hacked = true'>"
    proxy.spoil(replies(reply("Text.", [{"title": title, "payload": "/skin-marks"}])))
    spoiled.send("hello")
    expect(spoiled.answers.get_by_role("button", name=title)).to_be_visible()
    expect_no_harm(spoiled)


@pytest.mark.parametrize("field", FIELDS)
def test_other_fields_do_no_harm(spoiled: Chat, proxy: FaultyProxy, field: str) -> None:
    value = "\"><img src=x onerror='window.hacked = true'>"
    proxy.spoil(replies(reply("Text.", **{field: [value] if field == "sections" else value})))
    spoiled.send("hello")
    expect(spoiled.answers.or_(spoiled.failures)).to_have_count(1)
    expect_no_harm(spoiled)


def test_what_a_visitor_types_is_text_too(chat: Chat) -> None:
    chat.send(TEXTS["image"])
    expect(chat.questions).to_contain_text(TEXTS["image"])
    expect(chat.answers).to_have_count(1)
    expect_no_harm(chat)


def test_a_damaged_store_of_the_browser_does_no_harm(chat: Chat) -> None:
    chat.ask("Is cryotherapy safe?", "overall-safety")
    for damage in ("{", "null", '{"messages": 7}', '[{"kind": "answer"}]'):
        chat.page.evaluate(
            "damage => Object.keys(localStorage).forEach(key => localStorage.setItem(key, damage))", damage
        )
        chat.page.reload()
        chat.open()
        expect(chat.questions).to_have_count(0)
    chat.ask("Is cryotherapy safe?", "overall-safety")
