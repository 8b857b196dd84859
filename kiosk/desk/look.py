"""What the pages say around the tickets: names, places, languages, times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime

from kiosk.core.tallies import Reason
from kiosk.core.tickets import TicketState
from kiosk.desk.records import Card, Librarian, TicketFile

# A letter that took longer than this comes from a terminal that had been cut off.
LATE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Look:
    """How this desk presents itself.

    Attributes:
        title: The desk's name, in the header and the window's title.
        library: The library system's name.
        places: Names by LibCal's location id.
        zone: Where the librarians read the clock.
    """

    title: str = "Staff desk"
    library: str = "Library"
    places: Mapping[int, str] = field(default_factory=dict)
    zone: tzinfo = UTC

    def place(self, card: Card) -> str:
        """Where the terminal stands, as far as it is known."""
        if card.location_id is None:
            return ""
        return self.places.get(card.location_id, f"Location {card.location_id}")

    def clock_time(self, instant: datetime, now: datetime) -> str:
        """Such as "14:05", or "Tue, 24 Nov, 14:05" where that was not today."""
        local, today = instant.astimezone(self.zone), now.astimezone(self.zone).date()
        pattern = "HH:mm" if local.date() == today else "EEE, d MMM, HH:mm"
        return format_datetime(local, pattern, locale="en")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the queue.

    Attributes:
        key: Names it for the style sheet and the script.
        title: What a person reads.
        cards: In order.
    """

    key: str
    title: str
    cards: tuple[Card, ...]


def sections(cards: list[Card], me: Librarian) -> tuple[Section, ...]:
    """The queue as one librarian sees it; what wants an answer comes first."""
    mine = [c for c in cards if c.state is TicketState.CLAIMED and c.owner_id == me.id]
    theirs = [c for c in cards if c.state is TicketState.CLAIMED and c.owner_id != me.id]
    parts = (
        ("mine", "With you", sorted(mine, key=lambda card: not card.answer_due)),
        ("waiting", "Waiting", [c for c in cards if c.state is TicketState.WAITING]),
        ("theirs", "With colleagues", theirs),
        ("closed", "Closed today", [c for c in cards if c.state is TicketState.CLOSED]),
    )
    return tuple(Section(key, title, tuple(found)) for key, title, found in parts)


def language_name(tag: str) -> str:
    """``es`` → "Spanish"; a tag that nobody knows stays as it is."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name("en")
    except (ValueError, UnknownLocaleError, TypeError):
        return tag
    return name or tag


def reason_name(reason: Reason) -> str:
    """What a patron had against an answer, as a librarian reads it."""
    return {
        Reason.WRONG: "Wrong",
        Reason.NOT_ASKED: "Not what was asked",
        Reason.UNCLEAR: "Hard to understand",
        Reason.MISSING: "Something was missing",
    }.get(reason, "")


def came_late(file: TicketFile) -> bool:
    """Whether the ticket waited at the terminal, so that the patron may have left."""
    return file.card.received_at - file.card.created_at > LATE
