"""TLS, and the way from plain HTTP to it."""

import socket

import httpx
import pytest
from real_proxies.servers import Proxy
from real_proxies.shipped import HOST


def test_speaks_tls_under_its_name(visitor: httpx.Client) -> None:
    assert visitor.get("/").status_code == 200


def test_speaks_http_2(proxy: Proxy) -> None:
    trust = proxy.trust()
    trust.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", proxy.place.https_port)) as connection,
        trust.wrap_socket(connection, server_hostname=HOST) as encrypted,
    ):
        assert encrypted.selected_alpn_protocol() == "h2"
        assert encrypted.version() == "TLSv1.3"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_plain_http_leads_to_https(proxy: Proxy, method: str) -> None:
    answer = httpx.request(method, f"{proxy.plain_origin}/webhooks/web/messages?a=b")
    assert answer.status_code == 308
    assert answer.headers["Location"] == f"https://{HOST}/webhooks/web/messages?a=b"


# Caddy answers the challenges for the certificates that it gets itself.
@pytest.mark.parametrize("proxy", ["nginx"], indirect=True)
def test_challenges_of_a_certificate_authority_are_answered_without_tls(proxy: Proxy) -> None:
    folder = proxy.place.challenges / ".well-known" / "acme-challenge"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "token").write_text("proof", encoding="ascii")
    assert httpx.get(f"{proxy.plain_origin}/.well-known/acme-challenge/token").text == "proof"


@pytest.mark.parametrize("path", ["/", "/widget.js", "/nothing", "/webhooks/web/messages", "/staff", "/staff/log-in"])
def test_browsers_are_told_to_stay_with_https(visitor: httpx.Client, path: str) -> None:
    assert visitor.get(path).headers.get_list("Strict-Transport-Security") == ["max-age=31536000"]
