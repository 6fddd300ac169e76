from collections.abc import Iterator

import pytest
from real_bot.fixtures import trained  # noqa: F401
from real_bot.process import RunningBot, running


@pytest.fixture(scope="session")
def bot(trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBot]:  # noqa: F811
    """The assistant, started once for all conversations."""
    with running(tmp_path_factory.mktemp("conversations")) as started:
        yield started
