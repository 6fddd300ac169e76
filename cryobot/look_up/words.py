"""Ranks the answers by the words of a search: BM25 over the texts and the training examples."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log

from cryobot.guidance.answer import Answer
from cryobot.look_up.search_words import SearchWords, lines, words

# How much a find in each field counts; an example field counts by the share of the examples that have the word.
TITLE, QUESTION, TEXT, EXAMPLES = 3.0, 2.0, 1.0, 15.0
# The usual two of BM25: how soon repetition stops to matter, and how much the length of a field does.
SATURATION, LENGTH = 1.2, 0.5
# How many of the best single examples speak for an answer, and the share of their length that is held against them.
BEST_EXAMPLES, EXAMPLE_LENGTH = 5, 0.3


class WordIndex:
    """What can be found: the answers, and the training examples of each."""

    def __init__(self, answers: Iterable[Answer], examples: Mapping[str, Sequence[str]], language: str = "en") -> None:
        """Prepare the search.

        Args:
            answers: the answers that can be found.
            examples: what people write to get each answer, by answer id.
            language: the language of the texts that are searched, where an answer has them.
        """
        known = list(answers)
        self._fields = {answer.id: _fields(answer, language) for answer in known}
        self._examples = [
            (answer.id, line)
            for answer in known
            for line in lines([answer.question, answer.title, *examples.get(answer.id, ())])
        ]
        self._examples_of = Counter(answer for answer, _ in self._examples)
        self._usual_length = sum(len(line) for _, line in self._examples) / len(self._examples)
        self._examples_with: dict[str, list[int]] = defaultdict(list)
        for number, (_, line) in enumerate(self._examples):
            for word in set(line):
                self._examples_with[word].append(number)

    def scores(self, search: str) -> dict[str, float]:
        """Give how well each answer fits, by answer id: higher is better, without a fixed top.

        An answer that has none of the words is not there; all are missing when no word of the search is known.
        """
        scores: dict[str, float] = defaultdict(float)
        example_scores: dict[int, float] = defaultdict(float)
        for word in self.known_words.split(search):
            meant = self.known_words.meant_by(word)
            if meant:
                self._add(meant, scores, example_scores)
        best: dict[str, list[float]] = {}
        for number, score in example_scores.items():
            answer, line = self._examples[number]
            held_against = 1 - EXAMPLE_LENGTH + EXAMPLE_LENGTH * len(line) / self._usual_length
            best.setdefault(answer, []).append(score / held_against)
        for answer, found in best.items():
            scores[answer] += sum(sorted(found, reverse=True)[:BEST_EXAMPLES]) / min(
                BEST_EXAMPLES, self._examples_of[answer]
            )
        return dict(scores)

    @cached_property
    def known_words(self) -> SearchWords:
        """Every word of the texts and the examples."""
        times = Counter(word for _, line in self._examples for word in line)
        times.update(word for fields in self._fields.values() for _, field in fields for word in field)
        return SearchWords(times)

    def _add(self, meant: Mapping[str, float], scores: dict[str, float], example_scores: dict[int, float]) -> None:
        """Add what one word of the search is worth to the answers and to the examples (by number)."""
        found: dict[int, float] = {}
        for word, counts in meant.items():
            for number in self._examples_with.get(word, ()):
                found[number] = max(counts, found.get(number, 0.0))
        rarity = log(1 + (len(self._examples) - len(found) + 0.5) / (len(found) + 0.5))
        in_examples: dict[str, float] = defaultdict(float)
        for number, counts in found.items():
            example_scores[number] += rarity * counts
            in_examples[self._examples[number][0]] += counts
        for answer, fields in self._fields.items():
            times = sum(
                weight * sum(meant.get(word, 0.0) for word in field) / (1 - LENGTH + LENGTH * len(field) / usual)
                for (weight, field), usual in zip(fields, self._usual_lengths, strict=True)
            )
            times += EXAMPLES * in_examples[answer] / self._examples_of[answer]
            if times:
                scores[answer] += rarity * times / (times + SATURATION)

    @cached_property
    def _usual_lengths(self) -> list[float]:
        lengths = zip(*([len(field) for _, field in fields] for fields in self._fields.values()), strict=True)
        return [sum(of_field) / len(self._fields) for of_field in lengths]


def _fields(answer: Answer, language: str) -> tuple[tuple[float, list[str]], ...]:
    texts = [by_language.get(language, by_language["en"]) for by_language in answer.texts.values()]
    return (TITLE, words(answer.title)), (QUESTION, words(answer.question)), (TEXT, words(" ".join(texts)))
