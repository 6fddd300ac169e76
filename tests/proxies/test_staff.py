"""The staff desk, as a browser of staff finds it behind the proxies."""

import re
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
from real_bot.process import RunningBot

from cryobot.records.store import RecordStore
from cryobot.staff.accounts import AccountStore
from cryobot.staff.role import Role

PASSWORD = "warm words for cold rooms"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@pytest.fixture(scope="module")
def maria(bot: RunningBot) -> Iterator[str]:
    """The name of somebody with an account."""
    with closing(RecordStore(f"sqlite:///{bot.log.parent / 'records.db'}")) as store:
        accounts = AccountStore(store.database)
        # The proxies have one assistant between them.
        found = accounts.find("maria") or accounts.add("maria", "Maria", Role.EDITOR, PASSWORD)
        yield found.name


def log_in(visitor: httpx.Client, name: str, **headers: str) -> httpx.Response:
    found = TOKEN.search(visitor.get("/staff/log-in").text)
    assert found
    fields = {"csrf_token": found[1], "name": name, "password": PASSWORD}
    origin = str(visitor.base_url).rstrip("/")
    return visitor.post("/staff/log-in", data=fields, headers={"Origin": origin, **headers})


def test_a_stranger_is_led_to_the_log_in(visitor: httpx.Client) -> None:
    answer = visitor.get("/staff")

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/staff/log-in"


def test_logging_in_over_tls(visitor: httpx.Client, maria: str) -> None:
    answer = log_in(visitor, maria)

    assert answer.status_code == 303
    (cookie,) = (c for c in answer.headers.get_list("Set-Cookie") if "cryobot-staff=" in c)
    assert cookie.startswith("__Host-cryobot-staff=")
    assert cookie.partition("; ")[2] == "HttpOnly; SameSite=Strict; Path=/; Secure"
    page = visitor.get("/staff/account")
    assert (page.status_code, "Maria" in page.text) == (200, True)
    assert page.headers.get_list("Content-Security-Policy")[0].startswith("default-src 'none'")


def test_forms_of_other_sites_stay_outside(visitor: httpx.Client, maria: str) -> None:
    assert log_in(visitor, maria, Origin="https://www.example.org").status_code == 403


def test_what_pages_load_comes_compressed(visitor: httpx.Client) -> None:
    (style,) = re.findall(r'href="(/staff/static/base-[^"]+\.css)"', visitor.get("/staff/log-in").text)
    answer = visitor.get(style)

    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_events_come_at_once(visitor: httpx.Client, maria: str) -> None:
    log_in(visitor, maria)
    with visitor.stream("GET", "/staff/events", timeout=10) as answer:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        assert next(answer.iter_bytes())
