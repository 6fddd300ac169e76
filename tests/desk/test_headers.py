"""What every answer of the desk says about itself, to browsers."""

from pathlib import Path
from typing import TYPE_CHECKING

from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer

EXPECTED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_every_page(staffed: "DeskServer") -> None:
    from real_desk.routes import of_method, path_of

    for browser in (staffed.browser(Role.EDITOR), staffed.browser(Role.DESK), staffed.stranger()):
        for page in of_method(staffed, "GET"):
            with browser.client.stream("GET", f"/staff{path_of(page)}") as answer:
                assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED, page.full_path
                assert "Strict-Transport-Security" not in answer.headers
                assert "Server" not in answer.headers


def test_pages_for_problems(staffed: "DeskServer") -> None:
    browser = staffed.browser()
    answers = {
        404: browser.get("/nothing/here"),
        405: browser.client.put("/staff/account"),
        403: browser.get("/audit"),
        413: browser.send("/log-out", {"words": "x" * 70_000}),
    }

    for status, answer in answers.items():
        assert answer.status_code == status
        assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert f">{status}<" in answer.text


def test_pages_have_no_script_and_no_style_in_them(staffed: "DeskServer") -> None:
    import re

    from real_desk.routes import of_method, path_of

    browser = staffed.browser(Role.EDITOR)
    for page in of_method(staffed, "GET"):
        with browser.client.stream("GET", f"/staff{path_of(page)}") as answer:
            if not answer.headers["Content-Type"].startswith("text/html"):
                continue
            text = answer.read().decode()
        assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=\"/staff/static/)", text) == []


def test_files_may_be_kept_for_ever_under_their_names(staffed: "DeskServer") -> None:
    import re

    page = staffed.stranger().get("/log-in").text
    paths = re.findall(r'(?:src|href)="(/staff/static/[^"]+)"', page)
    assert {Path(path).suffix for path in paths} == {".css", ".js", ".svg"}
    for path in paths:
        answer = staffed.live.client.get(path)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_under_https_cookies_are_kept_from_http_and_from_other_hosts(model: Path, tmp_path: Path) -> None:
    from real_desk.house import PASSWORD, desk_server
    from tiny_bot.model import load

    with desk_server(load(model), tmp_path, proxies=1) as server:
        server.account()
        browser = server.stranger()
        browser.client.headers.update({"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"})
        form = browser.get("/log-in")
        guest = form.headers["Set-Cookie"].partition(";")[0]
        token = form.text.partition('name="csrf_token" value="')[2].partition('"')[0]
        answer = browser.send("/log-in", {"csrf_token": token, "name": "maria", "password": PASSWORD}, Cookie=guest)

    assert form.headers["Strict-Transport-Security"] == "max-age=31536000"
    (cookie,) = (c for c in answer.headers.get_list("Set-Cookie") if "cryobot-staff=" in c)
    assert cookie.startswith("__Host-cryobot-staff=")
    assert cookie.partition("; ")[2] == "HttpOnly; SameSite=Strict; Path=/; Secure"


def test_without_a_proxy_nobody_is_believed_to_use_https(staffed: "DeskServer") -> None:
    answer = staffed.stranger().get("/log-in", X_Forwarded_Proto="https")

    assert "Strict-Transport-Security" not in answer.headers
    assert "Secure" not in answer.headers["Set-Cookie"]
