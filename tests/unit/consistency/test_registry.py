"""Plants one fault after the other in a copy of the checkout, and runs all checks over it once."""

import shutil
from datetime import date
from pathlib import Path

import pytest

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
    for source in (THIS.domain, THIS.config, THIS.root / "data", THIS.cases, THIS.questions):
        if source.exists():
            target = files.root / source.relative_to(THIS.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    return files


def found_in(problems: tuple[Problem, ...], files: Files) -> set[tuple[str, str]]:
    return {
        (str(p.file.relative_to(files.root if p.file.is_relative_to(files.root) else THIS.root)), p.reason)
        for p in problems
    }


def replace(file: Path, old: str, new: str) -> None:
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new, 1), encoding="utf-8")


def check(files: Files) -> Findings:
    return run(Project(files), TODAY)


def test_a_copy_has_the_same_problems(files: Files, before: frozenset[tuple[str, str]]) -> None:
    assert found_in(check(files).problems, files) == before


def test_every_fault_is_found_in_one_run(files: Files, before: frozenset[tuple[str, str]]) -> None:
    replace(files.answer("uses"), "to ease pain", "to ease ache")
    replace(files.answer("greet"), "capabilities]", "prices]")
    replace(files.answer("overall-safety"), "[D4, B1]", "[D4, B2]")
    replace(files.answer("thanks"), "escalation: none", "escalation: nobody")
    replace(files.domain, "  - deny", "  - prices")
    replace(files.domain, "  - action_small_talk", "  - action_prices")
    replace(files.domain, "  unclear_count:", "  unclear_number:")
    replace(files.rules / "article.yml", "- action: action_answer", "- action: action_abstain")
    replace(files.stories / "provider.yml", "intent: about-provider", "intent: uses")
    replace(files.setting("follow_ups"), "answer: capabilities}", "answer: prices}")
    replace(files.setting("release_gate"), "goal: 0.99", "goal: 1.99")
    replace(files.vocabulary / "lookalikes.yml", "- question mark", "- question ...|")
    replace(files.examples / "greet" / "plain.yml", "    - ", "    - how much is it\n    - How much is it?\n    - ")
    replace(next(files.cases.glob("skin_marks.yml")), "[skin-marks]", "[skin-spots]")
    files.approvals.write_text("approvals:\n  prices: {approved_by: A, approved_on: 2026-01-01, hashes: {}}\n")

    found = found_in(check(files).problems, files) - before

    for file, reason in (
        ("data/guidance/answers/uses.yml", "never approved"),
        ("data/guidance/answers/greet.yml", "there is no answer 'prices'"),
        ("data/guidance/answers/overall-safety.yml", "source: is B2, D4"),
        ("data/guidance/answers/thanks.yml", "escalation: Input should be"),
        ("data/guidance/approvals.yml", "'prices' is approved"),
        ("domain.yml", "the intent 'prices' has no answer"),
        ("domain.yml", "the intent 'deny' is missing"),
        ("domain.yml", "there is no action 'action_prices'"),
        ("domain.yml", "nothing writes the slot 'unclear_number'"),
        ("actions/small_talk.py", "the action 'action_small_talk' is not in the domain"),
        ("data/nlu/deny", "no intent of the domain"),
        ("data/nlu/prices", "no folder of training examples"),
        ("data/nlu/greet/plain.yml", "already an example"),
        ("data/rules", "the intent 'prices' has no rule"),
        ("data/rules/article.yml", "with action_abstain, but action_answer owns"),
        ("data/rules/follow_ups.yml", "has the intent 'deny', which is not in the domain"),
        ("data/stories", "the intent 'about-provider' is in no story"),
        ("data/settings/follow_ups.yml", "there is no answer 'prices'"),
        ("data/settings/release_gate.yml", "less than or equal to 1"),
        ("data/vocabulary/lookalikes.yml", "has an empty word"),
        ("tests/conversations/cases/skin_marks.yml", "there is no answer 'skin-spots'"),
    ):
        assert [r for f, r in found if f == file and reason in r], (file, reason, sorted(found))


@pytest.mark.parametrize("name", ["domain", "config", "rules", "questions"])
def test_what_is_missing_is_said_and_stops_no_other_check(files: Files, name: str) -> None:
    path: Path = getattr(files, name)
    if path.is_dir():
        (path / "article.yml").write_text("rules: nothing")
    else:
        path.unlink(missing_ok=True)
    replace(files.answer("greet"), "capabilities]", "prices]")

    found = check(files).problems

    assert [p for p in found if p.file.is_relative_to(path)]
    assert "follow_ups: there is no answer 'prices'" in [p.reason for p in found]


def test_a_review_that_is_due_is_a_warning(files: Files) -> None:
    replace(files.answer("uses"), "review_due: 2027-05-20", "review_due: 2026-12-01")

    findings = check(files)

    assert [warning.file for warning in findings.warnings] == [files.answer("uses")]
    assert "review" not in " ".join(problem.reason for problem in findings.problems)
