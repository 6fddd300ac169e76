"""The answers there must be (data/settings/guidance_ids.yml), against those there are."""

from collections.abc import Collection, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from cryobot import data_files
from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer, Basis, Escalation, Paragraph

LANGUAGE = "en"


class Expected(BaseModel):
    """What one answer must be."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    basis: Basis
    source: tuple[Paragraph, ...] = ()
    escalation: Escalation
    variants: tuple[str, ...] = ("default",)
    says: tuple[str, ...] = ()


class GuidanceIds(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    answers: dict[str, Expected]


def load_expected(file: Path) -> dict[str, Expected]:
    """Read the list.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(file, GuidanceIds).answers


def problems(
    answers: Mapping[str, Answer], ids: Collection[str], expected: Mapping[str, Expected], files: Files
) -> list[Problem]:
    """Hold the answers against the list, in both directions; `ids` are all ids there are."""
    found = [
        Problem(files.answer(name), f"the answer '{name}' is missing", "Add it, or take it off guidance_ids.yml.")
        for name in sorted(set(expected) - set(ids))
    ]
    found += [
        Problem(
            files.answer(name),
            f"the answer '{name}' is not in the list of answers",
            f"Add it to {files.setting('guidance_ids').relative_to(files.root)}, or remove the answer.",
        )
        for name in sorted(set(ids) - set(expected))
    ]
    for name in sorted(set(answers) & set(expected)):
        file = files.answer(name)
        found += [Problem(file, reason, remedy) for reason, remedy in _differences(answers[name], expected[name])]
    return found


def _differences(answer: Answer, expected: Expected) -> list[tuple[str, str]]:
    held = [
        ("basis", answer.basis.value, expected.basis.value),
        ("source", _listed(answer.source), _listed(expected.source)),
        ("escalation", answer.escalation.value, expected.escalation.value),
        ("texts", _listed(answer.texts), _listed(expected.variants)),
    ]
    found = [
        (f"{field}: is {actual}, but guidance_ids.yml says {wanted}", "Change the one that is wrong.")
        for field, actual, wanted in held
        if actual != wanted
    ]
    for variant, by_language in answer.texts.items():
        missing = [words for words in expected.says if words.casefold() not in by_language.get(LANGUAGE, "").casefold()]
        found += [(f"the text '{variant}' does not say '{words}'", "Add it to the text.") for words in missing]
    return found


def _listed(values: Collection[str]) -> str:
    return ", ".join(sorted(values)) or "empty"
