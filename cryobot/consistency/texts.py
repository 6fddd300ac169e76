"""The approved texts: short, easy to read, plain, with known placeholders, and never without the way out."""

import re
from collections.abc import Callable, Iterable, Iterator

from cryobot.consistency.files import Files
from cryobot.consistency.limits import TextLimits
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer, Basis, Escalation

FALLBACK_LANGUAGE = "en"

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MARKUP = re.compile(r"[*_`<>|#~\\\[\]]|&#?\w+;|[\n\r\t]|^\s*[-•+]\s")
_ADDRESS = re.compile(r"://|\bwww\.|@|[\w-]{2,}\.[a-z]{2,}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def problems(
    answers: Iterable[Answer], limits: TextLimits, grade: Callable[[str], float], files: Files
) -> list[Problem]:
    """Check every text, title, question and button.

    Args:
        answers: the answers to check.
        limits: what a text may look like.
        grade: gives the years of school that a reader of an English text needs.
        files: where things are.
    """
    return [
        Problem(files.answer(answer.id), reason, remedy)
        for answer in answers
        for reason, remedy in (*_labels(answer), *_texts(answer, limits, grade))
    ]


def _labels(answer: Answer) -> Iterator[tuple[str, str]]:
    labels = {"title": answer.title, "question": answer.question}
    labels |= {f"button.{language}": title for language, title in answer.button.items()}
    for name, label in labels.items():
        yield from _plain(name, _PLACEHOLDER.sub("", label))
        if "{" in label or "}" in label:
            yield f"{name}: braces are not filled here", "Write it without a placeholder."


def _texts(answer: Answer, limits: TextLimits, grade: Callable[[str], float]) -> Iterator[tuple[str, str]]:
    for variant, by_language in answer.texts.items():
        if FALLBACK_LANGUAGE not in by_language:
            yield f"texts.{variant}: there is no text in English", f"Add `{FALLBACK_LANGUAGE}:`."
        for language, text in by_language.items():
            name = f"texts.{variant}.{language}"
            filled = _filled(text, limits)
            yield from _placeholders(name, text, limits)
            yield from _plain(name, filled)
            if len(text) > limits.most_characters:
                yield f"{name}: {len(text)} characters, at most {limits.most_characters} are allowed", "Shorten it."
            if language == FALLBACK_LANGUAGE and (years := grade(filled)) > limits.highest_grade:
                yield (
                    f"{name}: reading grade {years:.1f}, at most {limits.highest_grade:g} is allowed",
                    "Use shorter sentences and shorter words.",
                )
            yield from _way_out(name, answer, language, text, limits)


def _filled(text: str, limits: TextLimits) -> str:
    for name, example in limits.placeholders.items():
        text = text.replace("{" + name + "}", example)
    return text


def _placeholders(name: str, text: str, limits: TextLimits) -> Iterator[tuple[str, str]]:
    known = ", ".join("{" + placeholder + "}" for placeholder in limits.placeholders)
    for placeholder in _PLACEHOLDER.findall(text):
        if placeholder not in limits.placeholders:
            yield f"{name}: '{{{placeholder}}}' is never filled", f"Use only {known}."
    if set("{}") & set(_PLACEHOLDER.sub("", text)):
        yield f"{name}: a brace without its counterpart", f"Braces are only for {known}."


def _plain(name: str, text: str) -> Iterator[tuple[str, str]]:
    if sign := _MARKUP.search(text):
        yield f"{name}: {sign.group()!r} is markup", "Write plain text: not every channel shows markup."
    if address := _ADDRESS.search(text):
        yield f"{name}: {address.group()!r} looks like an address", "Write it without links and addresses."


def _way_out(name: str, answer: Answer, language: str, text: str, limits: TextLimits) -> Iterator[tuple[str, str]]:
    rule = limits.way_out.get(language)
    if rule is None:
        yield f"{name}: nothing says when such a text must end with the way out", f"Add `{language}` to way_out."
        return
    reassures = answer.basis is Basis.ARTICLE and _mentions(text, rule.needed_after)
    last_sentence = _SENTENCE_END.split(text)[-1]
    if (reassures or answer.escalation is Escalation.DERMATOLOGIST) and not _mentions(last_sentence, [rule.says]):
        yield f"{name}: the last sentence does not say '{rule.says}'", "End with what to do when something shows."


def _mentions(text: str, words: Iterable[str]) -> bool:
    return re.search(rf"\b(?:{'|'.join(map(re.escape, words))})\b", text, re.IGNORECASE) is not None
