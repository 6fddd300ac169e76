"""Puts set-up on the path: it is not part of the installed package, because it runs before anything is installed."""

import sys
from pathlib import Path

import pytest
from setup_fakes import LIBRARIES, PROJECT

sys.path.insert(0, str(PROJECT / "scripts"))

from setup_steps.layout import Layout


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A checkout with the files that set-up reads, in a folder with a space in its name."""
    layout = Layout(tmp_path / "my checkout")
    source = layout.placeholder / "src" / "tensorflow"
    source.mkdir(parents=True)
    layout.libraries.write_text(LIBRARIES)
    layout.dev_libraries.write_text(LIBRARIES + "pytest==8 \\\n    --hash=sha256:02\n")
    layout.settings.write_text("[project]\n")
    (layout.placeholder / "pyproject.toml").write_text("[project]\n")
    (source / "__init__.py").write_text("")
    return layout
