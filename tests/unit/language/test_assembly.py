from pathlib import Path

import spacy
from spacy.language import Language

from cryobot.language.assembly import save
from cryobot.language.vocabulary import Vocabulary

TEXT = "My daughter's knee has blisters, and can she shower? She can't breathe."


def test_a_saved_pipeline_reads_as_the_assembled_one(nlp: Language, vocabulary: Vocabulary, tmp_path: Path) -> None:
    save(vocabulary, tmp_path / "language")
    fresh, loaded = nlp(TEXT), spacy.load(tmp_path / "language")(TEXT)

    assert [token.lemma_ for token in loaded] == [token.lemma_ for token in fresh]
    assert {group: [str(span) for span in spans] for group, spans in loaded.spans.items()} == {
        group: [str(span) for span in spans] for group, spans in fresh.spans.items()
    }
    assert [span.text for span in loaded.spans["segment"]] == [
        "My daughter's knee has blisters,",
        "and can she shower?",
        "She can't breathe.",
    ]
