"""Prints the figures of the running assistant beside what is aimed at."""

from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.load import turns, turns_per_second
from benchmarks.server import running_server

WARM_UP = 20
TURNS = 200
SENDERS = 16
EACH = 20
EARLY = slice(3, 8)
LATE = slice(TURNS - 5, TURNS)


def main() -> None:
    """Start a server, measure it, print a table."""
    with running_server() as server:
        turns(server.address, WARM_UP)
        each = turns(server.address, TURNS)
        conversation = turns(server.address, TURNS, sender="long")
        rate = turns_per_second(server.address, SENDERS, EACH)
        memory = server.resident_megabytes()
    table = Table("figure", "measured", "aim", title="The assistant on this machine")
    table.add_row("first answer after the start", f"{server.seconds_to_answer:.1f} s", "15 s")
    table.add_row("a turn over REST, median", f"{median(each):.1f} ms", "under 15 ms")
    table.add_row("turns a second, one process", f"{rate:.0f}", "80")
    table.add_row("resident memory", f"{memory:.0f} MB", "400 MB")
    ratio = median(conversation[LATE]) / median(conversation[EARLY])
    table.add_row("200th turn against the 5th", f"{ratio:.2f} times", "under 2 times")
    Console().print(table)


if __name__ == "__main__":
    main()
