"""Whatever a label is, a CSV sheet can be read back, and no spreadsheet takes a cell for a formula."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from cryobot.statistics.chart import Chart, Series
from cryobot.statistics.sheets import safe_cell, sheet

TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0")).map(str)
VALUE = st.one_of(st.none(), st.integers(0, 10**9))


@given(st.lists(st.tuples(TEXT, VALUE, VALUE)), TEXT, TEXT)
@example([("=1+1", 1, None), ('a,"b"\n\rc', 2, 0), ("\t@x", 0, 0)], "-day", "+name")
def test_a_sheet_comes_back(rows: list[tuple[str, int | None, int | None]], head: str, name: str) -> None:
    first, second = [row[1] for row in rows], [row[2] for row in rows]
    chart = Chart("key", "lines", head, [row[0] for row in rows], [Series(name, first), Series("other", second)])
    read = list(csv.reader(io.StringIO(sheet(chart), newline="")))

    assert read[0] == [safe_cell(head), safe_cell(name), "other"]
    expected = [
        [safe_cell(label), *("" if value is None else str(value) for value in values)] for label, *values in rows
    ]
    assert read[1:] == expected


@given(TEXT)
@example("=cmd")
@example("\r=x")
def test_no_cell_is_a_formula_and_nothing_is_lost(text: str) -> None:
    cell = safe_cell(text)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (text, f"'{text}")
    assert (cell == text) == (not text.startswith(("=", "+", "-", "@", "\t", "\r")))
