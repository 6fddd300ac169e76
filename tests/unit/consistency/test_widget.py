import os
from pathlib import Path

import pytest
from parts.built_widget import write_built_widget

from cryobot.consistency.files import Files
from cryobot.consistency.widget import problems
from cryobot.guidance.library import Library
from cryobot.widget.build import source_of
from cryobot.widget.manifest import write_manifest
from cryobot.widget.settings import WidgetSettings, load_widget_settings

from .builders import reasons, the_reason

SETTINGS = load_widget_settings()


@pytest.fixture
def files(tmp_path: Path, library: Library) -> Files:
    """A checkout whose widget is that of its source."""
    files = Files(tmp_path)
    (files.widget / "src").mkdir(parents=True)
    (files.widget / "src" / "start.ts").write_text("start()")
    write_built_widget(files.widget / "dist", source_of(library, SETTINGS, files.widget).fingerprint)
    return files


def check(library: Library, files: Files, settings: WidgetSettings = SETTINGS) -> list[str]:
    return reasons(problems(library.answers, set(library.answers), library.sections, settings, files))


def changed(**fields: object) -> WidgetSettings:
    return WidgetSettings.model_validate(SETTINGS.model_dump() | fields)


def test_a_widget_that_is_right(library: Library, files: Files) -> None:
    assert check(library, files) == []


def test_settings_that_name_no_answer(library: Library, files: Files) -> None:
    settings = changed(topics=("skin-marks", "prices"), staff="reception")

    assert check(library, files, settings) == ["there is no answer 'prices'", "there is no answer 'reception'"]


def test_an_answer_that_cannot_be_read_is_said_elsewhere(library: Library, files: Files) -> None:
    answers = {name: answer for name, answer in library.answers.items() if name != "greet"}

    assert problems(answers, set(library.answers), library.sections, SETTINGS, files) == []


def test_another_source(library: Library, files: Files) -> None:
    (files.widget / "src" / "start.ts").write_text("begin()")

    assert "built from another source" in check(library, files)[0]


def test_another_text(library: Library, files: Files) -> None:
    greet = library.get("greet").model_copy(update={"texts": {"default": {"en": "Hi."}}})
    there = Library({**library.answers, "greet": greet}, {})

    assert "or from other approved texts" in check(there, files)[0]
    assert "or from other approved texts" in check(library, files, changed(topics=("uses",)))[0]


def test_no_built_widget_or_a_broken_one(library: Library, files: Files) -> None:
    (files.widget / "dist" / "widget.js").write_text("other")
    assert check(library, files) == ["widget.js is not the file that was built"]

    (files.widget / "dist" / "manifest.json").unlink()
    assert check(library, files) == ["manifest.json is not there"]


def test_a_launcher_that_cannot_be_told_anything(library: Library, files: Files) -> None:
    folder = files.widget / "dist"
    content = {"widget.js": b"start()", "chat-1.js": b""}
    for name, code in content.items():
        (folder / name).write_bytes(code)
    write_manifest(folder, source_of(library, SETTINGS, files.widget).fingerprint, "chat-1.js", content)

    found = problems(library.answers, set(library.answers), library.sections, SETTINGS, files)
    assert "and has it 0 times" in the_reason(found)


def test_a_widget_that_is_too_large(library: Library, files: Files) -> None:
    folder, settings = files.widget / "dist", changed(budget_kb={"launcher": 3, "everything": 4})
    script = b'"__CRYOBOT_INSTALLATION__";'
    # Random, so that it does not get smaller.
    content = {"widget.js": script, "chat-1.js": os.urandom(5_000)}
    for launcher, larger in ((script, ["everything"]), (script + os.urandom(3_000), ["the launcher", "everything"])):
        content["widget.js"] = launcher
        for name, code in content.items():
            (folder / name).write_bytes(code)
        write_manifest(folder, source_of(library, settings, files.widget).fingerprint, "chat-1.js", content)
        assert [reason.partition(" takes ")[0] for reason in check(library, files, settings)] == larger
