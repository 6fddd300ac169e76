import json
import shutil
from pathlib import Path

import pytest

from cryobot.consistency import desk
from cryobot.consistency.files import Files

from .builders import reasons, the_reason

THIS = Files()


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """A checkout with a desk of one page."""
    files = Files(tmp_path / "checkout")
    shutil.copytree(THIS.desk_vendor, files.desk_vendor)
    files.desk_templates.mkdir(parents=True)
    (files.desk_templates / "queue.html").write_text('{{ t.queue.title }} {{ t.queue["state_" ~ state] }} t.queue.no')
    program = tmp_path / "program" / "desk"
    program.mkdir(parents=True)
    (program / "queue.py").write_text('visit.t.queue.wrong\nvisit.redirect("/queue", notice="queue.closed")\n')
    monkeypatch.setattr(desk, "PROGRAM", program.parent)
    texts = files.desk_texts / "en"
    texts.mkdir(parents=True)
    (texts / "queue.yml").write_text("title: Queue\nstate_open: Open\nwrong: Wrong\nclosed: Closed\n")
    return files


def test_a_desk_that_is_right(files: Files) -> None:
    assert desk.problems(files) == []


def test_this_desk() -> None:
    assert desk.problems(THIS) == []


def test_a_text_that_a_template_names_and_nobody_wrote(files: Files) -> None:
    (files.desk_templates / "queue.html").write_text("{{ t.queue.title }} {{ t.queue.state_open }} {{ t.queue.late }}")

    assert the_reason(desk.problems(files)) == "there is no text 'queue.late' in 'en'"


def test_a_text_that_the_program_names_and_nobody_wrote(files: Files) -> None:
    (desk.PROGRAM / "desk" / "queue.py").write_text("visit.t.queue.closed, visit.t.queue.wrong, visit.t.other.title\n")

    assert the_reason(desk.problems(files)) == "there is no text 'other.title' in 'en'"


def test_an_alias_of_a_page(files: Files) -> None:
    (files.desk_templates / "queue.html").write_text(
        '{% set words = t.queue %}{{ words.title.format(a=1) }}{{ words.lost }}{{ words["state_" ~ state] }}'
    )

    assert the_reason(desk.problems(files)) == "there is no text 'queue.lost' in 'en'"


def test_a_text_that_nothing_uses(files: Files) -> None:
    with (files.desk_texts / "en" / "queue.yml").open("a") as texts:
        texts.write("left_over: Left over\n")

    assert the_reason(desk.problems(files)) == "nothing uses the text 'left_over'"


def test_languages_with_different_texts(files: Files) -> None:
    (files.desk_texts / "es").mkdir()
    (files.desk_texts / "es" / "queue.yml").write_text(
        "title: Cola\nstate_open: Abierta\nwrong: Mal\nclosed: Cerrada\nmore: Más\n"
    )

    (problem,) = desk.problems(files)
    assert problem.reason == "there is no text 'more', which another language has"
    assert problem.file == files.desk_texts / "en" / "queue.yml"


def test_a_vendored_file_that_was_changed(files: Files) -> None:
    (files.desk_vendor / "htmx.min.js").write_text("changed()")

    assert the_reason(desk.problems(files)) == "It is not the file of which the manifest has the hash."


def test_vendored_files_that_the_manifest_does_not_have_or_has_alone(files: Files) -> None:
    (files.desk_vendor / "extra.js").write_text("extra()")
    (files.desk_vendor / "htmx.min.js").unlink()

    assert sorted(reasons(desk.problems(files))) == [
        "The manifest does not name it.",
        "The manifest names it, and it is not there.",
    ]


def test_a_manifest_that_cannot_be_read(files: Files) -> None:
    (files.desk_vendor / "manifest.json").write_text("{")

    assert "cannot be read" in the_reason(desk.problems(files))


def test_the_manifest_names_versions_and_licences() -> None:
    manifest = json.loads((THIS.desk_vendor / "manifest.json").read_text())

    assert {(entry["name"], entry["version"], entry["licence"]) for entry in manifest.values()} == {
        ("htmx", "2.0.11", "0BSD"),
        ("htmx-ext-sse", "2.2.4", "0BSD"),
        ("Chart.js", "4.6.1", "MIT"),
    }
