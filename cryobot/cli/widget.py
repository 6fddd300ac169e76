"""`cryobot widget`: builds the chat widget when what it is made of has changed."""

from pathlib import Path
from typing import Annotated

import typer

from cryobot.guidance.installed import installed_library
from cryobot.paths import WIDGET, WIDGET_BUILT
from cryobot.widget.budget import KILOBYTE
from cryobot.widget.build import build, is_built, is_up_to_date, source_of
from cryobot.widget.node import ToolsMissingError, run_checks
from cryobot.widget.settings import load_widget_settings


def widget(
    force: Annotated[bool, typer.Option("--force", help="Build even when the built copy is up to date.")] = False,
    output: Annotated[Path, typer.Option(help="Folder for the built copy.")] = WIDGET_BUILT,
    test: Annotated[bool, typer.Option("--test", help="Check the types of the source and run its tests.")] = False,
) -> None:
    """Build the chat widget, when what it is made of has changed; without Node.js, the copy that is there stays.

    Raises:
        NotApprovedError: a text is not the approved one; nothing is built with it.
        DataFileError: a data file is malformed.
        BuildFailedError: the source of the widget is wrong.
        ToolsMissingError: it cannot be built on this machine, and there is no built copy; or it cannot be tested here.
    """
    if test:
        run_checks(WIDGET)
        return
    source = source_of(installed_library(), load_widget_settings())
    if not force and is_up_to_date(source, output):
        typer.echo("The chat widget is up to date.")
        return
    try:
        sizes = build(source, output.absolute(), typer.echo)
    except ToolsMissingError as error:
        if not is_built(output):
            raise
        typer.echo(f"The chat widget was built from an older source or from older texts, and stays as it is: {error}")
        return
    listed = ", ".join(f"{name} {size / KILOBYTE:.1f} kB" for name, size in sizes.items())
    typer.echo(f"Built the chat widget in {output}: {listed} compressed")
