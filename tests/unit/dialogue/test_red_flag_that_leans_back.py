"""A red flag is said whatever else a message does, also when it begins with `are you sure?`."""

import pytest
from parts.evidences import ARTICLE, THRESHOLDS, evidence

from cryobot.dialogue.context import Context
from cryobot.dialogue.follow_ups import Meaning
from cryobot.dialogue.plan import plan
from cryobot.guidance.library import Library
from cryobot.understanding.assess import assess
from cryobot.understanding.red_flags import RedFlags


@pytest.mark.parametrize("kind", ["follow-up-doubt", "follow-up-more", "affirm", "deny", "follow-up-plays-down"])
@pytest.mark.parametrize(
    ("flags", "answer"),
    [
        (RedFlags(mark=True, danger=False), "skin-marks"),
        (RedFlags(mark=False, danger=True), "emergency"),
        (RedFlags(mark=True, danger=True), "emergency"),
    ],
)
@pytest.mark.parametrize("likely", [0.0, 0.3])
def test_is_said(
    library: Library,
    follow_ups: dict[str, tuple[Meaning, ...]],
    kind: str,
    flags: RedFlags,
    answer: str,
    likely: float,
) -> None:
    whole = evidence({kind: 0.6, answer: likely, "uses": 0.05})
    assessment = assess(whole, [], flags, library, ARTICLE, THRESHOLDS)
    reply = plan(assessment, Context(("overall-safety",)), follow_ups, library, THRESHOLDS)
    assert reply.steps[0].answer == answer
