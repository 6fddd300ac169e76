"""Draws the confusion matrix as a picture."""

from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from cryobot.evaluation.confusion import ConfusionMatrix

INCHES_PER_ANSWER = 0.4
INCHES_FOR_NAMES = 3.0
DARK = 0.5


def draw(matrix: ConfusionMatrix, file: Path) -> None:
    """Write `matrix` to `file` as PNG: each row coloured by its shares, each field with its count."""
    size = INCHES_FOR_NAMES + INCHES_PER_ANSWER * len(matrix.answers)
    figure = Figure(figsize=(size, size), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    shares = [[count / max(1, sum(row)) for count in row] for row in matrix.counts]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    places = range(len(matrix.answers))
    axes.set_xticks(places, matrix.answers, rotation=90)
    axes.set_yticks(places, matrix.answers)
    axes.set_xlabel("first reply")
    axes.set_ylabel("expected, most urgent")
    for row in places:
        for column in places:
            if count := matrix.counts[row][column]:
                colour = "white" if shares[row][column] > DARK else "black" if row == column else "firebrick"
                axes.text(column, row, str(count), ha="center", va="center", color=colour, fontsize=8)
    figure.savefig(file, format="png", dpi=120)
