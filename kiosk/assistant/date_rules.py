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
from kiosk.assistant.occasions import Occasions
from kiosk.assistant.words import Phrase
from kiosk.core.hours import DAY_MINUTES

_DAY = timedelta(days=1)
_WEEK = 7
_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_CENTURY = 2000
_HOUR, _HALF, _QUARTER = 60, 30, 15


@dataclass(frozen=True, slots=True)
class Slots:
    """What stood in the slots of a pattern.

    Attributes:
        numbers: weekday, month, day, number, hour, minute, clock (minutes after midnight), year.
        words: unit; meridiem; holiday, its key; date, in numbers and month first.
        phrase: The name of the holiday as it was written.
    """

    numbers: Mapping[str, int]
    words: Mapping[str, str]
    phrase: Phrase = ()


Rule = Callable[[Slots, datetime], Meaning]


class DateRules:
    """The meanings of one language's patterns.

    Args:
        occasions: When days that have a name are.
        hours_of_clock: 24 where "9 h" is never the evening, else 12.
    """

    def __init__(self, occasions: Occasions, *, hours_of_clock: int) -> None:
        self._occasions = occasions
        self._hours_of_clock = hours_of_clock
        self._rules: dict[str, Rule] = {
            **_RULES,
            "hour": lambda slots, _now: self._time(slots, slots.numbers["hour"] * 60),
            "clock": lambda slots, _now: self._time(slots, slots.numbers["clock"]),
            "hour_minute": lambda slots, _now: self._past(slots, slots.numbers["minute"]),
            # Only the day's hours can say whether a place is open all that while.
            "time_range": lambda _slots, _now: TimeMark(()),
            "half_past": lambda slots, _now: self._past(slots, _HALF),
            "quarter_past": lambda slots, _now: self._past(slots, _QUARTER),
            "quarter_to": lambda slots, _now: self._past(slots, -_QUARTER),
            "minutes_to": lambda slots, _now: self._past(slots, -slots.numbers["minute"]),
            "holiday": lambda slots, now: DayMark(self._named(slots, now), exact=True),
            "day_after_holiday": lambda slots, now: self._beside(slots, now, 1),
            "day_before_holiday": lambda slots, now: self._beside(slots, now, -1),
            "days_after_holiday": lambda slots, now: self._beside(
                slots, now, _days(*_amount(slots)).days
            ),
            "days_before_holiday": lambda slots, now: self._beside(
                slots, now, -_days(*_amount(slots)).days
            ),
            "holiday_weekend": self._weekend_of,
            "weekday_after_holiday": lambda slots, now: self._weekday_beside(slots, now, 1),
            "weekday_before_holiday": lambda slots, now: self._weekday_beside(slots, now, -1),
            "weekend_after_holiday": self._weekend_after,
        }

    def meaning(self, name: str, slots: Slots, now: datetime) -> Meaning | None:
        """What was said by a pattern, at a moment in the library's zone.

        ``Wrong`` if it cannot be; None if these words are no time after all, as "13 pm".
        """
        try:
            return self._rules[name](slots, now)
        except _NoTime:
            return None
        except (ValueError, OverflowError):
            return Wrong()

    def _past(self, slots: Slots, minutes: int) -> TimeMark:
        return self._time(slots, (slots.numbers["hour"] * 60 + minutes) % DAY_MINUTES)

    def _time(self, slots: Slots, minutes: int) -> TimeMark:
        minutes %= DAY_MINUTES
        meridiem = slots.words.get("meridiem")
        if meridiem is not None:
            is_pm = meridiem == "pm"
            if (minutes >= NOON + _HOUR and not is_pm) or (minutes < _HOUR and is_pm):
                raise _NoTime
            return TimeMark((minutes % NOON + (NOON if is_pm else 0),))
        if self._hours_of_clock > 12:  # noqa: PLR2004  the hours of a dial
            return TimeMark((minutes,))
        return TimeMark(readings(minutes))

    def _named(self, slots: Slots, now: datetime) -> tuple[date, ...]:
        found = self._occasions.dates(slots.words["holiday"], slots.phrase, now)
        if not found:
            raise ValueError(slots.phrase)
        return found

    def _beside(self, slots: Slots, now: datetime, days: int) -> DayMark:
        named = self._named(slots, now)
        return DayMark(((named[-1] if days > 0 else named[0]) + timedelta(days=days),), exact=True)

    def _weekday_beside(self, slots: Slots, now: datetime, step: int) -> DayMark:
        """The first such weekday after a holiday, or the last before it."""
        named = self._named(slots, now)
        day = (named[-1] if step > 0 else named[0]) + timedelta(days=step)
        while day.weekday() != slots.numbers["weekday"]:
            day += timedelta(days=step)
        return DayMark((day,), exact=True)

    def _weekend_after(self, slots: Slots, now: datetime) -> DayMark:
        day = self._named(slots, now)[-1] + _DAY
        while day.weekday() != _SATURDAY:
            day += _DAY
        return DayMark(_from(day, 2))

    def _weekend_of(self, slots: Slots, now: datetime) -> DayMark:
        """The weekend that a holiday makes long."""
        named = self._named(slots, now)
        first, last = named[0], named[-1]
        if _MONDAY < first.weekday() < _THURSDAY:
            raise ValueError(
                first
            )  # in the middle of a week it is not plain which weekend is meant
        before = {_MONDAY: 2, _SUNDAY: 1}.get(first.weekday(), 0)
        after = _SUNDAY - last.weekday() if last.weekday() >= _THURSDAY else 0
        return DayMark(
            _from(first - timedelta(days=before), before + after + (last - first).days + 1)
        )


class _NoTime(Exception):
    """The words are no time of day."""


def _weekday(slots: Slots, now: datetime) -> DayMark:
    ahead = (slots.numbers["weekday"] - now.weekday()) % _WEEK
    return DayMark((now.date() + timedelta(days=ahead),), weekday=True)


def _next_weekday(slots: Slots, now: datetime) -> DayMark:
    # "Next Tuesday" has two readings; this one is the day in the coming week, and the answer
    # says the full date, so that the patron sees which was taken.
    return DayMark((_monday(now) + timedelta(days=_WEEK + slots.numbers["weekday"]),))


def _weekday_in_weeks(slots: Slots, now: datetime) -> Meaning:
    """As "in two weeks, on Monday"."""
    number, unit = _amount(slots)
    if unit != "week":
        raise ValueError(slots)
    return _weekday_of_week(number)(slots, now)


def _last_night(_slots: Slots, now: datetime) -> Meaning:
    evening = evening_date(now)
    if evening != now.date():
        return Wrong()  # at two in the morning it may be this night or the one before
    return DayMark((evening - _DAY,))


def _last_weekday(slots: Slots, now: datetime) -> DayMark:
    ago = (now.weekday() - slots.numbers["weekday"]) % _WEEK or _WEEK
    return DayMark((now.date() - timedelta(days=ago),))


def _day_of_month(slots: Slots, now: datetime) -> DayMark:
    wanted, day = slots.numbers["day"], now.date()
    while day.day != wanted:
        day += _DAY
    return DayMark((day,), exact=True, monthless=True)


def _weekday_day(slots: Slots, now: datetime) -> DayMark:
    """As "Saturday 28"."""
    found = _day_of_month(slots, now)
    if found.days[0].weekday() != slots.numbers["weekday"]:
        raise ValueError(slots)
    return DayMark(found.days, exact=True)


def _weekday_of_week(weeks: int) -> Rule:
    """The weekday of this week, from Monday to Sunday, or of one some weeks away."""
    return lambda slots, now: DayMark(
        (_monday(now) + timedelta(days=_WEEK * weeks + slots.numbers["weekday"]),)
    )


def _day_of_next_month(slots: Slots, now: datetime) -> DayMark:
    first = _months_on(now.date().replace(day=1), 1)
    return DayMark((first.replace(day=slots.numbers["day"]),), exact=True)


def _days_of_month(slots: Slots, now: datetime) -> DayMark:
    """As "from 1 to 3 December": number, day, month."""
    last = _month_day(slots, now).days[0]
    first = last.replace(day=slots.numbers["number"])
    if first > last:
        raise ValueError(slots)
    return DayMark(_from(first, (last - first).days + 1))


def _first_days_of_month(slots: Slots, now: datetime) -> DayMark:
    """As "the first three days of December": number, month."""
    first = _month_day(Slots({**slots.numbers, "day": 1}, {}), now).days[0]
    return DayMark(_from(first, slots.numbers["number"]))


def _days_ahead(slots: Slots, now: datetime) -> DayMark:
    """As "from the 26th to the 28th" of no month: number, day."""
    last = _day_of_month(slots, now).days[0]
    first = last.replace(day=slots.numbers["number"])
    if not now.date() <= first < last:
        raise ValueError(slots)
    return DayMark(_from(first, (last - first).days + 1))


def _two_days_of_month(slots: Slots, now: datetime) -> DayMark:
    """As "December 24 and 25": number, day, month."""
    last = _month_day(slots, now).days[0]
    return DayMark((last.replace(day=slots.numbers["number"]), last))


def _end_of_named_month(slots: Slots, now: datetime) -> DayMark:
    month = slots.numbers["month"]
    first = date(now.year + (month < now.month), month, 1)
    return DayMark((_months_on(first, 1) - _DAY,), exact=True)


def _coming_weekday(slots: Slots, now: datetime) -> DayMark:
    """The first one after today."""
    ahead = (slots.numbers["weekday"] - now.weekday()) % _WEEK or _WEEK
    return DayMark((now.date() + timedelta(days=ahead),), weekday=True)


def _month_day(slots: Slots, now: datetime) -> DayMark:
    month = slots.numbers["month"]
    number = slots.numbers["day"]
    if "year" in slots.numbers:
        return DayMark((date(slots.numbers["year"], month, number),), exact=True)
    return DayMark((_coming(now.date(), month, number),), exact=True)


def _in_units(slots: Slots, now: datetime) -> Meaning:
    number, unit = _amount(slots)
    if unit in ("hour", "minute"):
        # Added in UTC: "in two hours" is two hours also over a clock change.
        return InstantMark(_later(now, timedelta(**{f"{unit}s": number})))
    return DayMark((now.date() + _days(number, unit),))


def _amount(slots: Slots) -> tuple[int, str]:
    """A number of units, as two words or as one."""
    if "amount" in slots.words:
        number, _, unit = slots.words["amount"].partition(" ")
        return int(number), unit
    return slots.numbers["number"], slots.words["unit"]


def _later(now: datetime, distance: timedelta) -> datetime:
    return datetime.fromtimestamp(now.timestamp() + distance.total_seconds(), now.tzinfo)


def _units_from_weekday(slots: Slots, now: datetime) -> DayMark:
    start = _weekday(slots, now).days[0]
    return DayMark((start + _days(*_amount(slots)),))


def _units_from_tomorrow(slots: Slots, now: datetime) -> DayMark:
    return DayMark((now.date() + _DAY + _days(*_amount(slots)),))


def _half_hour(_slots: Slots, now: datetime) -> InstantMark:
    return InstantMark(_later(now, timedelta(minutes=_HALF)))


def _days(number: int, unit: str) -> timedelta:
    if unit not in ("day", "week"):
        raise ValueError(unit)  # how many days a month has depends on the month
    return timedelta(days=number * (_WEEK if unit == "week" else 1))


def _week_of(slots: Slots, now: datetime) -> DayMark:
    """The week, from Monday, that holds a date."""
    for rule, slot in ((_numeric_date, "date"), (_month_day, "month"), (_day_of_month, "day")):
        if slot in slots.words or slot in slots.numbers:
            day = rule(slots, now).days[0]
            return DayMark(_from(day - timedelta(days=day.weekday()), _WEEK))
    raise ValueError(slots)


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


def _weekdays(_slots: Slots, now: datetime) -> DayMark:
    """Each working day once, from today on."""
    return DayMark(tuple(day for day in _from(now.date(), _WEEK) if day.weekday() < _SATURDAY))


def _nth_weekday(slots: Slots, now: datetime) -> DayMark:
    """As "the first Saturday of December", and of this month or the next if none is said."""
    return DayMark((_in_month(slots, now, _nth_of(slots.numbers["day"])),), exact=True)


def _nth_weekday_of_next_month(slots: Slots, now: datetime) -> DayMark:
    first = _months_on(now.date().replace(day=1), 1)
    days = [day for day in _from(first, 31) if day.month == first.month]
    days = [day for day in days if day.weekday() == slots.numbers["weekday"]]
    return DayMark((_nth_of(slots.numbers["day"])(days),), exact=True)


def _last_weekday_of_month(slots: Slots, now: datetime) -> DayMark:
    return DayMark((_in_month(slots, now, _last_of),), exact=True)


def _in_month(slots: Slots, now: datetime, choose: Callable[[list[date]], date]) -> date:
    first = now.date().replace(day=1)
    months = [_months_on(first, ahead) for ahead in range(13)]
    if "month" in slots.numbers:
        months = [month for month in months if month.month == slots.numbers["month"]]
    for month in months:
        days = _from(month, (_months_on(month, 1) - month).days)
        found = choose([day for day in days if day.weekday() == slots.numbers["weekday"]])
        if found >= now.date():
            return found
    raise ValueError(slots)


def _nth_of(number: int) -> Callable[[list[date]], date]:
    def choose(days: list[date]) -> date:
        if number > len(days):
            raise ValueError(number)
        return days[number - 1]

    return choose


def _last_of(days: list[date]) -> date:
    return days[-1]


def _months_on(first: date, months: int) -> date:
    """The first day of a later month."""
    ahead = first.month - 1 + months
    return date(first.year + ahead // 12, ahead % 12 + 1, 1)


def _end_of_month(_slots: Slots, now: datetime) -> DayMark:
    return DayMark((_months_on(now.date().replace(day=1), 1) - _DAY,))


def _start_of_next_month(_slots: Slots, now: datetime) -> DayMark:
    return DayMark((_months_on(now.date().replace(day=1), 1),))


def _end_of_year(_slots: Slots, now: datetime) -> DayMark:
    return DayMark((date(now.year, 12, 31),))


def _unclear(_slots: Slots, _now: datetime) -> Meaning:
    return Wrong()


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


_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "today": _said("today", 0),
        "tomorrow": _said("", 1),
        "day_after_tomorrow": _said("", 2),
        "yesterday": _said("", -1),
        "tonight": lambda _slots, now: DayMark((evening_date(now),), said="tonight"),
        "weekday": _weekday,
        "next_weekday": _next_weekday,
        "weekday_in_weeks": _weekday_in_weeks,
        "last_night": _last_night,
        "last_weekday": _last_weekday,
        "weekday_day": _weekday_day,
        "coming_weekday": _coming_weekday,
        "this_week_weekday": _weekday_of_week(0),
        "last_week_weekday": _weekday_of_week(-1),
        "weekday_after_next": _weekday_of_week(2),
        "day_of_next_month": _day_of_next_month,
        "days_of_month": _days_of_month,
        "first_days_of_month": _first_days_of_month,
        "days_ahead": _days_ahead,
        "two_days_of_month": _two_days_of_month,
        "end_of_named_month": _end_of_named_month,
        "week_after_next": lambda _slots, now: DayMark(
            _from(_monday(now) + timedelta(days=2 * _WEEK), _WEEK)
        ),
        "nth_weekday_of_next_month": _nth_weekday_of_next_month,
        "day_of_month": _day_of_month,
        "month_day": _month_day,
        "date": _numeric_date,
        "in_units": _in_units,
        "units_from_weekday": _units_from_weekday,
        "units_from_tomorrow": _units_from_tomorrow,
        "this_week": _this_week,
        "week_of": _week_of,
        "next_days": lambda slots, now: DayMark(_from(now.date(), slots.numbers["number"])),
        "next_seven_days": lambda _slots, now: DayMark(_from(now.date(), _WEEK)),
        "next_week": _next_week,
        "weekend": _weekend,
        "weekdays": _weekdays,
        "nth_weekday": _nth_weekday,
        "last_weekday_of_month": _last_weekday_of_month,
        "end_of_month": _end_of_month,
        "start_of_next_month": _start_of_next_month,
        "end_of_year": _end_of_year,
        "half_hour": _half_hour,
        "hour_and_half": lambda _slots, now: InstantMark(_later(now, timedelta(minutes=90))),
        "unclear": _unclear,
        "next_weekend": _next_weekend,
        "noon": lambda _slots, _now: TimeMark((NOON,)),
        "midnight": lambda _slots, _now: TimeMark((0,)),
    }
)

MEANINGS = frozenset(_RULES) | {
    "hour",
    "hour_minute",
    "time_range",
    "half_past",
    "quarter_past",
    "quarter_to",
    "minutes_to",
    "holiday",
    "day_after_holiday",
    "day_before_holiday",
    "holiday_weekend",
    "weekday_after_holiday",
    "weekday_before_holiday",
    "weekend_after_holiday",
    "days_after_holiday",
    "days_before_holiday",
}
"""The names that a language file may give to ways of saying a date or time."""
