from pathlib import Path

import pytest

from cryobot.language.encoder_files import FILES
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.red_flags import FoundWords
from tools.encoder.examples import Example
from tools.encoder.observations import ingredients, load, save
from tools.encoder.understanding import Observation

OBSERVATIONS = {
    "is it safe — really?": Observation(
        (
            Evidence("is it safe", {"overall-safety": 0.75, "greet": 0.25}, {"overall-safety": 0.5}, 0.125, 0.0, -0.5),
            Evidence("really", {"greet": 1.0}, {}, 0.1, 0.2, 0.3),
        ),
        FoundWords(mark=True, danger=False),
    )
}
EXAMPLE = Example("hi", ("greet",), "plain")


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept.json"
    save(file, "something", OBSERVATIONS)
    assert load(file, "something") == OBSERVATIONS


def test_what_was_made_of_something_else_is_not_loaded(tmp_path: Path) -> None:
    save(tmp_path / "kept.json", "something", OBSERVATIONS)
    assert load(tmp_path / "kept.json", "something else") is None
    assert load(tmp_path / "other.json", "something") is None


def test_the_ingredients_are_the_encoder_the_examples_and_the_messages(encoder: Path) -> None:
    made_of = ingredients(encoder, [EXAMPLE], ["a", "b"])
    assert ingredients(encoder, [EXAMPLE], ["a", "b"]) == made_of
    assert ingredients(encoder, [EXAMPLE, EXAMPLE], ["a", "b"]) != made_of
    assert ingredients(encoder, [EXAMPLE], ["ab"]) != made_of
    for name in FILES:
        (encoder / name).write_bytes(b"other")
        changed = ingredients(encoder, [EXAMPLE], ["a", "b"])
        assert changed != made_of
        made_of = changed
