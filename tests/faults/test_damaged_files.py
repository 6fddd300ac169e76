"""What is missing, damaged or not approved at the start is named, with what to do, and nothing is served."""

import shutil
import tarfile
from pathlib import Path

import pytest
from faulty import command, other_path
from real_bot.process import start_and_fail

from cryobot.paths import ANSWERS, ENCODER
from cryobot.server.model import newest_model


def refused(folder: Path, name: str, other: Path) -> str:
    code, printed = start_and_fail(folder, command(other_path, f"{name}={other}"))
    assert code == 1, printed
    assert "Traceback" not in printed
    assert "Listening" not in printed
    return printed


@pytest.mark.parametrize("there", [False, True])
def test_no_model(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "models").mkdir()
    assert "Run `cryobot train`" in refused(tmp_path, "MODELS", tmp_path / "models")


@pytest.mark.parametrize("damage", ["empty", "cut short", "no archive", "nothing in it"])
def test_a_damaged_model(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    model = folder / "assistant-0123456789ab.tar.gz"
    if damage == "cut short":
        model.write_bytes(newest_model().read_bytes()[:100_000])
    elif damage == "nothing in it":
        tarfile.open(model, "w:gz").close()
    else:
        model.write_bytes(b"" if damage == "empty" else b"no archive")

    printed = refused(tmp_path, "MODELS", folder)
    assert model.name in printed
    assert "cryobot train" in printed


def test_no_language_model(tmp_path: Path) -> None:
    # The assistant is started in the folder of the project, where the pipeline looks for `models/language`.
    assert "cryobot train" in refused(tmp_path, "PROJECT", tmp_path)


@pytest.mark.parametrize("damage", ["missing", "cut short"])
def test_a_damaged_encoder(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(ENCODER, folder)
    graph = folder / "model.onnx"
    if damage == "missing":
        graph.unlink()
    else:
        graph.write_bytes(graph.read_bytes()[:100_000])
    assert "cannot be loaded" in refused(tmp_path, "ENCODER", folder)


def test_a_text_that_was_changed_after_its_approval(tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    shutil.copytree(ANSWERS, folder)
    file = folder / "skin-marks.yml"
    text = file.read_text(encoding="utf-8")
    assert "Please see a dermatologist immediately." in text
    file.write_text(text.replace("Please see a dermatologist immediately.", "Wait a week."), encoding="utf-8")

    printed = refused(tmp_path, "ANSWERS", folder)
    assert str(file) in printed
    assert "cryobot approve skin-marks" in printed
    assert "Wait a week" not in printed


def test_an_answer_without_an_approval(tmp_path: Path) -> None:
    approvals = tmp_path / "approvals.yml"
    approvals.write_text("approvals: {}\n", encoding="utf-8")
    assert "cryobot approve skin-marks" in refused(tmp_path, "APPROVALS", approvals)


def test_answers_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    shutil.copytree(ANSWERS, folder)
    (folder / "uses.yml").write_text("id: uses\ntexts: [", encoding="utf-8")
    printed = refused(tmp_path, "ANSWERS", folder)
    assert str(folder / "uses.yml") in printed
