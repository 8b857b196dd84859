"""Dates and times in a question: which words say them, and what they mean today.

The ways of saying come from the language file as patterns with slots; the rules here give each
way its meaning. A number that stands in no pattern is no date: "3 books" and "1984" stay what
they are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from kiosk.assistant.languages import DateWords, FixedDay, Part, Pattern
from kiosk.assistant.words import Phrase

_DAY = timedelta(days=1)
_WEEK = 7
_NOON = 12 * 60
_ONE_O_CLOCK = 60
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_CENTURY = 2000
_LONGEST_RANGE = 31

NIGHT_ENDS = 4 * 60
"""Minutes after midnight until which "tonight" is still the night before's."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """Words that name one or more dates.

    Attributes:
        days: The dates, in order.
        said: What was said, where the answer should say it back: ``today``, ``tonight``, ….
        exact: A date with its number, which a weekday beside it must agree with.
        weekday: A lone weekday, which may stand beside an exact date.
    """

    days: tuple[date, ...]
    said: str = ""
    exact: bool = False
    weekday: bool = False


@dataclass(frozen=True, slots=True)
class TimeMark:
    """Words that name a time of day, as minutes after midnight; two readings for a bare "9"."""

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


Meaning = DayMark | TimeMark | PartMark | InstantMark | Wrong
Slots = Mapping[str, int | str | date]


@dataclass(frozen=True, slots=True)
class Said:
    """Words ``first`` up to but without ``end`` of a question, and what they mean."""

    first: int
    end: int
    meaning: Meaning


class DateReader:
    """Finds what one language says about dates."""

    def __init__(self, spoken: DateWords) -> None:
        self._spoken = spoken

    def vocabulary(self) -> Iterator[str]:
        """Every word that a date may be made of."""
        spoken = self._spoken
        for table in (spoken.weekdays, spoken.months, spoken.numbers, spoken.ordinals):
            yield from table
        yield from spoken.units
        for pattern in spoken.patterns:
            yield from (item for item in pattern.items if not item.startswith("{"))
        for phrase in spoken.parts:
            yield from phrase

    def at(self, question: Phrase, start: int, now: datetime) -> Said | None:
        """The longest date or time that begins at word ``start``; ``now`` in the library's zone."""
        found = [*self._patterns(question, start, now), *self._parts(question, start)]
        clock = self._clock(question, start)
        if clock is not None:
            found.append(clock)
        best = max(found, key=lambda said: said.end, default=None)
        if best is None:
            return self._led_range(question, start, now)
        return self._range(question, self._joined(question, best, now), now)

    def _patterns(self, question: Phrase, start: int, now: datetime) -> Iterator[Said]:
        for pattern in self._spoken.patterns:
            slots: dict[str, int | str | date] = {}
            end = self._match(pattern, question, start, slots)
            if end is not None:
                yield Said(start, end, _meaning(pattern, slots, now))

    def _match(
        self, pattern: Pattern, question: Phrase, start: int, slots: dict[str, int | str | date]
    ) -> int | None:
        position = start
        for item in pattern.items:
            if position >= len(question):
                return None
            word = question[position]
            if item.startswith("{"):
                value = self._slot(item, word)
                if value is None:
                    return None
                slots[item] = value
            elif item != word:
                return None
            position += 1
        return None if "{hour}" in slots and self._goes_on(question, position) else position

    def _goes_on(self, question: Phrase, position: int) -> bool:
        """Whether a number was only the beginning of something else: "at 9 pm", "after 2 days"."""
        after = question[position] if position < len(question) else ""
        return after in self._spoken.am | self._spoken.pm or after in self._spoken.units

    def _slot(self, name: str, word: str) -> int | str | date | None:
        spoken = self._spoken
        readers: Mapping[str, Callable[[], int | str | date | None]] = {
            "{weekday}": lambda: spoken.weekdays.get(word),
            "{month}": lambda: spoken.months.get(word),
            "{ordinal}": lambda: self._nth(word) or spoken.ordinals.get(word),
            "{nth}": lambda: self._nth(word),
            "{day}": lambda: _between(word, 1, 31),
            "{hour}": lambda: spoken.numbers.get(word) or _between(word, 1, 24),
            "{number}": lambda: spoken.numbers.get(word) or _between(word, 1, 99),
            "{year}": lambda: _between(word, 2020, 2099),
            "{unit}": lambda: spoken.units.get(word),
            "{date}": lambda: self._numeric(word),
        }
        return readers[name]() if name in readers else None

    def _numeric(self, word: str) -> str | None:
        """A date in numbers, month first."""
        pieces = word.replace("-", "/").split("/")
        if len(pieces) == 1 or not all(piece.isdigit() for piece in pieces):
            return None
        if "/" in word and self._spoken.order == "dmy":
            pieces[:2] = reversed(pieces[:2])
        return ("-" if "-" in word else "/").join(pieces)

    def _nth(self, word: str) -> int | None:
        for suffix in self._spoken.ordinal_suffixes:
            if word.endswith(suffix) and word.removesuffix(suffix).isdigit():
                return _between(word.removesuffix(suffix), 1, 31)
        return None

    def _clock(self, question: Phrase, start: int) -> Said | None:
        """``9 pm``, ``9:30``, ``21:00``, ``nine pm``; a bare number is no time."""
        word = question[start]
        after = question[start + 1] if start + 1 < len(question) else ""
        minutes = _clock_minutes(word)
        hour = self._spoken.numbers.get(word) if minutes is None else None
        if after in self._spoken.am or after in self._spoken.pm:
            if minutes is None:
                number = hour or _between(word, 1, 12)
                minutes = None if number is None else number * 60
            if minutes is not None and _ONE_O_CLOCK <= minutes < _ONE_O_CLOCK + _NOON:
                reading = minutes % _NOON + (_NOON if after in self._spoken.pm else 0)
                return Said(start, start + 2, TimeMark((reading,)))
            return None
        return None if minutes is None else Said(start, start + 1, TimeMark(_readings(minutes)))

    def _parts(self, question: Phrase, start: int) -> Iterator[Said]:
        for phrase, part in self._spoken.parts.items():
            if question[start : start + len(phrase)] == phrase:
                yield Said(start, start + len(phrase), PartMark(part))

    def _joined(self, question: Phrase, first: Said, now: datetime) -> Said:
        """One date of "saturday, november 28" or "sat the 28th", if the two agree."""
        if not isinstance(first.meaning, DayMark) or not first.meaning.weekday:
            return first
        start = first.end + (question[first.end : first.end + 1] == (",",))
        exact = self.at(question, start, now) if start < len(question) else None
        if exact is None or not isinstance(exact.meaning, DayMark) or not exact.meaning.exact:
            return first
        agree = exact.meaning.days[0].weekday() == first.meaning.days[0].weekday()
        return Said(first.first, exact.end, exact.meaning if agree else Wrong())

    def _range(self, question: Phrase, first: Said, now: datetime) -> Said:
        """Both ends of "monday to friday" and what lies between."""
        if not isinstance(first.meaning, DayMark) or first.end + 1 >= len(question):
            return first
        if question[first.end] not in self._spoken.range_words:
            return first
        last = self.at(question, first.end + 1, now)
        if last is None or not isinstance(last.meaning, DayMark):
            return first
        begin, end = first.meaning.days[0], last.meaning.days[-1]
        if end < begin and last.meaning.weekday:
            end += timedelta(days=_WEEK * ((begin - end).days // _WEEK + 1))
        days = tuple(begin + timedelta(days=n) for n in range((end - begin).days + 1))
        fits = 0 < len(days) <= _LONGEST_RANGE
        return Said(first.first, last.end, DayMark(days) if fits else Wrong())

    def _led_range(self, question: Phrase, start: int, now: datetime) -> Said | None:
        if question[start] not in self._spoken.range_lead or start + 1 >= len(question):
            return None
        said = self.at(question, start + 1, now)
        return None if said is None else Said(start, said.end, said.meaning)


def _meaning(pattern: Pattern, slots: Slots, now: datetime) -> Meaning:
    today = now.date()
    if pattern.fixed is not None:
        return _fixed(pattern.fixed, today)
    try:
        return _RULES[pattern.meaning](slots, now)
    except (ValueError, OverflowError):
        return Wrong()


def evening_date(now: datetime) -> date:
    """The date that "tonight" belongs to: in the small hours it is still the night before's."""
    return now.date() - _DAY if now.hour * 60 + now.minute < NIGHT_ENDS else now.date()


def _fixed(fixed: FixedDay, today: date) -> DayMark:
    return DayMark((_coming(today, fixed.month, fixed.day),), exact=True)


def _weekday(slots: Slots, now: datetime) -> DayMark:
    ahead = (int(str(slots["{weekday}"])) - now.weekday()) % _WEEK
    return DayMark((now.date() + timedelta(days=ahead),), weekday=True)


def _next_weekday(slots: Slots, now: datetime) -> DayMark:
    # "Next Tuesday" has two readings; this one is the day in the coming week, and the answer
    # says the full date, so that the patron sees which was taken.
    return DayMark((_monday(now) + timedelta(days=_WEEK + int(str(slots["{weekday}"]))),))


def _last_weekday(slots: Slots, now: datetime) -> DayMark:
    ago = (now.weekday() - int(str(slots["{weekday}"]))) % _WEEK or _WEEK
    return DayMark((now.date() - timedelta(days=ago),))


def _day_of_month(slots: Slots, now: datetime) -> DayMark:
    wanted, day = int(str(slots["{nth}"])), now.date()
    while day.day != wanted:
        day += _DAY
    return DayMark((day,), exact=True)


def _month_day(slots: Slots, now: datetime) -> DayMark:
    month = int(str(slots["{month}"]))
    number = int(str(slots.get("{ordinal}", slots.get("{day}"))))
    if "{year}" in slots:
        return DayMark((date(int(str(slots["{year}"])), month, number),), exact=True)
    return DayMark((_coming(now.date(), month, number),), exact=True)


def _in_units(slots: Slots, now: datetime) -> Meaning:
    number, unit = int(str(slots["{number}"])), str(slots["{unit}"])
    if unit in ("hour", "minute"):
        # Added in UTC: "in two hours" is two hours also over a clock change.
        return InstantMark(_later(now, timedelta(**{f"{unit}s": number})))
    return DayMark((now.date() + _days(number, unit),))


def _later(now: datetime, distance: timedelta) -> datetime:
    return datetime.fromtimestamp(now.timestamp() + distance.total_seconds(), now.tzinfo)


def _units_from_weekday(slots: Slots, now: datetime) -> DayMark:
    start = _weekday(slots, now).days[0]
    return DayMark((start + _days(int(str(slots["{number}"])), str(slots["{unit}"])),))


def _units_from_tomorrow(slots: Slots, now: datetime) -> DayMark:
    distance = _days(int(str(slots["{number}"])), str(slots["{unit}"]))
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
    word = str(slots["{date}"])
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


def _between(word: str, low: int, high: int) -> int | None:
    if not word.isascii() or not word.isdigit() or len(word) > len(str(high)):
        return None
    return int(word) if low <= int(word) <= high else None


def _clock_minutes(word: str) -> int | None:
    hours, colon, minutes = word.partition(":")
    if not colon or not (hours.isdigit() and minutes.isdigit()):
        return None
    found = int(hours) * 60 + int(minutes)
    return found if int(minutes) < 60 and found < 24 * 60 else None  # noqa: PLR2004  minutes of an hour


def _readings(minutes: int) -> tuple[int, ...]:
    """A time without am or pm: 13:00 and 0:30 are certain, 9:30 may be either."""
    if _ONE_O_CLOCK <= minutes < _ONE_O_CLOCK + _NOON:
        return (minutes % _NOON, minutes % _NOON + _NOON)
    return (minutes,)


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
        "hour": lambda slots, _now: TimeMark(_readings(int(str(slots["{hour}"])) * 60 % 1440)),
        "noon": lambda _slots, _now: TimeMark((_NOON,)),
        "midnight": lambda _slots, _now: TimeMark((0,)),
    }
)
