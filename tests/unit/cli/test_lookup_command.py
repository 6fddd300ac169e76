import json
import subprocess
import sys
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from cryobot.cli import lookup as command
from cryobot.errors import StoreError
from cryobot.guidance.library import Library, load_answers
from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore

APP = typer.Typer()
APP.command()(command.lookup)
LIBRARY = Library(load_answers(), {"emergency_number": "999", "centre_name": "Cold Corner"})


@pytest.fixture(autouse=True)
def records(own_records: RecordStore, monkeypatch: pytest.MonkeyPatch) -> RecordStore:
    """Where questions without an answer are kept."""
    monkeypatch.setattr(command, "installed_library", lambda: LIBRARY)
    return own_records


def run(*arguments: str) -> str:
    result = CliRunner().invoke(APP, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_the_json_says_everything_about_an_answer() -> None:
    first = json.loads(run("mark on the skin", "--json"))[0]

    answer = LIBRARY.get("skin-marks")
    score = first.pop("score")
    assert score > 0
    assert first == {
        "guidance_id": "skin-marks",
        "title": answer.title,
        "text": LIBRARY.text("skin-marks").text,
        "escalation": "dermatologist",
        "basis": "article",
        "source": ["D1"],
        "sign_off": "approved",
        "reviewed_on": answer.reviewed_on.isoformat(),
        "review_due": answer.review_due.isoformat(),
        "related": list(answer.follow_ups),
        "urgent": True,
        "standing": "answered",
    }
    assert date.fromisoformat(first["review_due"]) > date.fromisoformat(first["reviewed_on"])


def test_what_rests_on_the_safety_policy_waits_for_sign_off() -> None:
    first = json.loads(run("chest pain", "--json"))[0]

    assert (first["guidance_id"], first["sign_off"]) == ("emergency", "waiting for clinical sign-off")
    assert first["text"].startswith("Call 999 now.")


@pytest.mark.parametrize("most", [1, 3])
def test_no_more_than_asked_for(most: int) -> None:
    assert len(json.loads(run("skin", "--json", "--most", str(most)))) == most


def test_five_when_nothing_is_said() -> None:
    assert len(json.loads(run("skin", "--json"))) == 5


def test_the_best_is_open_in_full_and_the_others_are_listed() -> None:
    output = run("cheap home kit")

    best, rest = output.split("Also found")
    assert "Unapproved cabins and home systems" in best
    assert "see a dermatologist immediately." in " ".join(best.replace("│", " ").split())
    assert "Rests on: article C4; approved" in best
    assert "rare-side-effects" in rest
    assert "waiting for clinical sign-off" in rest


def test_a_single_one_is_listed_without_others() -> None:
    assert "Also found" not in run("blister home kit", "--most", "1")


def test_what_to_do_about_a_mark_is_printed_first() -> None:
    output = run("blister home kit")

    assert output.index("(skin-marks)") < output.index("(rare-side-effects)")


@pytest.mark.parametrize(
    ("words", "said", "shown"),
    [
        ("price", "does not cover this", ["not-covered"]),
        ("pacemaker", "question for a doctor", ["ask-a-doctor"]),
        ("qzwxj", "No approved answer has anything to do with these words", []),
    ],
)
def test_what_has_no_answer_says_so_and_is_noted(words: str, said: str, shown: list[str], records: RecordStore) -> None:
    output = run(words)

    assert said in output
    assert "is noted for whoever edits the guidance" in output
    (record,) = records.list(kind=RecordKind.UNANSWERED)
    assert (record.question, [text.guidance_id for text in record.shown]) == (words, shown)


def test_what_has_an_answer_is_not_noted(records: RecordStore) -> None:
    assert "noted" not in run("cheap home kit")
    assert records.list() == []


def test_nothing_is_noted_for_programs(records: RecordStore) -> None:
    assert json.loads(run("qzwxj", "--json")) == []
    assert records.list() == []


def test_what_cannot_be_noted_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> RecordStore:
        raise StoreError("gone")

    monkeypatch.setattr(command, "installed_store", broken)
    assert "could not be noted" in run("price")


def test_it_needs_neither_rasa_nor_a_model() -> None:
    code = "import sys, cryobot.cli.lookup; print(sorted({'rasa', 'rasa_sdk', 'spacy', 'sklearn'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.strip() == "[]"
