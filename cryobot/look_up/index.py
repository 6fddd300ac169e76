"""Ranks the answers for a few words, as staff type them, and says whether the best one answers them.

Needs no trained model: words and examples by BM25, meaning by the sentence encoder where its files are there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cryobot.guidance.answer import Answer
from cryobot.look_up.meaning import Meaning, installed_meaning
from cryobot.look_up.search_words import stem, words
from cryobot.look_up.settings import LookUpSettings, load_look_up_settings
from cryobot.look_up.urgent import URGENT, installed_urgent
from cryobot.look_up.words import WordIndex

ASK_A_DOCTOR = "ask-a-doctor"
#: The answers that say that there is no answer.
NO_ANSWER = frozenset({"not-covered", "out-of-scope", "unclear"})
# How many of the best are found in any case, and how well the others must fit beside the best.
ALWAYS_LISTED, NEAR = 3, 0.5


class Standing(StrEnum):
    """What the best answer is worth."""

    ANSWERED = "answered"
    ASK_A_DOCTOR = "ask-a-doctor"
    NOT_COVERED = "not-covered"
    UNSURE = "unsure"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Hit:
    """An answer that was found, and how well it fits: from 0 to 1."""

    answer: Answer
    score: float


@dataclass(frozen=True)
class LookUp:
    """What was found for a few words.

    Attributes:
        hits: the best first; empty when no word is known.
        urgent: ids of the answers on danger and on marks that the words speak of, the most urgent first, wherever they
            stand among the hits.
        standing: whether the best hit can be taken for the answer.
    """

    hits: tuple[Hit, ...]
    urgent: tuple[str, ...]
    standing: Standing

    @property
    def above(self) -> tuple[str, ...]:
        """Those of `urgent` that are to be read before the best hit: all, or those more urgent than it."""
        best = self.hits[0].answer.id if self.hits else ""
        return self.urgent[: self.urgent.index(best)] if best in self.urgent else self.urgent


class Index:
    """What can be found: the answers, and the training examples of each. May be used from any thread."""

    def __init__(
        self,
        answers: Iterable[Answer],
        examples: Mapping[str, Sequence[str]],
        language: str = "en",
        meaning: Meaning | None = None,
        settings: LookUpSettings | None = None,
    ) -> None:
        """Prepare the search.

        Args:
            answers: the answers that can be found.
            examples: what people write to get each answer, by answer id.
            language: the language of the texts that are searched, where an answer has them.
            meaning: what tells the meaning of words; by default the encoder of this installation, if there is one.
            settings: by default those of data/settings/look_up.yml.

        Raises:
            DataFileError: the settings are missing or malformed.
        """
        self._answers = {answer.id: answer for answer in answers}
        self._settings = settings or load_look_up_settings()
        self._meaning = meaning or installed_meaning()
        typed = self._settings.typed_by_staff
        all_examples = {answer: (*examples.get(answer, ()), *typed.get(answer, ())) for answer in self._answers}
        self._words = WordIndex(self._answers.values(), all_examples, language)
        self._on_top = {answer: frozenset(map(stem, on_top)) for answer, on_top in self._settings.shown_on_top.items()}
        self._personal = frozenset(map(stem, self._settings.personal.words))

    def look_up(self, search: str, most: int) -> LookUp:
        """Give at most `most` answers (none when no word is known), what is urgent, and what the best is worth."""
        # Neither spaCy nor the encoder takes what cannot be written in UTF-8.
        search = search.encode(errors="replace").decode()
        readings = self._readings(search)
        hits = self._with_doctor(self._rank(readings), readings)
        urgent = self._urgent(search, readings)
        near = [hit for number, hit in enumerate(hits) if number < ALWAYS_LISTED or hit.score >= NEAR * hits[0].score]
        return LookUp(tuple(near[:most]), urgent, self._standing(hits, urgent))

    def _readings(self, search: str) -> tuple[str, str]:
        in_full = self._settings.in_full(search)
        return in_full, self._words.known_words.reading(in_full)

    def _rank(self, readings: Sequence[str]) -> list[Hit]:
        by_words = self._words.scores(readings[0])
        if not by_words:
            return []
        best = max(by_words.values())
        scores = {answer: score / best for answer, score in by_words.items()}
        if self._meaning:
            scores = self._with_meaning(scores, self._meaning.probabilities(readings, self._answers))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [Hit(self._answers[answer], score) for answer, score in ranked]

    def _with_meaning(self, by_words: Mapping[str, float], by_meaning: Mapping[str, float]) -> dict[str, float]:
        share = self._settings.meaning
        # What the encoder has not learned keeps its place among the words.
        return {
            answer: (score + share * by_meaning.get(answer, score)) / (1 + share)
            for answer in by_words.keys() | by_meaning.keys()
            for score in [by_words.get(answer, 0.0)]
        }

    def _with_doctor(self, hits: list[Hit], readings: Sequence[str]) -> list[Hit]:
        """Put the referral to a doctor before what holds for everybody, when the words are about one who may differ."""
        typed = {stem(word) for word in words(" ".join(readings))}
        if not hits or hits[0].answer.id not in self._settings.personal.not_for_them or not self._personal & typed:
            return hits
        doctor = Hit(self._answers[ASK_A_DOCTOR], hits[0].score)
        return [doctor, *(hit for hit in hits if hit.answer.id != ASK_A_DOCTOR)]

    def _urgent(self, search: str, readings: Sequence[str]) -> tuple[str, ...]:
        found = set(installed_urgent()((search, *readings)))
        typed = {stem(word) for word in words(" ".join(readings))}
        found |= {answer for answer, on_top in self._on_top.items() if on_top & typed}
        if self._meaning and typed:
            likely = self._meaning.probabilities(readings, self._answers)
            found |= {answer for answer in URGENT if likely.get(answer, 0.0) >= self._settings.urgent}
        return tuple(answer for answer in URGENT if answer in found and answer in self._answers)

    def _standing(self, hits: Sequence[Hit], urgent: Sequence[str]) -> Standing:
        if not hits:
            return Standing.NOTHING
        best = hits[0]
        if best.answer.id in NO_ANSWER:
            return Standing.NOT_COVERED
        if best.answer.id == ASK_A_DOCTOR:
            return Standing.ASK_A_DOCTOR
        if best.answer.id in urgent:
            return Standing.ANSWERED
        rivals = [hit.score for hit in hits if hit.answer.id in NO_ANSWER or hit.answer.id == ASK_A_DOCTOR]
        is_ahead = not rivals or best.score - rivals[0] >= self._settings.ahead
        return Standing.ANSWERED if is_ahead and best.score >= self._settings.sure else Standing.UNSURE
