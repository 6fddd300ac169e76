"""Runs of `cryobot channels`, and what they print."""

import json
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from cryobot.cli import channels as command
from cryobot.errors import CryobotError
from cryobot.guidance.answer import Escalation
from cryobot.messaging.inbox import EventState, ReceivedEvent
from cryobot.messaging.incoming import Event, EventKind
from cryobot.messaging.journal import Journal
from cryobot.messaging.journal import Received as ReceivedRow
from cryobot.messaging.outbox import Part
from cryobot.messaging.retries import Decision

APP = typer.Typer()
APP.command()(command.channels)
URL = "https://bot.example.org"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(APP, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def listed(*arguments: str) -> dict[str, dict[str, Any]]:
    return {row["channel"]: row for row in json.loads(run("--json", *arguments))["channels"]}


def failure(*arguments: str) -> str:
    with pytest.raises(CryobotError) as error:
        run(*arguments)
    return str(error.value)


def fail(journal: Journal, person: str, escalation: Escalation, decision: Decision) -> None:
    """Write a message to somebody in Telegram, and what became of it."""
    event = Event(person, person, EventKind.MESSAGE, "hi")
    journal.receive("telegram", [ReceivedRow(ReceivedEvent(person, person, 0, event.to_json()), person)])
    begun = journal.begin("telegram", person)
    assert begun
    journal.finish("telegram", begun, EventState.DONE, [Part("{}", "greet", escalation)], ())
    part = journal.next_part("telegram", person)
    assert part
    journal.settle(part, decision)


def cells(printed: str) -> list[list[str]]:
    """Give the cells of the rows of all tables."""
    return [[cell.strip() for cell in line.split("│")[1:-1]] for line in printed.splitlines() if line.startswith("│")]
