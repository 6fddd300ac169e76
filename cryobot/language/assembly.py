"""Assembles the spaCy pipeline and saves it under models/language."""

from pathlib import Path

import spacy
from spacy.language import Language

from cryobot.language import components, segments  # noqa: F401  (registers our factories with spaCy)
from cryobot.language.vocabulary import Vocabulary

DANGER_PREFIX = "danger_"


def assemble(vocabulary: Vocabulary) -> Language:
    """Make the pipeline: English tokens, sentence bounds, lemmas, segments, vocabulary spans."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "...", ";", "\n"]})
    nlp.add_pipe("cryobot_lemmas", config={"exceptions": vocabulary.lemmas})
    nlp.add_pipe("cryobot_segments", config=vocabulary.clauses.model_dump(mode="json"))
    nlp.add_pipe("cryobot_vocabulary", config={"patterns": _patterns(vocabulary)})
    return nlp


def save(vocabulary: Vocabulary, folder: Path) -> None:
    """Write the pipeline to a folder that `spacy.load` (and Rasa's SpacyNLP) reads."""
    assemble(vocabulary).to_disk(folder)


def _patterns(vocabulary: Vocabulary) -> dict[str, list[str]]:
    marks, cues = vocabulary.marks, vocabulary.cues
    groups = {
        "mark": list(marks.marks),
        "mark_near_skin": list(marks.marks_near_skin),
        "skin": list(marks.skin),
        "lookalike": list(vocabulary.lookalikes),
        **{name: list(getattr(cues, name)) for name in type(cues).model_fields},
    }
    return groups | {DANGER_PREFIX + kind: list(lines) for kind, lines in vocabulary.danger.items()}
