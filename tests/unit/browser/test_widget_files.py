import json
from pathlib import Path

import pytest
from parts.built_widget import CHAT_NAME, FILES, write_built_widget

from cryobot.browser import installed
from cryobot.browser.installed import installed_files
from cryobot.browser.pages import demo_files
from cryobot.browser.static_files import ASK_FIRST, BRIEFLY, HASHED
from cryobot.browser.widget_files import EARLIER_CHAT, widget_files
from cryobot.guidance.library import Library
from cryobot.settings import Settings
from cryobot.widget.manifest import WidgetMissingError
from cryobot.widget.settings import load_widget_settings


def test_the_widget_is_there_for_pages_of_every_website(tmp_path: Path, library: Library) -> None:
    folder = write_built_widget(tmp_path / "dist")
    chat, launcher, earlier = widget_files(library, load_widget_settings(), Settings(), folder)

    assert (chat.path, chat.cache, chat.content) == (f"/{CHAT_NAME}", HASHED, FILES[CHAT_NAME])
    assert (launcher.path, launcher.cache) == ("/widget.js", BRIEFLY)
    assert (earlier.cache, earlier.content) == (ASK_FIRST, chat.content)
    for file in (chat, launcher, earlier):
        assert file.content_type == "text/javascript; charset=utf-8"
        assert file.headers == {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def test_the_launcher_is_told_about_the_installation(tmp_path: Path, library: Library) -> None:
    here = Settings(emergency_number="999", chat_keep_hours=3, deadline_seconds=5)
    _, launcher, _ = widget_files(library, load_widget_settings(), here, write_built_widget(tmp_path / "dist"))

    told = json.loads(launcher.content.decode().removeprefix("(()=>{let i=").partition(";start")[0])
    assert told["chat"] == f"/{CHAT_NAME}"
    assert (told["emergencyNumber"], told["keepHours"], told["timeoutSeconds"]) == ("999", 3, 9.0)
    assert told["approved"]["unavailable"]["en"] == library.text("service-unavailable").text


def test_a_widget_that_is_not_whole_is_not_served(tmp_path: Path, library: Library) -> None:
    folder = write_built_widget(tmp_path / "dist")
    (folder / "widget.js").write_bytes(FILES["widget.js"].replace(b"start", b"alert"))

    with pytest.raises(WidgetMissingError, match=r"widget\.js is not the file that was built.*cryobot widget --force"):
        widget_files(library, load_widget_settings(), Settings(), folder)


def test_what_is_missing_is_logged_and_the_rest_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    demo, built = tmp_path / "demo", write_built_widget(tmp_path / "dist")
    demo.mkdir()
    (demo / "index.html").write_text("<!doctype html>")
    monkeypatch.setattr(installed, "installed_library", lambda: library)
    monkeypatch.setattr(installed, "demo_files", lambda: demo_files(demo))
    monkeypatch.setattr(installed, "widget_files", lambda *those: widget_files(*those, built))
    assert [file.path for file in installed_files()] == ["/", f"/{CHAT_NAME}", "/widget.js", EARLIER_CHAT]
    assert caplog.text == ""

    (built / "manifest.json").unlink()
    assert [file.path for file in installed_files()] == ["/"]
    assert "manifest.json is not there. Run `cryobot widget --force`." in caplog.text

    (demo / "index.html").unlink()
    assert installed_files() == []
    assert "index.html is not there" in caplog.text
