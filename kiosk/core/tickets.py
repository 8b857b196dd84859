"""A hand-off on the wire between a terminal and the staff desk (``/api/v1``).

Both sides use these records and these two directions, so the wire is written down once:
``to_json`` makes what is sent, ``from_json`` checks what arrived and names the field that is
wrong. Sizes are limits of courtesy: a ticket is read by a busy person.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kiosk.core.clock import iso_utc
from kiosk.core.errors import WireError
from kiosk.core.fields import Json, a_text, a_uuid, an_enum, an_instant, an_object

MAX_QUESTION = 2_000
MAX_LINE = 8_000
MAX_LINES = 200
MAX_NAME = 200
MAX_MESSAGE = 4_000


class Author(StrEnum):
    """Who said a line."""

    PATRON = "patron"
    ASSISTANT = "assistant"
    LIBRARIAN = "librarian"


class TicketState(StrEnum):
    """Where a ticket stands, as the patron may see it."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"


class EventKind(StrEnum):
    """What happened to a ticket. ``released``: the librarian handed back."""

    CLAIMED = "claimed"
    MESSAGE = "message"
    RELEASED = "released"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation that the patron chose to send along."""

    author: Author
    text: str

    def to_json(self) -> Json:
        return {"author": self.author.value, "text": self.text}

    @classmethod
    def from_json(cls, body: object) -> "Line":
        fields = an_object(body, "transcript line")
        return cls(an_enum(Author, fields, "author"), a_text(fields, "text", MAX_LINE))


@dataclass(frozen=True, slots=True)
class Ticket:
    """A question that leaves the terminal.

    Attributes:
        id: UUID made by the terminal; also the idempotency key.
        code: Short code that the patron can say at the desk, such as ``K7M4``.
        question: The patron's question, as confirmed by them.
        transcript: The lines that the patron left in the preview, oldest first.
        language: BCP 47 tag of the conversation.
        location_id: Where the terminal stands.
        name: As the patron gave it, empty by default.
        contact: E-mail or phone if the patron wants an answer later, empty by default.
        created_at: When the patron tapped "Send", in UTC, by the terminal's clock.
    """

    id: UUID
    code: str
    question: str
    transcript: tuple[Line, ...]
    language: str
    location_id: int | None
    name: str
    contact: str
    created_at: datetime

    def to_json(self) -> Json:
        return {
            "id": str(self.id),
            "code": self.code,
            "question": self.question,
            "transcript": [line.to_json() for line in self.transcript],
            "language": self.language,
            "location_id": self.location_id,
            "name": self.name,
            "contact": self.contact,
            "created_at": iso_utc(self.created_at),
        }

    @classmethod
    def from_json(cls, body: object) -> "Ticket":
        """Check a ticket that arrived.

        Raises:
            WireError: a field is missing, of the wrong type, empty or too long.
        """
        fields = an_object(body, "ticket")
        transcript = fields.get("transcript", [])
        if not isinstance(transcript, list) or len(transcript) > MAX_LINES:
            raise WireError(f"'transcript' must be a list of at most {MAX_LINES} lines")
        location = fields.get("location_id")
        if location is not None and (not isinstance(location, int) or isinstance(location, bool)):
            raise WireError("'location_id' must be a whole number or null")
        return cls(
            id=a_uuid(fields, "id"),
            code=a_text(fields, "code", 12),
            question=a_text(fields, "question", MAX_QUESTION),
            transcript=tuple(Line.from_json(line) for line in transcript),
            language=a_text(fields, "language", 35),
            location_id=location,
            name=a_text(fields, "name", MAX_NAME, empty=True),
            contact=a_text(fields, "contact", MAX_NAME, empty=True),
            created_at=an_instant(fields, "created_at"),
        )


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket's state as the patron may see it: the answer to POST and GET.

    Attributes:
        id: The ticket's id.
        code: The patron's short code.
        state: Where it stands.
        position: 1 for the next to be claimed; None once it was.
        librarian: First name of who claimed it, else empty.
        staffed: Whether a librarian has the queue open now.
    """

    id: UUID
    code: str
    state: TicketState
    position: int | None
    librarian: str
    staffed: bool

    def to_json(self) -> Json:
        return {
            "id": str(self.id),
            "code": self.code,
            "state": self.state.value,
            "position": self.position,
            "librarian": self.librarian,
            "staffed": self.staffed,
        }

    @classmethod
    def from_json(cls, body: object) -> "TicketView":
        """Check a state that arrived. Raises WireError."""
        fields = an_object(body, "ticket state")
        position = fields.get("position")
        if position is not None and not isinstance(position, int):
            raise WireError("'position' must be a whole number or null")
        return cls(
            id=a_uuid(fields, "id"),
            code=a_text(fields, "code", 12),
            state=an_enum(TicketState, fields, "state"),
            position=position,
            librarian=a_text(fields, "librarian", MAX_NAME, empty=True),
            staffed=fields.get("staffed") is True,
        )


@dataclass(frozen=True, slots=True)
class QueueView:
    """The queue as any terminal may see it.

    Attributes:
        staffed: Whether a librarian has it open now.
        waiting: Tickets that nobody has taken yet, of all terminals.
    """

    staffed: bool
    waiting: int

    def to_json(self) -> Json:
        return {"staffed": self.staffed, "waiting": self.waiting}

    @classmethod
    def from_json(cls, body: object) -> "QueueView":
        """Check a state that arrived. Raises WireError."""
        fields = an_object(body, "queue")
        waiting = fields.get("waiting")
        if not isinstance(waiting, int) or isinstance(waiting, bool) or waiting < 0:
            raise WireError("'waiting' must be a whole number")
        return cls(staffed=fields.get("staffed") is True, waiting=waiting)


@dataclass(frozen=True, slots=True)
class PatronMessage:
    """The patron's further words on an open ticket.

    Attributes:
        id: UUID made by the terminal; also the idempotency key.
        text: What they typed.
        created_at: In UTC, by the terminal's clock.
    """

    id: UUID
    text: str
    created_at: datetime

    def to_json(self) -> Json:
        return {"id": str(self.id), "text": self.text, "created_at": iso_utc(self.created_at)}

    @classmethod
    def from_json(cls, body: object) -> "PatronMessage":
        """Check a message that arrived. Raises WireError."""
        fields = an_object(body, "message")
        return cls(
            id=a_uuid(fields, "id"),
            text=a_text(fields, "text", MAX_MESSAGE),
            created_at=an_instant(fields, "created_at"),
        )


@dataclass(frozen=True, slots=True)
class TicketEvent:
    """One server-sent event: its ``id``, its ``event`` name (``kind``) and its ``data``.

    Attributes:
        id: Grows with time on one desk; resumes by ``Last-Event-ID``.
        kind: What happened.
        librarian: First name of who did it.
        text: The librarian's words, for a message.
        at: In UTC, by the desk's clock.
    """

    id: int
    kind: EventKind
    librarian: str
    text: str
    at: datetime

    def data(self) -> Json:
        """The event's ``data`` field."""
        return {"librarian": self.librarian, "text": self.text, "at": iso_utc(self.at)}

    @classmethod
    def from_sse(cls, event_id: str, kind: str, body: object) -> "TicketEvent":
        """Check an event that arrived. Raises WireError."""
        fields = an_object(body, "event")
        try:
            number, name = int(event_id), EventKind(kind)
        except ValueError as error:
            raise WireError(f"unknown event {kind!r} with id {event_id!r}") from error
        return cls(
            id=number,
            kind=name,
            librarian=a_text(fields, "librarian", MAX_NAME, empty=True),
            text=a_text(fields, "text", MAX_LINE, empty=True),
            at=an_instant(fields, "at"),
        )
