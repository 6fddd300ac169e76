"""What staff are told when there is no answer to what they looked up."""

from dataclasses import dataclass

from cryobot.desk.texts import Section
from cryobot.look_up.index import Standing

# The names of the head and of the text.
_TEXTS = {
    Standing.NOT_COVERED: ("not_covered_head", "not_covered"),
    Standing.ASK_A_DOCTOR: ("doctor_head", "doctor"),
    Standing.UNSURE: ("unsure_head", "unsure"),
    Standing.NOTHING: ("nothing_head", "nothing"),
}


@dataclass(frozen=True)
class Notice:
    """A head and a text, both from data/interface/desk."""

    head: str
    text: str


def notice(standing: Standing, texts: Section) -> Notice | None:
    """Give the notice from the texts of the look-up, or None if there is an answer."""
    if standing not in _TEXTS:
        return None
    head, text = _TEXTS[standing]
    return Notice(texts[head], texts[text])
