"""What may stand in the slots of a way to say a date: ``{weekday}``, ``{hour}``, ``{nth}``, …."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.assistant.languages import DateWords
from kiosk.assistant.words import Phrase, longest

_ALWAYS_TWO = 2
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot, and the words ``start`` up to but without ``end`` that stand in it."""

    slot: str
    start: int
    end: int
    value: int | str


class DateSlots:
    """Fills the slots of one language's patterns.

    Attributes:
        first_words: All words, other than numbers, with which a slot may begin.
    """

    def __init__(self, spoken: DateWords) -> None:
        self._spoken = spoken
        meridiem = {**dict.fromkeys(spoken.am, "am"), **dict.fromkeys(spoken.pm, "pm")}
        self._tables: dict[str, tuple[str, tuple[Mapping[Phrase, int | str], ...], int]] = {}
        tables: dict[str, tuple[str, tuple[Mapping[Phrase, int | str], ...]]] = {
            "{weekday}": ("weekday", (spoken.weekdays,)),
            "{month}": ("month", (spoken.months,)),
            "{ordinal}": ("day", (spoken.ordinals,)),
            "{number}": ("number", (spoken.numbers, spoken.counts)),
            "{hour}": ("hour", (spoken.numbers,)),
            "{minute}": ("minute", (spoken.numbers,)),
            "{day}": ("day", (spoken.numbers,)),
            "{unit}": ("unit", (spoken.units,)),
            "{amount}": ("amount", (spoken.amounts,)),
            "{meridiem}": ("meridiem", (meridiem,)),
            "{holiday}": ("holiday", (spoken.holidays,)),
        }
        for slot, (name, found) in tables.items():
            longest_word = max(longest(table) for table in found)
            self._tables[slot] = (name, found, longest_word)
        self.first_words = frozenset(
            phrase[0]
            for _, found, _ in self._tables.values()
            for table in found
            for phrase in table
        )
        self._words: dict[str, tuple[str, Callable[[str], int | str | None]]] = {
            "{number}": ("number", lambda word: _between(word, 1, 99)),
            "{hour}": ("hour", lambda word: _between(word, 0, 24)),
            "{minute}": ("minute", _minute),
            "{day}": ("day", lambda word: _between(word, 1, 31)),
            "{year}": ("year", lambda word: _between(word, 2020, 2099)),
            "{nth}": ("day", self._nth),
            "{ordinal}": ("day", self._nth),
            "{clock}": ("clock", _clock),
            "{date}": ("date", self._date),
        }

    def fill(self, slot: str, question: Phrase, start: int) -> list[Filled]:
        """Every way to fill the slot from word ``start`` on, the one of most words first."""
        if start >= len(question):
            return []
        return [*self._by_phrase(slot, question, start), *self._by_word(slot, question, start)]

    def _by_phrase(self, slot: str, question: Phrase, start: int) -> Iterator[Filled]:
        if slot not in self._tables:
            return
        name, tables, most = self._tables[slot]
        for length in range(min(most, len(question) - start), 0, -1):
            said = question[start : start + length]
            for table in tables:
                value = table.get(said)
                if value is not None and _fits(slot, value):
                    yield Filled(name, start, start + length, value)

    def _by_word(self, slot: str, question: Phrase, start: int) -> Iterator[Filled]:
        if slot not in self._words:
            return
        name, read = self._words[slot]
        value = read(question[start])
        if value is not None:
            yield Filled(name, start, start + 1, value)

    def _nth(self, word: str) -> int | None:
        for suffix in self._spoken.ordinal_suffixes:
            if word.endswith(suffix) and word.removesuffix(suffix).isdigit():
                return _between(word.removesuffix(suffix), 1, 31)
        return None

    def _date(self, word: str) -> str | None:
        """A date in numbers, month first."""
        pieces = word.replace("-", "/").split("/")
        if len(pieces) == 1 or not all(piece.isdigit() for piece in pieces):
            return None
        if "/" in word and self._spoken.order == "dmy":
            pieces[:2] = reversed(pieces[:2])
        if "/" in word and int(pieces[0]) > _MONTHS >= int(pieces[1]):
            pieces[:2] = reversed(pieces[:2])  # only the other order makes it a date
        return ("-" if "-" in word else "/").join(pieces)


_MOST = {"{hour}": 24, "{day}": 31, "{minute}": 59}


def _fits(slot: str, value: int | str) -> bool:
    return not isinstance(value, int) or value <= _MOST.get(slot, value)


def _between(word: str, low: int, high: int) -> int | None:
    if not word.isascii() or not word.isdigit() or len(word) > len(str(high)):
        return None
    return int(word) if low <= int(word) <= high else None


def _minute(word: str) -> int | None:
    return _between(word, 0, 59) if len(word) == _ALWAYS_TWO else None


def _clock(word: str) -> int | None:
    """Minutes after midnight of ``9:30``."""
    hours, colon, minutes = word.partition(":")
    if not colon or not (hours.isdigit() and minutes.isdigit()):
        return None
    found = int(hours) * 60 + int(minutes)
    return found if int(minutes) < 60 and found < 24 * 60 else None  # noqa: PLR2004  minutes of an hour
