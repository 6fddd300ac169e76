"""Small parts of a project, right in every respect but the one a test changes."""

from pathlib import Path
from typing import Any

from cryobot.consistency.dialogue_files import Domain, Script, Step
from cryobot.consistency.example_files import Example
from cryobot.consistency.files import Files
from cryobot.consistency.limits import TextLimits, WayOut
from cryobot.consistency.owners import Owner
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer

FILES = Files(Path("checkout"))
TEXT = "It is used to ease pain."

TEXT_LIMITS = TextLimits(
    most_characters=80,
    highest_grade=7,
    placeholders={"centre_name": "the centre"},
    way_out={"en": WayOut(needed_after=("skin", "side effects"), says="dermatologist")},
)


def an_answer(answer_id: str = "uses", **changes: Any) -> Answer:
    values: dict[str, Any] = {
        "id": answer_id,
        "title": f"About {answer_id}",
        "question": f"What about {answer_id}?",
        "button": {"en": answer_id[:20]},
        "texts": {"default": {"en": TEXT}},
        "source": ("B1",),
        "basis": "article",
        "escalation": "none",
        "follow_ups": (),
        "reviewed_on": "2026-01-01",
        "review_due": "2026-07-01",
    }
    return Answer.model_validate(values | changes)


def a_text(text: str, **changes: Any) -> Answer:
    return an_answer(texts={"default": {"en": text}}, **changes)


def a_domain(
    intents: tuple[str, ...] = ("uses", "greet"), actions: tuple[str, ...] = ("action_a", "action_b")
) -> Domain:
    return Domain(intents=intents, actions=actions, slots={})


def a_script(name: str, *steps: tuple[str, str], file: str = "some.yml") -> Script:
    """A rule or story of pairs of intent and action."""
    parts = (part for intent, action in steps for part in (Step(intent=intent), Step(action=action)))
    return Script(name, Path(file), tuple(parts))


def an_owner(action: str, *answers: str) -> Owner:
    return Owner(action, Path(f"{action}.py"), frozenset(answers))


def an_example(intent: str, text: str, folder: str | None = None) -> Example:
    return Example(intent, text, FILES.examples / (folder or intent) / "plain.yml")


def reasons(problems: list[Problem]) -> list[str]:
    """The reasons; each problem must also say what to do."""
    assert all(problem.remedy.endswith((".", "'")) for problem in problems)
    return [problem.reason for problem in problems]


def the_reason(problems: list[Problem]) -> str:
    """The reason of the only problem."""
    (reason,) = reasons(problems)
    return reason
