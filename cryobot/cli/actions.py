"""`cryobot actions`: the custom actions as a server of their own, for `rasa run`."""

import typer

from cryobot.quiet import silence_warnings
from cryobot.settings import settings


def actions() -> None:
    """Serve the custom actions over HTTP, for `rasa run`; `cryobot run` needs no such server."""
    silence_warnings()
    # Loading this takes seconds, which `cryobot --help` must not.
    from rasa_sdk.endpoint import create_app

    here = settings()
    app = create_app("actions")
    typer.echo(f"Actions on http://{here.host}:{here.actions_port}/webhook")
    app.run(host=here.host, port=here.actions_port, access_log=False, motd=False)
