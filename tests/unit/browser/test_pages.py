from pathlib import Path

import pytest

from cryobot.browser.pages import DemoPageError, demo_files
from cryobot.browser.static_files import ASK_FIRST, HASHED

PAGE = """<!doctype html><link rel="stylesheet" href="/demo/demo.css"><script src="/demo/embed-line.js" defer></script>
<script src="/widget.js" defer></script><img src="/demo/demo.css">"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "demo.css").write_text("p { color: teal }")
    (tmp_path / "embed-line.js").write_text("document.title")
    return tmp_path


def test_the_page_loads_its_files_under_names_that_change_with_them(folder: Path) -> None:
    page, style, script = demo_files(folder)

    assert (page.path, page.cache, page.content_type) == ("/", ASK_FIRST, "text/html; charset=utf-8")
    assert style.path.startswith("/demo/demo-")
    assert style.path.endswith(".css")
    assert {style.cache, script.cache} == {HASHED}
    expected = PAGE.replace("/demo/demo.css", style.path).replace("/demo/embed-line.js", script.path)
    assert page.content.decode() == expected
    assert "/widget.js" in expected

    (folder / "demo.css").write_text("p { color: navy }")
    changed = demo_files(folder)
    assert changed[1].path != style.path
    assert changed[2].path == script.path
    assert changed[0].etag != page.etag


def test_the_page_may_load_from_its_own_address_only(folder: Path) -> None:
    policy = demo_files(folder)[0].headers["Content-Security-Policy"]

    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"


def test_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DemoPageError, match=r"index\.html is not there"):
        demo_files(tmp_path / "none")


def test_a_file_that_the_page_needs_is_named(folder: Path) -> None:
    (folder / "demo.css").unlink()

    with pytest.raises(DemoPageError, match=r"/demo/demo\.css, which is not there"):
        demo_files(folder)
