from pathlib import Path

import pytest
from parts.built_widget import write_built_widget


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with a whole widget."""
    return write_built_widget(tmp_path / "dist")
