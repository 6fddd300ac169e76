import json
from collections.abc import Callable
from pathlib import Path

import pytest
from few_examples import few_examples

from cryobot.dialogue.follow_ups import load_follow_ups
from cryobot.evaluation.run import Evaluation
from cryobot.evaluation.scoring import FigureName
from cryobot.guidance.answer import Basis, Escalation
from cryobot.guidance.installed import installed_library
from cryobot.language.encoder_files import MANIFEST
from cryobot.paths import ENCODER
from cryobot.understanding.assessment import Assessment, Part
from cryobot.understanding.thresholds import load_thresholds
from tools.encoder.decision import Decision
from tools.encoder.develop import develop, voices_known_to
from tools.encoder.examples import QUESTIONS, SEVERAL, Example
from tools.encoder.trial import changed

ASKED = [
    Example("I've got a blister on my shin since the session", ("skin-marks",), "somebody"),
    Example("there is a scar on my knee now, what do I do", ("skin-marks",), "somebody"),
    # Too long to be joined with another one.
    Example(
        "When all is said and done, would you call one session of this treatment a safe thing?",
        ("overall-safety",),
        "somebody",
    ),
    Example("Is it safe? And I've got a burn on my arm.", ("overall-safety", "skin-marks"), SEVERAL),
]
QUESTION = Example("my elbow has a blister after the cabin", ("skin-marks",), QUESTIONS)

Try = Callable[..., tuple[Evaluation, list[str]]]


@pytest.fixture
def try_out(tmp_path: Path) -> Try:
    """Run `develop` on a few examples; gives what it found and what it told."""

    def run(
        *settings: str, learned: list[Example] | None = None, voices: tuple[str, ...] = ("somebody",)
    ) -> tuple[Evaluation, list[str]]:
        told: list[str] = []
        thresholds = changed(load_thresholds(), settings)
        examples = [*(learned or few_examples()), *ASKED, QUESTION]
        kept = tmp_path / "new" / "observations.json"
        return develop(ENCODER, examples, voices, thresholds, kept, told.append), told

    return run


def test_thresholds_are_tried_without_training_again(try_out: Try) -> None:
    found, told = try_out()
    assert found.questions == len(ASKED)
    assert set(found.kinds) == {"somebody", SEVERAL}
    assert found.figures[FigureName.SKIN_MARKS_ESCALATED].measure.n == 3
    assert found.figures[FigureName.ESCALATED_WITH_TYPOS].measure.n == 3 * 3
    assert found.figures[FigureName.NO_FALSE_ESCALATION].measure.n == 1
    assert found.figures[FigureName.APPROVED_TEXT].passed
    assert any("Training on" in line for line in told)

    again, told = try_out()
    assert again == found
    assert not any("Training on" in line for line in told)

    always_flagged, told = try_out("mark.intent=0")
    assert always_flagged.figures[FigureName.NO_FALSE_ESCALATION].measure.right == 0
    assert not any("Training on" in line for line in told)

    _, told = try_out(learned=few_examples()[:-1])
    assert any("Training on" in line for line in told)


def test_without_a_voice_the_development_questions_are_asked(try_out: Try) -> None:
    found, told = try_out(voices=())
    assert found.questions == 1
    assert set(found.kinds) == {QUESTIONS}
    assert not any("may have learned" in line for line in told)


def test_a_reply_has_the_approved_text_and_its_metadata() -> None:
    library = installed_library()
    assessment = Assessment((Part("skin-marks", 1.0), Part("overall-safety", 1.0)))
    first, second = Decision(library, load_follow_ups(), load_thresholds()).reply(assessment)
    assert (first.guidance_id, first.escalation, first.basis) == ("skin-marks", Escalation.DERMATOLOGIST, Basis.ARTICLE)
    assert {(first.guidance_id, first.text), (second.guidance_id, second.text)} <= library.shown_texts


def test_an_encoder_without_manifest_may_know_every_voice(tmp_path: Path) -> None:
    assert voices_known_to(tmp_path, {"plain", "terse"}) == ["plain", "terse"]


def test_an_encoder_knows_the_voices_that_were_not_left_out_of_every_stage(tmp_path: Path) -> None:
    stages = [{"without_voices": ["plain", "terse"]}, {"without_voices": ["plain", "world"]}]
    (tmp_path / MANIFEST).write_text(json.dumps({"stages": stages}), encoding="utf-8")
    assert voices_known_to(tmp_path, {"plain", "terse", "world"}) == ["terse", "world"]


def test_an_encoder_whose_training_is_not_told_may_know_every_voice(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(json.dumps({"files": {}}), encoding="utf-8")
    assert voices_known_to(tmp_path, {"plain"}) == ["plain"]
