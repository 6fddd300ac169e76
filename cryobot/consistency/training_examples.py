"""Enough training examples of each intent, and none of them twice."""

from collections.abc import Collection, Iterable

from cryobot.consistency.example_files import Example
from cryobot.consistency.files import Files
from cryobot.consistency.folding import fold
from cryobot.consistency.limits import ExampleLimits
from cryobot.consistency.problem import Problem


def count_problems(
    intents: Collection[str],
    about_article: Collection[str],
    examples: Iterable[Example],
    limits: ExampleLimits,
    files: Files,
) -> list[Problem]:
    """List the intents with too few different examples.

    Args:
        intents: the intents of the domain.
        about_article: those whose answer rests on the article.
        examples: all training examples.
        limits: how many there must be.
        files: where things are.
    """
    different: dict[str, set[str]] = {intent: set() for intent in intents}
    for example in examples:
        different.setdefault(example.intent, set()).add(fold(example.text))
    found = [
        Problem(
            files.setting("data_checks"),
            f"training_examples.by_intent: there is no intent '{intent}'",
            "Remove the line, or mend the name.",
        )
        for intent in sorted(set(limits.by_intent) - set(intents))
    ]
    for intent in sorted(set(intents)):
        usual = limits.article if intent in about_article else limits.other
        fewest = limits.by_intent.get(intent, usual)
        count = len(different[intent])
        if count < fewest:
            found.append(
                Problem(
                    files.examples / intent,
                    f"there are {count} different training examples, at least {fewest} are needed",
                    f"Add {fewest - count} or more.",
                )
            )
    return found


def repeated(examples: Iterable[Example]) -> list[Problem]:
    """List the examples that are there twice, in the same intent or in two."""
    first: dict[str, Example] = {}
    found = []
    for example in examples:
        same = first.setdefault(fold(example.text), example)
        if same is example:
            continue
        place = "this file" if same.file == example.file else f"{same.intent}/{same.file.name}"
        reason = f"'{example.text}' is already an example in {place}"
        if same.intent == example.intent:
            found.append(Problem(example.file, reason, "Remove one of the two."))
        else:
            remedy = f"It cannot be both '{same.intent}' and '{example.intent}': keep the one that is right."
            found.append(Problem(example.file, reason, remedy))
    return found
