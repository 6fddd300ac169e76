"""Which Python set-up takes."""

import sys
from pathlib import Path

import pytest
from setup_fakes import write_program
from setup_steps.interpreters import Interpreter, ask, candidates, choose
from setup_steps.layout import Layout
from setup_steps.problems import SetupError

GOOD = Interpreter("/base/python3.11", right=True, complete=True)
WITHOUT_VENV = Interpreter("/debian/python3.11", right=True, complete=False)
OTHER = Interpreter("/base/python3.13", right=False, complete=True)


@pytest.mark.parametrize(
    "answers",
    [
        {"a": GOOD},
        {"a": None, "b": OTHER, "c": GOOD},
        {"a": WITHOUT_VENV, "b": GOOD},
    ],
)
def test_takes_the_first_python_that_can_be_used(answers: dict[str, Interpreter | None]) -> None:
    assert choose(answers, answers.get) == GOOD.path


def test_finds_none_among_other_versions() -> None:
    assert choose(["a", "b"], {"a": OTHER, "b": None}.get) is None


def test_says_which_package_is_missing_when_python_has_no_venv_module() -> None:
    with pytest.raises(SetupError, match=r"/debian/python3\.11(.|\n)*apt install python3\.11-venv"):
        choose(["a", "b"], {"a": WITHOUT_VENV, "b": OTHER}.get)


def test_the_choice_of_the_user_comes_first() -> None:
    mine = Interpreter("/mine", right=True, complete=True)
    assert choose(["a"], {"a": GOOD, "mine": mine}.get, only="mine") == "/mine"


@pytest.mark.parametrize("answer", [None, OTHER, WITHOUT_VENV])
def test_a_choice_that_cannot_be_used_is_refused(answer: Interpreter | None) -> None:
    with pytest.raises(SetupError, match="CRYOBOT_PYTHON=mine is not"):
        choose(["a"], {"a": GOOD, "mine": answer}.get, only="mine")


def test_looks_for_the_exact_version_before_others(layout: Layout, tmp_path: Path) -> None:
    first, second, home = tmp_path / "one", tmp_path / "two", tmp_path / "home"
    python3 = write_program(first / "python3", "")
    python311 = write_program(second / "python3.11", "")
    fetched = write_program(layout.fetched_pythons / "cpython-3.11.9" / "bin" / "python3.11", "")
    pyenv = write_program(home / ".pyenv" / "versions" / "3.11.7" / "bin" / "python3.11", "")
    found = candidates(layout, f"{first}:{second}:", home)
    ours = [file for file in found if file.startswith(str(tmp_path))]
    assert ours == [str(python311), str(fetched), str(python3), str(pyenv)]


def test_believes_what_the_interpreter_says(tmp_path: Path) -> None:
    fake = write_program(tmp_path / "python3.11", "#!/bin/sh\necho '[\"/base\", true, false]'\n")
    assert ask(str(fake)) == Interpreter("/base", right=True, complete=False)


@pytest.mark.parametrize("body", ["exit 127", "echo not found", "echo '[1]'", "echo 1"])
def test_a_stub_that_is_no_python_is_passed_over(tmp_path: Path, body: str) -> None:
    assert ask(str(write_program(tmp_path / "python3.11", f"#!/bin/sh\n{body}\n"))) is None


def test_a_missing_file_is_passed_over(tmp_path: Path) -> None:
    assert ask(str(tmp_path / "python3.11")) is None


def test_recognises_a_real_python() -> None:
    answer = ask(sys.executable)
    assert answer is not None
    assert answer.right
    assert Path(answer.path).is_file()
    assert not answer.path.startswith(sys.prefix) or sys.prefix == sys.base_prefix
