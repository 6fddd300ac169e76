import stat
from pathlib import Path

import pytest

from cryobot.messaging.errors import PseudonymKeyError
from cryobot.messaging.pseudonyms import KEY_FILE, Pseudonyms, load_key


def test_a_pseudonym_says_nothing_of_the_person_and_stays_the_same() -> None:
    one = Pseudonyms("a" * 32)
    sender = one.sender("whatsapp", "34600123456")

    assert sender.startswith("whatsapp:")
    assert len(sender) == len("whatsapp:") + 32
    assert "34600" not in sender
    assert sender == Pseudonyms("a" * 32).sender("whatsapp", "34600123456")


def test_pseudonyms_differ_by_key_platform_person_and_what_they_are_of() -> None:
    one, other = Pseudonyms("a" * 32), Pseudonyms("b" * 32)
    names = [
        one.sender("telegram", "1"),
        other.sender("telegram", "1"),
        one.sender("slack", "1"),
        one.sender("telegram", "2"),
    ]

    digests = [name.partition(":")[2] for name in names]
    assert len({*digests, one.event("telegram", "1")}) == 5


def test_any_person_has_a_pseudonym() -> None:
    assert Pseudonyms("a" * 32).sender("telegram", "\ud800\0")


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    key = load_key(tmp_path / "var")
    file = tmp_path / "var" / KEY_FILE

    assert len(key) == 64
    assert load_key(tmp_path / "var") == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [found.name for found in file.parent.iterdir()] == [KEY_FILE]
    assert load_key(tmp_path / "other") != key


def test_a_key_that_is_too_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("short\n")

    with pytest.raises(PseudonymKeyError, match="too short"):
        load_key(tmp_path)


def test_a_key_that_cannot_be_read_is_refused_without_being_replaced(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"\xff" * 40)

    with pytest.raises(PseudonymKeyError, match="UnicodeDecodeError"):
        load_key(tmp_path)
    assert (tmp_path / KEY_FILE).read_bytes() == b"\xff" * 40
