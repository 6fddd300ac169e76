import json
from hashlib import sha256
from pathlib import Path

import pytest

from cryobot.language.encoder_files import FILES, MANIFEST, problems, sha256_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).write_bytes(b"content of " + name.encode())
    write_manifest(tmp_path, {name: sha256_of(tmp_path / name) for name in FILES})
    return tmp_path


def write_manifest(folder: Path, files: object) -> None:
    (folder / MANIFEST).write_text(json.dumps({"files": files}), encoding="utf-8")


def test_a_files_hash_is_that_of_its_content(tmp_path: Path) -> None:
    file = tmp_path / "large"
    content = b"\0\r\n\xff" * 100_000
    file.write_bytes(content)
    assert sha256_of(file) == sha256(content).hexdigest()


def test_files_that_belong_together_are_no_problem(folder: Path) -> None:
    assert problems(folder) == []


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_named(folder: Path, name: str) -> None:
    with (folder / name).open("ab") as file:
        file.write(b"\n")
    (problem,) = problems(folder)
    assert problem.startswith(f"{folder / name}: this is not the file")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (problem,) = problems(folder)
    assert problem.startswith(f"{folder / name}: the file is missing")


def test_every_problem_is_listed(folder: Path) -> None:
    for name in FILES:
        (folder / name).write_bytes(b"")
    assert len(problems(folder)) == len(FILES)


def test_a_file_that_the_manifest_does_not_name_is_a_problem(folder: Path) -> None:
    write_manifest(folder, {name: sha256_of(folder / name) for name in FILES[1:]})
    (problem,) = problems(folder)
    assert problem.startswith(f"{folder / FILES[0]}: the manifest does not name")


def test_a_missing_manifest_is_a_problem(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    (problem,) = problems(folder)
    assert problem.startswith(f"{folder / MANIFEST}: the file is missing")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'"files"', b"{}", b'{"files": []}', b"\xff\xfe"])
def test_a_manifest_that_cannot_be_read_is_a_problem(folder: Path, content: bytes) -> None:
    (folder / MANIFEST).write_bytes(content)
    (problem,) = problems(folder)
    assert problem.startswith(f"{folder / MANIFEST}: there is no SHA-256")


def test_a_hash_of_another_type_is_a_problem(folder: Path) -> None:
    write_manifest(folder, dict.fromkeys(FILES, 1))
    assert len(problems(folder)) == len(FILES)
