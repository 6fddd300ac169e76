"""Starts `cryobot run` with something broken in it: faulty.py FAULT [ARGUMENT]. Each fault is one function."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryobot import paths

HANGING_SECONDS = 6.0


def replace(owner: type, method: str, function: Callable[..., Any]) -> None:
    setattr(owner, method, function)


def action_raises(_: str) -> None:
    """The action of the article's answers raises, with the words of the visitor in its error."""
    from actions.answer import ActionAnswer

    def perform(_: Any, __: Any, turn: Any) -> None:
        raise ValueError(turn.question)

    replace(ActionAnswer, "perform", perform)


def action_hangs(_: str) -> None:
    """The action hangs on one answer, `about-provider`, and blocks its thread."""
    from actions.answer import ActionAnswer

    perform = ActionAnswer.perform

    def hang(self: Any, step: Any, turn: Any) -> None:
        if step.answer == "about-provider":
            time.sleep(HANGING_SECONDS)
        perform(self, step, turn)

    replace(ActionAnswer, "perform", hang)


def nlu_raises(_: str) -> None:
    """The last component of the NLU pipeline raises, with the words of the visitor in its error."""
    from cryobot.nlu.assessor import Assessor

    def process(_: Any, messages: Any) -> None:
        raise RuntimeError(messages[0].get("text"))

    replace(Assessor, "process", process)


def unapproved_text(_: str) -> None:
    """The answer `uses` is said in words that nobody approved."""
    from actions.turn import Turn

    say = Turn.say

    def say_otherwise(self: Any, step: Any) -> None:
        say(self, step)
        if step.answer == "uses":
            self.dispatcher.messages[-1]["text"] = "It heals everything."

    replace(Turn, "say", say_otherwise)


def clock_in(file: str) -> None:
    """The clock is off by the seconds that stand in a file."""
    from shifted_clock import install

    install(Path(file))


def other_path(assignment: str) -> None:
    """One of the project's folders is another: NAME=FOLDER."""
    name, _, folder = assignment.partition("=")
    assert hasattr(paths, name)
    setattr(paths, name, Path(folder))


FAULTS: dict[str, Callable[[str], None]] = {
    fault.__name__: fault for fault in (action_raises, action_hangs, nlu_raises, unapproved_text, clock_in, other_path)
}


def command(fault: Callable[[str], None], argument: object = "") -> tuple[object, ...]:
    """Give the command that starts the assistant with a fault."""
    return (sys.executable, "-W", "ignore", __file__, fault.__name__, argument)


if __name__ == "__main__":
    # The fault comes first: much is looked up while the modules of the assistant are imported.
    FAULTS[sys.argv[1]](sys.argv[2])
    sys.argv = ["cryobot", "run"]

    from cryobot.cli.main import main

    main()
