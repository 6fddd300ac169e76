"""A few of the project's examples, so that training takes a moment only."""

from collections import Counter

from tools.encoder.examples import SEVERAL, Example, load_examples

OF_EACH_INTENT = 5


def few_examples() -> list[Example]:
    """Give the first examples of each intent, with one label each."""
    seen: Counter[str] = Counter()
    kept = []
    for example in load_examples():
        seen[example.labels[0]] += 1
        if example.voice != SEVERAL and seen[example.labels[0]] <= OF_EACH_INTENT:
            kept.append(example)
    return kept
