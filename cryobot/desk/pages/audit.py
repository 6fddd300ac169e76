"""The audit trail, for editors."""

from urllib.parse import urlencode

from sanic.response import HTTPResponse

from cryobot.desk.routing import Nav, Page
from cryobot.desk.templates import url
from cryobot.desk.visit import Visit
from cryobot.staff.audit import TERMINAL
from cryobot.staff.role import Role

A_PAGE = 100
LONGEST_NUMBER = 18


async def show(visit: Visit) -> HTTPResponse:
    """Show the newest entries, or those before the one that the address names."""
    accounts = await visit.run(visit.desk.accounts.list)
    names = [TERMINAL, *(account.name for account in accounts)]
    chosen = visit.query.get("account", "")
    chosen = chosen if chosen in names else ""
    entries = await visit.run(visit.desk.audit.list, A_PAGE + 1, _number(visit.query.get("before", "")), chosen)
    shown = entries[:A_PAGE]
    older = ""
    if len(entries) > A_PAGE:
        older = f"{url('/audit')}?{urlencode({'account': chosen, 'before': shown[-1].id})}"
    days = visit.desk.settings.retention_days
    return visit.render("audit.html", entries=shown, names=names, chosen=chosen, older=older, days=days)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


NAV = Nav("/audit", "audit", Role.EDITOR, 80)
PAGES = (Page("/audit", "GET", show, Role.EDITOR),)
