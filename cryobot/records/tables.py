"""All tables of the record database. Change them together with a migration (`docs/tasks/change-the-tables.md`).

Times are UTC without a time zone, which SQLite has no type for. Texts that people wrote are stored as
`plain_text.escape` gives them.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

# SQLite counts up by itself in a column of this very type only.
_Number = BigInteger().with_variant(Integer, "sqlite")

# One row only, with id 1, written to find out whether anything can be written.
HEARTBEAT = Table(
    "heartbeat",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", DateTime, nullable=False),
)

# What staff may have to look at again: escalations, hand-overs, feedback, questions without an answer.
RECORDS = Table(
    "records",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("at", DateTime, nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("escalation", String(20), nullable=False),
    Column("sender_id", Text, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("shown", JSON, nullable=False),
)
Index("ix_records_kind_at", RECORDS.c.kind, RECORDS.c.at)

# Every message of a visitor, with the texts that answered it.
EXCHANGES = Table(
    "exchanges",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("at", DateTime, nullable=False, index=True),
    Column("sender_id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("shown", JSON, nullable=False),
    Column("escalation", String(20), nullable=False),
    Column("held", Boolean, nullable=False),  # said to a person, while the assistant was silent
    sqlite_autoincrement=True,
)
Index("ix_exchanges_sender", EXCHANGES.c.sender_id, EXCHANGES.c.id)

# What happened on a day, counted when it happens. Names nobody, so it outlives the retention time.
COUNTS = Table(
    "counts",
    METADATA,
    Column("day", String(10), primary_key=True),  # of the centre's calendar, as YYYY-MM-DD
    Column("channel", String(40), primary_key=True),
    Column("measure", String(20), primary_key=True),
    Column("topic", String(60), primary_key=True),
    Column("number", Integer, nullable=False),
)

# People who need a person.
CASES = Table(
    "cases",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("sender_id", Text, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("wants_person", Boolean, nullable=False),
    Column("opened_at", DateTime, nullable=False),
    Column("changed_at", DateTime, nullable=False),
    Column("waiting_since", DateTime, nullable=False),
    Column("seen_at", DateTime),
    Column("seen_by", String(60)),
    Column("taken_at", DateTime),
    Column("taken_by", String(60)),
    Column("closed_at", DateTime),
    Column("closed_by", String(60)),
    Column("visitor_at", DateTime, nullable=False),  # last word of the visitor
    Column("staff_at", DateTime),  # last word of staff
    Column("reminded_at", DateTime),
    Column("late_at", DateTime),  # when the visitor was told that nobody took it in time
    Column("contact", Text),
    Column("contact_at", DateTime),
)
# A conversation has at most one case that is not closed.
Index(
    "ix_cases_open",
    CASES.c.sender_id,
    unique=True,
    sqlite_where=CASES.c.state != "closed",
    postgresql_where=CASES.c.state != "closed",
)
Index("ix_cases_queue", CASES.c.state, CASES.c.urgency, CASES.c.waiting_since)
Index("ix_cases_opened", CASES.c.opened_at)
Index("ix_cases_closed", CASES.c.state, CASES.c.closed_at)

# What happened to a case, in its order. Nothing of it is changed or deleted but with the case.
CASE_EVENTS = Table(
    "case_events",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("case_id", String(32), ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", DateTime, nullable=False),
    Column("actor", String(60), nullable=False),  # account name, or empty: the assistant
    Column("kind", String(20), nullable=False),
    Column("text", Text, nullable=False),
    sqlite_autoincrement=True,
)

# What was written to a visitor from the desk: words of a person, or an approved notice.
DESK_MESSAGES = Table(
    "desk_messages",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("case_id", String(32), ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("sender_id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("author", String(60), nullable=False),  # display name of a person; empty: a notice
    Column("text", Text, nullable=False),  # of a person; empty: a notice
    Column("guidance_id", String(60), nullable=False),
    Column("variant", String(60), nullable=False),
    Column("version", String(16), nullable=False),
    Column("passed_on_at", DateTime),  # to the messaging platform; of the widget, when it was first read
    Column("undelivered_at", DateTime),  # when the messaging platform gave it up
    sqlite_autoincrement=True,
)
Index("ix_desk_messages_sender", DESK_MESSAGES.c.sender_id, DESK_MESSAGES.c.id)
Index("ix_desk_messages_waiting", DESK_MESSAGES.c.channel, DESK_MESSAGES.c.passed_on_at)

# Mails and webhook posts on cases.
NOTIFICATIONS = Table(
    "notifications",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("case_id", String(32), ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("way", String(10), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", Float, nullable=False),  # seconds since 1970
    Column("written_at", DateTime, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_notifications_waiting", NOTIFICATIONS.c.state, NOTIFICATIONS.c.next_at)
# Each reason is told once over each way.
Index("ix_notifications_once", NOTIFICATIONS.c.case_id, NOTIFICATIONS.c.way, NOTIFICATIONS.c.kind, unique=True)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("name", String(60), nullable=False, unique=True),  # lower case, for logging in
    Column("display_name", String(60), nullable=False),  # what visitors read
    Column("role", String(10), nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("created_at", DateTime, nullable=False),
    Column("disabled_at", DateTime),
    sqlite_autoincrement=True,
)

# Who is logged in. Of the token that the browser has, only a hash is kept.
SESSIONS = Table(
    "sessions",
    METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("account_id", _Number, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("csrf_token", String(64), nullable=False),
    Column("created_at", DateTime, nullable=False),
    Column("used_at", DateTime, nullable=False),
)

# One-time links with which a person chooses a name and a password.
INVITATIONS = Table(
    "invitations",
    METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("role", String(10), nullable=False),
    Column("name", String(60), nullable=False),  # empty: the person chooses it
    Column("created_at", DateTime, nullable=False),
    Column("used_at", DateTime),
)

# Who looked at or did what in the desk. Holds no words of visitors.
AUDIT = Table(
    "audit",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("at", DateTime, nullable=False, index=True),
    Column("account", String(60), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(80), nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_audit_account", AUDIT.c.account, AUDIT.c.id)

# Questions without an answer that mean the same.
GAPS = Table(
    "gaps",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("centroid", LargeBinary, nullable=False),  # sum of the members' vectors, float32
    Column("size", Integer, nullable=False),
    Column("first_at", DateTime, nullable=False),
    Column("last_at", DateTime, nullable=False),
    Column("decision", String(20)),
    Column("answer", String(60), nullable=False),  # with the decision that it belongs to an answer; otherwise empty
    Column("decided_by", String(60)),
    Column("decided_at", DateTime),
    sqlite_autoincrement=True,
)
Index("ix_gaps_open", GAPS.c.decision, GAPS.c.size)
Index("ix_gaps_decided", GAPS.c.decided_at)

GAP_MEMBERS = Table(
    "gap_members",
    METADATA,
    Column("record_id", String(32), ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("gap_id", _Number, ForeignKey("gaps.id", ondelete="CASCADE"), nullable=False),
    Column("vector", LargeBinary, nullable=False),  # float32
)
Index("ix_gap_members_gap", GAP_MEMBERS.c.gap_id, GAP_MEMBERS.c.record_id)
