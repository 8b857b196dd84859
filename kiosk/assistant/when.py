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
_WEEKEND = 2
_SMALL_HOURS = 5 * 60
_PART_ENDS = {Part.SMALL_HOURS: 6, Part.MORNING: 12, Part.AFTERNOON: 18}
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
        UnclearTime: an impossible date, two moments, or a range and a day beside it.
    """
    if any(isinstance(mark, Wrong) for mark in marks):
        raise UnclearTime
    instants = [mark for mark in marks if isinstance(mark, InstantMark)]
    if instants:
        at = instants[0].at
        return When((at.date(),), at.hour * 60 + at.minute)
    named = [set(mark.days) for mark in marks if isinstance(mark, DayMark)]
    longest = max(named, key=len, default=set())
    if len(longest) > _WEEKEND and any(not few <= longest for few in named):
        raise UnclearTime
    days = tuple(sorted({day for mark in marks if isinstance(mark, DayMark) for day in mark.days}))
    said = next((mark.said for mark in marks if isinstance(mark, DayMark) and mark.said), "")
    parts = {mark.part for mark in marks if isinstance(mark, PartMark)}
    late = said == "tonight" or bool(parts & _LATE_PARTS)
    times = [mark for mark in marks if isinstance(mark, TimeMark)]
    minutes = _certain(times, parts, late=late)
    if not days and times:
        return _next_occurrence(minutes, now)
    if not days and parts:
        return _day_of_part(parts, now)
    if minutes is not None and (minutes == 0 or (late and minutes < _SMALL_HOURS)):
        minutes += DAY_MINUTES
    return When(days, minutes if len(days) == 1 else None, said)


def _certain(times: Sequence[TimeMark], parts: set[Part], *, late: bool) -> int | None:
    readings = times[0].readings if len(times) == 1 else ()
    if len(readings) <= 1:
        return next(iter(readings), None)
    early, late_one = min(readings), max(readings)
    rules = (
        (late and early < _SMALL_HOURS, early),
        (late or Part.AFTERNOON in parts, late_one),
        (Part.NOON in parts, min(readings, key=lambda minutes: abs(minutes - _NOON))),
        (bool(parts & {Part.MORNING, Part.SMALL_HOURS}), early),
    )
    return next((reading for applies, reading in rules if applies), None)


def _next_occurrence(minutes: int | None, now: datetime) -> When:
    """A time without a day: the next time that the clock shows it."""
    if minutes is None:
        return When((evening_date(now),))
    passed = minutes < now.hour * 60 + now.minute
    day = now.date() + _DAY if passed else now.date()
    if minutes < _SMALL_HOURS:
        return When((day - _DAY,), minutes + DAY_MINUTES)
    return When((day,), minutes)


def _day_of_part(parts: set[Part], now: datetime) -> When:
    """A part of the day without a day: the next one, or the one that is running."""
    if parts & _LATE_PARTS:
        return When((evening_date(now),), said="tonight")
    is_over = any(now.hour >= end for part, end in _PART_ENDS.items() if part in parts)
    return When((now.date() + _DAY,)) if is_over else When((now.date(),), said="today")
