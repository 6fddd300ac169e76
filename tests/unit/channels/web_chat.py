"""The channel of the chat widget over a real socket, with real stores."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from tiny_bot.actions import LIBRARY
from tiny_bot.live_server import LiveServer, serving
from tiny_bot.model import load

from cryobot.cases.case import Case
from cryobot.cases.store import CaseStore
from cryobot.channels.guarded import ChannelOptions
from cryobot.conversations.rows import ConversationRows
from cryobot.conversations.tracker_store import ConversationStore
from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange, ExchangeStore
from cryobot.records.record import Record, RecordKind
from cryobot.records.store import RecordStore
from cryobot.server.app import Browsers
from cryobot.server.passing_stores import passing_stores
from cryobot.settings import settings

ANNA, BERTA = str(uuid4()), str(uuid4())
RATING = {
    "guidance_id": "skin-marks",
    "version": LIBRARY.text("skin-marks").version,
    "question": "mark on the skin",
    "helpful": True,
}


@dataclass(frozen=True)
class Chat:
    """A server with its stores, as another program sees these."""

    server: LiveServer
    records: RecordStore
    conversations: ConversationRows
    folder: Path

    def post(self, path: str, conversation: object = ANNA, **content: object) -> httpx.Response:
        body = {"conversation": conversation, **content}
        return self.server.client.post(f"/webhooks/web/{path}", json=body)

    def ask(self, text: str, conversation: str = ANNA) -> list[dict[str, Any]]:
        response = self.post("messages", conversation, message=text)
        assert response.status_code == 200, response.text
        return list(response.json()["replies"])

    def state(self, text: str, conversation: str = ANNA) -> tuple[list[str], str]:
        """Ask, and give the ids of the answers and who reads."""
        response = self.post("messages", conversation, message=text)
        assert response.status_code == 200, response.text
        body = response.json()
        assert list(body) == ["replies", "state"]
        return [reply["metadata"]["guidance_id"] for reply in body["replies"]], body["state"]

    def updates(self, after: object = 0, conversation: str = ANNA) -> dict[str, Any]:
        response = self.post("updates", conversation, after=after)
        assert response.status_code == 200, response.text
        return dict(response.json())

    @property
    def cases(self) -> CaseStore:
        return CaseStore(self.records.database, LIBRARY)

    def case(self, kind: RecordKind = RecordKind.HAND_OVER, conversation: str = ANNA, channel: str = "web") -> Case:
        """Open the case of a visitor as the actions do, or bring it up to date."""
        escalation = Escalation.STAFF if kind is RecordKind.HAND_OVER else Escalation.DERMATOLOGIST
        self.records.add(
            Record(kind=kind, escalation=escalation, sender_id=conversation, channel=channel, question="?")
        )
        return next(case for case in self.cases.queue() if case.sender_id == conversation)

    def exchanges(self, conversation: str = ANNA) -> list[Exchange]:
        return ExchangeStore(self.records.database, UTC).of_sender(conversation)

    def kept(self) -> list[Record]:
        return list(self.records.list())


@contextmanager
def chatting(model: Path, options: ChannelOptions, browsers: Browsers | None = None) -> Iterator[Chat]:
    """Serve the tiny bot, with stores of its own."""
    with passing_stores():
        records_url, conversations_url = settings().records_url, settings().conversations_url
        agent = load(model, ConversationStore(url=conversations_url))
        with (
            serving(agent, options, browsers) as live,
            closing(RecordStore(records_url)) as records,
            closing(ConversationRows(conversations_url)) as conversations,
        ):
            yield Chat(live, records, conversations, Path(records_url.removeprefix("sqlite:///")).parent)
