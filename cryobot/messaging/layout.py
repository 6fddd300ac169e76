"""Finds a way to show any number of buttons within the limits of a platform."""

from collections.abc import Sequence
from dataclasses import dataclass

from cryobot.messaging.limits import ButtonStyle, length
from cryobot.messaging.outgoing import Button


@dataclass(frozen=True)
class Layout:
    """The buttons that are the platform's own, of which style, and those that are put in a numbered list."""

    style: ButtonStyle | None
    native: tuple[Button, ...]
    listed: tuple[Button, ...]


def lay_out(buttons: Sequence[Button], styles: Sequence[ButtonStyle]) -> Layout:
    """Give the layout in which as many buttons as possible are the platform's own.

    The order is kept within each of the two; a payload that comes twice is shown once.
    """
    first: dict[str, Button] = {}
    for button in buttons:
        first.setdefault(button.payload, button)
    unique = tuple(first.values())
    layouts = [_in_style(unique, style) for style in styles]
    # Of two with as many, the first style.
    return max(layouts, key=lambda layout: len(layout.native), default=Layout(None, (), unique))


def _in_style(buttons: tuple[Button, ...], style: ButtonStyle) -> Layout:
    native = tuple(button for button in buttons if _fits(button, style))[: style.most]
    return Layout(style if native else None, native, tuple(button for button in buttons if button not in native))


def _fits(button: Button, style: ButtonStyle) -> bool:
    title, payload = length(button.title), len(button.payload.encode("utf-8", "surrogatepass"))
    return 0 < title <= style.title_characters and 0 < payload <= style.payload_bytes
