"""Writes a chart's table as CSV, for a spreadsheet."""

import csv
import io

from cryobot.statistics.chart import Chart

# What spreadsheets take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(chart: Chart) -> str:
    """Give the table of a chart as CSV with a heading, lines ended by CR and LF.

    A cell is empty where there is no value.
    """
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow([safe_cell(chart.head), *(safe_cell(series.name) for series in chart.series)])
    for label, values in chart.rows:
        rows.writerow([safe_cell(label), *("" if value is None else value for value in values)])
    return written.getvalue()


def safe_cell(text: str) -> str:
    """Give a text as a cell that no spreadsheet takes for a formula: with an apostrophe in front where it might."""
    return f"'{text}" if text.startswith(_FORMULA) else text
