from types import SimpleNamespace

import pytest

from cryobot.browser.addresses import client_address, counted_address


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:50123", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::9]", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", None),
        ("unknown", None),
        ("_hidden", None),
        ("192.0.2.7, 192.0.2.8", None),
    ],
)
def test_an_address_has_one_form(text: str, counted: str | None) -> None:
    assert counted_address(text) == counted


@pytest.mark.parametrize(
    ("remote", "peer", "counted"),
    [
        ("", "192.0.2.7", "192.0.2.7"),
        ("198.51.100.1", "127.0.0.1", "198.51.100.1"),
        ("nonsense", "127.0.0.1", "127.0.0.1"),
        ("", "", "unknown"),
    ],
)
def test_a_request_is_counted_under_what_the_proxy_saw_or_else_the_peer(remote: str, peer: str, counted: str) -> None:
    assert client_address(SimpleNamespace(remote_addr=remote, ip=peer)) == counted
