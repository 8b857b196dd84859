"""What words about time can mean. Records only; ``dates`` finds them, ``when`` joins them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.assistant.languages import Part

NIGHT_ENDS = 4 * 60
"""Minutes after midnight until which "tonight" is still the night before's."""

NOON = 12 * 60
_ONE_O_CLOCK = 60


@dataclass(frozen=True, slots=True)
class DayMark:
    """Words that name one or more dates.

    Attributes:
        days: The dates, in order.
        said: What was said, where the answer should say it back: ``today``, ``tonight``, ….
        exact: A date with its number, which a weekday beside it must agree with.
        weekday: A lone weekday, which may stand beside an exact date.
        monthless: A number of a day without its month.
    """

    days: tuple[date, ...]
    said: str = ""
    exact: bool = False
    weekday: bool = False
    monthless: bool = False


@dataclass(frozen=True, slots=True)
class TimeMark:
    """Words that name a time of day, as minutes after midnight; two readings for a bare "9".

    No reading at all for "from 9 to 5", which is no moment.
    """

    readings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PartMark:
    """Words that name a part of the day."""

    part: Part


@dataclass(frozen=True, slots=True)
class InstantMark:
    """Words that name a moment by its distance from now, in the library's zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Wrong:
    """Words that look like a date but name none, such as "February 30"."""


def in_month(mark: DayMark, first: date) -> "DayMark | Wrong":
    """The day of that number in the month that begins on a date."""
    try:
        return DayMark((first.replace(day=mark.days[0].day),), exact=True)
    except ValueError:
        return Wrong()


Meaning = DayMark | TimeMark | PartMark | InstantMark | Wrong


def evening_date(now: datetime) -> date:
    """The date that "tonight" belongs to: in the small hours it is still the night before's."""
    return now.date() - timedelta(days=1) if now.hour * 60 + now.minute < NIGHT_ENDS else now.date()


def readings(minutes: int) -> tuple[int, ...]:
    """A time without am or pm: 13:00 and 0:30 are certain, 9:30 may be either."""
    if _ONE_O_CLOCK <= minutes < _ONE_O_CLOCK + NOON:
        return (minutes % NOON, minutes % NOON + NOON)
    return (minutes,)
