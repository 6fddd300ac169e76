"""The built chat widget, as pages of any website load it."""

from pathlib import Path

from cryobot.browser.static_files import ASK_FIRST, BRIEFLY, HASHED, StaticFile
from cryobot.guidance.library import Library
from cryobot.paths import WIDGET_BUILT
from cryobot.settings import Settings
from cryobot.widget.installation import fill, installation
from cryobot.widget.manifest import LAUNCHER, read_built
from cryobot.widget.settings import WidgetSettings

# The name that every build gives to the chat, whatever its hash.
EARLIER_CHAT = r"/<name:chat-[0-9a-z]+\.js>"

# A script of another origin is loaded only if it says that it may be.
_FOR_EVERYBODY = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def widget_files(
    library: Library, widget: WidgetSettings, settings: Settings, folder: Path = WIDGET_BUILT
) -> list[StaticFile]:
    """Read the built widget, and tell it about this installation.

    Raises:
        WidgetMissingError: it is not built, or a file of it is not the one that was built.
        NoPlaceError: the installation cannot be written into it.
        UnknownAnswerError: the settings name an answer that the library does not have.
    """
    manifest, files = read_built(folder)
    files[LAUNCHER] = fill(files[LAUNCHER], installation(library, widget, settings, manifest.chat))
    return [
        *(
            StaticFile(f"/{name}", content, BRIEFLY if name == LAUNCHER else HASHED, _FOR_EVERYBODY)
            for name, content in sorted(files.items())
        ),
        # A page that was open before an update asks for the chat of then. The present one does its work, too.
        StaticFile(EARLIER_CHAT, files[manifest.chat], ASK_FIRST, _FOR_EVERYBODY, ".js"),
    ]
