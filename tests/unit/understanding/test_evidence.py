import pytest
from parts.evidences import evidence

from cryobot.understanding.evidence import Evidence
from cryobot.understanding.labels import FOLLOW_UPS


def test_topics_are_probabilities_among_themselves() -> None:
    topics = evidence({"uses": 0.2, "follow-up-doubt": 0.6}).topics()
    assert not FOLLOW_UPS & set(topics)
    assert sum(topics.values()) == pytest.approx(1)
    assert max(topics, key=lambda intent: topics[intent]) == "uses"


def test_every_follow_up_has_a_probability() -> None:
    assert evidence({"follow-up-doubt": 0.6}).follow_ups()["follow-up-doubt"] == 0.6
    assert Evidence("", {"uses": 1.0}, {}, 0, 0, 0).follow_ups() == dict.fromkeys(FOLLOW_UPS, 0.0)


def test_topics_of_nothing_but_follow_ups_are_zero() -> None:
    assert Evidence("", {"uses": 0.0, "affirm": 1.0}, {}, 0, 0, 0).topics() == {"uses": 0.0}
