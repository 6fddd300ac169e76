"""Every action says approved texts only, each answer through the action that owns it."""

from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk import Tracker
from said import ACTIONS, Said

from cryobot.guidance.library import Library
from cryobot.guidance.library import load_answers as load

Create = Callable[..., Tracker]
Run = Callable[[str, Tracker], Said]
AssertSays = Callable[..., None]

IDS = sorted(load())


def test_every_answer_is_owned_by_one_action(executor: Any) -> None:
    from actions.planned import PlannedAction

    owned = [answer for action in PlannedAction.__subclasses__() for answer in action.owns]
    assert sorted(owned) == IDS
    # Bots of other tests may have registered theirs in the same process.
    assert set(executor.actions) >= set(ACTIONS)


@pytest.mark.parametrize("answer", IDS)
def test_says_the_approved_text_with_its_buttons(
    create_tracker: Create, run: Run, assert_says: AssertSays, library: Library, answer: str
) -> None:
    said = run("action_answer", create_tracker(answer))
    assert_says(said, answer)
    assert [button["payload"] for button in said.messages[0]["buttons"]] == [
        f"/{related}" for related in library.get(answer).follow_ups
    ]


def test_fills_in_the_number_and_the_centre(create_tracker: Create, run: Run, set_up: Any) -> None:
    assert "Call 0123 now." in run("action_escalate", create_tracker("emergency")).messages[0]["text"]
    set_up(emergency_number="999")
    assert "Call 999 now." in run("action_escalate", create_tracker("emergency")).messages[0]["text"]


@pytest.mark.parametrize("name", ACTIONS)
def test_whichever_action_the_rules_choose_every_part_is_answered_in_order(
    create_tracker: Create, run: Run, assert_says: AssertSays, name: str
) -> None:
    said = run(name, create_tracker("skin-marks", "talk-to-staff", "not-covered"))
    assert_says(said, "skin-marks", "talk-to-staff", "not-covered")
    assert said.slots["last_answers"] == ["skin-marks", "talk-to-staff", "not-covered"]


@pytest.mark.parametrize("answer", ["uses", "skin-marks", "talk-to-staff", "emergency", "goodbye"])
def test_a_pressed_button_gives_its_answer_without_having_been_understood(
    create_tracker: Create, run: Run, assert_says: AssertSays, answer: str
) -> None:
    said = run("action_abstain", create_tracker(text=f"/{answer}", understood=False))
    assert_says(said, answer)


@pytest.mark.parametrize("text", ["/no-such-answer", "/", "", "hello", "/uses{}"])
def test_what_is_no_button_and_was_not_understood_is_unclear(
    create_tracker: Create, run: Run, assert_says: AssertSays, text: str
) -> None:
    assert_says(run("action_abstain", create_tracker(text=text, understood=False)), "unclear")


def test_offers_the_nearest_topics_first_and_staff_the_second_time(
    create_tracker: Create, run: Run, assert_says: AssertSays
) -> None:
    first = run("action_abstain", create_tracker("unclear", nearest=["uses", "skin-check"]))
    assert_says(first, "unclear")
    assert [button["payload"] for button in first.messages[0]["buttons"]][:2] == ["/uses", "/skin-check"]
    assert first.slots == {"last_answers": ["unclear"], "escalation": "none", "unclear_count": 1}

    second = run("action_abstain", create_tracker("unclear", nearest=["uses", "skin-check"], slots=first.slots))
    assert_says(second, ("unclear", "again"))
    assert "/talk-to-staff" in [button["payload"] for button in second.messages[0]["buttons"]]
    assert second.slots["unclear_count"] == 2
    assert run("action_answer", create_tracker("uses", slots=second.slots)).slots["unclear_count"] == 0


def test_an_escalation_stays_in_the_conversation(create_tracker: Create, run: Run, assert_says: AssertSays) -> None:
    mark = run("action_escalate", create_tracker("skin-marks"))
    assert mark.slots == {"last_answers": ["skin-marks"], "escalation": "dermatologist", "unclear_count": 0}

    price = run("action_abstain", create_tracker("not-covered", slots=mark.slots))
    assert_says(price, "not-covered")
    assert price.slots["escalation"] == "dermatologist"

    tiny = run("action_follow_up", create_tracker("unclear", slots=price.slots, follow_up="follow-up-plays-down"))
    assert_says(tiny, "skin-marks")
    danger = run("action_escalate", create_tracker("emergency", slots=tiny.slots))
    assert danger.slots["escalation"] == "emergency"


def test_doubt_repeats_every_part_of_the_last_reply(create_tracker: Create, run: Run, assert_says: AssertSays) -> None:
    slots = {"last_answers": ["uses", "not-covered"], "escalation": "none", "unclear_count": 0}
    said = run("action_follow_up", create_tracker("unclear", slots=slots, follow_up="follow-up-doubt"))
    assert_says(said, "uses", "not-covered")


def test_says_the_texts_of_another_language_where_there_are_any(
    create_tracker: Create, run: Run, set_up: Any, assert_says: AssertSays
) -> None:
    set_up(language="fr")
    said = run("action_answer", create_tracker("uses"))
    assert said.messages[0]["metadata"]["language"] == "en", "there is no French text yet"
    assert said.messages[0]["text"]
