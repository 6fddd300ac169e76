from pathlib import Path

from matplotlib.image import imread

from cryobot.evaluation.confusion import ConfusionMatrix
from cryobot.evaluation.picture import draw


def test_draws_a_png_that_grows_with_the_answers_and_shows_where_the_counts_are(tmp_path: Path) -> None:
    two, three = tmp_path / "two.png", tmp_path / "three.png"
    draw(ConfusionMatrix(("uses", "greet"), ((3, 1), (0, 0))), two)
    draw(ConfusionMatrix(("uses", "greet", "thanks"), ((0, 3, 1), (0, 2, 0), (0, 0, 0))), three)
    assert two.read_bytes().startswith(b"\x89PNG")
    assert imread(three).shape > imread(two).shape


def test_other_counts_give_another_picture(tmp_path: Path) -> None:
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    draw(ConfusionMatrix(("uses", "greet"), ((3, 1), (0, 0))), one)
    draw(ConfusionMatrix(("uses", "greet"), ((1, 3), (0, 0))), other)
    assert (imread(one) != imread(other)).any()
