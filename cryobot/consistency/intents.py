"""Answers, intents of the domain and folders of training examples: none without the others."""

from collections import Counter
from collections.abc import Collection, Iterable

from cryobot.consistency.example_files import Example
from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.understanding.labels import WITHOUT_ANSWER


def answer_problems(
    intents: Collection[str], answers: Collection[str], without_intent: Collection[str], files: Files
) -> list[Problem]:
    """Hold the intents against the answer ids. `without_intent` are the answers that nobody asks for."""
    found = [
        Problem(files.domain, f"the intent '{intent}' is listed {count} times", "Keep one of them.")
        for intent, count in Counter(intents).items()
        if count > 1
    ]
    for intent in sorted(set(intents) - set(answers) - WITHOUT_ANSWER):
        found.append(
            Problem(
                files.domain,
                f"the intent '{intent}' has no answer",
                f"Add {files.answer(intent).relative_to(files.root)}, or remove the intent.",
            )
        )
    for answer in sorted(set(answers) - set(intents) - set(without_intent)):
        found.append(
            Problem(
                files.answer(answer),
                f"the answer '{answer}' has no intent, so nobody can ask for it",
                f"Add '{answer}' to the intents of domain.yml, or remove the answer.",
            )
        )
    for intent in sorted(WITHOUT_ANSWER & set(answers)):
        found.append(
            Problem(
                files.answer(intent),
                f"'{intent}' is an intent that leans on the conversation and has no answer of its own",
                "Give the answer another id.",
            )
        )
    for intent in sorted(WITHOUT_ANSWER - set(intents)):
        found.append(
            Problem(files.domain, f"the intent '{intent}' is missing, which the dialogue needs", "Add it to intents.")
        )
    return found + _exceptions(intents, answers, without_intent, files)


def example_problems(intents: Collection[str], examples: Iterable[Example], files: Files) -> list[Problem]:
    """Hold the intents against the folders of training examples."""
    kept = list(examples)
    found = [
        Problem(
            file,
            f"the folder is that of '{folder}', but the examples are of '{intent}'",
            f"Move the file to {(files.examples / intent).relative_to(files.root)}, or name the intent '{folder}'.",
        )
        for file, folder, intent in sorted({(e.file, e.file.parent.name, e.intent) for e in kept})
        if folder != intent
    ]
    folders = {path.name for path in files.examples.glob("*") if path.is_dir()}
    for folder in sorted((folders | {example.intent for example in kept}) - set(intents)):
        found.append(
            Problem(
                files.examples / folder,
                f"there are training examples of '{folder}', which is no intent of the domain",
                f"Add '{folder}' to the intents of domain.yml, or remove the examples.",
            )
        )
    for intent in sorted(set(intents) - folders):
        found.append(
            Problem(
                files.examples / intent,
                f"the intent '{intent}' has no folder of training examples",
                "Add the folder with examples, or remove the intent from domain.yml.",
            )
        )
    return found


def _exceptions(
    intents: Collection[str], answers: Collection[str], without_intent: Collection[str], files: Files
) -> list[Problem]:
    limits = files.setting("data_checks")
    remedy = "Remove it from answers_without_intent."
    unknown = sorted(set(without_intent) - set(answers))
    needless = sorted(set(without_intent) & set(intents))
    return [Problem(limits, f"there is no answer '{answer}'", remedy) for answer in unknown] + [
        Problem(limits, f"the answer '{answer}' does have an intent", remedy) for answer in needless
    ]
