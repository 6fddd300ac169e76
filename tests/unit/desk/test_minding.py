from datetime import UTC, datetime, timedelta

from cryobot.desk.pages.minding import patience_of
from cryobot.settings import Settings

# A Friday, in Madrid at noon and at ten in the evening.
NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
NIGHT = datetime(2026, 11, 20, 21, tzinfo=UTC)
HERE = Settings(opening_hours="Mon-Fri 09:00-18:00", time_zone="Europe/Madrid", hand_over_minutes=7)


def test_a_visitor_is_told_that_nobody_came_only_while_somebody_should_have() -> None:
    assert patience_of(HERE, NOON).late == timedelta(minutes=7)
    assert patience_of(HERE, NIGHT).late is None


def test_without_opening_hours_the_desk_counts_as_open() -> None:
    assert patience_of(Settings(), NIGHT).late == timedelta(minutes=10)


def test_staff_are_reminded_at_any_time() -> None:
    assert patience_of(HERE, NIGHT).reminder == patience_of(HERE, NOON).reminder == timedelta(minutes=5)
