import pytest

from cryobot.channels.cleaning import clean, storable


@pytest.mark.parametrize(
    "disguised",
    [
        "/restart",
        "//restart",
        " /restart",
        "\n/restart",
        "\t / / restart",
        "\u00a0/restart",
        "\u3000/restart",
        "\u2028/restart",
        "／restart",
        "\u200b/restart",
        "\u200b/\u200b/restart",
        "\ufeff/restart",
        "\u2060/restart",
        "\u00ad/restart",
        "\u202e/restart",
        "\u115f/restart",
        "\u3164/restart",
        "\ufe0f/restart",
        "\U000e0100/restart",
        "\x00/restart",
        "\x1b/restart",
        "\ud800/restart",
        "∕restart",
        "⁄restart",
        "⧸restart",
        "∕/⁄／restart",
    ],
)
def test_strips_a_command_in_every_disguise(disguised: str) -> None:
    assert clean(disguised) == "restart"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("What is it?", "What is it?"),
        ("is it\nsafe\r\n", "is it safe"),
        ("is\tit\u2028safe", "is it safe"),
        ("ｓａｆｅ", "safe"),
        ("ﬁne", "fine"),
        ("sa\u200bfe", "safe"),
        ("sa\u00adfe", "safe"),
        ("sa\x00fe\x7f", "safe"),
        ("a mark \ud83d", "a mark"),
        ("either/or", "either/or"),
        ("½ hour", "1⁄2 hour"),
        ("@bot /restart", "@bot /restart"),
        ("cafe\u200b\u0301", "café"),
        ("👍🏽", "👍🏽"),
        ("هل هو آمن؟", "هل هو آمن؟"),
        ("/", ""),
        (" \u200b ", ""),
        ("", ""),
    ],
)
def test_keeps_what_a_person_can_see(written: str, read: str) -> None:
    assert clean(written) == read


def test_keeps_a_question_as_written_but_for_what_no_database_takes() -> None:
    assert storable(" /ｓａｆｅ\u200b\n\x00\ud800") == " /ｓａｆｅ\u200b\n"
