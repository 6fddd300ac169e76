from dataclasses import replace

import pytest

from cryobot.errors import UnknownAnswerError
from cryobot.guidance.answer import Answer
from cryobot.guidance.library import Library
from cryobot.widget.approved import approved_texts
from cryobot.widget.settings import WidgetSettings, load_widget_settings

SETTINGS = load_widget_settings()


def in_spanish(answer: Answer, text: str | None, title: str | None) -> Answer:
    """The answer with a text and a button in Spanish, too."""
    texts = {"default": answer.texts["default"] | ({"es": text} if text else {})}
    return answer.model_copy(update={"texts": texts, "button": answer.button | ({"es": title} if title else {})})


def test_texts_and_buttons_with_the_name_and_number_of_the_centre(library: Library) -> None:
    there = replace(library, placeholders={"emergency_number": "999", "centre_name": "Cold Corner"})

    approved = approved_texts(there, SETTINGS)

    assert "call 999 now" in approved["unavailable"]["en"]
    assert [list(text) for text in approved["greeting"]] == [["en"], ["en"]]
    assert "the bot of Cold Corner" in approved["greeting"][0]["en"]
    assert approved["greeting"][1]["en"] == library.text("bot-identity").text
    assert approved["topics"]["en"][0] == {"title": "Mark on the skin", "payload": "/skin-marks"}
    assert [button["payload"][1:] for button in approved["topics"]["en"]] == list(SETTINGS.topics)
    assert approved["staffPayload"] == "/talk-to-staff"


def test_texts_in_every_language_they_have(library: Library) -> None:
    greet = in_spanish(library.get("greet"), "Hola, soy el bot de {centre_name}.", None)

    approved = approved_texts(replace(library, answers={**library.answers, "greet": greet}), SETTINGS)

    assert approved["greeting"][0]["es"] == "Hola, soy el bot de the centre."
    assert list(approved["greeting"][1]) == ["en"]


def test_buttons_in_every_language_that_all_of_them_have(library: Library) -> None:
    one = {"skin-marks": in_spanish(library.get("skin-marks"), None, "Marca en la piel")}
    every = {name: in_spanish(library.get(name), None, f"Tema {name}") for name in SETTINGS.topics}

    for changed, languages in ((one, ["en"]), (every, ["en", "es"])):
        topics = approved_texts(replace(library, answers={**library.answers, **changed}), SETTINGS)["topics"]
        assert list(topics) == languages
    assert topics["es"][0] == {"title": "Tema skin-marks", "payload": "/skin-marks"}


@pytest.mark.parametrize("field", ["greeting", "topics", "staff"])
def test_an_answer_that_is_not_there_is_named(library: Library, field: str) -> None:
    wrong = {field: "prices" if field == "staff" else ("prices",)}
    settings = WidgetSettings.model_validate(SETTINGS.model_dump() | wrong)

    with pytest.raises(UnknownAnswerError, match="no answer 'prices'"):
        approved_texts(library, settings)
