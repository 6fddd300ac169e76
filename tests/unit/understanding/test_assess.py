import json

import pytest
from parts.evidences import ARTICLE, THRESHOLDS, evidence

from cryobot.guidance.library import Library
from cryobot.understanding.abstention import decide
from cryobot.understanding.assess import assess
from cryobot.understanding.assessment import Assessment
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.red_flags import RedFlags

NOTHING = RedFlags(mark=False, danger=False)
MARK = RedFlags(mark=True, danger=False)
DANGER = RedFlags(mark=False, danger=True)
BOTH = RedFlags(mark=True, danger=True)

USES = evidence({"uses": 0.9})
SAFETY = evidence({"overall-safety": 0.9})
PRICE = evidence({"not-covered": 0.9})
UNSURE = evidence({"uses": 0.4, "not-covered": 0.35})
BOTH_ASKED = evidence({"uses": 0.45, "not-covered": 0.4})


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
    assert sorted(ids(library, BOTH_ASKED, USES, PRICE)) == ["not-covered", "uses"]


def test_the_same_question_twice_is_one_part(library: Library) -> None:
    assert ids(library, USES, USES, USES) == ["uses"]
    assert sorted(ids(library, BOTH_ASKED, USES, PRICE, USES)) == ["not-covered", "uses"]


def test_a_segment_counts_only_when_the_whole_message_knows_of_its_question(library: Library) -> None:
    alone = evidence({"uses": 0.9, "not-covered": 0.0})
    assert ids(library, alone, USES, PRICE) == ["uses"]


def test_a_segment_must_be_sure(library: Library) -> None:
    assert ids(library, BOTH_ASKED, USES, evidence({"not-covered": 0.3, "greet": 0.2})) == [
        decide(BOTH_ASKED, ARTICLE, THRESHOLDS).id
    ]


def test_a_question_that_no_segment_stands_for_is_answered_when_the_whole_message_surely_holds_it(
    library: Library,
) -> None:
    assert sorted(ids(library, evidence({"uses": 0.9}, present=["uses", "not-covered"]))) == ["not-covered", "uses"]
    for intent in ("greet", "thanks", "background", "unclear", "follow-up-doubt"):
        assert ids(library, evidence({"uses": 0.9}, present=["uses", intent])) == ["uses"], "nothing that asks"


def test_one_mark_is_one_question(library: Library) -> None:
    care = evidence({"scar-care": 0.6, "skin-marks": 0.3}, present=["scar-care", "skin-marks"])
    assert ids(library, care) == ["scar-care"]
    mark = evidence({"scar-care": 0.3, "skin-marks": 0.6}, present=["scar-care", "skin-marks"])
    assert ids(library, mark) == ["skin-marks"]
    segments = evidence({"scar-care": 0.9}), evidence({"skin-marks": 0.9})
    assert sorted(ids(library, care, *segments)) == ["scar-care", "skin-marks"], "asked one after the other"


def test_a_segment_that_leans_on_the_conversation_asks_nothing(library: Library) -> None:
    leaning = evidence({"uses": 0.3, "follow-up-doubt": 0.6})
    assert ids(library, PRICE, PRICE, leaning) == ["not-covered"]


def test_the_most_urgent_comes_first(library: Library) -> None:
    doctor, mark = evidence({"ask-a-doctor": 0.9}), evidence({"skin-marks": 0.9})
    danger, staff = evidence({"emergency": 0.9}), evidence({"talk-to-staff": 0.9})
    calm = evidence({"uses": 0.4}, present=["uses", "talk-to-staff", "ask-a-doctor"])
    urgent = evidence({"uses": 0.4}, present=["uses", "skin-marks", "emergency"])
    assert ids(library, calm, USES, staff, doctor) == ["ask-a-doctor", "talk-to-staff", "uses"]
    assert ids(library, urgent, USES, mark, danger) == ["emergency", "skin-marks", "uses"]


def test_the_least_urgent_are_left_out_when_there_are_too_many(library: Library) -> None:
    everything = ["uses", "overall-safety", "not-covered", "skin-marks", "ask-a-doctor"]
    found = ids(library, evidence({"uses": 0.4}, present=everything))
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
    assert ids(library, BOTH_ASKED, USES, PRICE, flags=MARK) == ["skin-marks", "uses", "not-covered"]


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
    assert found.confidence == pytest.approx(0.7)
    none = assessed(library, USES).follow_up
    assert none is None or none.confidence < THRESHOLDS.follow_up


def test_the_nearest_topics_are_answers_of_the_article(library: Library) -> None:
    found = assessed(library, evidence({"not-covered": 0.5, "uses": 0.2, "scarring-risk": 0.1})).nearest
    assert found == ("uses", "scarring-risk")


def test_survives_a_trip_through_json(library: Library) -> None:
    for whole in (USES, evidence({"follow-up-doubt": 0.9})):
        found = assessed(library, whole, USES, PRICE, flags=MARK)
        assert Assessment.from_dict(json.loads(json.dumps(found.as_dict()))) == found
