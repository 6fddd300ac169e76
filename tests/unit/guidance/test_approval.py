from datetime import date
from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.guidance.answer import Answer, text_hash
from cryobot.guidance.approval import HEADER, approve, hashes_of, load_approvals, unapproved
from cryobot.guidance.library import load_answers

ANSWERS = load_answers()
STAFF = ANSWERS["talk-to-staff"]
TODAY = date(2026, 11, 22)


def with_text(answer: Answer, variant: str, text: str) -> Answer:
    return answer.model_copy(update={"texts": answer.texts | {variant: {"en": text}}})


def test_the_hash_of_every_variant_and_language() -> None:
    hashes = hashes_of(STAFF)

    assert list(hashes) == [f"{variant}/en" for variant in sorted(STAFF.texts)]
    assert hashes["default/en"] == text_hash(STAFF.texts["default"]["en"])


def test_an_approval_is_written_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "approvals.yml"

    approval = approve(STAFF, "Zoë Müller", TODAY, file)

    assert load_approvals(file) == {"talk-to-staff": approval}
    assert (approval.approved_by, approval.approved_on) == ("Zoë Müller", TODAY)
    content = file.read_text(encoding="utf-8")
    assert content.startswith(HEADER)
    assert "Zoë" in content
    assert list(tmp_path.iterdir()) == [file]


def test_an_approval_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "approvals.yml"

    approve(STAFF, "One", TODAY, file)
    approve(ANSWERS["greet"], "Other", TODAY, file)

    assert {name: approval.approved_by for name, approval in load_approvals(file).items()} == {
        "greet": "Other",
        "talk-to-staff": "One",
    }


def test_what_is_not_exactly_the_approved_text_is_not_approved(tmp_path: Path) -> None:
    file = tmp_path / "approvals.yml"
    approve(STAFF, "One", TODAY, file)
    approvals = load_approvals(file)

    assert unapproved([STAFF], approvals) == []
    assert unapproved([STAFF, ANSWERS["greet"]], approvals) == ["greet"]
    for changed in (
        with_text(STAFF, "out-of-hours", "Nobody is here"),
        with_text(STAFF, "new", "A new variant."),
        STAFF.model_copy(update={"texts": {"default": STAFF.texts["default"]}}),
    ):
        assert unapproved([changed], approvals) == ["talk-to-staff"]


def test_a_changed_title_needs_no_approval(tmp_path: Path) -> None:
    file = tmp_path / "approvals.yml"
    approve(STAFF, "One", TODAY, file)

    assert unapproved([STAFF.model_copy(update={"title": "Another"})], load_approvals(file)) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("approvals: {uses: {approved_by: A, hashes: {}}}", "approved_on"),
        ("approvals: {uses: {approved_by: '', approved_on: 2026-01-01, hashes: {}}}", "approved_by"),
        ("approved: {}", "approvals: Field required"),
    ],
)
def test_malformed_approvals_are_refused(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "approvals.yml"
    file.write_text(content)

    with pytest.raises(DataFileError, match=message):
        load_approvals(file)
