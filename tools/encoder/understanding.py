"""Trains what the NLU pipeline trains, without Rasa and with any encoder, and observes messages with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from spacy.language import Language

from cryobot.detection.danger import danger_evidence
from cryobot.detection.marks import mark_evidence
from cryobot.language.assembly import assemble
from cryobot.language.encoder import SentenceEncoder, Vectors
from cryobot.language.encoder_files import HEADS
from cryobot.language.segments import segment_texts
from cryobot.language.vocabulary import load_vocabulary
from cryobot.nlu.intents import STRENGTH
from cryobot.nlu.red_flags import ABSENT, DANGER, INTENTS, MARK, PRESENT
from cryobot.nlu.red_flags import STRENGTH as RED_FLAG_STRENGTH
from cryobot.reading.characters import fold
from cryobot.reading.lexicon import build_lexicon
from cryobot.reading.reader import Reader, words_of
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.features import Featurizer
from cryobot.understanding.linear import LinearClassifier
from cryobot.understanding.red_flags import FoundWords
from cryobot.understanding.tuned_heads import TunedHeads
from tools.encoder.examples import Example


@dataclass(frozen=True)
class Observation:
    """What classifiers and rules say of one message, before any threshold.

    Attributes:
        evidence: of the whole message, then of each of its segments.
        words: whether a rule found the words of a red flag.
    """

    evidence: tuple[Evidence, ...]
    words: FoundWords


@dataclass(frozen=True)
class Understanding:
    """Everything that is trained on examples; `observe` does what the pipeline does up to its last component."""

    reader: Reader
    language: Language
    encoder: SentenceEncoder
    heads: TunedHeads
    featurizer: Featurizer
    intents: LinearClassifier
    red_flags: dict[str, LinearClassifier]
    memory: Vectors

    @classmethod
    def learn(cls, examples: Sequence[Example], folder: Path) -> "Understanding":
        """Train on examples with one label each, with the encoder and the heads of `folder`.

        Raises:
            ModelMissingError: `folder` lacks a file of the encoder.
            DataFileError: a file of the vocabulary is malformed.
        """
        encoder, heads, vocabulary = SentenceEncoder(folder), TunedHeads(folder / HEADS), load_vocabulary()
        words = [words_of(fold(example.text)) for example in examples]
        reader = Reader(build_lexicon(words, vocabulary.words_that_matter(), vocabulary.known_words))
        texts = [reader.read(example.text) for example in examples]
        labels = [example.labels[0] for example in examples]
        vectors = encoder.encode(texts)
        featurizer = Featurizer.fit(texts)
        features = featurizer.transform(texts, vectors)
        return cls(
            reader=reader,
            language=assemble(vocabulary),
            encoder=encoder,
            heads=heads,
            featurizer=featurizer,
            intents=LinearClassifier.fit(features, labels, STRENGTH, temperature=1.0),
            red_flags={
                kind: LinearClassifier.fit(
                    features,
                    [PRESENT if label in meant else ABSENT for label in labels],
                    RED_FLAG_STRENGTH,
                    temperature=1.0,
                )
                for kind, meant in INTENTS.items()
            },
            # As the pipeline stores it, in half precision.
            memory=vectors.astype(np.float16).astype(np.float32),
        )

    def observe(self, message: str) -> Observation:
        """Give what is seen of a message as it was typed."""
        text = self.reader.read(message)
        # Rasa's SpacyNLP gives spaCy the text in lower case.
        document = self.language(text.lower())
        segments = segment_texts(document)
        texts = [text, *(segments if len(segments) > 1 else [])]
        vectors = self.encoder.encode(texts)
        features = self.featurizer.transform(texts, vectors)
        labels = self.intents.labels
        learned = self.intents.probabilities(features)
        intents = (learned + self.heads.choose(vectors, labels, learned)) / 2
        present = self.heads.present(vectors, labels, learned)
        flags = {kind: self._red_flag(kind, features, vectors) for kind in INTENTS}
        familiarity = (vectors @ self.memory.T).max(axis=1)
        evidence = tuple(
            Evidence(
                text=part,
                intents=dict(zip(labels, intents[row].tolist(), strict=True)),
                present=dict(zip(labels, present[row].tolist(), strict=True)),
                mark=flags[MARK][row],
                danger=flags[DANGER][row],
                familiarity=float(familiarity[row]),
                known_words=self.reader.known_share(message) if row == 0 else 1.0,
            )
            for row, part in enumerate(texts)
        )
        words = FoundWords(mark=mark_evidence(document) is not None, danger=danger_evidence(document) is not None)
        return Observation(evidence, words)

    def _red_flag(self, kind: str, features: csr_matrix, vectors: Vectors) -> list[float]:
        classifier = self.red_flags[kind]
        learned = classifier.probabilities(features)[:, classifier.labels.index(PRESENT)]
        tuned = self.heads.present(vectors, sorted(INTENTS[kind])).max(axis=1)
        return [float(value) for value in (learned + tuned) / 2]
