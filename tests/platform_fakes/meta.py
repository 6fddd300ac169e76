"""What the fakes of WhatsApp and Messenger share: the Graph API, and signed posts."""

import hmac
import json
import re
from abc import abstractmethod
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from platform_fakes.adapter import Adapter, Post
from platform_fakes.fake import Answer, FakePlatform, Received, Shown, require

TOKEN = "EAAJB0sZCcBOZBp4xxZAq"
APP_SECRET = "0123456789abcdef0123456789abcdef"
VERIFY_TOKEN = "verify-token_0123456789"
VERSION = re.compile(r"/v[0-9]{2}\.0/")


class FakeGraph(FakePlatform):
    """https://developers.facebook.com/docs/graph-api: versions, tokens, errors. `node` is what is asked for."""

    node: str

    def person_of(self, received: Received) -> str | None:
        return self.person(received.json()) if self.edge(received) == f"{self.node}/messages" else None

    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        require(VERSION.match(received.path), "an address begins with a version")
        if received.headers.get("authorization") != f"Bearer {TOKEN}":
            return self.failed(401, 190, "Invalid OAuth access token."), None
        if received.method == "GET" and self.edge(received) == self.node:
            return self._node(received), None
        if received.method != "POST" or self.edge(received) != f"{self.node}/messages":
            return self.failed(400, 100, "Unsupported request. Object with ID does not exist", 33), None
        require(received.headers.get("content-type") == "application/json", "the body must be JSON")
        content = received.json()
        shown = self.shown(content)
        return Answer(200, self.sent(content, len(self.messages) + 1)), shown

    def refusal(self, reason: str) -> Answer:
        return self.failed(400, 100, f"(#100) {reason}")

    def broken(self) -> Answer:
        return self.failed(500, 2, "An unexpected error has occurred. Please retry your request later.", transient=True)

    @abstractmethod
    def person(self, content: Any) -> str:
        """Give the person that a message is for."""

    @abstractmethod
    def shown(self, content: Any) -> Shown:
        """Give what the person sees; raises Violation when it breaks a rule."""

    @abstractmethod
    def sent(self, content: Any, number: int) -> object:
        """Answer a message that is taken."""

    def edge(self, received: Received) -> str:
        return VERSION.sub("", urlsplit(received.path).path)

    def failed(
        self,
        status: int,
        code: int,
        words: str,
        subcode: int = 0,
        *,
        headers: dict[str, str] | None = None,
        transient: bool = False,
    ) -> Answer:
        error: dict[str, object] = {"message": words, "type": "OAuthException", "code": code, "fbtrace_id": "AbC1d"}
        error |= {"error_subcode": subcode} if subcode else {}
        error |= {"is_transient": True} if transient else {}
        return Answer(status, {"error": error}, headers or {})

    def _node(self, received: Received) -> Answer:
        query = parse_qs(urlsplit(received.path).query)
        if query.get("appsecret_proof") != [hmac.new(APP_SECRET.encode(), TOKEN.encode(), "sha256").hexdigest()]:
            return self.failed(400, 100, "Invalid appsecret_proof provided in the API argument")
        return Answer(200, {"id": "106540352242922"})


class MetaAdapter(Adapter):
    """A platform of Meta. Its posts have many entries of one object."""

    object: str

    def environment(self) -> dict[str, str]:
        prefix = f"CRYOBOT_{self.name.upper()}"
        return {
            f"{prefix}_TOKEN": TOKEN,
            f"{prefix}_APP_SECRET": APP_SECRET,
            f"{prefix}_VERIFY_TOKEN": VERIFY_TOKEN,
            f"{prefix}_API": f"{self.fake.url}/v25.0",
        }

    def forged(self, post: Post) -> dict[str, Post]:
        header = "X-Hub-Signature-256"
        right = post.headers[header]
        sha1 = hmac.new(APP_SECRET.encode(), post.body, "sha1").hexdigest()
        return {
            "no signature": Post(post.body, {}),
            "empty signature": Post(post.body, {header: ""}),
            "signature of nothing": Post(post.body, {header: "sha256="}),
            "other signature": Post(post.body, {header: right[:-1] + ("0" if right[-1] != "0" else "1")}),
            "other secret": Post(post.body, {header: signature(post.body, "f" * 32)}),
            "other body": Post(post.body + b" ", {header: right}),
            "weaker signature": Post(post.body, {"X-Hub-Signature": f"sha1={sha1}", header: f"sha1={sha1}"}),
            "verify token": Post(post.body, {header: VERIFY_TOKEN}),
            "not even JSON": Post(b"\xff{", {header: "sha256=x"}),
        }

    def garbled(self) -> dict[str, Post]:
        bodies = {
            "empty": b"",
            "not UTF-8": b"\xff\xfe\x00",
            "not JSON": b"{",
            "null": b"null",
            "list": b"[1]",
            "deep": b"[" * 100_000,
            "no entries": json.dumps({"object": self.object}).encode(),
            "entries of nothing": json.dumps({"object": self.object, "entry": [None, 1, {}, []]}).encode(),
            "wrong types": json.dumps({"object": [self.object], "entry": {"changes": 3}}).encode(),
            "other object": json.dumps({"object": "instagram", "entry": [{"messaging": [{"message": {}}]}]}).encode(),
        }
        return {name: self.signed(body) for name, body in bodies.items()}

    def batch(self, posts: Sequence[Post]) -> Post | None:
        return self.post(*(entry for post in posts for entry in json.loads(post.body)["entry"]))

    def post(self, *entries: Any) -> Post:
        """Give a post with entries."""
        # Meta writes other characters than ASCII as \uXXXX, and signs what it sends.
        return self.signed(json.dumps({"object": self.object, "entry": entries}).encode())

    def signed(self, body: bytes) -> Post:
        return Post(body, {"Content-Type": "application/json", "X-Hub-Signature-256": signature(body, APP_SECRET)})


def signature(body: bytes, secret: str) -> str:
    return f"sha256={hmac.new(secret.encode(), body, 'sha256').hexdigest()}"
