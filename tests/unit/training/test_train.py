"""What is round Rasa's own training, which is replaced here: it takes minutes."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy

from cryobot.errors import DataFileError
from cryobot.training import train as training
from cryobot.training.train import TrainingError, is_up_to_date, model_path, train


class Rasa:
    """Stands in for `rasa.model_training.train`."""

    def __init__(self) -> None:
        self.arguments: dict[str, object] = {}
        self.result: Callable[[Path], object] = self.make_model

    def __call__(self, **arguments: object) -> object:
        self.arguments = arguments
        return self.result(Path(str(arguments["output"])))

    def make_model(self, output: Path) -> object:
        model = output / "model.tar.gz"
        model.write_bytes(b"a model")
        return SimpleNamespace(code=0, model=str(model))


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "models"
    monkeypatch.setattr(training, "MODELS", folder)
    monkeypatch.setattr(training, "LANGUAGE_MODEL", folder / "language")
    monkeypatch.setattr(training, "model_path", lambda: model_path(folder))
    return folder


@pytest.fixture
def rasa(monkeypatch: pytest.MonkeyPatch) -> Rasa:
    import rasa.model_training

    monkeypatch.setenv("RASA_CACHE_DIRECTORY", "")
    monkeypatch.setenv("TQDM_DISABLE", "")
    stand_in = Rasa()
    monkeypatch.setattr(rasa.model_training, "train", stand_in)
    return stand_in


def test_builds_both_models_and_says_what_it_does(models: Path, rasa: Rasa) -> None:
    said: list[str] = []
    assert not is_up_to_date()
    archive = train(said.append)

    assert archive == model_path(models)
    assert archive.read_bytes() == b"a model"
    assert is_up_to_date()
    assert len(said) == 2
    assert spacy.load(models / "language")("blisters")[0].lemma_ == "blister"
    assert sorted(path.name for path in models.iterdir()) == sorted([archive.name, "language"])
    assert rasa.arguments["force_training"] is True


def test_replaces_the_models_of_other_data(models: Path, rasa: Rasa) -> None:
    (models / "language" / "old").mkdir(parents=True)
    (models / "assistant-0123456789ab.tar.gz").write_bytes(b"older")
    (models / "other.tar.gz").write_bytes(b"not ours")
    archive = train(lambda _: None)

    assert not (models / "language" / "old").exists()
    assert {file.name for file in models.glob("*.tar.gz")} == {archive.name, "other.tar.gz"}


def test_keeps_the_older_language_model_when_training_fails(models: Path, rasa: Rasa) -> None:
    (models / "language").mkdir(parents=True)
    (models / "language" / "old").touch()
    rasa.result = lambda _: SimpleNamespace(code=1, model=None)
    with pytest.raises(TrainingError):
        train(lambda _: None)

    assert [path.name for path in models.iterdir()] == ["language"]
    assert [path.name for path in (models / "language").iterdir()] == ["old"]


def test_is_not_up_to_date_without_the_language_model(models: Path) -> None:
    models.mkdir()
    model_path(models).write_bytes(b"a model")
    assert not is_up_to_date()


def fail(_: Path) -> object:
    raise ValueError("no stories")


def stop(_: Path) -> object:
    raise SystemExit(1)


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (fail, "ValueError: no stories"),
        (stop, "SystemExit"),
        (lambda _: SimpleNamespace(code=1, model=None), "made no model"),
        (lambda _: SimpleNamespace(code=0, model=None), "made no model"),
    ],
)
def test_leaves_the_older_model_when_training_fails(
    models: Path, rasa: Rasa, result: Callable[[Path], object], reason: str
) -> None:
    models.mkdir()
    older = models / "assistant-0123456789ab.tar.gz"
    older.write_bytes(b"older")
    rasa.result = result

    with pytest.raises(TrainingError, match=reason) as raised:
        train(lambda _: None)
    assert "cryobot check" in str(raised.value)
    assert older.exists()
    assert not is_up_to_date()
    assert {path.name for path in models.iterdir()} <= {older.name, "language"}, "nothing half made stays"


def test_trains_nothing_on_data_that_is_wrong(models: Path, rasa: Rasa, monkeypatch: pytest.MonkeyPatch) -> None:
    def malformed() -> object:
        raise DataFileError(Path("marks.yml"), "marks: this is not a list.")

    monkeypatch.setattr(training, "load_vocabulary", malformed)
    with pytest.raises(DataFileError):
        train(lambda _: None)
    assert rasa.arguments == {}
