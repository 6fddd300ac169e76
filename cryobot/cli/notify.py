"""`cryobot notify`: tries the notifications, and tells what became of the earlier ones."""

import asyncio
from contextlib import closing

import typer

from cryobot.errors import CryobotError
from cryobot.notifications.errors import NotSentError
from cryobot.notifications.sending import installed_writer, ways_of
from cryobot.notifications.settings import notification_settings
from cryobot.notifications.store import NotificationStore
from cryobot.records.store import RecordStore
from cryobot.settings import settings


class NotificationsFailedError(CryobotError):
    """A test was not taken."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))


def notify() -> None:
    """Send a test over every way that is on, and count what was sent and what was not.

    Raises:
        SettingsError: a variable has a wrong value.
        StoreError: the record store does not answer.
        NotificationsFailedError: a test was not taken; the message says why.
    """
    here = settings()
    ways = ways_of(notification_settings())
    if not ways:
        typer.echo("No way is on. Set CRYOBOT_MAIL_URL or CRYOBOT_NOTIFY_URL: docs/tasks/set-up-notifications.md")
    problems = []
    for way, send in ways.items():
        try:
            asyncio.run(send(installed_writer(here).test()))  # type: ignore[arg-type]
        except NotSentError as error:
            problems.append(f"{way.value}: the test was not sent: {error}.")
        else:
            typer.echo(f"{way.value}: the test was sent.")
    with closing(RecordStore(here.records_url)) as records:
        store = NotificationStore(records.database)
        for (name, state), number in sorted(store.numbers().items()):
            typer.echo(f"{name}: {number} {state}")
        for name, reason in store.problems():
            typer.echo(f"{name}: {reason}")
    if problems:
        raise NotificationsFailedError(problems)
