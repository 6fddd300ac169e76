"""What is drawn, and stands in a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

Value = int | float | None


@dataclass(frozen=True)
class Series:
    """One line, or one set of bars; `values` are in the order of the chart's labels, None where there is none."""

    name: str
    values: Sequence[Value]

    @property
    def total(self) -> float:
        """The sum of all values."""
        return sum(value for value in self.values if value is not None)


@dataclass(frozen=True)
class Chart:
    """One chart.

    Attributes:
        key: names it in addresses and in the texts `t.charts.title_<key>` and `about_<key>`.
        kind: "lines" by day, or "bars" by topic.
        head: heading of the column of labels.
        labels: days (as YYYY-MM-DD) or topics.
        series: at least one.
        is_sum: whether the sum of the values means something.
    """

    key: str
    kind: str
    head: str
    labels: Sequence[str]
    series: Sequence[Series]
    is_sum: bool = True

    @property
    def rows(self) -> list[tuple[str, tuple[Value, ...]]]:
        """Each label with its values, one of each series."""
        return list(zip(self.labels, zip(*(series.values for series in self.series), strict=True), strict=True))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for series in self.series for value in series.values)
