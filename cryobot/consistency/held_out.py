"""Held-out questions: none of them was trained on."""

from collections.abc import Iterable

from cryobot.consistency.example_files import Example
from cryobot.consistency.files import Files
from cryobot.consistency.folding import bag_of_words
from cryobot.consistency.problem import Problem
from cryobot.evaluation.questions import Question


def problems(questions: Iterable[Question], examples: Iterable[Example], files: Files) -> list[Problem]:
    """List the questions that have the same words as a training example, in whatever order, case and punctuation."""
    trained = {bag_of_words(example.text): example for example in examples}
    found = []
    for question in questions:
        example = trained.get(bag_of_words(question.text))
        if example:
            place = f"{example.intent}/{example.file.name}"
            reason = f"the question {question.id} has the words of the training example '{example.text}' in {place}"
            found.append(Problem(files.questions, reason, "Remove the training example, and train again."))
    return found
