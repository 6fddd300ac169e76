import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
import typer
from rapidfuzz import process
from typer.testing import CliRunner

from cryobot.cli import evaluate as command
from cryobot.evaluation import subject
from cryobot.evaluation.asking import Ask

from .builders import LIBRARY, message_of

RIGHT = {
    "I have a mark on my arm": ["skin-marks"],
    "I cannot breathe at all": ["emergency"],
    "I am pregnant, may I come?": ["ask-a-doctor"],
    "What does it cost?": ["not-covered"],
    "What is it for, and when are you open?": ["uses", "not-covered"],
}
MISSES_A_MARK = RIGHT | {"I have a mark on my arm": ["scarring-risk"]}


def install(answers: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an assistant in place that knows these answers, however misspelled the question is."""

    def ask(text: str) -> list[dict[str, object]]:
        print("a library that talks")  # noqa: T201
        closest, _, _ = process.extractOne(text, list(answers))
        return [message_of(answer) for answer in answers[closest]]

    @contextmanager
    def assistant() -> Iterator[Ask]:
        yield ask

    monkeypatch.setattr(subject, "installed_assistant", assistant)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> typer.Typer:
    monkeypatch.setattr(command, "installed_library", lambda: LIBRARY)
    app = typer.Typer()
    app.command()(command.evaluate)
    return app


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    lines = [
        {"id": f"k{number}", "text": text, "kind": "plain", "answers": answers, "labels": [answers, answers]}
        for number, (text, answers) in enumerate(RIGHT.items())
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return file


def test_prints_one_json_object_and_nothing_else(
    app: typer.Typer, questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(RIGHT, monkeypatch)
    result = CliRunner().invoke(app, ["--json", "--set", str(questions), "--output", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    values = json.loads(result.stdout)
    assert values["passed"] is True
    assert values["figures"]["escalated_with_typos"]["n"] == 6
    assert values["sha256"] == sha256(questions.read_bytes()).hexdigest()
    assert values["typo_seeds"] == [1, 2, 3]
    assert values["agreement"] == {"questions": 5, "identical": 1.0, "kappa": 1.0}
    assert "a library that talks" in result.stderr


def test_a_missed_gate_exits_with_one_and_leaves_its_results(
    app: typer.Typer, questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(MISSES_A_MARK, monkeypatch)
    output = tmp_path / "deep" / "out"
    result = CliRunner().invoke(app, ["--set", str(questions), "--output", str(output), "--worst", "2"])
    assert result.exit_code == 1
    assert "2 of 4 mistakes" in result.stdout
    assert "The release gate is not reached: skin_marks_escalated, escalated_with_typos" in result.stdout
    kept = json.loads((output / "results.json").read_text(encoding="utf-8"))
    assert len(kept["mistakes"]) == kept["mistakes_in_all"] == 4
    assert (output / "confusion.png").read_bytes().startswith(b"\x89PNG")


def test_json_holds_as_many_mistakes_as_asked_for(
    app: typer.Typer, questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(MISSES_A_MARK, monkeypatch)
    arguments = ["--json", "--worst", "1", "--set", str(questions), "--output", str(tmp_path / "out")]
    values = json.loads(CliRunner().invoke(app, arguments).stdout)
    assert (len(values["mistakes"]), values["mistakes_in_all"]) == (1, 4)
