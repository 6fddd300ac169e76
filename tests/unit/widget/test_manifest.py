import hashlib
import json
from pathlib import Path

import pytest
from parts.built_widget import CHAT_NAME, FILES

from cryobot.widget.manifest import MANIFEST, WidgetMissingError, read_built, read_manifest


def change(folder: Path, **fields: object) -> None:
    content = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(content | fields))


def test_a_whole_widget_is_read(built: Path) -> None:
    manifest, files = read_built(built)

    assert (manifest.source, manifest.chat) == ("0123456789ab", CHAT_NAME)
    assert manifest.files == {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    assert files == FILES


@pytest.mark.parametrize("name", [MANIFEST, *FILES])
def test_a_missing_file_is_named(built: Path, name: str) -> None:
    (built / name).unlink()

    with pytest.raises(WidgetMissingError, match=f"{name} is not there. Run `cryobot widget --force`"):
        read_built(built)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_named(built: Path, name: str) -> None:
    (built / name).write_bytes(FILES[name] + b" ")

    with pytest.raises(WidgetMissingError, match=f"{name} is not the file that was built"):
        read_built(built)


@pytest.mark.parametrize(
    "fields",
    [
        {"files": {}},
        {"chat": "chat-other.js"},
        {"chat": 5},
        {"files": {"../../var/records.db": "00", **dict.fromkeys(FILES, "00")}},
        {"files": {"/etc/passwd": "00", **dict.fromkeys(FILES, "00")}},
        {"more": 1},
    ],
)
def test_a_malformed_manifest_is_refused(built: Path, fields: dict[str, object]) -> None:
    change(built, **fields)

    with pytest.raises(WidgetMissingError, match=f"{MANIFEST} is malformed"):
        read_manifest(built)


def test_what_is_no_manifest_is_refused(built: Path) -> None:
    for content in (b"", b"{", b"\xff", b"[]"):
        (built / MANIFEST).write_bytes(content)
        with pytest.raises(WidgetMissingError, match="malformed"):
            read_manifest(built)
