import pytest

from cryobot.reading.characters import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("", ""),
        ("  a   mark\ton\nmy  skin ", "a mark on my skin"),
        ("ｂｌｉｓｔｅｒ", "blister"),
        ("𝐛𝐥𝐢𝐬𝐭𝐞𝐫", "blister"),
        ("ⓢⓒⓐⓡ", "scar"),
        ("ﬁnger", "finger"),
        ("brûlure on my mañana café", "brulure on my manana cafe"),
        ("e\u0301poxy", "epoxy"),
        ("s\u0336c\u0336a\u0336r\u0336", "scar"),
        ("I can’t – “really” can’t…", "I can't - \"really\" can't..."),
    ],
)
def test_gives_plain_letters(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b",  # zero-width space
        "\u200d",  # zero-width joiner
        "\u00ad",  # soft hyphen
        "\u202e",  # right-to-left override
        "\ufeff",  # byte order mark
        "\x00",
        "\x1b",
        "\ue000",  # private use
        "\ud800",  # half of a surrogate pair
    ],
)
def test_drops_what_cannot_be_seen(hidden: str) -> None:
    assert fold(f"{hidden}my bli{hidden}ster{hidden}") == "my blister"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ѕсаr", "scar"),  # Cyrillic dze, es, a
        ("blіstеr", "blister"),  # Cyrillic i, ie
        ("bυrn", "burn"),  # Greek upsilon
        ("ѕkіn", "skin"),
    ],
)
def test_gives_look_alike_letters_of_other_scripts_as_latin_ones(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("text", ["皮肤上有水泡", "кожа ж", "ß", "🙂 ok", "20 °C"])
def test_leaves_what_has_no_latin_form(text: str) -> None:
    assert any(not character.isascii() for character in fold(text))


def test_any_white_space_separates_words() -> None:
    assert fold("my\u00a0skin\u2003has\u3000a\u2028mark") == "my skin has a mark"
