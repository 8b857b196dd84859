"""Tickets as librarians see and change them.

Every change is one conditional UPDATE whose row count says whether it took place: two people
who press the same button at the same moment cannot both succeed. Then the event is written
that the terminal will hear of, in the same transaction.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, exists, func, insert, select, update

from kiosk.core.clock import Clock
from kiosk.core.tickets import Author, EventKind, Line, TicketState
from kiosk.desk.database import Database
from kiosk.desk.records import Card, Entry, Librarian, TicketFile, first_name
from kiosk.desk.refusals import Conflict, NotFound
from kiosk.desk.tables import events, librarians, terminals, tickets

CLOSED_SHOWN_FOR = timedelta(hours=12)
CLOSED_SHOWN = 20
CONTACT_KEPT = timedelta(days=30)


class Queue:
    """What waits, who has what, and the changes a librarian may make."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def cards(self) -> list[Card]:
        """Open tickets in the order of their arrival, then those closed lately."""
        still_open = _cards().where(tickets.c.state != TicketState.CLOSED)
        lately = _cards().where(tickets.c.closed_at > self._clock.now() - CLOSED_SHOWN_FOR)
        with self._database.reading() as connection:
            rows = connection.execute(still_open.order_by(tickets.c.number)).all()
            closed = connection.execute(
                lately.order_by(tickets.c.closed_at.desc()).limit(CLOSED_SHOWN)
            ).all()
        return [_card(row) for row in [*rows, *closed]]

    def file(self, ticket_id: UUID) -> TicketFile:
        """Everything about one ticket. Raises NotFound."""
        with self._database.reading() as connection:
            row = connection.execute(_cards().where(tickets.c.id == ticket_id)).one_or_none()
            if row is None:
                raise NotFound("There is no such ticket.")
            happened = connection.execute(
                select(events).where(events.c.ticket_number == row.number).order_by(events.c.id)
            ).all()
        return TicketFile(
            card=_card(row),
            transcript=tuple(Line.from_json(line) for line in row.transcript),
            name=row.name,
            contact=row.contact,
            entries=tuple(_entry(event) for event in happened),
        )

    def counts(self) -> dict[TicketState, int]:
        """How many tickets stand where."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(tickets.c.state, func.count()).group_by(tickets.c.state)
            ).all()
        found = {TicketState(state): number for state, number in rows}
        return {state: found.get(state, 0) for state in TicketState}

    def claim(
        self, ticket_id: UUID, librarian: Librarian, from_owner: int | None = None
    ) -> timedelta:
        """Take a waiting ticket, or take it over from ``from_owner``; how old it was.

        Raises:
            Conflict: somebody was faster, or it is closed.
            NotFound: no such ticket.
        """
        now = self._clock.now()
        with self._database.writing() as connection:
            self._change(
                connection,
                ticket_id,
                (tickets.c.state != TicketState.CLOSED)
                & tickets.c.owner_id.is_not_distinct_from(from_owner)
                & tickets.c.owner_id.is_distinct_from(librarian.id),
                {"state": TicketState.CLAIMED, "owner_id": librarian.id, "claimed_at": now},
            )
            self._happen(connection, ticket_id, EventKind.CLAIMED, librarian)
            received: datetime = connection.scalars(
                select(tickets.c.received_at).where(tickets.c.id == ticket_id)
            ).one()
        return now - received

    def hand_back(self, ticket_id: UUID, librarian: Librarian) -> None:
        """Put my ticket back into the queue, at its old place. Raises Conflict, NotFound."""
        with self._database.writing() as connection:
            values = {"state": TicketState.WAITING, "owner_id": None, "claimed_at": None}
            self._change(connection, ticket_id, _held_by(librarian), values)
            self._happen(connection, ticket_id, EventKind.RELEASED, librarian)

    def reply(self, ticket_id: UUID, librarian: Librarian, text: str, message_id: UUID) -> None:
        """Answer the patron; the same ``message_id`` again changes nothing.

        Raises:
            Conflict: the ticket is not (or no longer) mine.
            NotFound: no such ticket.
        """
        with self._database.writing() as connection:
            if _was_said(connection, ticket_id, message_id):
                return
            values = {"last_author": Author.LIBRARIAN}
            self._change(connection, ticket_id, _held_by(librarian), values)
            self._happen(
                connection,
                ticket_id,
                EventKind.MESSAGE,
                librarian,
                text=text,
                message_id=message_id,
            )

    def close(self, ticket_id: UUID, librarian: Librarian, *, resolved: bool | None) -> None:
        """End my ticket. Raises Conflict, NotFound."""
        with self._database.writing() as connection:
            values = {
                "state": TicketState.CLOSED,
                "closed_at": self._clock.now(),
                "resolved": resolved,
            }
            self._change(connection, ticket_id, _held_by(librarian), values)
            self._happen(connection, ticket_id, EventKind.CLOSED, librarian)

    def forget_contacts(self) -> int:
        """Wipe name and contact 30 days after closing; how many tickets had some."""
        long_closed = tickets.c.closed_at < self._clock.now() - CONTACT_KEPT
        has_some = (tickets.c.name != "") | (tickets.c.contact != "")
        with self._database.writing() as connection:
            return connection.execute(
                update(tickets).where(long_closed, has_some).values(name="", contact="")
            ).rowcount

    def _change(
        self,
        connection: Connection,
        ticket_id: UUID,
        condition: ColumnElement[bool],
        values: dict[str, Any],
    ) -> None:
        changed = connection.execute(
            update(tickets)
            .where(tickets.c.id == ticket_id, condition)
            .values(revision=tickets.c.revision + 1, **values)
        ).rowcount
        if not changed:
            raise _refusal(connection, ticket_id)

    def _happen(
        self,
        connection: Connection,
        ticket_id: UUID,
        kind: EventKind,
        librarian: Librarian,
        *,
        text: str = "",
        message_id: UUID | None = None,
    ) -> None:
        number = select(tickets.c.number).where(tickets.c.id == ticket_id).scalar_subquery()
        connection.execute(
            insert(events).values(
                ticket_number=number,
                kind=kind,
                author=Author.LIBRARIAN,
                librarian=librarian.first_name,
                text=text,
                message_id=message_id,
                at=self._clock.now(),
            )
        )


def _held_by(librarian: Librarian) -> ColumnElement[bool]:
    return (tickets.c.owner_id == librarian.id) & (tickets.c.state == TicketState.CLAIMED)


def _was_said(connection: Connection, ticket_id: UUID, message_id: UUID) -> bool:
    number = select(tickets.c.number).where(tickets.c.id == ticket_id).scalar_subquery()
    same = (events.c.ticket_number == number) & (events.c.message_id == message_id)
    return connection.scalar(select(exists().where(same))) is True


def _refusal(connection: Connection, ticket_id: UUID) -> Conflict | NotFound:
    row = connection.execute(_cards().where(tickets.c.id == ticket_id)).one_or_none()
    if row is None:
        return NotFound("There is no such ticket.")
    card = _card(row)
    owner = first_name(card.owner)
    match card.state:
        case TicketState.CLOSED:
            return Conflict(f"{owner} has closed this ticket.")
        case TicketState.CLAIMED:
            return Conflict(f"{owner} has this ticket now.")
        case TicketState.WAITING:
            return Conflict("This ticket is waiting in the queue; claim it first.")


def _cards() -> Select[Any]:
    return (
        select(tickets, terminals.c.name.label("terminal"), librarians.c.name.label("owner"))
        .join(terminals, terminals.c.id == tickets.c.terminal_id)
        .outerjoin(librarians, librarians.c.id == tickets.c.owner_id)
    )


def _card(row: Any) -> Card:
    return Card(
        id=row.id,
        code=row.code,
        question=row.question,
        language=row.language,
        location_id=row.location_id,
        terminal=row.terminal,
        state=TicketState(row.state),
        owner_id=row.owner_id,
        owner=row.owner or "",
        last_author=Author(row.last_author),
        revision=row.revision,
        created_at=row.created_at,
        received_at=row.received_at,
        closed_at=row.closed_at,
        resolved=row.resolved,
    )


def _entry(row: Any) -> Entry:
    return Entry(row.id, EventKind(row.kind), Author(row.author), row.librarian, row.text, row.at)
