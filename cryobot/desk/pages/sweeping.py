"""Deletes what is kept of sessions and one-time links that have ended."""

import asyncio

from cryobot.desk.app import Desk

SECONDS_AN_HOUR = 60 * 60


async def sweep(desk: Desk) -> None:
    """Delete what has ended, once an hour."""
    while True:
        await asyncio.to_thread(desk.sessions.delete_ended)
        await asyncio.to_thread(desk.invitations.delete_expired)
        await asyncio.sleep(SECONDS_AN_HOUR)


WORK = (sweep,)
