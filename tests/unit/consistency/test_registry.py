"""Plants faults in a copy of the checkout, and runs all checks over it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.project import Project
from cryobot.consistency.registry import Findings, run

TODAY = date(2026, 12, 1)
THIS = Files()


@pytest.fixture(scope="module")
def before() -> frozenset[tuple[str, str]]:
    """What is wrong with the checkout itself is not the subject here."""
    return frozenset(found_in(run(Project(THIS), TODAY).problems, THIS))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    files = Files(tmp_path)
    for source in (
        THIS.domain,
        THIS.config,
        THIS.root / "data",
        THIS.root / "desk",
        THIS.widget,
        THIS.cases,
        THIS.questions,
    ):
        target = files.root / source.relative_to(THIS.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("node_modules"))
        elif source.exists():
            shutil.copy(source, target)
    return files


def found_in(problems: tuple[Problem, ...], files: Files) -> set[tuple[str, str]]:
    return {
        (str(p.file.relative_to(files.root if p.file.is_relative_to(files.root) else THIS.root)), p.reason)
        for p in problems
    }


def change(file: Path, spoil: Callable[[Any], object]) -> None:
    """Change the content of a YAML file in place."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    spoil(content)
    file.write_text(yaml.safe_dump(content), encoding="utf-8")


def check(files: Files) -> Findings:
    return run(Project(files), TODAY)


def test_a_copy_has_the_same_problems(files: Files, before: frozenset[tuple[str, str]]) -> None:
    assert found_in(check(files).problems, files) == before


def test_every_fault_is_found_in_one_run(files: Files, before: frozenset[tuple[str, str]]) -> None:
    change(files.answer("uses"), lambda c: c["texts"]["default"].update(en="Nobody approved *this*."))
    change(files.answer("greet"), lambda c: c["follow_ups"].append("prices"))
    change(files.answer("overall-safety"), lambda c: c["source"].append("B9"))
    change(files.answer("thanks"), lambda c: c.update(escalation="nobody"))
    change(files.sections, lambda c: c["sections"].pop("D"))
    change(files.setting("widget"), lambda c: c["topics"].append("prices"))
    change(files.domain, lambda c: (c["intents"].remove("deny"), c["intents"].append("prices")))
    change(files.domain, lambda c: (c["actions"].remove("action_small_talk"), c["actions"].append("action_prices")))
    change(files.domain, lambda c: c["slots"].update(prices={}))
    change(files.rules / "article.yml", lambda c: c["rules"][0]["steps"][1].update(action="action_abstain"))
    change(files.setting("follow_ups"), lambda c: c["affirm"][0].update(answer="prices"))
    change(files.setting("release_gate"), lambda c: c["figures"]["right_answer"].update(goal=1.99))
    change(files.vocabulary / "lookalikes.yml", lambda c: c["lookalikes"].append("question mark|"))
    change(next(files.examples.glob("greet/*.yml")), lambda c: c["nlu"][0].update(examples="- oh hello\n- Oh, hello!"))
    change(next(files.cases.glob("*.yml")), lambda c: c["conversations"].append({"buttons": ["prices"]}))
    files.questions.parent.mkdir(parents=True, exist_ok=True)
    files.questions.write_text('{"id": "q1", "text": "Hello, oh!", "kind": "plain", "answers": ["greet"]}')
    files.approvals.write_text("approvals:\n  prices: {approved_by: A, approved_on: 2026-01-01, hashes: {}}\n")

    found = found_in(check(files).problems, files) - before

    for place, reason in (
        ("data/guidance/answers/uses.yml", "never approved"),
        ("data/guidance/answers/greet.yml", "there is no answer 'prices'"),
        ("data/guidance/answers/overall-safety.yml", "source: is"),
        ("data/guidance/answers/thanks.yml", "escalation: Input should be"),
        ("data/guidance/approvals.yml", "'prices' is approved"),
        ("data/guidance/sections.yml", "section D, which"),
        ("data/settings/widget.yml", "there is no answer 'prices'"),
        ("domain.yml", "the intent 'prices' has no answer"),
        ("domain.yml", "the intent 'deny' is missing"),
        ("domain.yml", "there is no action 'action_prices'"),
        ("domain.yml", "nothing writes the slot 'prices'"),
        ("actions/small_talk.py", "the action 'action_small_talk' is not in the domain"),
        ("data/nlu/deny", "no intent of the domain"),
        ("data/nlu/prices", "no folder of training examples"),
        ("data/nlu/prices", "there are 0 different training examples"),
        ("data/nlu/greet/", "'Oh, hello!' is already an example in this file"),
        ("data/rules", "the intent 'prices' has no rule"),
        ("data/rules/article.yml", "with action_abstain, but action_answer owns"),
        ("data/rules/", "has the intent 'deny', which is not in the domain"),
        ("data/stories", "the intent 'prices' is in no story"),
        ("data/stories/", "has the action 'action_small_talk', which is not in the domain"),
        ("data/stories/", "follows"),
        ("data/settings/follow_ups.yml", "there is no answer 'prices'"),
        ("data/settings/release_gate.yml", "less than or equal to 1"),
        ("data/vocabulary/lookalikes.yml", "has an empty word"),
        ("data/guidance/answers/uses.yml", "is markup"),
        ("tests/conversations/cases/", "there is no answer 'prices'"),
        ("tests/evaluation/questions.jsonl", "no question asks for 'uses'"),
        ("tests/evaluation/questions.jsonl", "the question q1 has the words of"),
    ):
        assert [r for file, r in found if file.startswith(place) and reason in r], (place, reason, sorted(found))


@pytest.mark.parametrize("name", ["domain", "config", "rules", "questions"])
def test_what_is_missing_is_said_and_stops_no_other_check(files: Files, name: str) -> None:
    path: Path = getattr(files, name)
    if path.is_dir():
        next(path.glob("*.yml")).write_text("rules: nothing")
    else:
        path.unlink(missing_ok=True)
    change(files.answer("greet"), lambda c: c["follow_ups"].append("prices"))

    found = check(files).problems

    assert [p for p in found if p.file.is_relative_to(path)]
    assert "follow_ups: there is no answer 'prices'" in [p.reason for p in found]


def test_a_review_that_is_due_is_a_warning(files: Files) -> None:
    change(files.answer("uses"), lambda c: c.update(reviewed_on=date(2026, 1, 1), review_due=TODAY))

    findings = check(files)

    assert files.answer("uses") in [warning.file for warning in findings.warnings]
    assert "review" not in " ".join(problem.reason for problem in findings.problems)
