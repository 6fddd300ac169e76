import json
from pathlib import Path
from typing import Any

import pytest

from cryobot.widget.node import BuildFailedError, ToolsMissingError, find_node, install_packages, run_build, run_checks

LIT: dict[str, Any] = {"version": "3.3.3", "integrity": "sha512-a"}
OPTIONAL = {"version": "0.28.2", "integrity": "sha512-b", "optional": True}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder where programs are looked for."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "widget"
    (folder / "node_modules").mkdir(parents=True)
    write_lock(
        folder / "package-lock.json", {"": {"name": "widget"}, "node_modules/lit": LIT, "node_modules/x": OPTIONAL}
    )
    return folder


def write_program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def write_lock(file: Path, packages: dict[str, Any]) -> None:
    file.write_text(json.dumps({"lockfileVersion": 3, "packages": packages}))


def test_finds_a_node_that_is_new_enough(programs: Path) -> None:
    write_program(programs, "node", "echo v20.20.2")
    write_program(programs, "npm", "exit 1")

    assert find_node() == str(programs / "node")


@pytest.mark.parametrize("names", [(), ("node",), ("npm",)])
def test_says_what_to_install(programs: Path, names: tuple[str, ...]) -> None:
    for name in names:
        write_program(programs, name, "echo v20.20.2")

    with pytest.raises(ToolsMissingError, match=r"Node\.js is not there\. Install version 18 or later, with npm\."):
        find_node()


@pytest.mark.parametrize(
    ("answer", "said"), [("echo v16.20.0", r"v16\.20\.0"), ("exit 3", "broken"), ("echo hm", "hm")]
)
def test_says_when_it_is_too_old(programs: Path, answer: str, said: str) -> None:
    write_program(programs, "node", answer)
    write_program(programs, "npm", "exit 0")

    with pytest.raises(ToolsMissingError, match=rf"Node\.js is {said}\. Install version 18"):
        find_node()


@pytest.mark.parametrize("there", [{"node_modules/lit": LIT}, {"node_modules/lit": LIT, "node_modules/x": OPTIONAL}])
def test_installs_nothing_when_all_is_there(programs: Path, source: Path, there: dict[str, Any]) -> None:
    write_program(programs, "npm", "exit 1")
    write_lock(source / "node_modules" / ".package-lock.json", there)

    assert not install_packages(source)


@pytest.mark.parametrize(
    "there",
    [
        None,
        {},
        {"node_modules/x": OPTIONAL},
        {"node_modules/lit": {**LIT, "version": "3.3.2"}},
        {"node_modules/lit": {**LIT, "integrity": "sha512-other"}},
        {"node_modules/lit": LIT, "node_modules/more": LIT},
    ],
)
def test_installs_when_something_is_missing_or_another(
    programs: Path, source: Path, there: dict[str, Any] | None
) -> None:
    write_program(programs, "npm", 'echo "$@" > called.txt')
    if there is not None:
        write_lock(source / "node_modules" / ".package-lock.json", there)

    assert install_packages(source)
    assert (source / "called.txt").read_text().startswith("ci --ignore-scripts --no-audit --no-fund ")


def test_says_why_nothing_could_be_installed(programs: Path, source: Path) -> None:
    write_program(programs, "npm", "echo 'npm error network' >&2; exit 1")

    with pytest.raises(ToolsMissingError, match=r"(?s)npm ci.*npm error network.*needs a network"):
        install_packages(source)


def test_builds_and_gives_what_the_build_says(programs: Path, source: Path, tmp_path: Path) -> None:
    write_program(
        programs, "node", """echo "$PWD $@" > called.txt; echo '{"files": {"widget.js": 9}, "chat": "chat-1.js"}'"""
    )

    said = run_build(str(programs / "node"), source, tmp_path / "baked.json", tmp_path / "dist")

    assert said == {"files": {"widget.js": 9}, "chat": "chat-1.js"}
    called = (source / "called.txt").read_text().strip()
    assert called == f"{source} build.mjs --baked {tmp_path / 'baked.json'} --output {tmp_path / 'dist'}"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'no such file' >&2; exit 1", "no such file"),
        ("echo done", "it did not say what it built, but:\ndone"),
        ("echo '{}'", "it did not say"),
        ("echo '[]'", "it did not say"),
    ],
)
def test_says_why_it_could_not_be_built(programs: Path, source: Path, tmp_path: Path, script: str, said: str) -> None:
    write_program(programs, "node", script)

    with pytest.raises(BuildFailedError, match=f"(?s)build.mjs.*failed:\n{said}.*Mend the source"):
        run_build(str(programs / "node"), source, tmp_path / "baked.json", tmp_path / "dist")


def test_checks_the_source_in_its_folder(programs: Path, source: Path) -> None:
    write_program(programs, "node", "echo v20.20.2")
    write_program(programs, "npm", f'echo "$PWD $*" >> {programs}/called')
    write_lock(source / "node_modules" / ".package-lock.json", {"node_modules/lit": LIT})

    run_checks(source)

    assert (programs / "called").read_text() == f"{source} run --silent check\n{source} run --silent test\n"


@pytest.mark.parametrize("failing", ["check", "test"])
def test_says_which_check_failed(programs: Path, source: Path, failing: str) -> None:
    write_program(programs, "node", "echo v20.20.2")
    write_program(programs, "npm", f'[ "$3" != {failing} ]')
    write_lock(source / "node_modules" / ".package-lock.json", {"node_modules/lit": LIT})

    with pytest.raises(BuildFailedError, match=f"npm run {failing}"):
        run_checks(source)
