"""The unit of systemd."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cryobot.cli.main import COMMANDS
from cryobot.paths import PROJECT
from cryobot.settings import Settings

UNIT = PROJECT / "deploy" / "cryobot.service"


def values(name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)


def test_starts_the_assistant() -> None:
    (command,) = values("ExecStart")
    program, subcommand = command.split()
    assert program.endswith("/.venv/bin/cryobot")
    assert subcommand in COMMANDS


def test_names_settings_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    variables = dict(value.strip('"').split("=", 1) for value in values("Environment"))
    given = {name: value for name, value in variables.items() if name.startswith("CRYOBOT_")}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert given.keys() <= {f"CRYOBOT_{name.upper()}" for name in Settings.model_fields}
    assert Settings().proxies == 1
    assert Settings().allowed_origins == {"https://www.example.org"}


def test_can_write_where_the_assistant_keeps_its_databases() -> None:
    (folder,), (home,) = values("ReadWritePaths"), values("WorkingDirectory")
    kept = Settings.model_fields["records_url"].default.removeprefix("sqlite:///")
    assert Path(folder).relative_to(home) == Path(kept).parent.relative_to(PROJECT)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
def test_systemd_takes_it(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    # The folder of the example is not on this machine.
    unit.write_text(re.sub(r"(?<=ExecStart=)\S+", "/bin/sh", UNIT.read_text(encoding="utf-8")), encoding="utf-8")
    check = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (check.returncode, check.stderr) == (0, "")
