"""Rasa events as JSON text and back."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rasa.shared.core.events import Event


def to_text(events: Iterable[Event]) -> str:
    """Write events as a JSON list in ASCII, which every database can hold."""
    return json.dumps([event.as_dict() for event in events], separators=(",", ":"))


def from_text(text: str) -> list[Event]:
    """Read what `to_text` wrote.

    Raises:
        ValueError, KeyError, TypeError: the text was written by something else.
    """
    return [_from_dict(content) for content in json.loads(text)]


def _from_dict(content: dict[str, Any]) -> Event:
    event = _event_class(content["event"])._from_parameters(content)
    if event is None:
        raise ValueError(f"no event can be made of the fields of '{content['event']}'")
    return event


@lru_cache(maxsize=128)
def _event_class(type_name: str) -> Any:
    # Rasa walks all its event classes on each call, which took a fifth of the time of a turn.
    return Event.resolve_by_type(type_name)
