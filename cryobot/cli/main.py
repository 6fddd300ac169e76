"""The `cryobot` command: registers every command, and prints errors that are meant for people."""

import inspect
import os
import sys
from collections.abc import Callable
from importlib import import_module

import typer

from cryobot.errors import CryobotError
from cryobot.paths import PROJECT

COMMANDS = (
    "run", "train", "widget", "check", "channels", "ask",
    "lookup", "evaluate", "report", "staff", "approve", "forget", "notify", "actions",
)  # fmt: skip

app = typer.Typer(
    name="cryobot",
    help="Answers questions on the safety of cryotherapy from approved texts, and says nothing else.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _keep_names() -> None:
    """Without this, typer takes the only command that is registered for the program itself."""


def _help_of(command: Callable[..., None]) -> str:
    """Give the description of a command without what is only for developers."""
    return (inspect.getdoc(command) or "").partition("\n\nRaises:")[0]


def main() -> None:
    """Run the command line. Exit code 1 with a message when something is wrong that the person can mend."""
    # Rasa reads the paths in config.yml from the folder it is started in.
    os.chdir(PROJECT)
    # Some commands take long to import; the one that was asked for is enough.
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    for name in [asked] if asked in COMMANDS else COMMANDS:
        command = getattr(import_module(f"cryobot.cli.{name}"), name)
        app.command(name, help=_help_of(command))(command)
    try:
        app()
    except CryobotError as error:
        typer.secho(str(error), err=True, fg=typer.colors.RED)
        sys.exit(1)
    except KeyboardInterrupt:
        # make calls every other exit code an error, and stopping is none.
        sys.exit(0 if "MAKELEVEL" in os.environ else 130)
