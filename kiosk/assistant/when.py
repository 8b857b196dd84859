"""All that a question says about time, put together into the days and the moment it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.assistant.date_marks import (
    DayMark,
    InstantMark,
    Meaning,
    PartMark,
    TimeMark,
    Wrong,
    evening_date,
)
from kiosk.assistant.languages import Part
from kiosk.core.hours import DAY_MINUTES

_DAY = timedelta(days=1)
_NOON = 12 * 60
_SMALL_HOURS = 5 * 60
_LATE_PARTS = {Part.EVENING, Part.NIGHT}


@dataclass(frozen=True, slots=True)
class When:
    """The time that a question is about.

    Attributes:
        days: The dates asked about, in order; empty where none was said.
        minutes: The moment on the first of the days, in minutes after its midnight and past
            1440 for the night after it; None where no moment was said, or not for certain.
        said: ``today`` or ``tonight`` where it was said so.
    """

    days: tuple[date, ...] = ()
    minutes: int | None = None
    said: str = ""

    def __bool__(self) -> bool:
        return bool(self.days)


class UnclearTime(ValueError):
    """What was said about time cannot be, or contradicts itself. The patron is asked."""


def combined(marks: Sequence[Meaning], now: datetime) -> When:
    """What the marks of one question say together; ``now`` in the library's zone.

    Raises:
        UnclearTime: an impossible date, or two moments.
    """
    if any(isinstance(mark, Wrong) for mark in marks):
        raise UnclearTime
    instants = [mark for mark in marks if isinstance(mark, InstantMark)]
    if instants:
        at = instants[0].at
        return When((at.date(),), at.hour * 60 + at.minute)
    days = tuple(sorted({day for mark in marks if isinstance(mark, DayMark) for day in mark.days}))
    said = next((mark.said for mark in marks if isinstance(mark, DayMark) and mark.said), "")
    parts = {mark.part for mark in marks if isinstance(mark, PartMark)}
    late = said == "tonight" or bool(parts & _LATE_PARTS)
    times = [mark for mark in marks if isinstance(mark, TimeMark)]
    minutes = _certain(times, parts, late=late)
    if not days and times:
        return _next_occurrence(minutes, now)
    if not days and parts:
        days, said = _day_of_part(parts, now)
    if minutes is not None and (minutes == 0 or (late and minutes < _SMALL_HOURS)):
        minutes += DAY_MINUTES
    return When(days, minutes if len(days) == 1 else None, said)


def _certain(times: Sequence[TimeMark], parts: set[Part], *, late: bool) -> int | None:
    if len(times) != 1:
        return None
    readings = times[0].readings
    if len(readings) == 1:
        return readings[0]
    if late and min(readings) < _SMALL_HOURS:
        return min(readings)
    if late or Part.AFTERNOON in parts:
        return max(readings)
    if Part.MORNING in parts:
        return min(readings)
    return None


def _next_occurrence(minutes: int | None, now: datetime) -> When:
    """A time without a day: the next time that the clock shows it."""
    if minutes is None:
        return When((evening_date(now),))
    passed = minutes < now.hour * 60 + now.minute
    day = now.date() + _DAY if passed else now.date()
    if minutes < _SMALL_HOURS:
        return When((day - _DAY,), minutes + DAY_MINUTES)
    return When((day,), minutes)


def _day_of_part(parts: set[Part], now: datetime) -> tuple[tuple[date, ...], str]:
    if parts & _LATE_PARTS:
        return (evening_date(now),), "tonight"
    return (now.date(),), "today"
