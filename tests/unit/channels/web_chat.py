"""The channel of the chat widget over a real socket, with real stores."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from tiny_bot.actions import LIBRARY
from tiny_bot.live_server import LiveServer, serving
from tiny_bot.model import load

from cryobot.channels.guarded import ChannelOptions
from cryobot.conversations.rows import ConversationRows
from cryobot.conversations.tracker_store import ConversationStore
from cryobot.records.record import Record
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
