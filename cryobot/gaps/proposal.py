"""Writes what the editor decided as files in the form of the training examples. Nothing reads them by itself."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cryobot.gaps.gap import Decision, Gap
from cryobot.gaps.masking import Mask

OUT_OF_SCOPE = "out-of-scope"
README = "README.txt"
NEW_ANSWERS = "new-answers.yml"


@dataclass(frozen=True)
class Words:
    """What the files say beside the questions.

    Attributes:
        readme: of the whole.
        heading: of each file, as a comment.
    """

    readme: str
    heading: str


def proposal(decided: Sequence[tuple[Gap, Sequence[str]]], words: Words, mask: Mask, today: date) -> bytes:
    """Give a ZIP file of the decided groups.

    Args:
        decided: groups that have a decision, each with some of its questions as visitors wrote them.
    """
    by_intent: dict[str, list[str]] = {}
    new: list[tuple[Gap, list[str]]] = []
    for gap, questions in decided:
        cleaned = _once(mask.clean(question) for question in questions)
        if gap.decision is Decision.NEW_ANSWER:
            new.append((gap, cleaned))
        elif cleaned:
            intent = gap.answer if gap.decision is Decision.BELONGS else OUT_OF_SCOPE
            by_intent.setdefault(intent, []).extend(cleaned)
    files = {README: words.readme}
    for intent, questions in sorted(by_intent.items()):
        # A name that no file of the training examples has, so that unpacking overwrites none.
        name = f"nlu/{intent}/proposed-{today.isoformat()}.yml"
        files[name] = examples_file(intent, _once(questions), words.heading)
    files[NEW_ANSWERS] = new_answers_file(new, words.heading)
    return _zipped(files, today)


def examples_file(intent: str, questions: Iterable[str], heading: str) -> str:
    """Give a file in the form of data/nlu/<intent>/*.yml; the questions are cleaned already."""
    return f'{_comment(heading)}version: "3.1"\nnlu:\n- intent: {intent}\n  examples: |\n{_lines(questions)}'


def new_answers_file(groups: Iterable[tuple[Gap, Sequence[str]]], heading: str) -> str:
    """Give the groups that need a new answer, largest first."""
    listed = sorted(groups, key=lambda group: (-group[0].size, group[0].id))
    text = _comment(heading) + ("groups:\n" if listed else "groups: []\n")
    for gap, questions in listed:
        first, last = gap.first_at.date().isoformat(), gap.last_at.date().isoformat()
        text += f'- asked: {gap.size}\n  first: "{first}"\n  last: "{last}"\n  examples: '
        text += f"|\n{_lines(questions)}" if questions else '""\n'
    return text


def _once(questions: Iterable[str]) -> list[str]:
    return [question for question in dict.fromkeys(questions) if question]


def _lines(questions: Iterable[str]) -> str:
    return "".join(f"    - {question}\n" for question in questions)


def _comment(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.strip().splitlines())


def _zipped(files: dict[str, str], today: date) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (today.year, today.month, today.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))
    return packed.getvalue()
