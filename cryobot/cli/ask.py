"""`cryobot ask`: a question and its answer in the terminal, or a conversation."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated
from uuid import uuid4

import typer

from cryobot.channels.outgoing import OutgoingMessage
from cryobot.quiet import silence_warnings
from cryobot.server.passing_stores import passing_stores

Ask = Callable[[str, str], list[OutgoingMessage]]


def ask(
    question: Annotated[
        str | None, typer.Argument(help="The question; - reads one a line; nothing starts a conversation.")
    ] = None,
    json_output: Annotated[bool, typer.Option("--json", help="Print the reply as JSON.")] = False,
) -> None:
    """Ask a question and print the answer."""
    silence_warnings()
    with _assistant() as reply:
        if question == "-":
            _answer_lines(reply)
        elif question is None:
            _converse(reply)
        else:
            _print(reply(_visitor(), question), json_output)


def _answer_lines(reply: Ask) -> None:
    for line in sys.stdin:
        # Each line is a question of its own, not a turn of one conversation.
        typer.echo(json.dumps(_reply_or_error(reply, line.rstrip("\n")), ensure_ascii=False))


def _reply_or_error(reply: Ask, question: str) -> list[OutgoingMessage] | dict[str, str]:
    from cryobot.channels.incoming import InvalidMessage

    try:
        return reply(_visitor(), question)
    except InvalidMessage as error:
        return {"error": error.reason}


def _converse(reply: Ask) -> None:
    from cryobot.channels.incoming import InvalidMessage

    visitor = _visitor()
    typer.echo("Type a question and press Enter. Ctrl-D ends the conversation.")
    while True:
        try:
            question = input("\nYou: ")
        except (EOFError, KeyboardInterrupt):
            typer.echo()
            return
        try:
            messages = reply(visitor, _payload(question))
        except InvalidMessage as error:
            typer.echo(error.reason)
            continue
        _print(messages, json_output=False)


def _payload(question: str) -> str:
    return question.strip()


def _print(messages: list[OutgoingMessage], json_output: bool) -> None:
    if json_output:
        typer.echo(json.dumps(messages, ensure_ascii=False))
        return
    for message in messages:
        metadata = message["metadata"]
        escalation = metadata["escalation"]
        typer.echo("")
        if escalation != "none":
            typer.secho(f"[{escalation}]", bold=True, fg=typer.colors.RED if escalation == "emergency" else None)
        typer.echo(message["text"])
        source = ", ".join(metadata["source"])
        typer.secho(f"({metadata['guidance_id']}{'; article ' + source if source else ''})", dim=True)
        if message["buttons"]:
            typer.secho(
                "  ".join(f"[{button['title']}: {button['payload']}]" for button in message["buttons"]), dim=True
            )


def _visitor() -> str:
    return f"terminal-{uuid4()}"


@contextmanager
def _assistant() -> Iterator[Ask]:
    # Loading these takes seconds, which `cryobot --help` must not.
    from cryobot.server.assistant import load_assistant
    from cryobot.server.logs import configure_logs

    configure_logs()
    # A question tried out in the terminal must not look like a visitor's to the staff.
    with passing_stores(), load_assistant() as assistant:
        yield assistant.reply
