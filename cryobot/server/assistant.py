"""The assistant without a server: for the terminal and for the evaluation, through the same guard as over HTTP."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Self

from rasa.core.agent import Agent
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.utils.endpoints import EndpointConfig

from cryobot.channels.guard import Guard
from cryobot.channels.guarded import ChannelOptions, installed_options
from cryobot.channels.incoming import read_message
from cryobot.channels.outgoing import OutgoingMessage
from cryobot.errors import CryobotError, ModelMissingError
from cryobot.server import rasa_patches
from cryobot.server.in_process_actions import InProcessActions
from cryobot.server.model import newest_model

CHANNEL = "terminal"


class ModelLoadError(CryobotError):
    """The model is there and cannot be used."""

    def __init__(self, model: Path, error: Exception) -> None:
        super().__init__(f"The model {model} cannot be loaded ({type(error).__name__}: {error}). Run `cryobot train`.")


def load_agent(model: Path, actions: EndpointConfig | None = None, tracker_store: TrackerStore | None = None) -> Agent:
    """Load a trained model.

    Args:
        model: the archive, or a folder whose newest archive is taken.
        actions: where the custom actions run; by default in this process.
        tracker_store: where the conversations are kept; by default in the store of this installation.

    Raises:
        ModelMissingError: there is no model.
        ActionsImportError: the custom actions cannot be imported.
        ModelLoadError: the archive is damaged, or of another version.
        ConversationStoreError: the conversations cannot be read or written.
    """
    archive = newest_model(model) if model.is_dir() else model
    if not archive.exists():
        raise ModelMissingError(f"The model {archive}")
    rasa_patches.apply()
    agent = Agent(
        action_endpoint=actions or InProcessActions(),
        tracker_store=tracker_store or _installed_tracker_store(),
        lock_store=InMemoryLockStore(),
    )
    try:
        agent.load_model(str(archive))
    # Rasa has no common error of its parts that load.
    except Exception as error:
        raise ModelLoadError(archive, error) from error
    return agent


def close_agent(agent: Agent) -> None:
    """Close the connections of the agent's tracker store."""
    if hasattr(agent.tracker_store, "close"):
        agent.tracker_store.close()


def load_assistant() -> "Assistant":
    """Load the newest model for questions that are not those of visitors: the conversations stay in memory.

    Raises:
        ModelMissingError: there is no model; otherwise as `load_agent` and `installed_options` do.
    """
    options = installed_options()
    return Assistant(load_agent(newest_model(), tracker_store=InMemoryTrackerStore(None)), options)


class Assistant:
    """Answers messages as the server does. Use it as a context manager, or close it.

    Args:
        agent: the loaded model.
        options: by default those of the installation; raises as `installed_options` does.
    """

    def __init__(self, agent: Agent, options: ChannelOptions | None = None) -> None:
        self._options = options or installed_options()
        self._agent = agent
        self._guard = Guard(agent.handle_message, self._options.approved, self._options.deadline_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def reply_async(self, sender: str, message: str) -> list[OutgoingMessage]:
        """Give the messages that answer `message`, as POST /webhooks/rest/webhook does.

        Raises:
            InvalidMessage: the sender or the message cannot be used.
        """
        incoming = read_message(sender, message, self._options.limits)
        return await self._guard.answer(incoming, CHANNEL)

    def reply(self, sender: str, message: str) -> list[OutgoingMessage]:
        """Give what `reply_async` gives, where no event loop runs; raises as it does."""
        return asyncio.run(self.reply_async(sender, message))

    def close(self) -> None:
        """Stop."""
        self._guard.close()
        close_agent(self._agent)


def _installed_tracker_store() -> TrackerStore:
    from cryobot.conversations.tracker_store import ConversationStore

    return ConversationStore()
