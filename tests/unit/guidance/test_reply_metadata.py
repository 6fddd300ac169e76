import json

import pytest

from cryobot.guidance.library import Library, load_answers
from cryobot.guidance.reply_metadata import reply_metadata

LIBRARY = Library(load_answers(), {})


def test_everything_a_reply_says_of_itself() -> None:
    scars = LIBRARY.get("scarring-risk")
    assert scars.source == ("C2", "C3", "D3")

    assert reply_metadata(LIBRARY, "scarring-risk") == {
        "guidance_id": "scarring-risk",
        "escalation": "none",
        "basis": "article",
        "source": ["C2", "C3", "D3"],
        "sections": ["Possible side effects of cryotherapy", "What we should do if there are marks on the skin"],
        "version": LIBRARY.text("scarring-risk").version,
        "language": "en",
        "reviewed_on": scars.reviewed_on.strftime("%Y-%m-%d"),
    }


def test_a_text_of_the_safety_policy_cites_nothing() -> None:
    metadata = reply_metadata(LIBRARY, "emergency")

    assert (metadata["basis"], metadata["source"], metadata["sections"]) == ("safety-policy", [], [])


def test_the_version_is_that_of_the_variant() -> None:
    versions = {variant: reply_metadata(LIBRARY, "unclear", variant)["version"] for variant in ("default", "again")}

    assert versions["again"] == LIBRARY.text("unclear", "again").version != versions["default"]


def test_the_language_is_that_of_the_text() -> None:
    spanish = LIBRARY.get("uses").model_copy(update={"texts": {"default": {"en": "Pain.", "es": "Dolor."}}})
    sections = {"B": {"en": "Effects?", "es": "¿Efectos?"}}
    library = Library({"uses": spanish, "greet": LIBRARY.get("greet")}, {}, "es", sections)

    assert reply_metadata(library, "uses")["language"] == "es"
    assert reply_metadata(library, "uses")["sections"] == ["¿Efectos?"]
    assert reply_metadata(library, "greet")["language"] == "en"


@pytest.mark.parametrize("answer", sorted(LIBRARY.answers))
def test_every_answer_has_metadata_that_json_has(answer: str) -> None:
    metadata = reply_metadata(LIBRARY, answer)

    assert json.loads(json.dumps(metadata)) == metadata
    assert bool(metadata["sections"]) is bool(metadata["source"])
