"""Folds Unicode: compatibility forms, invisible characters, look-alike letters, accents."""

import unicodedata
from functools import lru_cache

from confusable_homoglyphs import confusables

_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


def fold(text: str) -> str:
    """Give the text in plain Latin letters, without characters that cannot be seen.

    Letters of other scripts that look like a Latin one become that letter; accents are dropped; control,
    format and zero-width characters vanish; any white space becomes one blank.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    compatible = unicodedata.normalize("NFKC", text.translate(_PLAIN)).translate(_PLAIN)
    visible = "".join(" " if c.isspace() else c for c in compatible if c.isspace() or not _is_invisible(c))
    latin = "".join(_latin(c) for c in visible)
    decomposed = unicodedata.normalize("NFKD", latin)
    unaccented = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(unaccented.split())


def _is_invisible(character: str) -> bool:
    # Control, format (zero-width, soft hyphen, direction marks), surrogate, private use, unassigned.
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}


@lru_cache(maxsize=4096)
def _latin(character: str) -> str:
    if character.isascii() or not character.isalpha() or "LATIN" in unicodedata.name(character, ""):
        return character
    found = confusables.is_confusable(character, greedy=True, preferred_aliases=["latin"])
    if not found:
        return character
    for look_alike in found[0]["homoglyphs"]:
        if look_alike["c"].isascii() and look_alike["c"].isalpha():
            return str(look_alike["c"])
    return character
