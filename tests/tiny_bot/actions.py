"""The one custom action of the tiny bot: what it does is the intent of the message."""

import asyncio
import time
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from cryobot.guidance.library import Library, load_answers
from cryobot.guidance.reply_metadata import reply_metadata

LIBRARY = Library(load_answers(), {"emergency_number": "112", "centre_name": "the centre"})

BLOCKED_SECONDS = 3.0

# Not said while a person has taken over.
ORDINARY = ("overall-safety", "greet", "bot-identity", "unclear")


def message(answer_id: str) -> dict[str, Any]:
    answer, text = LIBRARY.get(answer_id), LIBRARY.text(answer_id)
    return {
        "text": text.text,
        "buttons": [{"title": LIBRARY.button_title(i), "payload": f"/{i}"} for i in answer.follow_ups],
        "metadata": reply_metadata(LIBRARY, answer_id),
    }


class TinyAction(Action):
    def name(self) -> str:
        return "action_tiny"

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[dict[str, Any]]:
        intent = str(tracker.latest_message["intent"]["name"])
        if tracker.latest_message.get("metadata", {}).get("held") and intent in ORDINARY:
            return []
        if intent == "block":
            time.sleep(BLOCKED_SECONDS)
            dispatcher.utter_message(**message("overall-safety"))
        elif intent == "wait":
            await asyncio.sleep(BLOCKED_SECONDS)
            dispatcher.utter_message(**message("overall-safety"))
        elif intent == "partly":
            dispatcher.utter_message(**message("overall-safety"))
        elif intent == "raise":
            dispatcher.utter_message(**message("overall-safety"))
            raise ValueError(tracker.latest_message["text"])
        elif intent == "unapproved":
            dispatcher.utter_message(**message("overall-safety") | {"text": "Cryotherapy is harmless."})
        elif intent == "bare":
            dispatcher.utter_message(text=message("overall-safety")["text"])
        elif intent in LIBRARY.answers:
            dispatcher.utter_message(**message(intent))
        return []


class SecondAction(Action):
    def name(self) -> str:
        return "action_second"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        raise RuntimeError(tracker.latest_message["text"])
