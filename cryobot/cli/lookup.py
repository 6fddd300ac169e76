"""`cryobot lookup`: finds approved answers for a few words, for staff."""

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.panel import Panel
from rich.table import Table

from cryobot.desk.texts import Section, load_texts
from cryobot.guidance.answer import Basis
from cryobot.guidance.installed import installed_library
from cryobot.guidance.library import Library
from cryobot.look_up.index import Hit, LookUp, Standing
from cryobot.look_up.installed import index_of
from cryobot.look_up.notice import notice
from cryobot.look_up.unanswered import record_unanswered
from cryobot.records.installed import installed_store

PIPE_WIDTH = 160
SIGN_OFF = {Basis.ARTICLE: "approved", Basis.SAFETY_POLICY: "waiting for clinical sign-off"}


def lookup(
    words: Annotated[str, typer.Argument(help="A few words, such as 'blister home kit'.")],
    json_output: Annotated[bool, typer.Option("--json", help="Print a JSON list instead of a table.")] = False,
    most: Annotated[int, typer.Option(min=1, max=26, help="How many answers are printed.")] = 5,
) -> None:
    """Find the approved answers for a few words, the best first. What has no answer is noted, but not with --json.

    Raises:
        DataFileError, NotApprovedError: the answers cannot be shown; the message says what to do.
    """
    library = installed_library()
    result = index_of(library).look_up(words, most)
    found = [_values(hit, library, result) for hit in result.hits]
    if json_output:
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, markup=False)
    texts = load_texts(library.language).look_up
    _show_urgent(result, library, texts, console)
    said = notice(result.standing, texts)
    if said:
        is_noted = record_unanswered(installed_store, library, words, _opened(result))
        console.print(f"{said.head}\n{said.text}\n{texts.noted if is_noted else texts.not_noted}\n")
    if found:
        _show(found, console)


def _values(hit: Hit, library: Library, result: LookUp) -> dict[str, Any]:
    answer = hit.answer
    return {
        "guidance_id": answer.id,
        "title": answer.title,
        "text": library.text(answer.id).text,
        "escalation": answer.escalation.value,
        "basis": answer.basis.value,
        "source": list(answer.source),
        "sign_off": SIGN_OFF[answer.basis],
        "reviewed_on": answer.reviewed_on.isoformat(),
        "review_due": answer.review_due.isoformat(),
        "related": list(answer.follow_ups),
        "score": round(hit.score, 2),
        "urgent": answer.id in result.urgent,
        "standing": result.standing.value,
    }


def _opened(result: LookUp) -> str | None:
    return result.hits[0].answer.id if result.hits and result.standing is not Standing.UNSURE else None


def _show_urgent(result: LookUp, library: Library, texts: Section, console: Console) -> None:
    for answer in result.above:
        title = f"{texts.on_top}: {library.get(answer).title} ({answer})"
        console.print(Panel(library.text(answer).text, title=title, title_align="left"))


def _show(found: list[dict[str, Any]], console: Console) -> None:
    best, rest = found[0], found[1:]
    source = f"article {', '.join(best['source'])}" if best["source"] else best["basis"]
    facts = [
        f"Sends to: {best['escalation']}",
        f"Rests on: {source}; {best['sign_off']}",
        f"Reviewed on {best['reviewed_on']}, again by {best['review_due']}",
        f"Related: {', '.join(best['related']) or 'none'}",
    ]
    title = f"{best['title']} ({best['guidance_id']})"
    console.print(Panel("\n".join([best["text"], "", *facts]), title=title, title_align="left"))
    if rest:
        table = Table(title="Also found", title_justify="left")
        columns = ("guidance_id", "title", "escalation", "sign_off", "review_due", "score")
        for column in columns:
            table.add_column(column.replace("_", " "))
        for row in rest:
            table.add_row(*(str(row[column]) for column in columns))
        console.print(table)
