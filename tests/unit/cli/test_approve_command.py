import shutil
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from cryobot.cli import approve as command
from cryobot.consistency.files import Files
from cryobot.errors import DataFileError, UnknownAnswerError
from cryobot.guidance.approval import load_approvals
from cryobot.paths import ANSWERS

APP = typer.Typer()
APP.command()(command.approve)
BY = ("--by", "A. Reviewer")


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    files = Files(tmp_path)
    files.answers.mkdir(parents=True)
    for name in ("greet", "uses"):
        shutil.copy(ANSWERS / f"{name}.yml", files.answers)
    limits = files.setting("data_checks")
    limits.parent.mkdir()
    shutil.copy(Files().setting("data_checks"), limits)
    monkeypatch.setattr(command, "FILES", files)
    return files


def run(*arguments: str) -> Result:
    return CliRunner().invoke(APP, arguments)


def set_text(files: Files, answer: str, text: str) -> None:
    file = files.answer(answer)
    before, _, rest = file.read_text().partition("texts:\n")
    after = rest[rest.index("source:") :]
    file.write_text(f"{before}texts:\n  default:\n    en: {text}\n{after}")


def test_one_answer_is_approved_and_the_others_are_named(files: Files) -> None:
    result = run("uses", *BY)

    assert result.exit_code == 0
    assert result.output.splitlines() == ["Approved by A. Reviewer: uses", "Not approved yet: greet"]
    (approval,) = load_approvals(files.approvals).values()
    assert (approval.approved_by, approval.approved_on) == ("A. Reviewer", date.today())


def test_all_that_wait_are_approved_and_the_others_keep_their_approval(files: Files) -> None:
    run("uses", "--by", "Somebody else")

    result = run("--all", *BY)

    assert result.output.splitlines() == ["Approved by A. Reviewer: greet", "All 2 answers are approved."]
    assert load_approvals(files.approvals)["uses"].approved_by == "Somebody else"


def test_a_changed_text_waits_again(files: Files) -> None:
    run("--all", *BY)
    set_text(files, "uses", "It eases pain.")

    assert "Approved by A. Reviewer: uses" in run("--all", *BY).output


def test_an_answer_named_twice_is_approved_once() -> None:
    assert run("uses", "uses", *BY).output.count("Approved by") == 1


def test_an_unknown_id_approves_nothing(files: Files) -> None:
    result = run("uses", "prices", *BY)

    assert isinstance(result.exception, UnknownAnswerError)
    assert not files.approvals.exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("See *this*.", "is markup"),
        ("Call {phone}.", "never filled"),
        ("It has hardly any side effects.", "does not say 'dermatologist'"),
        ("Unconditionally recommended following cutaneous manifestations.", "reading grade"),
    ],
)
def test_a_text_that_may_not_be_shown_is_not_approved(files: Files, text: str, reason: str) -> None:
    set_text(files, "uses", f"'{text}'")

    result = run("greet", "uses", *BY)

    assert isinstance(result.exception, command.ApprovalRefusedError)
    assert reason in str(result.exception)
    assert "data/guidance/answers/uses.yml" in str(result.exception)
    assert not files.approvals.exists()


def test_a_malformed_answer_is_refused(files: Files) -> None:
    set_text(files, "uses", "''")

    assert isinstance(run("uses", *BY).exception, DataFileError)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("uses",), "Say who reviewed"),
        (("uses", "--by", "  "), "Say who reviewed"),
        (BY, "Name the answers"),
        (("uses", "--all", *BY), "not both"),
    ],
)
def test_what_is_left_out_is_asked_for(arguments: tuple[str, ...], reason: str, files: Files) -> None:
    result = run(*arguments)

    assert isinstance(result.exception, command.ApprovalRefusedError)
    assert reason in str(result.exception)
    assert not files.approvals.exists()
