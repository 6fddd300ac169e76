import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from cryobot.errors import ModelMissingError
from cryobot.evaluation.subject import installed_assistant, passing_stores
from cryobot.records.installed import installed_store
from cryobot.settings import settings

with warnings.catch_warnings():
    # Libraries of Rasa warn about one another when they are first imported.
    warnings.simplefilter("ignore")
    import cryobot.server.assistant  # noqa: F401

OWN = "sqlite:////nowhere/own.db"


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", OWN)
    monkeypatch.delenv("CRYOBOT_CONVERSATIONS_URL", raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_records_and_conversations_go_elsewhere_for_a_while() -> None:
    conversations = settings().conversations_url
    with passing_stores():
        passing = settings()
        assert passing.records_url != OWN
        assert passing.conversations_url != conversations
        store = installed_store()
        assert store.list() == []
        store.close()
        folder = Path(passing.records_url.removeprefix("sqlite:///")).parent
        assert (folder / "records.db").exists()
    assert not folder.exists()
    assert settings().records_url == OWN
    assert settings().conversations_url == conversations
    assert "CRYOBOT_CONVERSATIONS_URL" not in os.environ


def test_without_a_model_it_says_so_and_puts_the_settings_back(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="cryobot train"), installed_assistant(tmp_path):
        pass
    assert settings().records_url == OWN
