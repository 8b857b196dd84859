"""The letters that must reach the staff desk, and the tickets that they belong to.

A ticket and its letter are written in one transaction: once the patron has seen "sent", the
promise survives a power cut. The words of a patron are in the letter only. They are deleted
when it is delivered, and the deleted bytes are overwritten in the file (``secure_delete``) and
cut off from the write-ahead log (``scrub``).
"""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.errors import StorageError
from kiosk.core.feedback import Feedback
from kiosk.core.fields import Json
from kiosk.core.tickets import PatronMessage, Ticket
from kiosk.store.connection import Database
from kiosk.store.transactions import reading, writing

LONGEST_WAIT = timedelta(minutes=10)
"""No letter is ever told to wait longer. One that seems to was written under a wrong clock."""

PARKED_KEPT = timedelta(days=7)
"""How long the words of a refused letter stay, so that IT can find out why."""

TICKET_KEPT = timedelta(days=1)
"""How long the code of a ticket without letters stays: longer than any visit."""

_AT_ONCE = "1970-01-01T00:00:00Z"
"""When a new letter is due, whatever the clock says and is set to afterwards."""

_COLUMNS = (
    "id, ticket_id, kind, body, attempts, next_attempt_at, coalesce(last_error, ''), parked_at"
)


class LetterKind(StrEnum):
    """What a letter is about."""

    TICKET = "ticket"
    MESSAGE = "message"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Letter:
    """Something that must reach the desk once.

    Attributes:
        id: Its own id; also its idempotency key.
        ticket_id: The ticket that it opens or belongs to; feedback has its own id here.
        kind: Which of them.
        body: JSON of what is sent: the patron's words, so it never prints itself.
        attempts: Failed tries so far.
        next_attempt_at: Not before this instant, in UTC.
        last_error: Why the last try failed; empty before the first.
        parked_at: When the desk refused it for good, in UTC; None while it is to be delivered.
    """

    id: UUID
    ticket_id: UUID
    kind: LetterKind
    body: str = field(repr=False)
    attempts: int
    next_attempt_at: datetime
    last_error: str
    parked_at: datetime | None


@dataclass(frozen=True, slots=True)
class TicketRecord:
    """What the terminal remembers of a ticket, without any words of the patron.

    Attributes:
        id: The ticket's id.
        code: The code that the patron was shown.
        created_at: When the patron sent it, in UTC.
        delivered_at: When the desk confirmed it, in UTC; None before.
        parked: Whether the desk refused it for good.
        last_event_id: The last event of the desk that was shown; 0 for none.
    """

    id: UUID
    code: str
    created_at: datetime
    delivered_at: datetime | None
    parked: bool
    last_event_id: int


class Outbox:
    """Keeps letters until they are delivered. Every method may raise StorageUnreadable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def post_ticket(self, ticket: Ticket) -> None:
        """Keep the ticket and the promise to deliver it, or neither."""
        with writing(self._database):
            self._database.execute(
                "INSERT INTO tickets (id, code, created_at) VALUES (?, ?, ?)",
                [str(ticket.id), ticket.code, iso_utc(ticket.created_at)],
            )
            self._post(ticket.id, ticket.id, LetterKind.TICKET, ticket.to_json())

    def post_message(self, ticket_id: UUID, message: PatronMessage) -> None:
        """Keep the patron's further words behind everything said before on this ticket.

        Raises:
            StorageError: there is no such ticket, or the desk refused it.
        """
        with writing(self._database):
            record = self._find(ticket_id)
            if record is None or record.parked:
                raise StorageError("a message cannot be kept without a ticket that it belongs to")
            self._post(message.id, ticket_id, LetterKind.MESSAGE, message.to_json())

    def post_feedback(self, feedback: Feedback) -> None:
        """Keep a question that the patron lets the librarians have."""
        with writing(self._database):
            self._post(feedback.id, feedback.id, LetterKind.FEEDBACK, feedback.to_json())

    def due(self, now: datetime, limit: int = 20) -> list[Letter]:
        """The letters to deliver now, oldest first.

        A letter waits for the earlier ones of its ticket, so a message never overtakes.
        """
        with reading(self._database):
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM outbox AS letter "  # noqa: S608  constants
                "WHERE parked_at IS NULL AND NOT EXISTS ("
                "  SELECT 1 FROM outbox AS earlier WHERE earlier.ticket_id = letter.ticket_id"
                "  AND earlier.sequence <= letter.sequence AND earlier.parked_at IS NULL"
                "  AND earlier.next_attempt_at > ? AND earlier.next_attempt_at <= ?"
                ") ORDER BY sequence LIMIT ?",
                [iso_utc(now), iso_utc(now + LONGEST_WAIT), limit],
            ).fetchall()
            return [_letter(row) for row in rows]

    def delivered(self, letter_id: UUID, at: datetime) -> None:
        """The desk has it: its words are deleted and overwritten."""
        with writing(self._database):
            self._database.execute(
                "UPDATE tickets SET delivered_at = ? WHERE id = ?", [iso_utc(at), str(letter_id)]
            )
            self._database.execute("DELETE FROM outbox WHERE id = ?", [str(letter_id)])
        self.scrub()

    def failed(self, letter_id: UUID, next_attempt_at: datetime, error: str) -> None:
        """The desk could not be asked; try again at that time, at the next whole second."""
        whole = next_attempt_at + timedelta(microseconds=999_999)
        with writing(self._database):
            self._database.execute(
                "UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ?, last_error = ? "
                "WHERE id = ?",
                [iso_utc(whole), error, str(letter_id)],
            )

    def park(self, letter_id: UUID, at: datetime, error: str) -> None:
        """The desk refused it for good, and with a ticket all that was said on it."""
        with writing(self._database):
            self._database.execute(
                "UPDATE outbox SET parked_at = ?, last_error = ? "
                "WHERE parked_at IS NULL AND (id = ? OR ticket_id = ?)",
                # A ticket's letter has the ticket's id; no message has.
                [iso_utc(at), error, str(letter_id), str(letter_id)],
            )

    def waiting_count(self) -> int:
        """How many letters are still to be delivered."""
        with reading(self._database):
            (count,) = self._database.execute(
                "SELECT count(*) FROM outbox WHERE parked_at IS NULL"
            ).fetchone()
            return int(count)

    def parked(self) -> list[Letter]:
        """The letters that the desk refused, oldest first."""
        with reading(self._database):
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM outbox "  # noqa: S608  constants
                "WHERE parked_at IS NOT NULL ORDER BY sequence"
            ).fetchall()
            return [_letter(row) for row in rows]

    def next_due(self) -> datetime | None:
        """When the next letter is to be tried, in UTC; None if none is waiting."""
        with reading(self._database):
            (instant,) = self._database.execute(
                "SELECT min(next_attempt_at) FROM outbox WHERE parked_at IS NULL"
            ).fetchone()
            return _instant(instant)

    def ticket(self, ticket_id: UUID) -> TicketRecord | None:
        """What is remembered of a ticket; None if nothing is."""
        with reading(self._database):
            return self._find(ticket_id)

    def last_event_id(self, ticket_id: UUID) -> int:
        """The last event of the desk that was shown on this ticket; 0 for none."""
        record = self.ticket(ticket_id)
        return record.last_event_id if record else 0

    def set_last_event_id(self, ticket_id: UUID, event_id: int) -> None:
        """Remember how far the desk's events were shown."""
        with writing(self._database):
            self._database.execute(
                "UPDATE tickets SET last_event_id = ? WHERE id = ?", [event_id, str(ticket_id)]
            )

    def drop(self, ticket_id: UUID) -> None:
        """Forget a ticket and every letter of it, delivered or not."""
        with writing(self._database):
            self._database.execute("DELETE FROM outbox WHERE ticket_id = ?", [str(ticket_id)])
            self._database.execute("DELETE FROM tickets WHERE id = ?", [str(ticket_id)])
        self.scrub()

    def forget_old(self, now: datetime) -> None:
        """Forget refused letters after a week, and tickets without letters after a day."""
        with writing(self._database):
            self._database.execute(
                "DELETE FROM outbox WHERE parked_at < ?", [iso_utc(now - PARKED_KEPT)]
            )
            self._database.execute(
                "DELETE FROM tickets WHERE created_at < ? "
                "AND id NOT IN (SELECT ticket_id FROM outbox)",
                [iso_utc(now - TICKET_KEPT)],
            )
        self.scrub()

    def scrub(self) -> bool:
        """Cut off the write-ahead log, where copies of deleted words would stay.

        Returns:
            False where another process was reading, so that it has to be done later.
        """
        with reading(self._database):
            (busy, _, _) = self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def _post(self, letter_id: UUID, ticket_id: UUID, kind: LetterKind, body: Json) -> None:
        self._database.execute(
            "INSERT INTO outbox "
            "(id, sequence, ticket_id, kind, body, attempts, next_attempt_at) "
            "VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM outbox), ?, ?, ?, 0, ?)",
            [
                str(letter_id),
                str(ticket_id),
                kind.value,
                json.dumps(body, ensure_ascii=False),
                _AT_ONCE,
            ],
        )

    def _find(self, ticket_id: UUID) -> TicketRecord | None:
        row = self._database.execute(
            "SELECT code, created_at, delivered_at, coalesce(last_event_id, 0), EXISTS ("
            "  SELECT 1 FROM outbox WHERE outbox.id = tickets.id AND parked_at IS NOT NULL"
            ") FROM tickets WHERE id = ?",
            [str(ticket_id)],
        ).fetchone()
        if row is None:
            return None
        code, created_at, delivered_at, last_event_id, parked = row
        return TicketRecord(
            id=ticket_id,
            code=code,
            created_at=parse_instant(created_at),
            delivered_at=_instant(delivered_at),
            parked=bool(parked),
            last_event_id=last_event_id,
        )


def _letter(row: tuple[Any, ...]) -> Letter:
    letter_id, ticket_id, kind, body, attempts, next_attempt_at, last_error, parked_at = row
    return Letter(
        id=UUID(letter_id),
        ticket_id=UUID(ticket_id),
        kind=LetterKind(kind),
        body=body,
        attempts=attempts,
        next_attempt_at=parse_instant(next_attempt_at),
        last_error=last_error,
        parked_at=_instant(parked_at),
    )


def _instant(text: str | None) -> datetime | None:
    return parse_instant(text) if text else None
