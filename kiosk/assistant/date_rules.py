"""What each way of saying a date means at a moment.

The keys of the table at the end are the names under ``[dates.patterns]`` and ``[dates.times]`` of
a language file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from kiosk.assistant.date_marks import (
    NOON,
    DayMark,
    InstantMark,
    Meaning,
    TimeMark,
    Wrong,
    evening_date,
    readings,
)
from kiosk.assistant.languages import FixedDay, Pattern

_DAY = timedelta(days=1)
_WEEK = 7
_SATURDAY, _SUNDAY = 5, 6
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Slots:
    """What stood in the slots of a pattern.

    Attributes:
        numbers: weekday, month, day, number, hour, year.
        words: unit; date, in numbers and month first.
    """

    numbers: Mapping[str, int]
    words: Mapping[str, str]


def meaning_of(pattern: Pattern, slots: Slots, now: datetime) -> Meaning:
    """What was said by a pattern, at a moment in the library's zone; ``Wrong`` if it cannot be."""
    today = now.date()
    if pattern.fixed is not None:
        return _fixed(pattern.fixed, today)
    try:
        return _RULES[pattern.meaning](slots, now)
    except (ValueError, OverflowError):
        return Wrong()


def _fixed(fixed: FixedDay, today: date) -> DayMark:
    return DayMark((_coming(today, fixed.month, fixed.day),), exact=True)


def _weekday(slots: Slots, now: datetime) -> DayMark:
    ahead = (slots.numbers["weekday"] - now.weekday()) % _WEEK
    return DayMark((now.date() + timedelta(days=ahead),), weekday=True)


def _next_weekday(slots: Slots, now: datetime) -> DayMark:
    # "Next Tuesday" has two readings; this one is the day in the coming week, and the answer
    # says the full date, so that the patron sees which was taken.
    return DayMark((_monday(now) + timedelta(days=_WEEK + slots.numbers["weekday"]),))


def _last_weekday(slots: Slots, now: datetime) -> DayMark:
    ago = (now.weekday() - slots.numbers["weekday"]) % _WEEK or _WEEK
    return DayMark((now.date() - timedelta(days=ago),))


def _day_of_month(slots: Slots, now: datetime) -> DayMark:
    wanted, day = slots.numbers["day"], now.date()
    while day.day != wanted:
        day += _DAY
    return DayMark((day,), exact=True)


def _month_day(slots: Slots, now: datetime) -> DayMark:
    month = slots.numbers["month"]
    number = slots.numbers["day"]
    if "year" in slots.numbers:
        return DayMark((date(slots.numbers["year"], month, number),), exact=True)
    return DayMark((_coming(now.date(), month, number),), exact=True)


def _in_units(slots: Slots, now: datetime) -> Meaning:
    number, unit = slots.numbers["number"], slots.words["unit"]
    if unit in ("hour", "minute"):
        # Added in UTC: "in two hours" is two hours also over a clock change.
        return InstantMark(_later(now, timedelta(**{f"{unit}s": number})))
    return DayMark((now.date() + _days(number, unit),))


def _later(now: datetime, distance: timedelta) -> datetime:
    return datetime.fromtimestamp(now.timestamp() + distance.total_seconds(), now.tzinfo)


def _units_from_weekday(slots: Slots, now: datetime) -> DayMark:
    start = _weekday(slots, now).days[0]
    return DayMark((start + _days(slots.numbers["number"], slots.words["unit"]),))


def _units_from_tomorrow(slots: Slots, now: datetime) -> DayMark:
    distance = _days(slots.numbers["number"], slots.words["unit"])
    return DayMark((now.date() + _DAY + distance,))


def _days(number: int, unit: str) -> timedelta:
    if unit not in ("day", "week"):
        raise ValueError(unit)
    return timedelta(days=number * (_WEEK if unit == "week" else 1))


def _this_week(_slots: Slots, now: datetime) -> DayMark:
    # What is left of it, to the coming Sunday. On a Sunday "this week" is for some the one that
    # ends and for others the one that begins: today and the coming six days hold both.
    left = (_SUNDAY - now.weekday()) or _WEEK - 1
    return DayMark(_from(now.date(), left + 1))


def _next_week(_slots: Slots, now: datetime) -> DayMark:
    return DayMark(_from(_monday(now) + timedelta(days=_WEEK), _WEEK))


def _weekend(_slots: Slots, now: datetime) -> DayMark:
    if now.weekday() == _SUNDAY:
        return DayMark((now.date(),))
    return DayMark(_from(_monday(now) + timedelta(days=_SATURDAY), 2))


def _next_weekend(_slots: Slots, now: datetime) -> DayMark:
    return DayMark(_from(_monday(now) + timedelta(days=_WEEK + _SATURDAY), 2))


def _numeric_date(slots: Slots, now: datetime) -> DayMark:
    word = slots.words["date"]
    if "-" in word:
        year, month, day = (int(number) for number in word.split("-"))
        return DayMark((date(year, month, day),), exact=True)
    month, day, *years = (int(number) for number in word.split("/"))
    if not years:
        return DayMark((_coming(now.date(), month, day),), exact=True)
    year = years[0] if years[0] >= _CENTURY else years[0] + _CENTURY
    return DayMark((date(year, month, day),), exact=True)


def _monday(now: datetime) -> date:
    return now.date() - timedelta(days=now.weekday())


def _from(first: date, count: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(count))


def _coming(today: date, month: int, day: int) -> date:
    """The next such date, today included (29 February: the next leap year's)."""
    if month == 2 and day == 29:  # noqa: PLR2004  the one day that not each year has
        year = today.year
        while year % 4 or (year % 100 == 0 and year % 400):
            year += 1
        return date(year, month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _said(name: str, offset: int) -> Callable[[Slots, datetime], DayMark]:
    return lambda _slots, now: DayMark((now.date() + timedelta(days=offset),), said=name)


_RULES: Mapping[str, Callable[[Slots, datetime], Meaning]] = MappingProxyType(
    {
        "today": _said("today", 0),
        "tomorrow": _said("", 1),
        "day_after_tomorrow": _said("", 2),
        "yesterday": _said("", -1),
        "tonight": lambda _slots, now: DayMark((evening_date(now),), said="tonight"),
        "weekday": _weekday,
        "next_weekday": _next_weekday,
        "last_weekday": _last_weekday,
        "day_of_month": _day_of_month,
        "month_day": _month_day,
        "date": _numeric_date,
        "in_units": _in_units,
        "units_from_weekday": _units_from_weekday,
        "units_from_tomorrow": _units_from_tomorrow,
        "this_week": _this_week,
        "next_seven_days": lambda _slots, now: DayMark(_from(now.date(), _WEEK)),
        "next_week": _next_week,
        "weekend": _weekend,
        "next_weekend": _next_weekend,
        "hour": lambda slots, _now: TimeMark(readings(slots.numbers["hour"] * 60 % 1440)),
        "noon": lambda _slots, _now: TimeMark((NOON,)),
        "midnight": lambda _slots, _now: TimeMark((0,)),
    }
)
