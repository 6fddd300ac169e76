"""Makes texts comparable."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’`´]")
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Give a text without case, accents and punctuation: two texts with the same result are the same example.

    A text of nothing but signs ("???", an emoji) is given as it is.
    """
    if text.isascii():
        plain = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.casefold())
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(_APOSTROPHES.sub("", plain))) or text.strip()


def bag_of_words(text: str) -> frozenset[str]:
    """Give the words of a text after folding, whatever their order."""
    return frozenset(fold(text).split())
