"""Writes the pictures: python -m tools.screenshots [FOLDER]."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console

from benchmarks.server import running_server
from cryobot.paths import PROJECT
from tools.chromium import ARGUMENTS, NoChromiumError, find_chromium
from tools.screenshots.desk import VIEWS, played, take_view
from tools.screenshots.scenes import SCENES, take

FOLDER = PROJECT / "docs" / "pictures"


def main(folder: Path) -> None:
    """Start the assistant and the browser, and write one PNG file a scene.

    Raises:
        NoChromiumError: there is no Chromium on this machine.
    """
    chromium = find_chromium()
    console = Console()
    folder.mkdir(parents=True, exist_ok=True)
    with running_server() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for scene in SCENES:
            file = folder / f"{scene.name}.png"
            take(browser, server.address, scene, file)
            console.print(file.name)
        with played(server) as (session, case_id):
            for view in VIEWS:
                take_view(browser, server, view, session, case_id, folder / f"{view.name}.png")
                console.print(f"{view.name}.png")
        browser.close()


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    except NoChromiumError as error:
        sys.exit(str(error))
