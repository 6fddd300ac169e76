"""The start page: staff type a few words and read the approved answer to them."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanic.response import HTTPResponse

from cryobot.desk.answer_view import AnswerView, Days, answer_view
from cryobot.desk.app import Desk
from cryobot.desk.routing import Nav, Page
from cryobot.desk.shown_guidance import load_shown_guidance
from cryobot.desk.unanswered import record_once
from cryobot.desk.visit import Visit
from cryobot.look_up.index import LookUp, Standing
from cryobot.look_up.installed import index_of
from cryobot.look_up.notice import notice
from cryobot.look_up.urgent import EMERGENCY, SKIN_MARKS

LOOK_SECONDS = 1.0
MOST = 6
# Longer searches are cut: an answer needs a few words, and a long text takes long to read.
MOST_CHARACTERS = 200


@dataclass(frozen=True)
class Found:
    """What is shown below the field.

    Attributes:
        on_top: the urgent answers that the words speak of, when none of them is the one that is open.
        opened: the answer that is open, if any.
        listed: everything that was found, the best first.
        noted: whether the question was kept for the editor; None when there was no need to, or not yet.
    """

    words: str
    standing: Standing
    on_top: tuple[AnswerView, ...]
    opened: AnswerView | None
    listed: tuple[AnswerView, ...]
    noted: bool | None = None


async def show(visit: Visit) -> HTTPResponse:
    """Show the page, with what was found when words were sent; keeps the question if there is no answer."""
    words, chosen = _asked(visit)
    if not words and not chosen:
        return await _start(visit)
    result = await visit.run(_look_up, visit.desk, words) if words else None
    found = _found(visit, words, chosen, result)
    if words and not chosen and found.standing is not Standing.ANSWERED and _was_sent_by_hand(visit):
        kept = await visit.run(record_once, visit.desk, _name(visit), words, found.opened and found.opened.id)
        found = _found(visit, words, chosen, result, kept)
    return visit.render("look_up.html", words=words, most=MOST_CHARACTERS, **_below(visit, found))


async def show_part(visit: Visit) -> HTTPResponse:
    """Give what is found for the words as they stand in the field now. Nothing is recorded."""
    words, chosen = _asked(visit)
    if not words and not chosen:
        return visit.render("parts/look_up_start.html", first=_first(visit), groups=_groups(visit))
    result = await visit.run(_look_up, visit.desk, words) if words else None
    found = _found(visit, words, chosen, result)
    return visit.render("parts/look_up.html", **_below(visit, found))


async def warm_up(desk: Desk) -> None:
    """Make the index as soon as somebody is logged in, so that they need not wait for it."""
    # Not before: it takes seconds and memory, and for the end of a thread that is at it the end of the program waits.
    while not await asyncio.to_thread(desk.sessions.are_any):
        await asyncio.sleep(LOOK_SECONDS)
    await asyncio.to_thread(index_of, desk.library)


def _look_up(desk: Desk, words: str) -> LookUp:
    # Waits until the index is made.
    return index_of(desk.library).look_up(words, MOST)


async def _start(visit: Visit) -> HTTPResponse:
    return visit.render(
        "look_up.html", words="", found=None, first=_first(visit), groups=_groups(visit), most=MOST_CHARACTERS
    )


def _below(visit: Visit, found: Found) -> dict[str, Any]:
    number = visit.desk.library.placeholders["emergency_number"]
    told = notice(found.standing, visit.t.look_up)
    return {"found": found, "notice_of_look_up": told, "first": _first(visit), "emergency_number": number}


def _first(visit: Visit) -> list[AnswerView]:
    return [_view(visit, answer) for answer in (EMERGENCY, SKIN_MARKS) if answer in visit.desk.library.answers]


def _groups(visit: Visit) -> list[tuple[str, list[AnswerView]]]:
    answers = visit.desk.library.answers
    grouped = load_shown_guidance(answers.keys()).grouped(answers)
    return [(name, [_view(visit, answer) for answer in ids]) for name, ids in grouped]


def _asked(visit: Visit) -> tuple[str, str]:
    """Give the words, cut to what is read, and the id of the answer that is to be open."""
    chosen = visit.query.get("open", "")
    words = visit.query.get("words", "").strip()[:MOST_CHARACTERS]
    return words, chosen if chosen in visit.desk.library.answers else ""


def _found(visit: Visit, words: str, chosen: str, result: LookUp | None, noted: bool | None = None) -> Found:
    if result is None:
        return Found(words, Standing.ANSWERED, (), _view(visit, chosen), ())
    best = result.hits[0].answer.id if result.hits else ""
    above = result.urgent if chosen else result.above
    # An answer that is only near must not look like the answer.
    opened = chosen or (best if result.standing not in {Standing.UNSURE, Standing.NOTHING} else "")
    return Found(
        words=words,
        standing=result.standing,
        on_top=tuple(_view(visit, answer) for answer in above if answer != opened),
        opened=_view(visit, opened) if opened else None,
        listed=tuple(_view(visit, hit.answer.id) for hit in result.hits),
        noted=noted,
    )


def _view(visit: Visit, answer_id: str) -> AnswerView:
    days = Days(datetime.now(visit.desk.zone).date(), visit.t.common.format_day)
    return answer_view(visit.desk.library, answer_id, days, visit.t.guidance)


def _was_sent_by_hand(visit: Visit) -> bool:
    """Tell whether the desk's form was sent: no link of another page was followed, and nothing was fetched ahead."""
    headers = visit.request.headers
    ahead = "prefetch" in (headers.getone("sec-purpose", "") or headers.getone("purpose", ""))
    from_desk = headers.getone("sec-fetch-site", "same-origin") == "same-origin"
    return from_desk and not ahead and visit.request.method == "GET"


def _name(visit: Visit) -> str:
    return visit.account.name if visit.account else ""


NAV = Nav("/", "look_up", order=10)
PAGES = (Page("/", "GET", show), Page("/parts/look-up", "GET", show_part))
WORK = (warm_up,)
