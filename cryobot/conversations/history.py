"""Which events of a conversation are kept."""

from collections.abc import Sequence

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    ConversationPaused,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

# A turn is what a visitor says and what follows it. No rule or story looks back nearly as far, and reading, replaying
# and writing the history must cost the same however long somebody goes on talking.
KEPT_TURNS = 20


def kept_history(tracker: DialogueStateTracker, turns: int = KEPT_TURNS) -> list[Event]:
    """Give the events of the latest session, and of those only the last `turns` user turns.

    Where turns were cut off, the history starts with events that set the slots, the active form and the pause to what
    they were at the cut, so that a tracker made of the history is in the same state as `tracker`.
    """
    events = list(tracker.events)
    session, cut = _session_start(events), _turn_start(events, turns)
    if session >= cut:
        return events[session:]
    return [*_state_after(tracker, events[:cut], at=events[cut].timestamp), *events[cut:]]


def _session_start(events: Sequence[Event]) -> int:
    """Give the index where the latest session starts: 0 if no session was ever started."""
    for index in range(len(events) - 1, 0, -1):
        if isinstance(events[index], SessionStarted):
            return index - 1 if _is_action(events[index - 1], ACTION_SESSION_START_NAME) else index
    return 0


def _turn_start(events: Sequence[Event], turns: int) -> int:
    """Give the index where the last `turns` user turns start: 0 if there are not more of them."""
    users = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(users) <= turns:
        return 0
    first = users[-turns]
    # Rasa expects to find that it was listening before a user spoke.
    for index in range(first - 1, users[-turns - 1], -1):
        if _is_action(events[index], ACTION_LISTEN_NAME):
            return index
    return first


def _state_after(tracker: DialogueStateTracker, events: Sequence[Event], at: float) -> list[Event]:
    replayed = tracker.init_copy()
    for event in events:
        replayed.update(event)
    state: list[Event] = [
        SlotSet(slot.name, slot.value, timestamp=at) for slot in replayed.slots.values() if slot.has_been_set
    ]
    if replayed.active_loop_name:
        state.append(ActiveLoop(replayed.active_loop_name, timestamp=at))
    if replayed.is_paused():
        state.append(ConversationPaused(timestamp=at))
    return state


def _is_action(event: Event, name: str) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == name
