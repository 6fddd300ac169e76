"""`cryobot channels`: which channels are on, what is missing and what was not delivered; connects a platform."""

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from cryobot.errors import CryobotError
from cryobot.paths import PROJECT
from cryobot.quiet import silence_warnings
from cryobot.settings import settings

# Loading these takes seconds, which `cryobot --help` must not.
if TYPE_CHECKING:
    from cryobot.messaging.channel import MessagingChannel
    from cryobot.messaging.on_off import State
    from cryobot.messaging.outgoing import OutgoingRequest
    from cryobot.messaging.platform import Platform

ASK_SECONDS = 5.0
PIPE_WIDTH = 160
PAGES = PROJECT / "docs" / "tasks"


class Action(StrEnum):
    """What else the command does."""

    CONNECT = "connect"


class ConnectError(CryobotError):
    """A platform cannot be told where the assistant is; the message says what to do."""


def channels(
    action: Annotated[
        Action | None, typer.Argument(help="'connect': tell a platform where to send messages.", show_default=False)
    ] = None,
    platform: Annotated[str, typer.Argument(help="The one to connect, such as 'telegram'.", show_default=False)] = "",
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")] = False,
    ask: Annotated[bool, typer.Option("--ask/--no-ask", help="Ask each platform whether it answers.")] = True,
) -> None:
    """List the channels: on or off, what is missing, whether the platform answers, what was not delivered.

    Raises:
        SettingsError, JournalError: a setting is wrong, or the journal of the messages does not answer.
        ConnectError: the platform cannot be connected.
    """
    silence_warnings()
    if action is Action.CONNECT:
        typer.echo(_connect(platform))
        return
    content = _content(ask)
    if json_output:
        typer.echo(json.dumps(content, indent=2, ensure_ascii=False))
    else:
        _show(content, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, markup=False))


def _content(ask: bool) -> dict[str, Any]:
    from cryobot.channels.rest import RestChannel
    from cryobot.channels.web import WebChannel
    from cryobot.messaging.installed import installed_journal, platform_channels
    from cryobot.messaging.on_off import Switch

    found = platform_channels()
    states = [channel.state() for channel in found]
    problems = asyncio.run(_ask_all(found, states)) if ask else [None] * len(found)
    always = [_row(channel.name(), Switch.ON, (), None) for channel in (RestChannel, WebChannel)]
    rows = [
        _row(channel.name(), state.switch, state.problems, problem)
        for channel, state, problem in zip(found, states, problems, strict=True)
    ]
    with closing(installed_journal()) as journal:
        return {"channels": always + rows, "undelivered": [asdict(counted) for counted in journal.undelivered()]}


def _row(name: str, state: str, missing: Sequence[str], problem: str | None) -> dict[str, Any]:
    answers = None if problem is None else not problem
    return {"channel": name, "state": state, "missing": list(missing), "answers": answers, "problem": problem or ""}


async def _ask_all(found: Sequence[type["MessagingChannel"]], states: Sequence["State"]) -> list[str | None]:
    """Give for each channel why its platform does not answer: empty if it does, None if the channel is not on."""

    async def ask(channel: type["MessagingChannel"], state: "State") -> str | None:
        if state.settings is None:
            return None
        platform = _platform(channel, state)
        return await _send(platform, platform.check())

    return await asyncio.gather(*(ask(channel, state) for channel, state in zip(found, states, strict=True)))


async def _send(platform: "Platform", request: "OutgoingRequest") -> str:
    """Send a request, and give why the platform did not do it; empty if it did."""
    from cryobot.messaging.errors import UnreachableError
    from cryobot.messaging.http_client import HttpClient
    from cryobot.messaging.outcomes import Delivered

    async with HttpClient(ASK_SECONDS) as client:
        try:
            outcome = platform.outcome(await client.send(platform.signed(request)))
        except UnreachableError as error:
            return error.reason
        # One platform that says something unheard of does not keep the others from the table.
        except Exception as error:
            return f"answer not understood ({type(error).__name__})"
    return "" if isinstance(outcome, Delivered) else outcome.reason


def _platform(channel: type["MessagingChannel"], state: "State") -> "Platform":
    from cryobot.messaging.words import load_words

    return channel.platform_type(state.settings, load_words(settings().language))


def _connect(name: str) -> str:
    """Tell a platform the address of its webhook, or give the person what to do there."""
    from cryobot.messaging.installed import platform_channels
    from cryobot.messaging.on_off import PUBLIC_URL
    from cryobot.messaging.platform import Platform
    from cryobot.messaging.settings import messaging_settings

    known = {channel.name(): channel for channel in platform_channels()}
    if name not in known:
        problem = f"There is no platform '{name}'. " if name else ""
        raise ConnectError(f"{problem}Name one of these: cryobot channels connect {'|'.join(known)}")
    channel, webhook = known[name], messaging_settings().webhook(name)
    state = channel.state()
    if not webhook:
        raise ConnectError(f"Set {PUBLIC_URL} to the https address of the assistant, then run this again.")
    if channel.platform_type.connect is Platform.connect:
        return "\n".join([f"Enter this address at the platform{_page(name)}:", f"  {webhook}", *_missing(state)])
    if state.settings is None:
        raise ConnectError("\n".join([f"The channel '{name}' is not on.", *_missing(state)]))
    platform = _platform(channel, state)
    request = platform.connect(webhook)
    if request and (problem := asyncio.run(_send(platform, request))):
        raise ConnectError(f"{name} did not take the address {webhook}: {problem}\nCheck the settings and try again.")
    return f"{name} sends messages to {webhook} from now on."


def _missing(state: "State") -> list[str]:
    return ["Missing or wrong:", *(f"  {problem}" for problem in state.problems)] if state.problems else []


def _page(name: str) -> str:
    exact, others = PAGES / f"connect-{name}.md", sorted(PAGES.glob(f"connect-*{name}*.md"))
    page = exact if exact.exists() else next(iter(others), None)
    return f", as {page.relative_to(PROJECT)} says" if page else ""


def _show(content: dict[str, Any], console: Console) -> None:
    answers = {None: "-", True: "yes", False: "no"}
    rows = [
        [row["channel"], row["state"], "\n".join(row["missing"]), _joined(answers[row["answers"]], row["problem"])]
        for row in content["channels"]
    ]
    console.print(_table("Channels", ["channel", "state", "missing or wrong", "platform answers"], rows))
    columns = ["platform", "state", "reason", "escalation", "messages"]
    if undelivered := content["undelivered"]:
        rows = [[*(row[name] for name in columns[:-1]), str(row["count"])] for row in undelivered]
        console.print(_table("Not delivered", columns, rows))
    else:
        console.print("Not delivered: none")


def _joined(*words: str) -> str:
    return ": ".join(filter(None, words))


def _table(title: str, columns: list[str], rows: list[list[str]]) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    return table
