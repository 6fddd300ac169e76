"""Takes values out of JSON that may have any form, without ever raising."""

from typing import Any

MOST = 2**63


def at(value: Any, *keys: str | int) -> Any:
    """Give what is found by going from key to key (or position to position), or None where there is nothing."""
    for key in keys:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and -len(value) <= key < len(value):
            value = value[key]
        else:
            return None
    return value


def text_at(value: Any, *keys: str | int) -> str:
    """Give the text that is found, or an empty one. A number is given as its digits."""
    found = at(value, *keys)
    if isinstance(found, str):
        return found
    return str(found) if isinstance(found, int) and not isinstance(found, bool) else ""


def number_at(value: Any, *keys: str | int) -> int | float | None:
    """Give the number that is found, if there is one and a database can hold it."""
    found = at(value, *keys)
    if isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < MOST:
        return found
    return None


def list_at(value: Any, *keys: str | int) -> list[Any]:
    """Give the list that is found, or an empty one."""
    found = at(value, *keys)
    return found if isinstance(found, list) else []
