"""Tries an encoder out: trains on some voices, and scores the whole decision on the others."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from cryobot.dialogue.follow_ups import load_follow_ups
from cryobot.evaluation.asking import Exchange, plan
from cryobot.evaluation.gate import load_gate
from cryobot.evaluation.run import Evaluation, evaluate
from cryobot.guidance.installed import installed_library
from cryobot.language.encoder_files import MANIFEST
from cryobot.understanding.thresholds import Thresholds
from tools.encoder.decision import Decision
from tools.encoder.examples import QUESTIONS, SEVERAL, Example, split
from tools.encoder.fold import questions
from tools.encoder.observations import Observations, ingredients, load, save
from tools.encoder.understanding import Understanding

Tell = Callable[[str], None]


def develop(
    encoder: Path, examples: Sequence[Example], voices: Sequence[str], thresholds: Thresholds, kept: Path, tell: Tell
) -> Evaluation:
    """Score the decision on the examples of `voices`, in fresh conversations.

    Args:
        encoder: folder with the files of an encoder, which should not know `voices` either.
        examples: all of them, the development questions too.
        voices: what is not learned but asked; without any, the development questions and nothing else. They, and those
            with several questions, are never learned by the classifiers.
        thresholds: those to try.
        kept: file for what the classifiers say; it is used again as long as they would say the same.
        tell: called with what is happening now, in plain words.

    Raises:
        UnknownVoiceError: one of `voices` has no example.
        CryobotError: the encoder is incomplete or a data file is malformed; the message says what to do.
    """
    library = installed_library()
    learned, others = split(examples, {*voices, SEVERAL, QUESTIONS})
    wanted = {*voices, SEVERAL} if voices else {QUESTIONS}
    asked = [example for example in others if example.voice in wanted]
    if known := voices_known_to(encoder, wanted - {QUESTIONS}):
        tell(f"The encoder may have learned from these voices, which makes their figures too good: {', '.join(known)}.")
    messages = plan(questions(asked, library, Random(0)))
    observed = _observations(encoder, learned, [message.text for message in messages], kept, tell)
    decision = Decision(library, load_follow_ups(), thresholds)
    exchanges = [Exchange(message, decision.reply(decision.assess(observed[message.text]))) for message in messages]
    return evaluate(exchanges, load_gate(), library.shown_texts, list(library.answers))


def voices_known_to(encoder: Path, voices: set[str]) -> list[str]:
    """Give those of `voices` that the encoder may have learned from in one of its stages, as its manifest has it."""
    manifest = encoder / MANIFEST
    stages = json.loads(manifest.read_text(encoding="utf-8")).get("stages") if manifest.is_file() else None
    if not stages:
        return sorted(voices)
    return sorted(voice for voice in voices if any(voice not in stage["without_voices"] for stage in stages))


def _observations(
    encoder: Path, learned: Sequence[Example], texts: Sequence[str], kept: Path, tell: Tell
) -> Observations:
    made_of = ingredients(encoder, learned, texts)
    if (found := load(kept, made_of)) is not None:
        tell(f"What the classifiers say is taken from {kept}.")
        return found
    tell(f"Training on {len(learned)} examples (1 to 3 minutes) ...")
    understanding = Understanding.learn(learned, encoder)
    tell(f"Asking {len(texts)} questions ...")
    observed = {text: understanding.observe(text) for text in texts}
    save(kept, made_of, observed)
    return observed
