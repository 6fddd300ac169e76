"""What staff are told when there is no answer to what they looked up."""

from dataclasses import dataclass

from cryobot.desk.texts import Section
from cryobot.look_up.index import Standing

_NAMES = {
    Standing.NOT_COVERED: "not_covered",
    Standing.ASK_A_DOCTOR: "doctor",
    Standing.UNSURE: "unsure",
    Standing.NOTHING: "nothing",
}


@dataclass(frozen=True)
class Notice:
    """A head and a text, both from data/interface/desk."""

    head: str
    text: str


def notice(standing: Standing, texts: Section) -> Notice | None:
    """Give the notice from the texts of the look-up, or None if there is an answer."""
    name = _NAMES.get(standing)
    return Notice(texts[f"{name}_head"], texts[name]) if name else None
