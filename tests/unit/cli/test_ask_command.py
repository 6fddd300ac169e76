import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from cryobot.channels.incoming import BAD_REQUEST, InvalidMessage
from cryobot.cli import ask as command
from cryobot.guidance.library import Library

APP = typer.Typer()
APP.command()(command.ask)


class Assistant:
    """Stands in for the assistant: replies with the answer that a question names."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.asked: list[tuple[str, str]] = []

    def reply(self, sender: str, question: str) -> list[dict[str, Any]]:
        self.asked.append((sender, question))
        if not question:
            raise InvalidMessage(BAD_REQUEST, "The message is empty.")
        return [self._message(sender, answer) for answer in question.removeprefix("/").split()]

    def _message(self, sender: str, answer_id: str) -> dict[str, Any]:
        answer, text = self._library.get(answer_id), self._library.text(answer_id)
        return {
            "recipient_id": sender,
            "text": text.text,
            "buttons": [{"title": self._library.button_title(i), "payload": f"/{i}"} for i in answer.follow_ups],
            "metadata": {"guidance_id": answer_id, "escalation": answer.escalation, "source": list(answer.source)},
        }


@pytest.fixture
def assistant(library: Library, monkeypatch: pytest.MonkeyPatch) -> Assistant:
    stand_in = Assistant(library)

    @contextmanager
    def loaded() -> Iterator[command.Ask]:
        yield stand_in.reply

    monkeypatch.setattr(command, "_assistant", loaded)
    return stand_in


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(APP, arguments, input=typed)


def test_prints_the_answer_where_it_comes_from_and_what_can_be_asked_next(
    assistant: Assistant, library: Library
) -> None:
    result = run("uses")

    assert result.exit_code == 0
    assert library.text("uses").text in result.output
    assert "(uses; article B1)" in result.output
    for related in library.get("uses").follow_ups:
        assert f"[{library.button_title(related)}: /{related}]" in result.output


def test_prints_whom_an_answer_sends_to(assistant: Assistant) -> None:
    assert "[dermatologist]" in run("skin-marks").output
    assert "[emergency]" in run("emergency").output
    assert "[none]" not in run("uses").output


def test_prints_every_answer_in_order(assistant: Assistant, library: Library) -> None:
    output = run("skin-marks not-covered").output
    assert output.index(library.text("skin-marks").text) < output.index(library.text("not-covered").text)


def test_prints_json(assistant: Assistant, library: Library) -> None:
    (message,) = json.loads(run("uses", "--json").output)
    assert message["text"] == library.text("uses").text
    assert message["metadata"]["guidance_id"] == "uses"


def test_answers_each_line_by_itself(assistant: Assistant) -> None:
    result = run("-", typed="uses\n\nskin-marks greet\n")

    lines = [json.loads(line) for line in result.output.splitlines()]
    assert [message["metadata"]["guidance_id"] for message in lines[0]] == ["uses"]
    assert lines[1] == {"error": "The message is empty."}
    assert [message["metadata"]["guidance_id"] for message in lines[2]] == ["skin-marks", "greet"]
    assert len({sender for sender, _ in assistant.asked}) == 3, "no line is a turn of another's conversation"


def test_leaves_an_unusable_question_to_the_command_line(assistant: Assistant) -> None:
    assert isinstance(run("").exception, InvalidMessage)


def test_holds_a_conversation(assistant: Assistant, library: Library) -> None:
    result = run(typed="greet\n\n  /uses \n")

    assert result.exit_code == 0
    assert library.text("greet").text in result.output
    assert "The message is empty." in result.output
    assert library.text("uses").text in result.output
    assert [question for _, question in assistant.asked] == ["greet", "", "/uses"]
    assert len({sender for sender, _ in assistant.asked}) == 1
