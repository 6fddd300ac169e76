"""What a look-up says of itself: whether it is answered, and what is urgent."""

from pathlib import Path

import pytest

from cryobot.errors import DataFileError, ModelMissingError
from cryobot.guidance.library import Library, load_answers
from cryobot.language.encoder import installed_encoder
from cryobot.look_up.index import Index, Standing
from cryobot.look_up.installed import index_of
from cryobot.look_up.meaning import Meaning, installed_meaning
from cryobot.look_up.settings import load_look_up_settings


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(Library(load_answers(), {}))


@pytest.mark.parametrize(
    ("search", "standing"),
    [
        ("home kit", Standing.ANSWERED),
        ("price", Standing.NOT_COVERED),
        ("football", Standing.NOT_COVERED),
        ("high bp", Standing.ASK_A_DOCTOR),
        ("cable", Standing.UNSURE),
        ("qzwxj", Standing.NOTHING),
        ("", Standing.NOTHING),
    ],
)
def test_standing(index: Index, search: str, standing: Standing) -> None:
    assert index.look_up(search, 3).standing is standing


@pytest.mark.parametrize(
    ("search", "urgent"),
    [
        ("blister home kit", ("skin-marks",)),
        ("clinet has blsiter", ("skin-marks",)),
        ("red patch", ("skin-marks",)),
        ("chest pain", ("emergency",)),
        ("stroke", ("emergency",)),
        ("faint and burn on arm", ("emergency", "skin-marks")),
        ("price", ()),
        ("qzwxj", ()),
    ],
)
def test_words_about_danger_or_a_mark_are_urgent(index: Index, search: str, urgent: tuple[str, ...]) -> None:
    assert index.look_up(search, 3).urgent == urgent


def test_what_is_urgent_stands_above_what_is_less_so(index: Index) -> None:
    danger = index.look_up("allergic reaction face swollen", 3)
    assert danger.hits[0].answer.id == "emergency"
    assert danger.urgent == ("emergency", "skin-marks")
    assert danger.above == ()
    assert index.look_up("price", 3).above == ()


@pytest.mark.parametrize("search", ["safe 4 kids", "is it dangerous for a baby", "side effects pregnant client"])
def test_somebody_who_may_differ_is_sent_to_a_doctor(index: Index, search: str) -> None:
    found = index.look_up(search, 3)
    assert (found.hits[0].answer.id, found.standing) == ("ask-a-doctor", Standing.ASK_A_DOCTOR)
    assert len({hit.answer.id for hit in found.hits}) == len(found.hits)


def test_shorthand_is_written_out() -> None:
    in_full = load_look_up_settings().in_full

    assert in_full("PT w/ high bp, loc. tx") == "patient with high blood pressure, local treatment"
    assert in_full("optical") == "optical"


def test_what_fits_badly_is_not_listed_beyond_the_first_three(index: Index) -> None:
    hits = index.look_up("price", 26).hits

    assert len(hits) >= 3
    assert all(hit.score >= hits[0].score / 2 for hit in hits[3:])


def test_meaning_gives_proportions_of_the_known_answers_only() -> None:
    meaning = installed_meaning()
    assert meaning is not None

    found = meaning.probabilities(["can it burn me"], ["burns-and-temperature", "uses", "no-such-answer"])

    assert found.keys() == {"burns-and-temperature", "uses"}
    assert sum(found.values()) == pytest.approx(1)
    assert found["burns-and-temperature"] > 0.9
    assert meaning.probabilities(["x"], ["no-such-answer"]) == {}


def test_heads_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="heads"):
        Meaning(installed_encoder(), tmp_path / "heads.npz")


def test_it_works_without_an_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cryobot.look_up.index.installed_meaning", lambda: None)

    result = index_of(Library(load_answers(), {})).look_up("blister home kit", 3)

    assert {hit.answer.id for hit in result.hits} & {"rare-side-effects", "equipment-safety"}
    assert result.urgent == ("skin-marks",)


def test_wrong_settings_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "look_up.yml"
    file.write_text("sure: 3\n")

    with pytest.raises(DataFileError, match="sure"):
        load_look_up_settings(file)
