"""Reads the pattern notation of the vocabulary files into spaCy token patterns.

`a|b` either word, `...` up to four words in between, `a?` the word may be missing. Words are base forms.
"""

from typing import Any

GAP = 4


def token_pattern(pattern: str) -> list[dict[str, Any]]:
    """Give the spaCy `Matcher` pattern of one line of vocabulary.

    Raises:
        ValueError: the pattern is empty or only a gap.
    """
    tokens: list[dict[str, Any]] = []
    words = pattern.lower().split()
    while words and words[-1] == "...":
        words.pop()
    if not words or words[0] == "...":
        raise ValueError(f"'{pattern}': a pattern begins and ends with a word")
    for word in words:
        if word == "...":
            tokens.extend({"OP": "?", "IS_SENT_START": False} for _ in range(GAP))
            continue
        optional = word.endswith("?") and len(word) > 1
        token: dict[str, Any] = {"LEMMA": _either(word.rstrip("?").split("|"))}
        if optional:
            token["OP"] = "?"
        tokens.append(token)
    return tokens


def _either(words: list[str]) -> str | dict[str, list[str]]:
    # The matcher compares one word much faster than it looks it up in a list.
    return words[0] if len(words) == 1 else {"IN": words}
