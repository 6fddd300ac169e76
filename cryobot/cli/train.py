"""`cryobot train`: builds the models when what they are made of has changed."""

from typing import Annotated

import typer

from cryobot.quiet import silence_warnings
from cryobot.training.train import is_up_to_date, model_path
from cryobot.training.train import train as build


def train(
    force: Annotated[bool, typer.Option("--force", help="Train even when the model is up to date.")] = False,
) -> None:
    """Build the language model and train the assistant, when what they are made of has changed."""
    if is_up_to_date() and not force:
        typer.echo(f"The model is up to date: {model_path().name}")
        return
    silence_warnings()
    typer.echo(f"Trained: {build(typer.echo).name}")
