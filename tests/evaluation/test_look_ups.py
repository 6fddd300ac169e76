"""The look-ups of staff, against data/settings/release_gate.yml. They need no trained model."""

import pytest

from cryobot.cli.evaluate import LOOK_UPS
from cryobot.evaluation.gate import Figure, load_gate
from cryobot.evaluation.look_up_report import held_against
from cryobot.evaluation.look_ups import LookUpFigure, evaluate_look_ups, load_look_ups
from cryobot.guidance.installed import installed_library
from cryobot.look_up.installed import index_of


@pytest.fixture(scope="module")
def figures() -> dict[LookUpFigure, Figure]:
    library = installed_library()
    cases = load_look_ups(LOOK_UPS, library.answers)
    return held_against(evaluate_look_ups(cases, index_of(library).look_up), load_gate())


@pytest.mark.parametrize("name", list(LookUpFigure))
def test_figure_reaches_its_gate(figures: dict[LookUpFigure, Figure], name: LookUpFigure) -> None:
    found = figures[name].measure
    assert figures[name].passed, f"{name}: {found.right} of {found.n}"


def test_set_is_large_enough(figures: dict[LookUpFigure, Figure]) -> None:
    assert figures[LookUpFigure.FIRST].measure.n >= 200
