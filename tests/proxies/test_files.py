"""The files that a browser loads come through as the assistant sends them."""

import re

import httpx
import pytest
from real_bot.process import RunningBot

ONCE = ("X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy", "Strict-Transport-Security")
FOR_EVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=300"
ASK_FIRST = "no-cache"
GZIP = {"Accept-Encoding": "gzip"}


def path_of(kind: str, bot: RunningBot) -> str:
    """Give the address of a file whose name changes with its content."""
    if kind == "page":
        return "/"
    if kind == "launcher":
        return "/widget.js"
    source, pattern = ("/widget.js", r"/chat-[^\"/]+\.js") if kind == "chat" else ("/", r"/demo/[^\"]+\.css")
    found = re.search(pattern, bot.client.get(source).text)
    assert found, f"{source} names no {kind}"
    return found[0]


@pytest.mark.parametrize(
    ("kind", "cache", "content_type"),
    [
        ("page", ASK_FIRST, "text/html; charset=utf-8"),
        ("style", FOR_EVER, "text/css; charset=utf-8"),
        ("launcher", BRIEFLY, "text/javascript; charset=utf-8"),
        ("chat", FOR_EVER, "text/javascript; charset=utf-8"),
    ],
)
def test_comes_through_compressed(
    visitor: httpx.Client, bot: RunningBot, kind: str, cache: str, content_type: str
) -> None:
    path = path_of(kind, bot)
    answer = visitor.get(path, headers=GZIP)
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Cache-Control"] == cache
    assert answer.headers["Content-Type"] == content_type
    assert answer.content == bot.client.get(path).content
    assert int(answer.headers["Content-Length"]) < len(answer.content)

    known = {**GZIP, "If-None-Match": answer.headers["ETag"]}
    assert visitor.get(path, headers=known).status_code == 304
    plain = visitor.get(path, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert plain.content == answer.content


@pytest.mark.parametrize("kind", ["page", "launcher", "chat"])
def test_security_headers_are_there_once(visitor: httpx.Client, bot: RunningBot, kind: str) -> None:
    headers = visitor.get(path_of(kind, bot)).headers
    assert {name: len(headers.get_list(name)) for name in ONCE} == dict.fromkeys(ONCE, 1)


def test_pages_of_all_websites_may_load_the_widget(visitor: httpx.Client, bot: RunningBot) -> None:
    for kind in ("launcher", "chat"):
        headers = visitor.get(path_of(kind, bot), headers={"Origin": "https://anywhere.example"}).headers
        assert headers.get_list("Access-Control-Allow-Origin") == ["*"]


def test_a_page_from_before_an_update_gets_the_chat_of_now(visitor: httpx.Client, bot: RunningBot) -> None:
    answer = visitor.get("/chat-0123456789ab.js")

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, ASK_FIRST)
    assert answer.content == visitor.get(path_of("chat", bot)).content
