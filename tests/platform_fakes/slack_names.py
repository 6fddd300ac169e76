"""The workspace of the tests: its ids, its secrets, and how Slack writes things."""

from slack_sdk.signature import SignatureVerifier

TOKEN = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TEAM, APP, BOT_USER, BOT = "T061EG9R6", "A0KRD7HC3", "U0LAN0Z89", "B0LAN0Z89"
CHANNEL = "C0LAN2Q65"


def signature(at: str, body: bytes, secret: str = SIGNING_SECRET) -> str:
    """Sign as Slack's own library does."""
    made = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
    assert made
    return made


def conversation(channel: str) -> str:
    """Give where a message to a channel is seen: one to a user, in the direct messages with them."""
    return f"D{channel[1:]}" if channel.startswith("U") else str(channel)


def time_of(number: int) -> str:
    return f"{1_760_000_000 + number}.{number % 1_000_000:06}"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
