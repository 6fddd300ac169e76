"""`cryobot lookup`: finds approved answers for a few words, for staff."""

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.panel import Panel
from rich.table import Table

from cryobot.guidance.answer import Basis
from cryobot.guidance.installed import installed_library
from cryobot.guidance.installed_lookup import index_of
from cryobot.guidance.library import Library
from cryobot.guidance.lookup import Hit, LookUp, Standing

PIPE_WIDTH = 160
NO_ANSWER = {
    Standing.NOT_COVERED: "The guidance does not cover this. Please do not answer from memory.",
    Standing.ASK_A_DOCTOR: "This is a question for a doctor. Please do not answer from memory.",
    Standing.UNSURE: "No approved answer clearly fits. The nearest follow; take one only if it answers exactly this.",
}
SIGN_OFF = {Basis.ARTICLE: "approved", Basis.SAFETY_POLICY: "waiting for clinical sign-off"}


def lookup(
    words: Annotated[str, typer.Argument(help="A few words, such as 'blister home kit'.")],
    json_output: Annotated[bool, typer.Option("--json", help="Print a JSON list instead of a table.")] = False,
    most: Annotated[int, typer.Option(min=1, max=26, help="How many answers are printed.")] = 5,
) -> None:
    """Find the approved answers for a few words, the best first.

    Raises:
        DataFileError, NotApprovedError: the answers cannot be shown; the message says what to do.
    """
    library = installed_library()
    result = index_of(library).look_up(words, most)
    found = [_values(hit, library, result) for hit in result.hits]
    if json_output:
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
    elif found:
        console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, markup=False)
        _show_first(result, library, console)
        _show(found, console)
    else:
        typer.echo(f"No approved answer has anything to do with '{words}'. Try other words.")


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


def _show_first(result: LookUp, library: Library, console: Console) -> None:
    """Print what is urgent before everything else, and that there is no answer where there is none."""
    for answer in result.urgent:
        if answer != result.hits[0].answer.id:
            title = f"If it is about this, it comes first: {library.get(answer).title} ({answer})"
            console.print(Panel(library.text(answer).text, title=title, title_align="left"))
    if result.standing in NO_ANSWER:
        console.print(NO_ANSWER[result.standing])


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
