"""Makes the messages of a platform of the approved replies to one event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cryobot.messaging.layout import Layout, lay_out
from cryobot.messaging.limits import Limits, length
from cryobot.messaging.outgoing import Button, Message, Reply
from cryobot.messaging.splitting import split


@dataclass(frozen=True)
class Rendered:
    """The messages in the order to be read, and the buttons that are offered by number, the first being number 1."""

    messages: tuple[Message, ...]
    offered: tuple[Button, ...]


def render(replies: Sequence[Reply], limits: Limits, choose: str) -> Rendered:
    """Give the messages of the replies.

    Args:
        replies: to one event.
        limits: of the platform.
        choose: what stands above a numbered list.
    """
    messages: list[Message] = []
    offered: list[Button] = []
    for reply in _gathered(replies) if limits.buttons_at_end else replies:
        layout = lay_out(reply.buttons, limits.styles)
        pieces = _pieces(reply.text, _listed(layout.listed, len(offered), choose), layout, limits)
        offered += layout.listed
        plain = [Message(piece, (), "", reply.escalation, reply.guidance_id) for piece in pieces]
        if layout.style:
            plain[-1] = replace(plain[-1], buttons=layout.native, style=layout.style.name)
        messages += plain
    return Rendered(tuple(messages), tuple(offered))


def _gathered(replies: Sequence[Reply]) -> list[Reply]:
    """Give the replies with all their buttons at the last."""
    buttons = tuple(button for reply in replies for button in reply.buttons)
    bare = [replace(reply, buttons=()) for reply in replies]
    return [*bare[:-1], *(replace(reply, buttons=buttons) for reply in bare[-1:])]


def _listed(buttons: Sequence[Button], before: int, choose: str) -> str:
    lines = [f"{number}. {button.title}" for number, button in enumerate(buttons, before + 1)]
    return "\n".join([choose, *lines]) if lines else ""


def _pieces(text: str, listed: str, layout: Layout, limits: Limits) -> list[str]:
    most = limits.text_characters
    if layout.style and layout.style.text_characters:
        most = min(most, layout.style.text_characters)
    together = "\n\n".join(filter(None, (text, listed)))
    if length(together) <= most:
        return [together]
    return [*split(text, most), *split(listed, most)]
