from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    ConversationPaused,
    ConversationResumed,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.slots import FloatSlot, TextSlot
from rasa.shared.core.trackers import DialogueStateTracker

from cryobot.conversations.event_text import from_text, to_text
from cryobot.conversations.history import kept_history

SLOTS = [TextSlot("topic", mappings=[]), FloatSlot("count", mappings=[], initial_value=1.0)]

STATE_CHANGES = st.one_of(
    st.builds(SlotSet, st.just("topic"), st.sampled_from(["a", "b", None])),
    st.builds(SlotSet, st.just("count"), st.sampled_from([0.0, 1.0, 2.0])),
    st.builds(AllSlotsReset),
    st.builds(ActiveLoop, st.sampled_from(["form", None])),
    st.builds(ConversationPaused),
    st.builds(ConversationResumed),
    st.builds(Restarted),
)


@st.composite
def turns(draw: st.DrawFn) -> list[Event]:
    session = draw(st.integers(0, 12)) == 0
    start = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
    user = UserUttered(draw(st.sampled_from(["hello", "a mark", "?"])), {"name": "ask", "confidence": 1.0})
    reply = [ActionExecuted("action_reply"), *draw(st.lists(STATE_CHANGES, max_size=2)), BotUttered("answer")]
    return [*(start if session else []), user, *reply, ActionExecuted("action_listen")]


def tracker_of(events: list[Event]) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("visitor", events, SLOTS)


@settings(max_examples=150, deadline=None)
@given(st.lists(turns(), min_size=1, max_size=14), st.integers(1, 5))
def test_the_state_is_the_same_after_a_cut_at_every_turn(conversation: list[list[Event]], kept: int) -> None:
    whole = tracker_of([ActionExecuted("action_listen")])
    cut = tracker_of([ActionExecuted("action_listen")])
    for turn in conversation:
        for event in turn:
            whole.update(event)
            cut.update(event)
        cut = tracker_of(from_text(to_text(kept_history(cut, kept))))

        state, expected = cut.current_state(), whole.current_state()
        # The message that started a form is not part of what is kept.
        for ignored in ("latest_event_time", "active_loop"):
            del state[ignored], expected[ignored]
        assert state == expected
        assert cut.active_loop_name == whole.active_loop_name
        assert {name for name, slot in cut.slots.items() if slot.has_been_set} == {
            name for name, slot in whole.slots.items() if slot.has_been_set
        }
        assert sum(isinstance(event, UserUttered) for event in cut.events) <= kept
        assert len(cut.events) <= 8 * (kept + 1)


def test_a_cut_history_starts_with_the_slots_and_then_the_bot_listening() -> None:
    events: list[Event] = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
    for number in range(4):
        events += [UserUttered(str(number)), SlotSet("topic", str(number)), ActionExecuted("action_listen")]

    history = kept_history(tracker_of(events), 2)

    assert history[0] == SlotSet("topic", "1")
    assert history[1] == ActionExecuted("action_listen")
    assert [event.text for event in history if isinstance(event, UserUttered)] == ["2", "3"]
    assert [event.timestamp for event in history] == sorted(event.timestamp for event in history)


def test_a_history_that_is_short_enough_is_left_as_it_is() -> None:
    events: list[Event] = [ActionExecuted("action_listen"), UserUttered("1"), UserUttered("2")]

    assert kept_history(tracker_of(events), 2) == events
    assert kept_history(tracker_of([]), 2) == []


def test_a_turn_that_was_taken_back_does_not_bring_back_what_was_cut() -> None:
    events: list[Event] = [ActionExecuted("action_listen")]
    for number in range(3):
        events += [UserUttered(str(number)), SlotSet("topic", str(number)), ActionExecuted("action_listen")]
    events += [UserUttered("slip"), ActionExecuted("action_default_fallback"), UserUtteranceReverted()]

    tracker = DialogueStateTracker.from_events("visitor", kept_history(tracker_of(events), 1), SLOTS)

    assert tracker.get_slot("topic") == "2"
