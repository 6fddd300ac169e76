"""What every platform does unless it says otherwise, and what is said of all of them."""

import re
from pathlib import Path

import pytest
from platform_fakes.adapter import Adapter
from platform_fakes.all import ADAPTERS

from cryobot.messaging.installed import platform_channels
from cryobot.messaging.limits import length
from cryobot.messaging.outgoing import Address
from cryobot.messaging.platform import BODY_BYTES, Platform
from cryobot.paths import PROJECT
from cryobot.server.app import REQUEST_BYTES

from .plain_platform import plain_platform

LIMITS = {channel.name(): channel.platform_type.body_bytes for channel in platform_channels()}
UNITS = {"k": 1024, "m": 1024**2, "KiB": 1024, "MiB": 1024**2}


def test_a_text_that_was_looked_up_is_split_like_any_other() -> None:
    platform = plain_platform()
    requests = platform.found("Scars", "They are rare. " * 200, Address("anna"))
    texts = [str(request.json["text"]) for request in requests if request.json]

    assert len(texts) == len(requests) > 1
    assert max(map(length, texts)) <= platform.limits.text_characters
    assert " ".join(texts).split() == ["Scars", *("They are rare. " * 200).split()]


def test_meta_may_post_more_than_the_others() -> None:
    larger = {name for name, most in LIMITS.items() if most > BODY_BYTES}

    assert larger == {"whatsapp", "messenger"}
    assert {LIMITS[name] for name in larger} == {3 * 1024 * 1024}
    assert max(LIMITS.values()) < REQUEST_BYTES


@pytest.mark.parametrize(
    ("file", "block"),
    [
        ("nginx.conf", r"\^/webhooks/\(([a-z|]+)\)/webhook\$ \{\s+client_max_body_size (\d+)(\w+);"),
        (
            "Caddyfile",
            r"\^/webhooks/\(([a-z|]+)\)/webhook\$\s+handle @\w+ \{\s+request_body \{\s+max_size (\d+)(\w+)\s",
        ),
    ],
)
def test_the_proxies_let_through_what_is_read(file: str, block: str) -> None:
    text = Path(PROJECT, "deploy", file).read_text("utf-8")
    found = {
        name: int(most) * UNITS[unit] for names, most, unit in re.findall(block, text) for name in names.split("|")
    }

    assert found == LIMITS


def test_those_that_report_later_are_known() -> None:
    reporting = {name for name, adapter in ADAPTERS.items() if adapter.late is not Adapter.late}

    assert reporting == {"twilio", "whatsapp"}
    assert reporting == {
        channel.name() for channel in platform_channels() if channel.platform_type.reports is not Platform.reports
    }
