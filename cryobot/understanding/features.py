"""Features of a text: word and letter TF-IDF beside the sentence vector."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from cryobot.language.encoder import Vectors

# The sentence vector has length 1; this weighs it against the two TF-IDF parts, whose lengths are 1 as well.
VECTOR_WEIGHT = 4.0


@dataclass(frozen=True)
class Vocabularies:
    """What was learned of words and letter groups: index and inverse document frequency of each."""

    words: dict[str, float]
    letters: dict[str, float]


class Featurizer:
    """Turns texts and their sentence vectors into one sparse matrix."""

    def __init__(self, words: TfidfVectorizer, letters: TfidfVectorizer) -> None:
        self._words = words
        self._letters = letters

    @classmethod
    def fit(cls, texts: Sequence[str]) -> "Featurizer":
        """Learn the vocabularies from the training texts."""
        words, letters = _word_vectorizer(), _letter_vectorizer()
        words.fit(texts)
        letters.fit(texts)
        return cls(words, letters)

    @classmethod
    def from_vocabularies(cls, vocabularies: Vocabularies) -> "Featurizer":
        """Make the same featurizer again from what `vocabularies` gave."""
        return cls(
            _restore(_word_vectorizer(), vocabularies.words), _restore(_letter_vectorizer(), vocabularies.letters)
        )

    @property
    def vocabularies(self) -> Vocabularies:
        """What to store of this featurizer."""
        return Vocabularies(_describe(self._words), _describe(self._letters))

    def transform(self, texts: Sequence[str], vectors: Vectors) -> csr_matrix:
        """Give one row a text: shape (len(texts), words + letters + 384)."""
        dense = csr_matrix(vectors * VECTOR_WEIGHT)
        return hstack([self._words.transform(texts), self._letters.transform(texts), dense], format="csr")


def _word_vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True, dtype=np.float32)


def _letter_vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), min_df=5, sublinear_tf=True, dtype=np.float32)


def _describe(vectorizer: TfidfVectorizer) -> dict[str, float]:
    names = vectorizer.get_feature_names_out()
    return {str(name): float(weight) for name, weight in zip(names, vectorizer.idf_, strict=True)}


def _restore(vectorizer: TfidfVectorizer, weights: dict[str, float]) -> TfidfVectorizer:
    vectorizer.vocabulary = {name: index for index, name in enumerate(weights)}
    vectorizer.idf_ = np.array(list(weights.values()), dtype=np.float32)
    return vectorizer
