"""`python -m tools.encoder train|export|develop`, from the project's folder."""

import sys
import warnings
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cryobot.errors import CryobotError
from cryobot.evaluation.tables import show
from cryobot.language.encoder_files import MANIFEST
from cryobot.paths import ENCODER, VAR
from cryobot.understanding.thresholds import load_thresholds
from tools.encoder.examples import QUESTIONS, QUESTIONS_FILE, load_examples, load_messages, split
from tools.encoder.hyper_parameters import HyperParameters
from tools.encoder.libraries import encoder_libraries
from tools.encoder.trial import changed

CHECKPOINT = VAR / "encoder" / "checkpoint.pt"
OBSERVATIONS = VAR / "encoder" / "observations.json"
PIPE_WIDTH = 160

Base = Annotated[Path, typer.Option(help="Folder with model.safetensors and tokenizer.json as published.")]
Voices = Annotated[str, typer.Option(help="Voices to leave out, with commas between them.")]
Changes = list[str] | None

app = typer.Typer(
    name="python -m tools.encoder",
    help="Fine-tunes the sentence encoder, writes data/encoder, and tries it out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def train(
    base: Base,
    without_voice: Voices = "",
    changes: Annotated[Changes, typer.Option("--set", help="A hyper-parameter, e.g. noise.misspell=0.5.")] = None,
    start: Annotated[Path | None, typer.Option(help="Checkpoint to go on from, instead of what is published.")] = None,
    output: Annotated[Path, typer.Option(help="Where the checkpoint goes.")] = CHECKPOINT,
) -> None:
    """Fine-tune the encoder on the examples (15 to 30 minutes on 2 cores)."""
    with encoder_libraries():
        from tools.encoder.checkpoint import Checkpoint
        from tools.encoder.tokens import Tokens
        from tools.encoder.train import from_published
        from tools.encoder.train import train as fine_tune
    voices = _voices(without_voice)
    learned, _ = split(load_examples(), voices)
    parameters = changed(HyperParameters(), changes or ())
    tokens = Tokens(base)
    if start:
        first = Checkpoint.load(start)
    else:
        first = from_published(base, {label for example in learned for label in example.labels}, parameters.seed)
    typer.echo(f"Training on {len(learned)} examples ...")
    fine_tune(first, learned, voices, tokens, parameters, typer.echo).save(output)
    typer.echo(f"Trained: {output}")


@app.command()
def export(
    base: Base,
    checkpoint: Annotated[Path, typer.Option(help="What `train` wrote.")] = CHECKPOINT,
    output: Annotated[Path, typer.Option(help="Folder of the encoder's files.")] = ENCODER,
) -> None:
    """Write the files of the encoder, with weights of 8 bits, and their manifest."""
    with encoder_libraries():
        from tools.encoder.checkpoint import Checkpoint
        from tools.encoder.export import export as write
    # What the exporter of torch warns of is known, and the result is compared with the checkpoint.
    warnings.simplefilter("ignore")
    likeness = write(Checkpoint.load(checkpoint), base, load_examples(), output)["cosine_to_full_precision"]
    typer.echo(
        f"Written: {output / MANIFEST} and the files it names. Cosine to full precision on {likeness['texts']} "
        f"examples: {likeness['mean']:.4f} on average, {likeness['lowest']:.4f} at the lowest."
    )


@app.command()
def develop(
    encoder: Annotated[Path, typer.Option(help="Folder of the encoder's files.")] = ENCODER,
    without_voice: Voices = "",
    changes: Annotated[Changes, typer.Option("--set", help="A threshold to try, e.g. mark.intent=0.2.")] = None,
    worst: Annotated[int, typer.Option(min=0, help="How many of the gravest mistakes are printed.")] = 25,
    keep: Annotated[Path, typer.Option(help="Keeps what the classifiers say, for other thresholds.")] = OBSERVATIONS,
) -> None:
    """Train on the other voices and print what the release gate asks, on those left out, or else on questions.jsonl."""
    from tools.encoder.develop import develop as try_out

    # Warnings of libraries are for their developers.
    warnings.simplefilter("ignore")
    thresholds = changed(load_thresholds(), changes or ())
    examples = [*load_examples(), *load_messages(QUESTIONS_FILE, QUESTIONS)]
    evaluation = try_out(encoder, examples, _voices(without_voice), thresholds, keep, _tell)
    show(evaluation, worst, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH))


def _tell(words: str) -> None:
    typer.echo(words, err=True)


def _voices(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


if __name__ == "__main__":
    try:
        app()
    except CryobotError as problem:
        typer.secho(str(problem), err=True, fg=typer.colors.RED)
        sys.exit(1)
