"""Dates and times in a question: which words say them.

The ways of saying come from the language file as patterns with slots; ``date_rules`` gives each
way its meaning. A number that stands in no pattern is no date: "3 books" and "1984" stay what
they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from kiosk.assistant.date_marks import NOON, DayMark, Meaning, PartMark, TimeMark, Wrong, readings
from kiosk.assistant.date_rules import Slots, meaning_of
from kiosk.assistant.languages import DateWords, Pattern
from kiosk.assistant.words import Phrase

_WEEK = 7
_ONE_O_CLOCK = 60
_LONGEST_RANGE = 31
_SPELLED = frozenset({"{number}", "{hour}"})
_TEXTS: Mapping[str, str] = MappingProxyType({"{unit}": "unit", "{date}": "date"})
_LIMITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"{day}": (1, 31), "{hour}": (1, 24), "{number}": (1, 99), "{year}": (2020, 2099)}
)
_NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        "{weekday}": "weekday",
        "{month}": "month",
        "{day}": "day",
        "{nth}": "day",
        "{ordinal}": "day",
        "{number}": "number",
        "{hour}": "hour",
        "{year}": "year",
    }
)


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
            slots = self._filled(pattern, question[start : start + len(pattern.items)])
            end = start + len(pattern.items)
            if slots is not None and not ("hour" in slots.numbers and self._goes_on(question, end)):
                yield Said(start, end, meaning_of(pattern, slots, now))

    def _filled(self, pattern: Pattern, said: Phrase) -> Slots | None:
        """The slots of the pattern, if the words are a way to say it."""
        if len(said) < len(pattern.items):
            return None
        numbers: dict[str, int] = {}
        texts: dict[str, str] = {}
        for item, word in zip(pattern.items, said, strict=True):
            if item in _NUMBERS:
                number = self._number(item, word)
                if number is None:
                    return None
                numbers[_NUMBERS[item]] = number
            elif item in _TEXTS:
                text = self._text(item, word)
                if text is None:
                    return None
                texts[_TEXTS[item]] = text
            elif item != word:
                return None
        return Slots(numbers, texts)

    def _goes_on(self, question: Phrase, position: int) -> bool:
        """Whether a number was only the beginning of something else: "at 9 pm", "after 2 days"."""
        after = question[position] if position < len(question) else ""
        return after in self._spoken.am | self._spoken.pm or after in self._spoken.units

    def _number(self, slot: str, word: str) -> int | None:
        spoken = self._spoken
        match slot:
            case "{weekday}":
                return spoken.weekdays.get(word)
            case "{month}":
                return spoken.months.get(word)
            case "{nth}" | "{ordinal}":
                of_words = spoken.ordinals.get(word) if slot == "{ordinal}" else None
                return self._nth(word) or of_words
            case _:
                low, high = _LIMITS[slot]
                of_words = spoken.numbers.get(word) if slot in _SPELLED else None
                return of_words or _between(word, low, high)

    def _text(self, slot: str, word: str) -> str | None:
        return self._spoken.units.get(word) if slot == "{unit}" else self._numeric(word)

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
            if minutes is not None and _ONE_O_CLOCK <= minutes < _ONE_O_CLOCK + NOON:
                reading = minutes % NOON + (NOON if after in self._spoken.pm else 0)
                return Said(start, start + 2, TimeMark((reading,)))
            return None
        return None if minutes is None else Said(start, start + 1, TimeMark(readings(minutes)))

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
