"""What a platform can show. Lengths are in UTF-16 units, which no platform counts more strictly."""

from dataclasses import dataclass

BYTES_A_UNIT = 2


@dataclass(frozen=True)
class ButtonStyle:
    """A kind of button.

    Attributes:
        name: what the platform calls it.
        most: buttons in one message.
        title_characters: longest title.
        payload_bytes: longest payload, in bytes of UTF-8.
        text_characters: longest text of a message with such buttons, if it is less than without.
    """

    name: str
    most: int
    title_characters: int
    payload_bytes: int
    text_characters: int | None = None


@dataclass(frozen=True)
class Limits:
    """The limits of a platform.

    Attributes:
        text_characters: longest text of a message.
        styles: the kinds of buttons, the first that fits is used; none if there are only numbered lists.
        buttons_at_end: whether buttons go away with the next message, so that all of a turn belong to its last.
    """

    text_characters: int
    styles: tuple[ButtonStyle, ...] = ()
    buttons_at_end: bool = False


def length(text: str) -> int:
    """Give the number of UTF-16 units of a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // BYTES_A_UNIT
