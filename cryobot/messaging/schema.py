"""The tables of the journal. Times are seconds since 1970, UTC."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

# What came in. The key alone is kept, once it is answered, so that a repetition is known.
INBOX = Table(
    "messaging_inbox",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("platform", String(20), nullable=False),
    Column("event_key", String(32), nullable=False),
    Column("sender", Text),
    Column("rank", BigInteger, nullable=False),
    Column("event", Text),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("received_at", Float, nullable=False, index=True),
    UniqueConstraint("platform", "event_key"),
)
Index("messaging_inbox_waiting", INBOX.c.state, INBOX.c.platform, INBOX.c.sender)

# What goes out, in the order of the ids. The request is kept until it is sent or given up; that of an escalation until
# the platform reports what became of it, or for a day.
OUTBOX = Table(
    "messaging_outbox",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("platform", String(20), nullable=False),
    Column("sender", Text, nullable=False),
    Column("request", Text),
    Column("guidance_id", Text, nullable=False),
    Column("escalation", String(20), nullable=False),
    Column("state", String(10), nullable=False),
    Column("holds", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("written_at", Float, nullable=False, index=True),
    # An id must not come again after the rows before it were deleted: what was sent is remembered by it.
    sqlite_autoincrement=True,
)
Index("messaging_outbox_waiting", OUTBOX.c.state, OUTBOX.c.platform, OUTBOX.c.sender)

# Who a pseudonym is, and what the last reply offered by number.
PEOPLE = Table(
    "messaging_people",
    METADATA,
    Column("sender", Text, primary_key=True),
    Column("platform", String(20), nullable=False),
    Column("person", Text, nullable=False),
    Column("offered", Text, nullable=False),
    Column("blocked", Boolean, nullable=False),
    Column("seen_at", Float, nullable=False, index=True),
)

# What platforms took, by a key made of their id of the message, and what they report of it later. A report may come
# before the message is marked as sent; until then it belongs to no part (the id of a row of OUTBOX).
RECEIPTS = Table(
    "messaging_receipts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("platform", String(20), nullable=False),
    Column("message_key", String(32), nullable=False),
    Column("part", Integer, index=True),
    Column("verdict", String(10), nullable=False),
    Column("reason", Text, nullable=False),
    Column("noted_at", Float, nullable=False, index=True),
    UniqueConstraint("platform", "message_key"),
)

# The messages (ids of rows of OUTBOX) in which something that staff wrote goes out.
STAFF_WORDS = Table(
    "messaging_staff_words",
    METADATA,
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("desk_message", Integer, nullable=False, index=True),
)
