"""How long a case may stay as it is."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Patience:
    """Times after which something happens by itself.

    Attributes:
        late: until a visitor who asked for a person is told that nobody took it in time; None: nobody is told.
        reminder: until staff are reminded of a case that nobody has looked at.
        idle: until a case goes back to the assistant because whoever took it does not answer the visitor.
        gone: until a taken case is closed because the visitor says nothing more.
    """

    late: timedelta | None
    reminder: timedelta
    idle: timedelta
    gone: timedelta
