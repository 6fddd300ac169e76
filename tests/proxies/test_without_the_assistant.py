"""The proxy when the assistant is slow, broken or gone."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from real_bot.process import free_port
from real_browser.serving import Handler, serving
from real_proxies.asking import MESSAGES, send
from real_proxies.servers import PROXIES, started
from real_proxies.shipped import CADDY, NGINX

from cryobot.settings import Settings

# Well before the widget gives up by itself.
PROMPT_SECONDS = 3.0

each_proxy = pytest.mark.parametrize("name", PROXIES)


@contextmanager
def in_front_of(name: str, folder: Path, port: int) -> Iterator[httpx.Client]:
    with started(name, folder, f"127.0.0.1:{port}") as proxy, proxy.client() as client:
        yield client


@each_proxy
def test_says_at_once_that_the_assistant_is_not_running(name: str, tmp_path: Path) -> None:
    with in_front_of(name, tmp_path, free_port()) as client:
        before = time.monotonic()
        answer = send(client, "is it safe")
        assert answer.status_code == 502
        assert time.monotonic() - before < PROMPT_SECONDS


@each_proxy
def test_says_at_once_that_the_assistant_died_with_the_question(name: str, tmp_path: Path) -> None:
    class Dying(Handler):
        def respond(self) -> None:
            self.close_connection = True

    with serving(Dying) as port, in_front_of(name, tmp_path, port) as client:
        before = time.monotonic()
        answer = send(client, "is it safe")
        assert answer.status_code == 502
        assert time.monotonic() - before < PROMPT_SECONDS


@each_proxy
def test_refuses_what_is_far_too_large(name: str, tmp_path: Path) -> None:
    class Taking(Handler):
        def respond(self) -> None:
            self.reply(200, {}, b"")

    with serving(Taking) as port, in_front_of(name, tmp_path, port) as client:
        # Just above the limit, so that all of it is sent before the proxy answers.
        assert client.post(MESSAGES, content=b"x" * (128 * 1024 + 1)).status_code == 413


@each_proxy
def test_passes_on_every_event_of_a_stream_at_once(name: str, tmp_path: Path) -> None:
    class Streaming(Handler):
        def respond(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            for event in (b"data: one\n\n", b"data: two\n\n"):
                self.wfile.write(event)
                self.wfile.flush()
                time.sleep(1)
            self.close_connection = True

    with (
        serving(Streaming) as port,
        in_front_of(name, tmp_path, port) as client,
        client.stream("GET", MESSAGES) as stream,
    ):
        arrived = [(time.monotonic(), line) for line in stream.iter_lines() if line]
    (first, one), (second, two) = arrived
    assert (one, two) == ("data: one", "data: two")
    assert second - first > 0.7


@pytest.mark.parametrize(
    ("file", "setting"), [(NGINX, r"proxy_read_timeout (\d+)s;"), (CADDY, r"response_header_timeout (\d+)s")]
)
def test_waits_longer_than_the_assistant_ever_does(file: Path, setting: str) -> None:
    found = re.findall(setting, file.read_text(encoding="utf-8"))
    longest = max(limit.le for limit in Settings.model_fields["deadline_seconds"].metadata if hasattr(limit, "le"))
    assert found
    assert all(int(seconds) > longest + 10 for seconds in found)
