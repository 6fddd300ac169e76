"""Reads what was counted by day."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.engine import Connection

from cryobot.records.counting import Measure
from cryobot.records.tables import COUNTS
from cryobot.statistics.span import Span

#: Measures of which every topic is shown by day. Of answers there are too many; they are shown by topic and by day.
_BY_TOPIC = (Measure.ESCALATION, Measure.ABSTENTION, Measure.FEEDBACK)


@dataclass(frozen=True)
class Counted:
    """What was counted in a span.

    Attributes:
        by_day: by measure, then topic, then day. Answers have the topic "" here.
        answers: number of times that each answer was shown.
    """

    by_day: Mapping[tuple[Measure, str], Mapping[date, int]]
    answers: Mapping[str, int]

    def daily(self, measure: Measure, span: Span, topic: str = "") -> list[int]:
        """Give the number of every day, oldest first."""
        numbers = self.by_day.get((measure, topic), {})
        return [numbers.get(day, 0) for day in span.days]

    def topics(self, measure: Measure) -> list[str]:
        """List the topics that were counted, in alphabetical order."""
        return sorted(topic for counted, topic in self.by_day if counted is measure)


def read_counts(connection: Connection, span: Span, channel: str = "") -> Counted:
    """Read the counts of a span of days, of one channel or of all."""
    days = COUNTS.c.day.between(span.first.isoformat(), span.last.isoformat())
    total = func.sum(COUNTS.c.number)
    where = days & (COUNTS.c.channel == channel) if channel else days
    # Topics of answers are many, and their days are not asked for.
    topic = case((COUNTS.c.measure.in_([measure.value for measure in _BY_TOPIC]), COUNTS.c.topic), else_="")
    daily = (
        select(COUNTS.c.day, COUNTS.c.measure, topic, total)
        .where(where)
        .group_by(COUNTS.c.day, COUNTS.c.measure, topic)
    )
    answers = select(COUNTS.c.topic, total).where(where & (COUNTS.c.measure == Measure.ANSWER.value))
    by_day: dict[tuple[Measure, str], dict[date, int]] = defaultdict(dict)
    for day, measure, name, number in connection.execute(daily):
        by_day[Measure(measure), name][date.fromisoformat(day)] = int(number)
    shown = {name: int(number) for name, number in connection.execute(answers.group_by(COUNTS.c.topic))}
    return Counted(by_day, shown)


def read_channels(connection: Connection, span: Span) -> list[str]:
    """List the channels over which something happened in a span of days."""
    days = COUNTS.c.day.between(span.first.isoformat(), span.last.isoformat())
    query = select(COUNTS.c.channel).where(days & (COUNTS.c.measure == Measure.MESSAGE.value)).distinct()
    return sorted(str(channel) for channel in connection.execute(query).scalars())
