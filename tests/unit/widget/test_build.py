"""Builds a widget with a stand-in for Node.js: a shell script that writes what a build would."""

import json
from pathlib import Path

import pytest
from parts.built_widget import CHAT_NAME, write_built_widget

from cryobot.guidance.library import Library
from cryobot.widget.build import Source, build, is_built, is_up_to_date, source_of
from cryobot.widget.manifest import MANIFEST, read_built
from cryobot.widget.node import BuildFailedError, ToolsMissingError
from cryobot.widget.settings import load_widget_settings

NODE = """#!/bin/sh
if [ "$1" = --version ]; then echo v20.0.0; exit; fi
[ "$1 $2 $4" = "build.mjs --baked --output" ] || exit 2
cat "$3" > "$5/widget.js"
echo chat > "$5/chat-9.js"
echo '{"files": {"widget.js": 1200, "chat-9.js": 34}, "chat": "chat-9.js"}'
"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    """A source that is built with the stand-in, and whose packages are there."""
    folder = tmp_path / "widget"
    (folder / "node_modules").mkdir(parents=True)
    for lock in (folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"):
        lock.write_text('{"packages": {}}')
    write_node(tmp_path, NODE)
    monkeypatch.setenv("PATH", f"{tmp_path / 'programs'}:/usr/bin:/bin")
    return Source('{"approved": 1}', folder)


def write_node(folder: Path, script: str) -> None:
    for name in ("node", "npm"):
        program = folder / "programs" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(script)
        program.chmod(0o755)


def test_builds_what_is_made_of_the_source(source: Source, tmp_path: Path) -> None:
    output, told = tmp_path / "new" / "dist", list[str]()
    assert not is_up_to_date(source, output)

    sizes = build(source, output, told.append)

    assert sizes == {"widget.js": 1200, "chat-9.js": 34}
    assert told == ["Building the chat widget ..."]
    manifest, files = read_built(output)
    assert (manifest.source, manifest.chat) == (source.fingerprint, "chat-9.js")
    assert files == {"widget.js": b'{"approved": 1}', "chat-9.js": b"chat\n"}
    assert is_up_to_date(source, output)
    assert not is_up_to_date(Source('{"approved": 2}', source.folder), output)
    (source.folder / "src.ts").touch()
    assert not is_up_to_date(source, output)


def test_replaces_the_widget_before_and_nothing_else(source: Source, tmp_path: Path) -> None:
    output = write_built_widget(tmp_path / "dist")
    (output / "notes.txt").touch()

    build(source, output, lambda _: None)

    assert not (output / CHAT_NAME).exists()
    assert {file.name for file in output.iterdir()} == {"widget.js", "chat-9.js", MANIFEST, "notes.txt"}


@pytest.mark.parametrize(
    "node",
    [
        NODE.replace("echo chat", "exit 1; echo chat"),
        NODE.replace('"chat-9.js": 34', '"chat-8.js": 34'),
        NODE.replace("echo '{", "echo 'built {"),
    ],
)
def test_keeps_the_widget_before_when_the_build_fails(source: Source, tmp_path: Path, node: str) -> None:
    output = write_built_widget(tmp_path / "dist")
    before = read_built(output)
    write_node(tmp_path, node)

    with pytest.raises(BuildFailedError):
        build(source, output, lambda _: None)
    assert read_built(output) == before


def test_a_chat_part_that_is_not_listed_is_a_failure(source: Source, tmp_path: Path) -> None:
    write_node(tmp_path, NODE.replace('"chat": "chat-9.js"', '"chat": "chat-1.js"'))

    with pytest.raises(BuildFailedError, match=r"chat-1\.js is not listed"):
        build(source, tmp_path / "dist", lambda _: None)


def test_cannot_build_without_node(source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ToolsMissingError):
        build(source, tmp_path / "dist", lambda _: None)
    assert not is_built(tmp_path / "dist")


def test_a_widget_that_is_not_whole_is_not_up_to_date(source: Source, tmp_path: Path) -> None:
    output = write_built_widget(tmp_path / "dist", source.fingerprint)
    assert is_up_to_date(source, output)
    (output / CHAT_NAME).write_text("other")

    assert not is_built(output)
    assert not is_up_to_date(source, output)


def test_the_approved_texts_are_part_of_the_source(library: Library) -> None:
    source = source_of(library, load_widget_settings())

    unavailable = json.loads(source.baked_json)["approved"]["unavailable"]
    assert unavailable == library.get("service-unavailable").texts["default"]
