import json

import pytest

from cryobot.guidance.library import Library
from cryobot.settings import Settings
from cryobot.widget.installation import PLACE, NoPlaceError, fill, installation
from cryobot.widget.settings import load_widget_settings


def test_the_installation_takes_the_place_quotes_included() -> None:
    assert fill(b'f("__CRYOBOT_INSTALLATION__");', {"chat": "/chat-1.js"}) == b'f({"chat":"/chat-1.js"});'


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)",
        "<!--",
        "]]>",
        "a\u2028b\u2029c",
        'quote " and \\ and \n',
        "é 雪 😀",
        "\ud800",
        "&lt;",
    ],
)
def test_no_text_ends_the_script(text: str) -> None:
    filled = fill(PLACE, {"centreName": text})

    assert filled.isascii()
    assert not set(b"<>&\n") & set(filled)
    assert json.loads(filled) == {"centreName": text}


@pytest.mark.parametrize(("script", "times"), [(b"f();", "0 times"), (PLACE + b"," + PLACE, "2 times")])
def test_there_must_be_exactly_one_place(script: bytes, times: str) -> None:
    with pytest.raises(NoPlaceError, match=times):
        fill(script, {})


def test_everything_the_widget_is_told(library: Library) -> None:
    told = installation(library, load_widget_settings(), Settings(), "chat-1.js")

    assert set(told) == {
        "approved",
        "emergencyNumber",
        "centreName",
        "chat",
        "keepHours",
        "messageCharacters",
        "timeoutSeconds",
    }
    assert told["chat"] == "/chat-1.js"
    assert "call 112 now" in told["approved"]["unavailable"]["en"]
