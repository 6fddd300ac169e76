"""Sends what is due, over the ways that are on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from cryobot.messaging.settings import messaging_settings
from cryobot.notifications.errors import NotSentError
from cryobot.notifications.mail import send_mail
from cryobot.notifications.notice import Notice, Writer
from cryobot.notifications.reasons import Way
from cryobot.notifications.settings import NotificationSettings
from cryobot.notifications.store import Due, NotificationStore
from cryobot.notifications.texts import load_notification_texts
from cryobot.notifications.webhook import post
from cryobot.settings import Settings

logger = logging.getLogger(__name__)


def ways_of(settings: NotificationSettings) -> dict[Way, Callable[[Notice], Awaitable[None]]]:
    """Give how a notice is sent over each way that is on; each raises NotSentError."""
    ways: dict[Way, Callable[[Notice], Awaitable[None]]] = {}
    if settings.mail_url.get_secret_value():
        ways[Way.MAIL] = lambda notice: asyncio.to_thread(send_mail, notice, settings)
    if settings.notify_url.get_secret_value():
        ways[Way.WEBHOOK] = lambda notice: post(notice, settings)
    return ways


def installed_writer(settings: Settings) -> Writer:
    """Give what writes the notices of this installation.

    Raises:
        DataFileError: the words are malformed.
        SettingsError: a setting has a wrong value.
    """
    address = messaging_settings().public_url or f"http://{settings.host}:{settings.port}"
    return Writer(load_notification_texts(settings.language), settings.centre_name, address)


async def send_due(store: NotificationStore, settings: NotificationSettings, writer: Writer) -> None:
    """Write down what is new, send what is due, and note what became of it.

    Raises:
        StoreError: the database does not answer.
    """
    ways = ways_of(settings)
    if not ways:
        return
    await asyncio.to_thread(store.write_new, ways, datetime.now(UTC))
    due = await asyncio.to_thread(store.due, ways)
    await asyncio.gather(*(_send(store, one, ways[one.way], writer) for one in due))


async def _send(store: NotificationStore, due: Due, send: Callable[[Notice], Awaitable[None]], writer: Writer) -> None:
    now = datetime.now(UTC)
    try:
        await send(writer.of_case(due.case, due.reason, now))
    except NotSentError as error:
        if due.attempts == 1:
            logger.error("A notification by %s was not sent and is tried again: %s.", due.way, error)
        await asyncio.to_thread(store.failed, due, str(error), now)
    else:
        await asyncio.to_thread(store.sent, due.id)
