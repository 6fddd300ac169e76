"""What the widget is built from."""

from pathlib import Path

from cryobot.fingerprint import fingerprint
from cryobot.paths import WIDGET

# In the widget's folder, but not in what is built.
LEFT_OUT = frozenset({"dist", "node_modules", "tests", "demo"})


def source_fingerprint(baked_json: str, folder: Path = WIDGET) -> str:
    """Give the fingerprint of the widget's source together with what is built into it."""
    parts = [
        part
        for part in folder.glob("*")
        if part.name not in LEFT_OUT and not part.name.startswith(".") and part.suffix != ".md"
    ]
    return fingerprint(parts, folder, baked_json.encode())
