"""The demo page at the assistant's address, with what it loads."""

import hashlib
import re
from pathlib import Path

from cryobot.browser.static_files import ASK_FIRST, HASHED, StaticFile
from cryobot.errors import CryobotError
from cryobot.paths import DEMO

PAGE = "index.html"
FOLDER = "/demo/"

# What the page needs to load itself and the widget from its own address, and nothing else.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_REFERENCE = re.compile(re.escape(FOLDER) + r"([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)")


class DemoPageError(CryobotError):
    """The demo page cannot be served."""

    def __init__(self, folder: Path, problem: str) -> None:
        super().__init__(f"The demo page in {folder} cannot be served: {problem}. Restore it as it was committed.")


def demo_files(folder: Path = DEMO) -> list[StaticFile]:
    """Read the page, which will be at `/`, and the files beside it under names that change with their content.

    Raises:
        DemoPageError: the page, or a file that it refers to, is not there.
    """
    try:
        page = (folder / PAGE).read_text(encoding="utf-8")
    except OSError:
        raise DemoPageError(folder, f"{PAGE} is not there") from None
    hashed = {file.name: _hashed(file) for file in sorted(folder.iterdir()) if file.is_file() and file.name != PAGE}
    for name in _REFERENCE.findall(page):
        if name not in hashed:
            raise DemoPageError(folder, f"{PAGE} refers to {FOLDER}{name}, which is not there")
    page = _REFERENCE.sub(lambda match: hashed[match[1]].path, page)
    headers = {"Content-Security-Policy": POLICY}
    return [StaticFile("/", page.encode(), ASK_FIRST, headers, Path(PAGE).suffix), *hashed.values()]


def _hashed(file: Path) -> StaticFile:
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:12]
    return StaticFile(f"{FOLDER}{file.stem}-{digest}{file.suffix}", content, HASHED)
