"""The unit of systemd."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from cryobot.cli.main import COMMANDS
from cryobot.paths import PROJECT
from cryobot.settings import Settings

UNIT = PROJECT / "deploy" / "cryobot.service"
DOCUMENTED = Path(__file__).with_name("systemd_directives.yml")
BOOLEANS = {"1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off"}


def directives(text: str) -> list[tuple[str, str, str]]:
    """Give the section, the name and the value of each directive of a unit, as systemd.syntax(7) says.

    Lines that are continued are not read.

    Raises:
        ValueError: a line is none of a comment, a section and a directive.
    """
    section, found = "", []
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if not line or line[0] in "#;":
            continue
        if header := re.fullmatch(r"\[([^\[\]]+)\]", line):
            section = header[1]
        elif section and (given := re.fullmatch(r"([A-Za-z0-9]+)\s*=\s*(.*[^\\]|)", line)):
            found.append((section, given[1], given[2]))
        else:
            raise ValueError(f"line {number} is not of a unit: {line}")
    return found


def unknown(text: str) -> list[str]:
    """Name what systemd does not document, and values that must be yes or no and are neither."""
    documented: dict[str, dict[str, list[str]]] = yaml.safe_load(DOCUMENTED.read_text(encoding="utf-8"))
    found = []
    for section, name, value in directives(text):
        kinds = documented.get(section, {})
        known = name in kinds.get("other", []) or (name in kinds.get("boolean", []) and value in BOOLEANS)
        found += [] if known else [f"[{section}] {name}={value}"]
    return found


def values(name: str) -> list[str]:
    return [value for _, given, value in directives(UNIT.read_text(encoding="utf-8")) if given == name]


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


def test_says_what_systemd_documents() -> None:
    text = UNIT.read_text(encoding="utf-8")

    assert {section for section, _, _ in directives(text)} == {"Unit", "Service", "Install"}
    assert unknown(text) == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("ProtectHome=true", "ProtectHom=true", "[Service] ProtectHom=true"),
        ("PrivateTmp=true", "PrivateTmp=ja", "[Service] PrivateTmp=ja"),
        ("[Install]", "[Instal]", "[Instal] WantedBy=multi-user.target"),
        ("[Install]\n", "", "[Service] WantedBy=multi-user.target"),
    ],
)
def test_would_notice_what_systemd_does_not_know(right: str, wrong: str, told: str) -> None:
    text = UNIT.read_text(encoding="utf-8")
    assert text.count(right) == 1

    assert unknown(text.replace(right, wrong)) == [told]


@pytest.mark.parametrize("line", ["PrivateTmp", "=true", "[Service", "ExecStart=/bin/sh \\"])
def test_would_notice_a_line_that_is_not_of_a_unit(line: str) -> None:
    with pytest.raises(ValueError, match="line 2 "):
        directives(f"[Service]\n{line}\n")


def test_systemd_takes_it(tmp_path: Path) -> None:
    """Where systemd is installed, it has the last word, and says more than the list does."""
    text = UNIT.read_text(encoding="utf-8")
    assert unknown(text) == []
    program = shutil.which("systemd-analyze")
    if program:
        unit = tmp_path / UNIT.name
        # The folder of the example is not on this machine.
        unit.write_text(re.sub(r"(?<=ExecStart=)\S+", "/bin/sh", text), encoding="utf-8")
        check = subprocess.run([program, "verify", unit], capture_output=True, text=True, check=False)
        assert (check.returncode, check.stderr) == (0, "")
