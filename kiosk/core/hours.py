"""Opening hours of one day at one place, as records.

Times of day are minutes after local midnight of the day that the opening *began* on, in the
library's zone, so a span that ends at 1 am the next day ends at 1500 (``25:00``).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

DAY_MINUTES = 24 * 60


class Status(StrEnum):
    """What LibCal says of a day. The values are those of the ``kiosk ask`` contract."""

    OPEN = "open"
    CLOSED = "closed"
    ALL_DAY = "24hours"
    BY_APPOINTMENT = "by_appointment"
    TEXT = "text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class OpenSpan:
    """One unbroken stretch of opening.

    Attributes:
        opens: Minutes after local midnight, 0 to 1439.
        closes: Minutes after the same midnight, greater than ``opens``, up to 2880; None
            where LibCal has no closing time. It is never invented.
    """

    opens: int
    closes: int | None


@dataclass(frozen=True, slots=True)
class HoursDay:
    """One day at one place.

    Attributes:
        location_id: LibCal's hours ``lid``.
        date: The date in the library's own zone.
        status: ``UNKNOWN`` where nobody told us; never the same as closed.
        spans: Sorted, without overlaps. Empty unless ``status`` is ``OPEN``.
        note: LibCal's words for the day, plain text: the whole of a ``TEXT`` day, or a remark
            such as "Memorial Day".
        fetched_at: When LibCal told us, in UTC. None where it never did.
    """

    location_id: int
    date: date
    status: Status
    spans: tuple[OpenSpan, ...] = ()
    note: str = ""
    fetched_at: datetime | None = None


def wall_clock(minutes: int) -> str:
    """Minutes after midnight as ``HH:MM``, counting on past 24:00 (``1500`` is ``25:00``)."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def minutes_of(text: str) -> int:
    """The inverse of ``wall_clock``.

    Raises:
        ValueError: not ``HH:MM``.
    """
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
