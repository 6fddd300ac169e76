"""`cryobot run`: starts the assistant and serves it until it is stopped."""

import signal
import socket
from contextlib import suppress
from pathlib import Path

import typer

from cryobot.errors import StoreError
from cryobot.guidance.installed import installed_library
from cryobot.quiet import silence_warnings
from cryobot.records.installed import installed_store
from cryobot.server.model import newest_model
from cryobot.server.port import listen, take_port
from cryobot.settings import settings
from cryobot.staff.invitations import InvitationStore
from cryobot.staff.links import welcome_link


def run() -> None:
    """Start the assistant and serve it until Ctrl-C."""
    # Until the server handles it, being told to stop is the same as Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    here = settings()
    installed_library()
    model = newest_model()
    with take_port(here.host, here.port) as taken, suppress(KeyboardInterrupt):
        _serve(model, taken, here.deadline_seconds)
    typer.echo("Stopped.")


def _serve(model: Path, taken: socket.socket, deadline_seconds: float) -> None:
    typer.echo("Starting the assistant ...")
    silence_warnings()
    # Loading these takes seconds, which `cryobot --help` must not.
    from cryobot.desk.site import DeskSite
    from cryobot.messaging.installed import installed_journal
    from cryobot.server.app import build_app, installed_browsers, installed_channels
    from cryobot.server.assistant import load_agent
    from cryobot.server.logs import configure_logs
    from cryobot.server.upkeep import delete_expired_daily

    configure_logs()
    channels = installed_channels()
    typer.echo(f"Loading the model {model.name} ...")
    agent = load_agent(model)
    stores = [installed_store(), agent.tracker_store, installed_journal()]
    upkeep = delete_expired_daily(stores, settings().retention_days)
    app = build_app(agent, channels, deadline_seconds, upkeep, installed_browsers(), DeskSite())
    address = _address(taken)

    async def announce(*_: object) -> None:
        typer.echo(f"Listening on {address}")
        _offer_first_account(address)

    app.after_server_start(announce)
    listen(taken)
    app.run(sock=taken, access_log=False, motd=False)


def _offer_first_account(address: str) -> None:
    try:
        token = InvitationStore(installed_store().database).make_first()
    except StoreError as error:
        typer.echo(f"Whether there is an account for the staff desk is not known: {error}")
        return
    if token is not None:
        typer.echo("There is no account for the staff desk yet. This link makes the first one, once, for 24 hours:")
        typer.echo(f"  {welcome_link(token, address)}")


def _address(taken: socket.socket) -> str:
    host, port = taken.getsockname()[:2]
    return f"http://[{host}]:{port}" if taken.family is socket.AF_INET6 else f"http://{host}:{port}"
