"""What the desk's storage gives to its pages and its terminals."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.core.fields import Json
from kiosk.core.tickets import Author, EventKind, Line, TicketState


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal that may write to this desk.

    Attributes:
        id: The desk's own number for it.
        name: As IT named it, such as "Marlowe, ground floor".
        location_id: LibCal's id of the place where it stands, if known.
    """

    id: int
    name: str
    location_id: int | None


@dataclass(frozen=True, slots=True)
class Librarian:
    """Somebody who may sign in.

    Attributes:
        id: The desk's own number for them.
        name: Full name, as colleagues see it.
    """

    id: int
    name: str

    @property
    def first_name(self) -> str:
        """What patrons see."""
        return first_name(self.name)


@dataclass(frozen=True, slots=True)
class Card:
    """A ticket as the queue shows it.

    Attributes:
        id, code, question, language, location_id: As the terminal sent them.
        terminal: The terminal's name.
        state: Where the ticket stands.
        owner_id, owner: Who has it, or had it when it was closed; None and "" while it waits.
        last_author: Who spoke last: a patron there means that an answer is due.
        revision: Goes up with every change.
        created_at: When the patron sent it, in UTC by the terminal's clock.
        received_at: When it arrived here, in UTC.
        closed_at: In UTC, None while it is open.
        resolved: Whether the librarian said that the question was answered; None: not said.
    """

    id: UUID
    code: str
    question: str
    language: str
    location_id: int | None
    terminal: str
    state: TicketState
    owner_id: int | None
    owner: str
    last_author: Author
    revision: int
    created_at: datetime
    received_at: datetime
    closed_at: datetime | None
    resolved: bool | None

    @property
    def waiting_since(self) -> datetime:
        """When the patron sent it; when it arrived, where the terminal's clock is ahead."""
        return min(self.created_at, self.received_at)

    @property
    def answer_due(self) -> bool:
        """Whether the patron spoke last and somebody is there to answer."""
        return self.state is TicketState.CLAIMED and self.last_author is Author.PATRON


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to a ticket after it arrived.

    Attributes:
        id: Grows with time.
        kind: What happened.
        author: The patron, or a librarian.
        librarian: First name of the librarian, "" for the patron.
        text: The words of a message, else "".
        at: In UTC, by the desk's clock.
    """

    id: int
    kind: EventKind
    author: Author
    librarian: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TicketFile:
    """Everything a librarian may read about a ticket.

    Attributes:
        card: The ticket as the queue shows it.
        transcript: What the patron chose to send along, oldest first.
        name, contact: As the patron gave them; empty by default.
        entries: What happened since, oldest first.
    """

    card: Card
    transcript: tuple[Line, ...]
    name: str
    contact: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a terminal's request was answered with.

    Attributes:
        status: HTTP's number.
        body: The JSON object.
        repeated: True where this is the first answer again and nothing was done.
    """

    status: int
    body: Json
    repeated: bool = False


def first_name(name: str) -> str:
    """The first of a person's names."""
    return next(iter(name.split()), "")
