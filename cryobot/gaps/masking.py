"""Makes a visitor's words fit for a proposal: one line, without numbers and addresses that lead to a person."""

import re
from dataclasses import dataclass

# Digits with a single sign between two of them, as telephone numbers are written.
_NUMBER = re.compile(r"\+?\d(?:[\s().,/\-]{0,2}\d){4,}")
_MAIL = re.compile(r"[^\s@()<>,;:]+@[^\s@()<>,;:]+")
# What YAML cannot hold, and marks that turn the direction of writing around or cannot be seen.
_UNREADABLE = re.compile(
    "[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
# They mean something else in training examples.
_BRACKETS = str.maketrans("[]{}", "()()")


@dataclass(frozen=True)
class Mask:
    """What stands in place of numbers and of e-mail addresses."""

    number: str
    mail: str

    def clean(self, text: str) -> str:
        """Give the text in one line as a training example may have it; empty if nothing is left."""
        line = " ".join(_UNREADABLE.sub("", " ".join(text.split())).translate(_BRACKETS).split())
        return _NUMBER.sub(self.number, _MAIL.sub(self.mail, line))
