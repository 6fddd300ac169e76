import os
from pathlib import Path

import pytest

from cryobot.errors import ModelMissingError
from cryobot.server.model import newest_model


def test_gives_the_newest_archive(tmp_path: Path) -> None:
    for age, name in enumerate(["b.tar.gz", "c.tar.gz", "a.tar.gz", "newest.txt"]):
        file = tmp_path / name
        file.touch()
        os.utime(file, (1000 - age if name.endswith("gz") else 2000,) * 2)

    assert newest_model(tmp_path) == tmp_path / "b.tar.gz"


def test_gives_the_last_by_name_of_two_of_the_same_time(tmp_path: Path) -> None:
    for name in ("20260102.tar.gz", "20260101.tar.gz"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1000, 1000))

    assert newest_model(tmp_path) == tmp_path / "20260102.tar.gz"


@pytest.mark.parametrize("folder", ["", "not-there"])
def test_says_how_to_get_a_model(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ModelMissingError, match="cryobot train"):
        newest_model(tmp_path / folder)
