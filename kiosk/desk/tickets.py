"""Tickets as their own terminal sees them. Another terminal's ticket is not there."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, exists, func, insert, select, update

from kiosk.core.clock import Clock
from kiosk.core.tickets import (
    Author,
    EventKind,
    PatronMessage,
    Ticket,
    TicketEvent,
    TicketState,
    TicketView,
)
from kiosk.desk.answers import Answers, KeyedRequest
from kiosk.desk.database import Database
from kiosk.desk.records import Answer, Terminal, first_name
from kiosk.desk.refusals import Conflict, NotFound
from kiosk.desk.tables import events, librarians, tickets


@dataclass(frozen=True, slots=True)
class News:
    """What happened to a ticket after a given event.

    Attributes:
        events: Oldest first.
        over: Whether the ticket is closed, so that nothing more will come.
    """

    events: tuple[TicketEvent, ...]
    over: bool


class Tickets:
    """Opens tickets, takes the patron's further words, and tells what became of them."""

    def __init__(self, database: Database, answers: Answers, clock: Clock) -> None:
        self._database = database
        self._answers = answers
        self._clock = clock

    def open(
        self, terminal: Terminal, request: KeyedRequest, ticket: Ticket, *, staffed: bool
    ) -> Answer:
        """Put a ticket into the queue, once.

        Raises:
            KeyReused: the key was used with another body.
            Conflict: there is a ticket with this id already, under another key.
        """

        def work(connection: Connection) -> Answer:
            if connection.scalar(select(exists().where(tickets.c.id == ticket.id))):
                raise Conflict("A ticket with this id was opened before under another key.")
            connection.execute(insert(tickets).values(self._row(terminal, ticket)))
            view = _view(connection, terminal, ticket.id, staffed=staffed)
            return Answer(201, view.to_json())

        return self._answers.once(request, work)

    def view(self, terminal: Terminal, ticket_id: UUID, *, staffed: bool) -> TicketView:
        """Where the ticket stands. Raises NotFound."""
        with self._database.reading() as connection:
            return _view(connection, terminal, ticket_id, staffed=staffed)

    def waiting(self) -> int:
        """How many tickets nobody has taken."""
        with self._database.reading() as connection:
            return connection.scalars(
                select(func.count()).where(tickets.c.state == TicketState.WAITING)
            ).one()

    def add_message(
        self, terminal: Terminal, request: KeyedRequest, ticket_id: UUID, message: PatronMessage
    ) -> Answer:
        """Keep the patron's further words, once.

        Raises:
            KeyReused: the key was used with another body.
            Conflict: the ticket is closed, or the message's id was used before.
            NotFound: no such ticket of this terminal.
        """

        def work(connection: Connection) -> Answer:
            number = _open_number(connection, terminal, ticket_id)
            event_id = self._keep_message(connection, number, message)
            return Answer(201, {"id": str(message.id), "event": event_id})

        return self._answers.once(request, work)

    def news(self, terminal: Terminal, ticket_id: UUID, after: int) -> News:
        """What librarians did after the event ``after``. Raises NotFound."""
        with self._database.reading() as connection:
            found = _find(connection, terminal, ticket_id)
            rows = connection.execute(
                select(events)
                .where(
                    events.c.ticket_number == found.number,
                    events.c.id > after,
                    events.c.author == Author.LIBRARIAN,
                )
                .order_by(events.c.id)
            )
            told = tuple(
                TicketEvent(row.id, EventKind(row.kind), row.librarian, row.text, row.at)
                for row in rows
            )
            return News(told, over=found.state == TicketState.CLOSED)

    def _row(self, terminal: Terminal, ticket: Ticket) -> dict[str, object]:
        return {
            "id": ticket.id,
            "terminal_id": terminal.id,
            "code": ticket.code,
            "question": ticket.question,
            "transcript": [line.to_json() for line in ticket.transcript],
            "language": ticket.language,
            "location_id": terminal.location_id
            if ticket.location_id is None
            else ticket.location_id,
            "name": ticket.name,
            "contact": ticket.contact,
            "created_at": ticket.created_at,
            "received_at": self._clock.now(),
            "state": TicketState.WAITING,
            "last_author": Author.PATRON,
            "revision": 1,
        }

    def _keep_message(self, connection: Connection, number: int, message: PatronMessage) -> int:
        same = (events.c.ticket_number == number) & (events.c.message_id == message.id)
        if connection.scalar(select(exists().where(same))):
            raise Conflict("A message with this id was sent before under another key.")
        row = {
            "ticket_number": number,
            "kind": EventKind.MESSAGE,
            "author": Author.PATRON,
            "librarian": "",
            "text": message.text,
            "message_id": message.id,
            "at": self._clock.now(),
        }
        event_id: int = connection.scalars(insert(events).returning(events.c.id), [row]).one()
        return event_id


def _mine(terminal: Terminal, ticket_id: UUID) -> ColumnElement[bool]:
    return (tickets.c.id == ticket_id) & (tickets.c.terminal_id == terminal.id)


def _find(connection: Connection, terminal: Terminal, ticket_id: UUID) -> Row[int, str]:
    row = connection.execute(
        select(tickets.c.number, tickets.c.state).where(_mine(terminal, ticket_id))
    ).one_or_none()
    if row is None:
        raise NotFound("This terminal has no such ticket.")
    return row


def _open_number(connection: Connection, terminal: Terminal, ticket_id: UUID) -> int:
    # The update comes first: it holds the ticket's row, so that a closing waits until the
    # message is in, or the message finds the ticket closed.
    changed = connection.execute(
        update(tickets)
        .where(_mine(terminal, ticket_id), tickets.c.state != TicketState.CLOSED)
        .values(revision=tickets.c.revision + 1, last_author=Author.PATRON)
    ).rowcount
    found = _find(connection, terminal, ticket_id)
    if not changed:
        raise Conflict("This ticket is closed; open a new one.")
    number: int = found.number
    return number


def _view(
    connection: Connection, terminal: Terminal, ticket_id: UUID, *, staffed: bool
) -> TicketView:
    row = connection.execute(
        select(tickets.c.number, tickets.c.code, tickets.c.state, librarians.c.name)
        .outerjoin(librarians, librarians.c.id == tickets.c.owner_id)
        .where(_mine(terminal, ticket_id))
    ).one_or_none()
    if row is None:
        raise NotFound("This terminal has no such ticket.")
    state = TicketState(row.state)
    waiting = state is TicketState.WAITING
    return TicketView(
        id=ticket_id,
        code=row.code,
        state=state,
        position=_position(connection, row.number) if waiting else None,
        librarian=first_name(row.name or ""),
        staffed=staffed,
    )


def _position(connection: Connection, number: int) -> int:
    return connection.scalars(
        select(func.count()).where(
            tickets.c.state == TicketState.WAITING, tickets.c.number <= number
        )
    ).one()
