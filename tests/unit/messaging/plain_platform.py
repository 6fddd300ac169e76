"""A platform without any peculiarity, to test with what all platforms share."""

import json
from collections.abc import Sequence

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Event, EventKind, WebhookRequest
from cryobot.messaging.limits import Limits
from cryobot.messaging.outcomes import Blocked, Outcome, by_status
from cryobot.messaging.outgoing import Address, HttpRequest, Message, OutgoingRequest, Response
from cryobot.messaging.platform import Platform
from cryobot.messaging.settings import PlatformSettings
from cryobot.messaging.words import load_words

SENDER = "plain:anna"


class PlainSettings(PlatformSettings):
    api: str = "http://127.0.0.1:1"


class PlainPlatform(Platform):
    """Takes {"id", "person", "text"}; sends the text to /PERSON."""

    name = "plain"
    settings_type = PlainSettings
    limits = Limits(1000)

    def verify(self, request: WebhookRequest) -> None:
        if request.header("secret") != "right":
            raise ForgedError(403)

    def read(self, request: WebhookRequest) -> Sequence[Event]:
        said = request.json()
        return [Event(said["id"], said["person"], EventKind.MESSAGE, said["text"])]

    def requests(self, message: Message, to: Address) -> Sequence[OutgoingRequest]:
        if to.person == "nowhere":
            raise LookupError(to.person)
        return [OutgoingRequest(to.person, {"text": message.text, "reply_to": to.reply_to})]

    def signed(self, request: OutgoingRequest) -> HttpRequest:
        return HttpRequest(f"{self.settings.api}/{request.path}", request.json, headers={"secret": "right"})

    def outcome(self, response: Response) -> Outcome:
        return Blocked("403") if response.status == 403 else by_status(response)

    def check(self) -> OutgoingRequest:
        return OutgoingRequest("check", {})


def plain_platform(api: str = "http://127.0.0.1:1") -> PlainPlatform:
    return PlainPlatform(PlainSettings(api=api), load_words("en"))


def body(text: str, event_id: str = "1", person: str = "anna") -> bytes:
    return json.dumps({"id": event_id, "person": person, "text": text}).encode()
