"""Puts numbers together into charts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo

from sqlalchemy.engine import Connection

from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.records.counting import Measure
from cryobot.records.database import Database
from cryobot.statistics.chart import Chart, Series, Value
from cryobot.statistics.counted import Counted, read_channels, read_counts
from cryobot.statistics.looking import Looking, read_looking
from cryobot.statistics.span import Span

_ESCALATIONS = tuple(level.value for level in Escalation if level is not Escalation.NONE)
_FEEDBACK = ("helpful", "not-helpful", "complaint")


@dataclass(frozen=True)
class Overview:
    """All charts of a span, the sums of the days by name, and the channels that there are to choose from."""

    charts: list[Chart]
    sums: list[tuple[str, int]]
    channels: list[str]


@dataclass(frozen=True)
class Naming:
    """Where the names of lines and topics come from.

    Attributes:
        text: gives a text of the page of charts by its key.
        library: for the titles of answers.
    """

    text: Callable[[str], str]
    library: Library

    def answer(self, answer_id: str) -> str:
        """Give the title of an answer, or its id if there is no such answer any more."""
        answer = self.library.answers.get(answer_id)
        return answer.title if answer else answer_id


def read_overview(database: Database, span: Span, zone: tzinfo, naming: Naming, channel: str = "") -> Overview:
    """Read everything for the charts of a span; raises StoreError."""

    def read(connection: Connection) -> tuple[Counted, dict[date, Looking], list[str]]:
        counted = read_counts(connection, span, channel)
        return counted, read_looking(connection, span, zone, channel), read_channels(connection, span)

    with database.transaction() as connection:
        counted, looking, channels = read(connection)
    return Overview(all_charts(counted, looking, span, naming), sums(counted, naming), channels)


def all_charts(counted: Counted, looking: Mapping[date, Looking], span: Span, naming: Naming) -> list[Chart]:
    """Give every chart, in the order of the page."""
    text = naming.text
    conversations = [(Measure.CONVERSATION, ""), (Measure.ANSWER, "")]
    escalations = [(Measure.ESCALATION, topic) for topic in _ESCALATIONS]
    abstentions = [(Measure.ABSTENTION, topic) for topic in counted.topics(Measure.ABSTENTION)]
    feedback = [(Measure.FEEDBACK, topic) for topic in _FEEDBACK]
    by_day = {
        "conversations": [(text(f"name_{measure.value}"), measure, topic) for measure, topic in conversations],
        "escalations": [(text(f"escalation_{topic}"), measure, topic) for measure, topic in escalations],
        "hand-overs": [(text("name_hand-over"), Measure.HAND_OVER, "")],
        "abstentions": [(naming.answer(topic), measure, topic) for measure, topic in abstentions]
        or [(text("name_abstention"), Measure.ABSTENTION, "")],
        "feedback": [(text(f"feedback_{topic}"), measure, topic) for measure, topic in feedback],
    }
    days = [day.isoformat() for day in span.days]
    charts = [
        Chart(
            key,
            "lines",
            text("day"),
            days,
            [Series(name, counted.daily(measure, span, topic)) for name, measure, topic in lines],
        )
        for key, lines in by_day.items()
    ]
    charts.insert(2, _looking_chart(looking, span, naming))
    return [*charts, _answers_chart(counted, naming)]


def sums(counted: Counted, naming: Naming) -> list[tuple[str, int]]:
    """Give the name of every measure that is shown, and its sum."""
    shown = [measure for measure in Measure if measure is not Measure.MESSAGE]
    total = dict.fromkeys(shown, 0)
    for (measure, _), numbers in counted.by_day.items():
        if measure in total:
            total[measure] += sum(numbers.values())
    return [(naming.text(f"name_{measure.value}"), total[measure]) for measure in shown]


def _looking_chart(looking: Mapping[date, Looking], span: Span, naming: Naming) -> Chart:
    found = [looking.get(day, Looking()) for day in span.days]
    lines: list[tuple[str, list[Value]]] = [
        ("median", [_rounded(day.median) for day in found]),
        ("slow", [_rounded(day.slow) for day in found]),
    ]
    series = [Series(naming.text(f"looking_{key}"), values) for key, values in lines]
    days = [day.isoformat() for day in span.days]
    return Chart("looking", "lines", naming.text("day"), days, series, is_sum=False)


def _answers_chart(counted: Counted, naming: Naming) -> Chart:
    ordered = sorted(counted.answers.items(), key=lambda item: (-item[1], item[0]))
    labels = [naming.answer(answer_id) for answer_id, _ in ordered]
    series = Series(naming.text("name_answer"), [number for _, number in ordered])
    return Chart("answers", "bars", naming.text("topic"), labels, [series])


def _rounded(minutes: float | None) -> float | None:
    return None if minutes is None else round(minutes, 1)
