import pytest

from cryobot.browser.origins import Origins, parse_origins

ALLOWED = Origins(parse_origins("https://www.example.org"))


def test_reads_origins_as_a_browser_writes_them() -> None:
    assert parse_origins(" https://WWW.example.org,http://localhost:8000 , https://[::1]:8443,") == {
        "https://www.example.org",
        "http://localhost:8000",
        "https://[::1]:8443",
    }
    assert parse_origins("https://example.org:443,http://example.org:80") == {
        "https://example.org",
        "http://example.org",
    }
    assert parse_origins("https://example.org:80") == {"https://example.org:80"}
    assert parse_origins("") == parse_origins(" , ") == frozenset()


@pytest.mark.parametrize(
    "wrong",
    [
        "*",
        "null",
        "example.org",
        "https://example.org/",
        "https://example.org/page",
        "https://*.example.org",
        "ftp://example.org",
        "https://user@example.org",
        "https://",
        "https://example.org:",
        "https://example.org:port",
        "https://exämple.org",
        "https://a.org https://b.org",
        "https://a.org;https://b.org",
        "https://example.org\n",
    ],
)
def test_says_how_to_write_an_origin(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"is not an origin; write .* like https://www\.example\.org"):
        parse_origins(f"https://good.org,{wrong}x" if wrong.endswith("\n") else f"https://good.org,{wrong}")


def test_allows_only_what_is_listed() -> None:
    assert ALLOWED.is_allowed("https://www.example.org")
    for other in ("http://www.example.org", "https://example.org", "https://www.example.org:8443", "null", "", "*"):
        assert not ALLOWED.is_allowed(other)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://127.0.0.1:5005", "127.0.0.1:5005"),
        ("https://chat.example.org", "chat.example.org"),
        ("https://chat.example.org", "Chat.Example.org"),
        ("https://chat.example.org", "chat.example.org:443"),
        ("http://chat.example.org", "chat.example.org:80"),
        ("http://[::1]:5005", "[::1]:5005"),
    ],
)
def test_knows_its_own_pages(origin: str, host: str) -> None:
    assert ALLOWED.is_own(origin, host)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://127.0.0.1:5006", "127.0.0.1:5005"),
        ("http://127.0.0.1", "127.0.0.1:5005"),
        ("https://chat.example.org", "chat.example.org:80"),
        ("https://chat.example.org.evil.com", "chat.example.org"),
        ("https://evil.com/chat.example.org", "chat.example.org"),
        ("https://evil.com@chat.example.org", "chat.example.org"),
        ("null", "null"),
        ("null", ""),
        ("", ""),
        ("https://", ""),
        ("chat.example.org", "chat.example.org"),
        ("chrome-extension://chat.example.org", "chat.example.org"),
    ],
)
def test_knows_the_pages_of_others(origin: str, host: str) -> None:
    assert not ALLOWED.is_own(origin, host)
