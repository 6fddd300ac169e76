"""Fetching Python 3.11 when the machine has none."""

import io
from pathlib import Path

import pytest
from setup_fakes import write_program
from setup_steps.fetch import fetch_python
from setup_steps.layout import Layout
from setup_steps.problems import SetupError
from setup_steps.progress import Progress

FETCHES = """#!/bin/sh
[ "$*" = "python install 3.11 --no-bin" ] || exit 3
mkdir -p "$UV_PYTHON_INSTALL_DIR/cpython-3.11.9/bin"
touch "$UV_PYTHON_INSTALL_DIR/cpython-3.11.9/bin/python3.11"
"""
REFUSED = "#!/bin/sh\necho '  cause: error sending request for url'\nexit 1\n"


def with_uv(layout: Layout, program: str) -> Layout:
    """The checkout with a uv that was installed before."""
    layout.cache.mkdir()
    write_program(layout.uv, program)
    (layout.uv_venv / "complete").write_bytes(layout.uv_library.read_bytes())
    return layout


def test_fetches_it_into_the_folder_of_the_project(layout: Layout) -> None:
    stream = io.StringIO()
    python = fetch_python(with_uv(layout, FETCHES), Progress(stream))
    assert Path(python).is_relative_to(layout.fetched_pythons)
    assert "Python 3.11 is not on this machine: fetching it" in stream.getvalue()


@pytest.mark.parametrize(
    ("program", "words"),
    [(REFUSED, "network did not answer"), ("#!/bin/sh\nexit 0\n", "end of"), ("#!/bin/sh\nexit 2\n", "end of")],
)
def test_says_how_to_install_it_when_it_cannot_be_fetched(layout: Layout, program: str, words: str) -> None:
    with pytest.raises(SetupError) as problem:
        fetch_python(with_uv(layout, program), Progress(io.StringIO()))
    message = str(problem.value)
    assert message.startswith("Python 3.11 was not found, and it could not be fetched.")
    assert words in message
    assert "sudo apt install python3.11 python3.11-venv" in message
