"""Dates and times in a question: which words say them.

The ways of saying come from the language file as patterns with slots; ``date_rules`` gives each
way its meaning. A number that stands in no pattern is no date: "3 books" and "1984" stay what
they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.assistant.date_marks import DayMark, Meaning, PartMark, Wrong
from kiosk.assistant.date_rules import DateRules, Slots
from kiosk.assistant.date_slots import DateSlots, Filled
from kiosk.assistant.languages import DateWords, Pattern
from kiosk.assistant.occasions import Occasions
from kiosk.assistant.words import Phrase, longest

_WEEK = 7
_LONGEST_RANGE = 31
# What every language writes alike: "9:30", "9 pm", "9:30 pm".
_CLOCKS = (
    Pattern("clock", ("{clock}",)),
    Pattern("clock", ("{clock}", "{meridiem}")),
    Pattern("hour", ("{hour}", "{meridiem}")),
)
_TIMES = frozenset({"hour", "hour_minute", "half_past", "quarter_past", "quarter_to", "time_range"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words ``first`` up to but without ``end`` of a question, and what they mean."""

    first: int
    end: int
    meaning: Meaning


class DateReader:
    """Finds what one language says about dates.

    Args:
        spoken: How the language says them.
        occasions: When days that have a name are.
    """

    def __init__(self, spoken: DateWords, occasions: Occasions) -> None:
        self._spoken = spoken
        self._slots = DateSlots(spoken)
        self._rules = DateRules(occasions, hours_of_clock=spoken.hours_of_clock)
        self._by_word: dict[str, list[Pattern]] = {}
        for pattern in (*spoken.patterns, *_CLOCKS):
            self._by_word.setdefault(pattern.items[0], []).append(pattern)
        self._by_slot = {slot: found for slot, found in self._by_word.items() if slot[0] == "{"}
        # A pattern is tried only where all its own words are there.
        self._own_words = {
            pattern.items: frozenset(item for item in pattern.items if item[0] != "{")
            for pattern in (*spoken.patterns, *_CLOCKS)
        }
        self._longest_part = longest(spoken.parts)

    def vocabulary(self) -> Iterator[str]:
        """Every word that a date may be made of."""
        spoken = self._spoken
        tables: tuple[Mapping[Phrase, object], ...] = (
            spoken.weekdays,
            spoken.months,
            spoken.numbers,
            spoken.counts,
            spoken.ordinals,
            spoken.units,
            spoken.amounts,
            spoken.holidays,
            spoken.parts,
        )
        for table in tables:
            yield from (word for phrase in table for word in phrase)
        for phrases in (spoken.am, spoken.pm, spoken.range_words, spoken.range_lead):
            yield from (word for phrase in phrases for word in phrase)
        for pattern in spoken.patterns:
            yield from (item for item in pattern.items if not item.startswith("{"))

    def at(self, question: Phrase, start: int, now: datetime) -> Said | None:
        """The longest date or time that begins at word ``start``; ``now`` in the library's zone."""
        if start >= len(question):
            return None
        found = [*self._patterns(question, start, now), *self._parts(question, start)]
        joined = [self._joined(question, said, now) for said in found]
        best = max(joined, key=lambda said: said.end, default=None)
        if best is None:
            return self._led_range(question, start, now)
        return self._range(question, best, now)

    def _patterns(self, question: Phrase, start: int, now: datetime) -> Iterator[Said]:
        there = frozenset(question[start:])
        for pattern in self._candidates(question, start):
            if not self._own_words[pattern.items] <= there:
                continue
            filled = self._filled(pattern.items, question, start)
            if filled is None:
                continue
            end, slots = filled
            if pattern.meaning == "weekday_day" and self._goes_on(question, end, now):
                continue
            if pattern.meaning in _TIMES and "meridiem" not in slots.words:
                taken = self._slots.fill("{meridiem}", question, end)
                if taken:
                    end = taken[0].end
                    slots = Slots(slots.numbers, {**slots.words, "meridiem": str(taken[0].value)})
                elif self._slots.fill("{unit}", question, end):
                    continue  # "after 2 days" is no time
            meaning = self._rules.meaning(pattern.meaning, slots, now)
            if meaning is not None:
                yield Said(start, end, meaning)

    def _goes_on(self, question: Phrase, end: int, now: datetime) -> bool:
        """Whether the number was the beginning of a time or a date: "Saturday 10 am"."""
        after = ("{meridiem}", "{unit}", "{month}")
        if any(self._slots.fill(slot, question, end) for slot in after):
            return True
        return any(said.end > end for said in self._patterns(question, end - 1, now))

    def _candidates(self, question: Phrase, start: int) -> Iterator[Pattern]:
        word = question[start]
        yield from self._by_word.get(word, ())
        if not (word[0].isdigit() or word in self._slots.first_words):
            return  # most words of a question begin no slot at all
        for slot, patterns in self._by_slot.items():
            if self._slots.fill(slot, question, start):
                yield from patterns

    def _filled(self, items: Phrase, question: Phrase, start: int) -> tuple[int, Slots] | None:
        """Where the words end that are a way to say the pattern, and what stood in its slots."""
        filled = self._rest(items, question, start)
        if filled is None:
            return None
        end, taken = filled
        numbers = {one.slot: one.value for one in taken if isinstance(one.value, int)}
        texts = {one.slot: one.value for one in taken if isinstance(one.value, str)}
        phrase = next((question[one.start : one.end] for one in taken if one.slot == "holiday"), ())
        return end, Slots(numbers, texts, phrase)

    def _rest(
        self, items: Sequence[str], question: Phrase, position: int
    ) -> tuple[int, list[Filled]] | None:
        if not items:
            return position, []
        if position >= len(question):
            return None
        if items[0][0] != "{":
            same = items[0] == question[position]
            return self._rest(items[1:], question, position + 1) if same else None
        # A slot takes as many words as it can, fewer where the rest would not fit then.
        for filled in self._slots.fill(items[0], question, position):
            rest = self._rest(items[1:], question, filled.end)
            if rest is not None:
                return rest[0], [filled, *rest[1]]
        return None

    def _parts(self, question: Phrase, start: int) -> Iterator[Said]:
        for length in range(min(self._longest_part, len(question) - start), 0, -1):
            part = self._spoken.parts.get(question[start : start + length])
            if part is not None:
                yield Said(start, start + length, PartMark(part))
                return

    def _joined(self, question: Phrase, first: Said, now: datetime) -> Said:
        """One date of "saturday, november 28" or "28 de noviembre, sábado", if the two agree."""
        if not isinstance(first.meaning, DayMark):
            return first
        start = first.end + (question[first.end : first.end + 1] == (",",))
        other = self.at(question, start, now) if start < len(question) else None
        if other is None or not isinstance(other.meaning, DayMark):
            return first
        pair = (first.meaning, other.meaning)
        exact = next((mark for mark in pair if mark.exact), None)
        lone = next((mark for mark in pair if mark.weekday), None)
        if exact is None or lone is None or (first.end < start and exact is first.meaning):
            return first
        agree = exact.days[0].weekday() == lone.days[0].weekday()
        return Said(first.first, other.end, exact if agree else Wrong())

    def _range(
        self, question: Phrase, first: Said, now: datetime, between: frozenset[Phrase] | None = None
    ) -> Said:
        """Both ends of "monday to friday" and what lies between."""
        if not isinstance(first.meaning, DayMark):
            return first
        start = self._after(between or self._spoken.range_words, question, first.end)
        last = None if start is None else self.at(question, start, now)
        if last is None or not isinstance(last.meaning, DayMark):
            return first
        begin, end = first.meaning.days[0], last.meaning.days[-1]
        if first.meaning.monthless and last.meaning.exact and not last.meaning.monthless:
            begin = end.replace(day=min(begin.day, end.day))  # "from the 26th to the 28th of May"
        elif last.meaning.monthless and end < begin and begin.day < end.day:
            end = begin.replace(day=end.day)  # "from May 26 to the 28th"
        if end < begin and last.meaning.weekday:
            end += timedelta(days=_WEEK * ((begin - end).days // _WEEK + 1))
        days = tuple(begin + timedelta(days=n) for n in range((end - begin).days + 1))
        fits = 0 < len(days) <= _LONGEST_RANGE
        return Said(first.first, last.end, DayMark(days) if fits else Wrong())

    @staticmethod
    def _after(phrases: frozenset[Phrase], question: Phrase, start: int) -> int | None:
        for length in range(min(longest(phrases), len(question) - start - 1), 0, -1):
            if question[start : start + length] in phrases:
                return start + length
        return None

    def _led_range(self, question: Phrase, start: int, now: datetime) -> Said | None:
        leads = self._spoken.range_lead | self._spoken.range_between
        for lead in sorted(leads, key=len, reverse=True):
            end = start + len(lead)
            said = self.at(question, end, now) if question[start:end] == lead else None
            if said is None:
                continue
            if lead in self._spoken.range_between:
                said = self._range(question, said, now, self._spoken.range_and)
            return Said(start, said.end, said.meaning)
        return None
