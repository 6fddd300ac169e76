"""Where set-up reads and writes. Everything is inside the project's folder."""

from __future__ import annotations

from pathlib import Path


class Layout:
    """The paths of one checkout."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.venv = project / ".venv"
        self.python = self.venv / "bin" / "python"
        self.command = self.venv / "bin" / "cryobot"
        self.stamp = self.venv / "set-up.json"
        self.cache = project / ".cache"
        self.lock = self.cache / "setup.lock"
        self.log = self.cache / "setup.log"
        self.temporary = self.cache / "tmp"
        self.fetched_pythons = self.cache / "python"
        self.uv_venv = self.cache / "uv"
        self.uv = self.uv_venv / "bin" / "uv"
        self.libraries = project / "requirements.lock"
        self.dev_libraries = project / "requirements-dev.lock"
        self.uv_library = Path(__file__).resolve().parent / "requirements-uv.lock"
        self.settings = project / "pyproject.toml"
        self.placeholder = project / "packages" / "tensorflow-placeholder"

    def site_packages(self) -> Path:
        """The folder of the environment that libraries are installed into."""
        return self.venv / "lib" / "python3.11" / "site-packages"


def own_layout() -> Layout:
    """The checkout that this file is part of."""
    return Layout(Path(__file__).resolve().parent.parent.parent)
