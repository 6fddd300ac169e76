"""Questions without an answer, grouped by meaning, and what the editor decides on them."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from sanic import response
from sanic.response import HTTPResponse

from cryobot.channels.failure import place_of
from cryobot.desk.app import Desk
from cryobot.desk.readable import readable
from cryobot.desk.routing import Nav, Page
from cryobot.desk.visit import Visit
from cryobot.gaps.assigning import Assigner
from cryobot.gaps.directions import installed_directions
from cryobot.gaps.errors import GapDecidedError, NoSuchGapError
from cryobot.gaps.gap import Decision, Gap
from cryobot.gaps.masking import Mask
from cryobot.gaps.nearest import nearest
from cryobot.gaps.proposal import Words, proposal
from cryobot.gaps.settings import GapSettings, load_gap_settings
from cryobot.gaps.store import GapStore
from cryobot.language.encoder import Vectors, installed_encoder
from cryobot.staff.role import Role

PATH = "/gaps"
LONGEST_NUMBER = 18

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class GapView:
    """A group as the page shows it; `nearest` are ids of answers."""

    gap: Gap
    examples: list[str]
    nearest: list[str]


async def show(visit: Visit) -> HTTPResponse:
    """Show the groups that wait for a decision, largest first."""
    after = _numbers(visit.query.get("after", ""))
    settings, store = _settings(visit.desk), _store(visit)
    gaps = await visit.run(store.waiting, settings.groups_a_page + 1, after)
    return await _page(visit, gaps, is_decided=False, after=visit.query.get("after", "") if after else "")


async def show_decided(visit: Visit) -> HTTPResponse:
    """Show the groups that have a decision, latest first."""
    settings, store = _settings(visit.desk), _store(visit)
    numbers = _numbers(visit.query.get("after", ""))
    after = _moment(*numbers) if numbers else None
    gaps = await visit.run(store.decided, settings.groups_a_page + 1, after)
    return await _page(visit, gaps, is_decided=True, after=visit.query.get("after", "") if after else "")


async def decide(visit: Visit) -> HTTPResponse:
    """Keep a decision."""
    gap_id = _number(visit.parameters["gap_id"])
    try:
        decision = Decision(visit.form.get("decision", ""))
    except ValueError:
        return visit.problem(HTTPStatus.BAD_REQUEST, "text_other")
    answer = visit.form.get("answer", "") if decision is Decision.BELONGS else ""
    if decision is Decision.BELONGS and answer not in visit.desk.library.answers:
        return visit.redirect(_back(visit, gap_id), notice="gaps.no_answer_chosen")
    try:
        name = visit.account.name if visit.account else ""
        await visit.run(_store(visit).decide, gap_id, decision, answer, name)
    except NoSuchGapError:
        return visit.redirect(PATH, notice="gaps.no_such_gap")
    except GapDecidedError:
        return visit.redirect(PATH, notice="gaps.decided_meanwhile")
    await visit.audit("gap-decided", str(gap_id))
    return visit.redirect(_back(visit, _number(visit.form.get("next", ""))), notice=f"gaps.noted_{decision.value}")


async def undo(visit: Visit) -> HTTPResponse:
    """Take a decision back."""
    gap_id = _number(visit.parameters["gap_id"])
    try:
        await visit.run(_store(visit).undo, gap_id)
    except NoSuchGapError:
        return visit.redirect(f"{PATH}/decided", notice="gaps.no_such_gap")
    except GapDecidedError:
        return visit.redirect(f"{PATH}/decided", notice="gaps.decided_meanwhile")
    await visit.audit("gap-undone", str(gap_id))
    return visit.redirect(f"{PATH}/decided", notice="gaps.undone")


async def export(visit: Visit) -> HTTPResponse:
    """Give all decisions as a ZIP file of proposed data files."""
    await visit.audit("gaps-exported")
    today = datetime.now(visit.desk.zone).date()
    content = await visit.run(_proposal, visit)
    name = f"proposal-{today.isoformat()}.zip"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return response.HTTPResponse(content, headers=disposition, content_type="application/zip")


async def group(desk: Desk) -> None:
    """Put questions into groups as long as the server serves."""
    settings = _settings(desk)
    assigner = Assigner(desk.store.database, _encode, installed_directions(), settings)
    while True:
        await asyncio.sleep(settings.pause_seconds)
        try:
            await asyncio.to_thread(assigner.assign)
        # The database may be away for a while; the questions wait.
        except Exception as error:
            logger.warning("Questions without an answer could not be grouped: %s.", place_of(error))


async def _page(visit: Visit, gaps: list[Gap], *, is_decided: bool, after: str) -> HTTPResponse:
    settings, store, library = _settings(visit.desk), _store(visit), visit.desk.library
    shown = gaps[: settings.groups_a_page]
    examples = await visit.run(store.typical, shown, settings.examples, settings.sample)
    near = await visit.run(nearest, shown, list(library.answers), settings.nearest)
    waiting, decided = await visit.run(store.numbers)
    mask = _mask(visit)
    views = [
        GapView(gap, [mask.clean(readable(text)) for text in examples[gap.id]], ids)
        for gap, ids in zip(shown, near, strict=True)
    ]
    more = f"{_order(shown[-1])}-{shown[-1].id}" if len(gaps) > len(shown) else ""
    return visit.render(
        "gaps.html",
        views=views,
        titles={answer.id: answer.title for answer in library.answers.values()},
        answers=sorted(library.answers.values(), key=lambda answer: answer.title.casefold()),
        is_decided=is_decided,
        waiting_groups=waiting,
        decided_groups=decided,
        after=after,
        more=more,
        days=visit.desk.settings.retention_days,
    )


def _proposal(visit: Visit) -> bytes:
    settings, store, texts = _settings(visit.desk), _store(visit), visit.t.gaps
    gaps = store.decided(settings.proposed_groups)
    questions = store.typical(gaps, settings.proposed_questions, settings.proposed_questions)
    decided = [(gap, questions[gap.id]) for gap in gaps if not gap.is_wordless]
    words = Words(texts.proposal_readme, texts.proposal_heading)
    return proposal(decided, words, _mask(visit), datetime.now(visit.desk.zone).date())


def _mask(visit: Visit) -> Mask:
    return Mask(visit.t.gaps.masked_number, visit.t.gaps.masked_mail)


def _settings(desk: Desk) -> GapSettings:
    settings: GapSettings | None = desk.shared.get("gaps")
    if settings is None:
        settings = desk.shared["gaps"] = load_gap_settings()
    return settings


def _store(visit: Visit) -> GapStore:
    return GapStore(visit.desk.store.database)


def _encode(texts: list[str]) -> Vectors:
    # Loaded when it is first needed.
    return installed_encoder().encode(texts)


def _back(visit: Visit, gap_id: int) -> str:
    after = _numbers(visit.form.get("after", ""))
    query = f"?after={after[0]}-{after[1]}" if after else ""
    return f"{PATH}{query}" + (f"#gap-{gap_id}" if gap_id >= 0 else "")


def _order(gap: Gap) -> int:
    """Give what a list is in the order of, beside the id: the size, or when it was decided, in microseconds."""
    if gap.decided_at is None:
        return gap.size
    since = gap.decided_at - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def _moment(microseconds: int, gap_id: int) -> tuple[datetime, int] | None:
    try:
        seconds, rest = divmod(microseconds, 1_000_000)
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest), gap_id
    except (ValueError, OverflowError, OSError):
        return None


def _numbers(text: str) -> tuple[int, int] | None:
    first, _, second = text.partition("-")
    numbers = _number(first), _number(second)
    return None if -1 in numbers else numbers


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else -1


NAV = Nav(PATH, "gaps", Role.EDITOR, 40)
PAGES = (
    Page(PATH, "GET", show, Role.EDITOR),
    Page(f"{PATH}/decided", "GET", show_decided, Role.EDITOR),
    Page(f"{PATH}/proposal", "GET", export, Role.EDITOR),
    Page(f"{PATH}/<gap_id:str>/decision", "POST", decide, Role.EDITOR),
    Page(f"{PATH}/<gap_id:str>/undo", "POST", undo, Role.EDITOR),
)
WORK = (group,)
