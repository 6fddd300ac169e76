"""Trains and loads the bot."""

import os
import warnings
from pathlib import Path
from unittest.mock import patch

import rasa.model_training
import yaml
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore

from cryobot.server.assistant import load_agent
from cryobot.server.in_process_actions import InProcessActions

EXAMPLES = {
    "overall-safety": "is cryotherapy safe?",
    "skin-marks": "mark on the skin",
    "emergency": "cannot breathe",
    "block": "block",
    "wait": "wait",
    "raise": "raise",
    "nothing": "nothing",
    "unapproved": "unapproved",
    "bare": "bare",
    "partly": "partly",
    "greet": "hello",
    "bot-identity": "who are you",
    "unclear": "mumble",
}
ACTIONS = {"partly": ["action_tiny", "action_second"], "emergency": ["action_tiny"]}

CONFIG = {
    "recipe": "default.v1",
    "assistant_id": "tiny",
    "language": "en",
    "pipeline": [{"name": "WhitespaceTokenizer"}, {"name": "KeywordIntentClassifier", "case_sensitive": False}],
    "policies": [{"name": "RulePolicy"}],
}


def _domain() -> dict[str, object]:
    return {"version": "3.1", "intents": list(EXAMPLES), "actions": ["action_tiny", "action_second"]}


def _data() -> dict[str, object]:
    rules = [
        {
            "rule": intent,
            "steps": [{"intent": intent}, *({"action": a} for a in ACTIONS.get(intent, ["action_tiny"]))],
        }
        for intent in EXAMPLES
    ]
    nlu = [{"intent": intent, "examples": f"- {example}\n"} for intent, example in EXAMPLES.items()]
    return {"version": "3.1", "nlu": nlu, "rules": rules}


def train(folder: Path) -> Path:
    """Train the bot in `folder` and give its archive."""
    for name, content in {"config": CONFIG, "domain": _domain(), "data": _data()}.items():
        (folder / f"{name}.yml").write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    # Rasa would keep its cache in the working directory.
    cache = {"RASA_CACHE_DIRECTORY": str(folder / "cache")}
    with warnings.catch_warnings(), patch.dict(os.environ, cache):
        warnings.simplefilter("ignore")
        result = rasa.model_training.train(
            str(folder / "domain.yml"), str(folder / "config.yml"), str(folder / "data.yml"), str(folder / "models")
        )
    return Path(result.model)


def load(model: Path, tracker_store: TrackerStore | None = None) -> Agent:
    """Load the bot, with its conversations in memory by default."""
    return load_agent(model, InProcessActions("tiny_bot.actions"), tracker_store or InMemoryTrackerStore(None))
