"""The only place where Rasa itself is changed (version 3.6.21). Each patch says why."""

from typing import Any

from jsonschema.validators import validator_for  # type: ignore[import-untyped]
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain

from cryobot.channels.turn import Turn

_SCHEMA = RemoteAction.action_response_format_spec()
_VALIDATOR = validator_for(_SCHEMA)(_SCHEMA)
_RUN = RemoteAction.run


def apply() -> None:
    """Apply the patches; a second time changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result
    RemoteAction.run = _run_and_note_failure
    Agent._create_tracker_store = staticmethod(_create_tracker_store)


def _validate_action_result(_: RemoteAction, result: object) -> bool:
    # Rasa checks the schema itself at each call, which takes 39 of the 46 ms of a turn.
    for error in _VALIDATOR.iter_errors(result):
        raise error
    return True


async def _run_and_note_failure(self: RemoteAction, output_channel: Any, *arguments: Any) -> Any:
    # Rasa logs the failure of an action and goes on as if the action had nothing to say. The guard must know.
    try:
        return await _RUN(self, output_channel, *arguments)
    except ActionExecutionRejection:
        raise
    except Exception:
        if isinstance(output_channel, Turn):
            output_channel.failed = True
        raise


def _create_tracker_store(store: TrackerStore | None, domain: Domain | None) -> TrackerStore:
    # Rasa wraps the store in one that, when it fails, writes to memory, never reads that, and logs what was written.
    if store is None:
        return InMemoryTrackerStore(domain)
    store.domain = domain
    return store
