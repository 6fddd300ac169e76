"""How fast and how patiently messages are answered and sent. All times are in seconds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """The figures of the pipeline.

    Attributes:
        first_pause: after the first failure; each further one is twice as long.
        longest_pause: between two tries.
        aside_pause: between two tries of what no longer holds up other messages.
        mending_pause: after a failure of the assistant itself, such as a lost database.
        patience: how long an ordinary message is tried, and how long an urgent one holds up those after it.
        urgent_patience: how long a message that escalates to a dermatologist or calls for help is tried.
        desk_pause: between two looks for words of staff.
        request_seconds: longest time of one request to a platform.
        closing_seconds: how long what is in hand may take when the server stops.
        side_by_side: persons that are served at the same time.
        attempts: how often an event is tried before it is put aside.
    """

    first_pause: float = 1.0
    longest_pause: float = 60.0
    aside_pause: float = 600.0
    mending_pause: float = 2.0
    patience: float = 600.0
    urgent_patience: float = 86_400.0
    desk_pause: float = 1.0
    request_seconds: float = 7.0
    closing_seconds: float = 8.0
    side_by_side: int = 8
    attempts: int = 3
