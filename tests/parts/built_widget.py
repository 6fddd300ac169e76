"""A chat widget as small as can be, as if it were built."""

from pathlib import Path

from cryobot.widget.manifest import write_manifest

LAUNCHER = b'(()=>{let i="__CRYOBOT_INSTALLATION__";start(i)})();'
CHAT_NAME = "chat-1a2b3c.js"
FILES = {"widget.js": LAUNCHER, CHAT_NAME: b"export function mount() {}"}


def write_built_widget(folder: Path, source: str = "0123456789ab") -> Path:
    """Write a whole widget into a folder, and give the folder; `source` is the fingerprint of what it is made of."""
    folder.mkdir(parents=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    write_manifest(folder, source, CHAT_NAME, FILES)
    return folder
