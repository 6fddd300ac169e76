"""What becomes of cases by time, and the notifications; no page."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from cryobot.cases.patience import Patience
from cryobot.desk.app import Desk
from cryobot.dialogue.opening_hours import is_open, parse
from cryobot.notifications.sending import installed_writer, send_due
from cryobot.notifications.settings import notification_settings
from cryobot.notifications.store import NotificationStore
from cryobot.settings import Settings

EVERY_SECONDS = 2.0


def patience_of(settings: Settings, now: datetime) -> Patience:
    """Give how long cases may stay as they are; nobody is late while the desk is closed."""
    is_at_desk = is_open(parse(settings.opening_hours), now.astimezone(ZoneInfo(settings.time_zone)))
    return Patience(
        late=timedelta(minutes=settings.hand_over_minutes) if is_at_desk else None,
        reminder=timedelta(minutes=settings.reminder_minutes),
        idle=timedelta(minutes=settings.desk_idle_minutes),
        gone=timedelta(minutes=settings.visitor_gone_minutes),
    )


async def mind_cases(desk: Desk) -> None:
    """See to what is due by time, for as long as the server runs."""
    while True:
        now = datetime.now(UTC)
        await asyncio.to_thread(desk.cases.mind, now, patience_of(desk.settings, now))
        await asyncio.sleep(EVERY_SECONDS)


async def notify_staff(desk: Desk) -> None:
    """Send notifications, for as long as the server runs."""
    store, writer = NotificationStore(desk.store.database), installed_writer(desk.settings)
    while True:
        await send_due(store, notification_settings(), writer)
        await asyncio.sleep(EVERY_SECONDS)


WORK = (mind_cases, notify_staff)
