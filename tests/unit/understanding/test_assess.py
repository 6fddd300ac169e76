import pytest
from evidences import ARTICLE, THRESHOLDS, evidence

from cryobot.guidance.library import Library
from cryobot.understanding.assess import RedFlags, assess
from cryobot.understanding.assessment import Assessment
from cryobot.understanding.evidence import Evidence

NOTHING = RedFlags(mark=False, danger=False)
MARK = RedFlags(mark=True, danger=False)
DANGER = RedFlags(mark=False, danger=True)
BOTH = RedFlags(mark=True, danger=True)

USES = evidence({"uses": 0.9})
SAFETY = evidence({"overall-safety": 0.9})
PRICE = evidence({"not-covered": 0.9})
UNSURE = evidence({"uses": 0.4, "not-covered": 0.35})


def assessed(library: Library, whole: Evidence, *segments: Evidence, flags: RedFlags = NOTHING) -> Assessment:
    return assess(whole, segments, flags, library, ARTICLE, THRESHOLDS)


def ids(library: Library, whole: Evidence, *segments: Evidence, flags: RedFlags = NOTHING) -> list[str]:
    return [part.id for part in assessed(library, whole, *segments, flags=flags).parts]


def test_one_question_is_one_part(library: Library) -> None:
    assert ids(library, USES) == ["uses"]


@pytest.mark.parametrize("only", [UNSURE, evidence({"greet": 0.9}), evidence({"background": 0.9}), USES])
def test_the_whole_message_decides_when_only_one_segment_asks(library: Library, only: Evidence) -> None:
    assert ids(library, USES, USES, only) == ["uses"]


def test_segments_become_parts(library: Library) -> None:
    assert sorted(ids(library, UNSURE, USES, PRICE)) == ["not-covered", "uses"]


def test_the_same_question_twice_is_one_part(library: Library) -> None:
    assert ids(library, USES, USES, USES) == ["uses"]
    assert sorted(ids(library, UNSURE, USES, PRICE, USES)) == ["not-covered", "uses"]


def test_a_very_sure_whole_is_believed_over_its_segments(library: Library) -> None:
    assert ids(library, evidence({"uses": 0.99}), SAFETY, PRICE) == ["uses"]


def test_a_segment_that_leans_on_the_conversation_asks_nothing(library: Library) -> None:
    leaning = evidence({"uses": 0.3, "follow-up-doubt": 0.6})
    assert ids(library, PRICE, PRICE, leaning) == ["not-covered"]


def test_the_most_urgent_comes_first(library: Library) -> None:
    doctor, mark = evidence({"ask-a-doctor": 0.9}), evidence({"skin-marks": 0.9})
    danger, staff = evidence({"emergency": 0.9}), evidence({"talk-to-staff": 0.9})
    assert ids(library, UNSURE, USES, staff, doctor) == ["ask-a-doctor", "talk-to-staff", "uses"]
    assert ids(library, UNSURE, USES, mark, danger) == ["emergency", "skin-marks", "uses"]


def test_the_least_urgent_are_left_out_when_there_are_too_many(library: Library) -> None:
    everything = [USES, SAFETY, PRICE, evidence({"skin-marks": 0.9}), evidence({"ask-a-doctor": 0.9})]
    found = ids(library, UNSURE, *everything)
    assert len(found) == THRESHOLDS.most_parts
    assert found[:2] == ["skin-marks", "ask-a-doctor"]


@pytest.mark.parametrize("whole", [USES, SAFETY, PRICE, UNSURE, evidence({"unclear": 0.9}), evidence({"greet": 0.9})])
def test_a_red_flag_always_escalates(library: Library, whole: Evidence) -> None:
    assert ids(library, whole, flags=MARK)[0] == "skin-marks"
    assert ids(library, whole, flags=DANGER)[0] == "emergency"
    assert ids(library, whole, USES, PRICE, flags=MARK)[0] == "skin-marks"
    assert ids(library, whole, USES, PRICE, flags=DANGER)[0] == "emergency"
    assert ids(library, whole, flags=BOTH)[0] == "emergency"


def test_a_red_flag_is_said_beside_what_else_is_asked(library: Library) -> None:
    assert ids(library, PRICE, flags=MARK) == ["skin-marks", "not-covered"]
    assert ids(library, UNSURE, USES, PRICE, flags=MARK) == ["skin-marks", "uses", "not-covered"]


@pytest.mark.parametrize("intent", ["scarring-risk", "overall-safety", "out-of-scope", "unclear"])
def test_a_mark_takes_the_place_of_a_question_about_its_risk(library: Library, intent: str) -> None:
    assert ids(library, evidence({intent: 0.9}), flags=MARK) == ["skin-marks"]


def test_danger_takes_the_place_of_the_one_question(library: Library) -> None:
    assert ids(library, PRICE, flags=DANGER) == ["emergency"]


def test_danger_leaves_a_mark_in_place(library: Library) -> None:
    assert ids(library, evidence({"skin-marks": 0.9}), flags=DANGER) == ["emergency", "skin-marks"]
    assert set(ids(library, PRICE, flags=BOTH)) == {"emergency", "skin-marks"}


@pytest.mark.parametrize("intent", ["skin-marks", "scar-care"])
def test_a_mark_is_not_said_twice(library: Library, intent: str) -> None:
    assert ids(library, evidence({intent: 0.9}), flags=MARK) == [intent]


def test_a_follow_up_is_noted_with_the_probability_of_all_of_them(library: Library) -> None:
    found = assessed(library, evidence({"follow-up-doubt": 0.4, "follow-up-more": 0.3})).follow_up
    assert found is not None
    assert found.kind == "follow-up-doubt"
    assert found.confidence > 0.7
    assert assessed(library, USES).follow_up is None


def test_the_nearest_topics_are_answers_of_the_article(library: Library) -> None:
    found = assessed(library, evidence({"not-covered": 0.5, "uses": 0.2, "scarring-risk": 0.1})).nearest
    assert found == ("uses", "scarring-risk")


def test_survives_a_trip_through_json(library: Library) -> None:
    import json

    for whole in (USES, evidence({"follow-up-doubt": 0.9})):
        found = assessed(library, whole, USES, PRICE, flags=MARK)
        assert Assessment.from_dict(json.loads(json.dumps(found.as_dict()))) == found
