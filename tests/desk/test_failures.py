"""What is said when the desk or its store fails, and that visitors do not notice."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cryobot.desk.routing import Page
from cryobot.errors import StoreError

if TYPE_CHECKING:
    from real_desk.house import DeskServer

    from cryobot.desk.visit import Visit

WORDS = "I have a red mark on my leg"


async def fail(visit: "Visit") -> Any:
    raise ValueError(WORDS)


async def render_nonsense(visit: "Visit") -> Any:
    return visit.render("account.html", words=WORDS)


async def start_and_fail(visit: "Visit") -> Any:
    answer = await visit.request.respond(content_type="text/event-stream")
    await answer.send(b"data: 1\n\n")
    raise ValueError(WORDS)


PAGES = (
    Page("/fail", "GET", fail),
    Page("/fail", "POST", fail),
    Page("/nonsense", "GET", render_nonsense),
    Page("/start", "GET", start_and_fail),
)


@pytest.mark.parametrize(("method", "path"), [("GET", "/fail"), ("POST", "/fail"), ("GET", "/nonsense")])
def test_a_page_that_fails(
    model: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, method: str, path: str
) -> None:
    from real_desk.house import desk_server
    from tiny_bot.model import load

    with desk_server(load(model), tmp_path, PAGES) as server:
        browser = server.browser()
        answer = browser.get(path) if method == "GET" else browser.post(path, {"words": WORDS})
        part = browser.get("/fail", HX_Request="true")

    assert answer.status_code == 500
    assert "The desk made a mistake" in answer.text
    assert WORDS not in answer.text
    assert part.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert part.text.startswith("Nothing was lost")
    (line, *_) = (r.getMessage() for r in caplog.records if r.name == "cryobot.desk.site")
    assert "of the desk failed:" in line
    assert WORDS not in caplog.text


def test_a_stream_that_fails_after_it_began(model: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from real_desk.house import desk_server
    from tiny_bot.model import load

    with desk_server(load(model), tmp_path, PAGES) as server:
        answer = server.browser().get("/start")

    assert answer.text == "data: 1\n\n"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "ValueError at test_failures.py" in caplog.text
    assert WORDS not in caplog.text


def test_the_store_is_lost_and_comes_back(
    staffed: "DeskServer", tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    browser = staffed.browser()
    token = browser.csrf_token()
    file, aside = tmp_path / "records.db", tmp_path / "aside.db"
    file.rename(aside)
    file.mkdir()
    answers = [browser.get("/account"), browser.send("/log-out", {"csrf_token": token}), browser.get("/nothing")]

    assert [answer.status_code for answer in answers] == [503, 503, 404]
    assert "The desk is not available" in answers[0].text
    assert staffed.live.ids("anna", "is cryotherapy safe?") == ["overall-safety"]
    file.rmdir()
    aside.rename(file)
    assert browser.get("/account").status_code == 200


def test_a_desk_that_cannot_be_opened_is_tried_again(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from real_desk.house import open_desk
    from tiny_bot.live_server import serving
    from tiny_bot.model import load

    from cryobot.desk import site

    monkeypatch.setattr(site, "OPEN_AGAIN_SECONDS", 0.0)
    mended: list[bool] = []

    def open_at_last() -> Any:
        if not mended:
            raise StoreError(WORDS)
        return open_desk(f"sqlite:///{tmp_path / 'records.db'}")

    desk = site.DeskSite(open_at_last)
    with serving(load(model), desk=desk) as live:
        answers = [live.client.get("/staff/account"), live.client.get("/staff/account")]
        assert live.ids("anna", "is cryotherapy safe?") == ["overall-safety"]
        mended.append(True)
        answers.append(live.client.get("/staff/account"))

    assert [answer.status_code for answer in answers] == [503, 503, 303]
    assert "The desk is not available" in answers[0].text
    assert WORDS not in caplog.text


def test_damaged_templates_close_the_desk_and_nothing_else(
    model: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from real_desk.house import open_desk
    from tiny_bot.live_server import serving
    from tiny_bot.model import load

    from cryobot.desk.site import DeskSite
    from cryobot.desk.templates import Templates

    (tmp_path / "broken.html").write_text("{% block %}")

    def load_damaged() -> Any:
        desk = open_desk(f"sqlite:///{tmp_path / 'records.db'}")
        from cryobot.desk.frame import load_frame

        frame = load_frame(desk.settings)
        Templates(frame.texts, frame.assets, desk.zone, tmp_path)

    with serving(load(model), desk=DeskSite(load=load_damaged)) as live:
        answers = [live.client.get(path) for path in ("/staff", "/staff/log-in", "/staff/anything")]
        assert live.ids("anna", "is cryotherapy safe?") == ["overall-safety"]

    assert [(answer.status_code, answer.text) for answer in answers] == [(503, "Service Unavailable")] * 3
    assert answers[0].headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "broken.html: This is not a template" in caplog.text


@pytest.mark.parametrize("path", ["/nothing", "/queue/../../nothing", "/%00", "/account/nothing", "/static/base.css"])
def test_addresses_that_nothing_is_at(staffed: "DeskServer", path: str) -> None:
    answer = staffed.browser().client.request("GET", "/", extensions={"target": f"/staff{path}".encode()})

    assert answer.status_code == 404
    assert "There is no such page" in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
def test_methods_that_a_page_does_not_have(staffed: "DeskServer", method: str) -> None:
    answer = staffed.browser().client.request(method, "/staff/account")

    assert (answer.status_code, "This cannot be done this way" in answer.text) == (405, True)


def test_asking_for_the_head_of_a_page(staffed: "DeskServer") -> None:
    answer = staffed.browser().client.head("/staff/account")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("body", [b"a" * 70_000, b"&".join(b"a=%d" % n for n in range(1_100))])
def test_forms_that_are_too_large(staffed: "DeskServer", body: bytes) -> None:
    browser = staffed.browser()
    answer = browser.client.post(
        "/staff/log-out",
        content=body,
        headers={"Origin": browser.origin, "Content-Type": "application/x-www-form-urlencoded"},
    )

    assert (answer.status_code, "That is too much at once" in answer.text) == (413, True)


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=a", "text/plain"])
def test_what_is_no_form_has_no_fields(staffed: "DeskServer", kind: str) -> None:
    browser = staffed.browser()
    body = f"csrf_token={browser.csrf_token()}".encode()
    answer = browser.client.post(
        "/staff/log-out", content=body, headers={"Origin": browser.origin, "Content-Type": kind}
    )

    assert answer.status_code == 403
    assert browser.get("/account").status_code == 200
