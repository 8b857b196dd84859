"""How the staff desk's tables came to be. A step that was released is never edited.

Each step is a function with its own picture of the tables it makes, so that a later change of
``tables`` does not rewrite history. What ran is remembered in the table ``migrations``, written
in the step's own transaction.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    inspect,
    select,
)

from kiosk.desk import tables

Step = Callable[[Connection], None]


def steps() -> dict[str, Step]:
    """Every step by its name, in order."""
    return {
        "m001_people": m001_people,
        "m002_tickets": m002_tickets,
        "m003_tallies": m003_tallies,
    }


def applied(connection: Connection) -> list[str]:
    """The names of the steps that this database has seen."""
    if not inspect(connection).has_table(tables.migrations.name):
        return []
    return list(connection.scalars(select(tables.migrations.c.name)))


def apply(connection: Connection, now: datetime) -> list[str]:
    """Run what is missing; the names of what ran come back."""
    tables.migrations.create(connection, checkfirst=True)
    seen = set(applied(connection))
    missing = {name: step for name, step in steps().items() if name not in seen}
    for name, step in missing.items():
        step(connection)
        connection.execute(tables.migrations.insert().values(name=name, applied_at=now))
    return list(missing)


def m001_people(connection: Connection) -> None:
    """Who signs in, and which terminals may write."""
    metadata = MetaData()
    Table(
        "librarians",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("name", String(200), nullable=False),
        Column("sign_in", String(200), nullable=False, unique=True),
        Column("password_hash", String(200), nullable=False),
        Column("created_at", DateTime(timezone=True), nullable=False),
    )
    Table(
        "sessions",
        metadata,
        Column("token_hash", String(64), primary_key=True),
        Column("librarian_id", ForeignKey("librarians.id", ondelete="CASCADE"), nullable=False),
        Column("expires_at", DateTime(timezone=True), nullable=False),
    )
    Table(
        "terminals",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("name", String(200), nullable=False, unique=True),
        Column("location_id", Integer),
        Column("token_hash", String(64), nullable=False, unique=True),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("last_beat_at", DateTime(timezone=True)),
        Column("last_beat", JSON),
    )
    metadata.create_all(connection)


def m002_tickets(connection: Connection) -> None:
    """Questions, what happened to them, and the answers that a repeated request gets."""
    metadata = MetaData()
    metadata.reflect(connection, only=["librarians", "terminals"])
    Table(
        "tickets",
        metadata,
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
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("received_at", DateTime(timezone=True), nullable=False),
        Column("state", String(20), nullable=False),
        Column("owner_id", ForeignKey("librarians.id")),
        Column("claimed_at", DateTime(timezone=True)),
        Column("closed_at", DateTime(timezone=True)),
        Column("resolved", Boolean),
        Column("last_author", String(20), nullable=False),
        Column("revision", Integer, nullable=False),
        CheckConstraint("(state = 'waiting') = (owner_id IS NULL)", name="ticket_owner"),
        CheckConstraint("state IN ('waiting', 'claimed', 'closed')", name="ticket_state"),
        Index("tickets_by_state", "state", "number"),
        sqlite_autoincrement=True,
    )
    Table(
        "events",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("ticket_number", ForeignKey("tickets.number", ondelete="CASCADE"), nullable=False),
        Column("kind", String(20), nullable=False),
        Column("author", String(20), nullable=False),
        Column("librarian", String(200), nullable=False),
        Column("text", Text, nullable=False),
        Column("message_id", Uuid),
        Column("at", DateTime(timezone=True), nullable=False),
        UniqueConstraint("ticket_number", "message_id", name="event_message"),
        Index("events_by_ticket", "ticket_number", "id"),
        sqlite_autoincrement=True,
    )
    Table(
        "answers",
        metadata,
        Column("terminal_id", ForeignKey("terminals.id", ondelete="CASCADE"), primary_key=True),
        Column("key", String(100), primary_key=True),
        Column("request_hash", String(64), nullable=False),
        Column("status", Integer, nullable=False),
        Column("body", JSON, nullable=False),
        Column("created_at", DateTime(timezone=True), nullable=False),
    )
    metadata.create_all(connection)


def m003_tallies(connection: Connection) -> None:
    """What terminals counted, and the questions that patrons let the librarians have."""
    metadata = MetaData()
    metadata.reflect(connection, only=["librarians", "terminals"])
    Table(
        "tally_days",
        metadata,
        Column("terminal_id", ForeignKey("terminals.id", ondelete="CASCADE"), primary_key=True),
        Column("day", Date, primary_key=True),
        Column("taken_at", DateTime(timezone=True), nullable=False),
        Index("tally_days_by_day", "day"),
    )
    Table(
        "tallies",
        metadata,
        Column("terminal_id", ForeignKey("terminals.id", ondelete="CASCADE"), primary_key=True),
        Column("day", Date, primary_key=True),
        Column("name", String(40), primary_key=True),
        Column("labels", String(400), primary_key=True),
        Column("amount", BigInteger, nullable=False),
        Index("tallies_by_day", "day", "name"),
    )
    Table(
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
        Column("received_at", DateTime(timezone=True), nullable=False),
        Column("done_at", DateTime(timezone=True)),
        Column("done_by", ForeignKey("librarians.id", ondelete="SET NULL")),
        Index("feedback_by_arrival", "received_at"),
    )
    metadata.create_all(connection)
