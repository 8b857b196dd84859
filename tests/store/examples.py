"""Records to store."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.core.places import Place
from kiosk.core.tickets import Author, Line, PatronMessage, Ticket

FETCHED = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)


def a_place(location_id: int = 9101, name: str = "Marlowe Library") -> Place:
    return Place(location_id, name, phone="555-0101", fetched_at=FETCHED)


def a_day(
    day: date = MONDAY,
    *spans: OpenSpan,
    location_id: int = 9101,
    note: str = "",
    fetched_at: datetime | None = FETCHED,
) -> HoursDay:
    return HoursDay(
        location_id, day, Status.OPEN, spans or (OpenSpan(540, 1500),), note, fetched_at
    )


def a_ticket(question: str = "Where is the 1911 atlas?", *, at: datetime = FETCHED) -> Ticket:
    return Ticket(
        id=uuid4(),
        code="K7M4",
        question=question,
        transcript=(Line(Author.PATRON, "I look for an atlas"),),
        language="en",
        location_id=9101,
        name="Wren",
        contact="wren@example.org",
        created_at=at,
    )


def a_message(text: str = "It is blue.") -> PatronMessage:
    return PatronMessage(uuid4(), text, FETCHED)


UNKNOWN_ID = UUID("00000000-0000-4000-8000-000000000000")
