"""The staff desk's tables, as today's statements see them.

``migrations`` makes them; a test holds the two against each other. Only what SQLite and
PostgreSQL both have is used here.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC also where the database knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData()

migrations = Table(
    "migrations",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("applied_at", Instant, nullable=False),
)

librarians = Table(
    "librarians",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    # The name as it is typed at sign-in: without regard to case.
    Column("sign_in", String(200), nullable=False, unique=True),
    Column("password_hash", String(200), nullable=False),
    Column("created_at", Instant, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("librarian_id", ForeignKey("librarians.id", ondelete="CASCADE"), nullable=False),
    Column("expires_at", Instant, nullable=False),
)

terminals = Table(
    "terminals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("location_id", Integer),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_at", Instant, nullable=False),
    Column("last_beat_at", Instant),
    Column("last_beat", JSON),
)

tickets = Table(
    "tickets",
    metadata,
    # Counts up as tickets arrive here: the order of the queue, whatever a terminal's clock says.
    Column("number", Integer, primary_key=True),
    Column("id", Uuid, nullable=False, unique=True),
    Column("terminal_id", ForeignKey("terminals.id"), nullable=False),
    Column("code", String(12), nullable=False),
    Column("question", Text, nullable=False),
    Column("transcript", JSON, nullable=False),
    Column("language", String(35), nullable=False),
    Column("location_id", Integer),
    Column("name", String(200), nullable=False),
    Column("contact", String(200), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", String(20), nullable=False),
    Column("owner_id", ForeignKey("librarians.id")),
    Column("claimed_at", Instant),
    Column("closed_at", Instant),
    Column("resolved", Boolean),
    # Who spoke last, so that the queue shows where an answer is due.
    Column("last_author", String(20), nullable=False),
    # Goes up with every change: a page knows by it whether it is out of date.
    Column("revision", Integer, nullable=False),
    CheckConstraint("(state = 'waiting') = (owner_id IS NULL)", name="ticket_owner"),
    CheckConstraint("state IN ('waiting', 'claimed', 'closed')", name="ticket_state"),
    Index("tickets_by_state", "state", "number"),
    sqlite_autoincrement=True,
)

events = Table(
    "events",
    metadata,
    # Never used twice, because terminals resume by it.
    Column("id", Integer, primary_key=True),
    Column("ticket_number", ForeignKey("tickets.number", ondelete="CASCADE"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("author", String(20), nullable=False),
    Column("librarian", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("message_id", Uuid),
    Column("at", Instant, nullable=False),
    UniqueConstraint("ticket_number", "message_id", name="event_message"),
    Index("events_by_ticket", "ticket_number", "id"),
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    metadata,
    Column("terminal_id", ForeignKey("terminals.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(100), primary_key=True),
    Column("request_hash", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
)

tally_days = Table(
    "tally_days",
    metadata,
    Column("terminal_id", ForeignKey("terminals.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    # By the terminal's clock: of two reports that overtook each other the later one counts.
    Column("taken_at", Instant, nullable=False),
    Index("tally_days_by_day", "day"),
)

tallies = Table(
    "tallies",
    metadata,
    Column("terminal_id", ForeignKey("terminals.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("name", String(40), primary_key=True),
    Column("labels", String(400), primary_key=True),
    Column("amount", BigInteger, nullable=False),
    Index("tallies_by_day", "day", "name"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("terminal_id", ForeignKey("terminals.id", ondelete="CASCADE"), nullable=False),
    Column("question", Text, nullable=False),
    Column("intent", String(80), nullable=False),
    Column("entry", String(80), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("language", String(35), nullable=False),
    Column("day", Date, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("done_by", ForeignKey("librarians.id", ondelete="SET NULL")),
    Index("feedback_by_arrival", "received_at"),
)
