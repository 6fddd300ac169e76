"""One stretch of text with what the classifiers make of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from cryobot.understanding.labels import FOLLOW_UPS


@dataclass(frozen=True)
class Evidence:
    """Probabilities for one text.

    Attributes:
        intents: probability of each intent; they sum to 1.
        present: probability of each intent by itself, whatever else is in the text; they need not sum to 1.
        mark: probability that a mark on the skin is there or asked about.
        danger: probability of a sign of danger.
        known_words: share of its words that are English or occur in the training messages (1 without any word).
        familiarity: cosine similarity to the nearest training message.
    """

    text: str
    intents: Mapping[str, float]
    present: Mapping[str, float]
    mark: float
    danger: float
    familiarity: float
    known_words: float = 1.0

    def topics(self) -> dict[str, float]:
        """Give the intents that stand on their own, as probabilities among themselves."""
        kept = {intent: value for intent, value in self.intents.items() if intent not in FOLLOW_UPS}
        total = sum(kept.values()) or 1.0
        return {intent: value / total for intent, value in kept.items()}

    def follow_ups(self) -> dict[str, float]:
        """Give the probabilities of the intents that lean on the conversation."""
        return {intent: self.intents.get(intent, 0.0) for intent in FOLLOW_UPS}
