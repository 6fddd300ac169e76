"""Cleans what a person wrote, so that no command of the dialogue engine can hide in it."""

import unicodedata

# The engine takes a text that starts with "/" for a command. The others look the same to a reader.
_SLASHES = "/\u2044\u2215\u2571\u27cb\u29f8"

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})

# Unicode's default-ignorable characters outside the category of format characters.
_HIDDEN = frozenset(
    map(
        chr,
        (
            0x034F,
            0x115F,
            0x1160,
            0x17B4,
            0x17B5,
            *range(0x180B, 0x1810),
            0x3164,
            *range(0xFE00, 0xFE10),
            0xFFA0,
            *range(0xE0100, 0xE01F0),
        ),
    )
)


def clean(text: str) -> str:
    """Give the text in Unicode's compatibility form (NFKC), without characters that cannot be seen.

    Line breaks and tabs become blanks. Lone surrogates go. Blanks at both ends go, and so do slashes at the start. The
    result may be empty.
    """
    previous = None
    # Dropping a character can bring two together that compose, so this goes on until nothing changes.
    while text != previous:
        previous = text
        text = "".join(map(_visible, unicodedata.normalize("NFKC", text)))
    return _without_command(text).rstrip()


def storable(text: str) -> str:
    """Give the text as it stands, but for what no database takes: lone surrogates and the NUL character."""
    return "".join(c for c in text if c != "\0" and unicodedata.category(c) != "Cs")


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    if character in _HIDDEN or unicodedata.category(character) in _HIDDEN_CATEGORIES:
        return ""
    return character


def _without_command(text: str) -> str:
    return text.lstrip(_SLASHES + " ")
