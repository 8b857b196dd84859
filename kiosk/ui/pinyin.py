"""Chinese words for the letters that were typed: a list that is looked up, and no engine.

The list is ``resources/keyboards/pinyin.tsv``; its README says where it is from.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from kiosk.core.errors import ContentError

MOST = 60
"""Words that are offered at once: more than anybody looks through."""

LONGEST = 40
"""Letters that are composed at once; a sentence is written in parts."""

_BOUNDARY = "'"


@dataclass(frozen=True, slots=True)
class Offer:
    """A word for some of the letters.

    Attributes:
        word: What is written.
        taken: How many of the letters it stands for, from the first.
    """

    word: str
    taken: int


@dataclass(frozen=True, slots=True)
class _Entry:
    spelled: str
    letters: str
    word: str
    common: int


class PinyinWords:
    """Finds words. Reads its file when it is first asked.

    Args:
        file: The list, sorted by letters.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def prepare(self) -> None:
        """Read the list before it is asked for, on a thread where that does not matter.

        Raises:
            ContentError: the list cannot be read.
        """
        self.offers("a")

    def offers(self, typed: str) -> tuple[Offer, ...]:
        """Words for the letters, the likeliest first; none where nothing begins so.

        Args:
            typed: Letters a to z, and ``'`` between syllables where it matters.

        Raises:
            ContentError: the list cannot be read.
        """
        letters = typed.replace(_BOUNDARY, "")
        found: dict[str, Offer] = {}
        for offer in self._found(letters, typed):
            found.setdefault(offer.word, offer)
            if len(found) >= MOST:
                break
        return tuple(found.values())

    def _found(self, letters: str, typed: str) -> Iterator[Offer]:
        if not letters:
            return
        for entry in self._exactly(letters):
            if _keeps_boundaries(entry, typed):
                yield Offer(entry.word, len(typed))
        for entry in self._by_initials.get(letters, ()):
            yield Offer(entry.word, len(typed))
        for entry in self._beginning_with(letters):
            yield Offer(entry.word, len(typed))
        for end in range(len(letters) - 1, 0, -1):
            place = _place_after(typed, end)
            for entry in self._exactly(letters[:end]):
                if _keeps_boundaries(entry, typed[:place]):
                    yield Offer(entry.word, place)

    def _exactly(self, letters: str) -> list[_Entry]:
        first = bisect_left(self._entries, letters, key=_letters_of)
        last = bisect_left(self._entries, letters + "!", key=_letters_of)  # "!" is before "a"
        return self._entries[first:last]

    def _beginning_with(self, letters: str) -> list[_Entry]:
        first = bisect_left(self._entries, letters, key=_letters_of)
        last = bisect_left(self._entries, letters + "{", key=_letters_of)  # "{" is behind "z"
        return sorted(self._entries[first:last], key=lambda entry: -entry.common)[:MOST]

    @cached_property
    def _lines(self) -> list[list[str]]:
        try:
            text = self._file.read_text("utf-8")
        except (OSError, ValueError) as error:
            raise ContentError(f"{self._file.name} cannot be read: {error}") from error
        return [line.split("\t") for line in text.splitlines()]

    @cached_property
    def _entries(self) -> list[_Entry]:
        return [_entry(line, number, self._file) for number, line in enumerate(self._lines, 1)]

    @cached_property
    def _by_initials(self) -> dict[str, list[_Entry]]:
        """Words of several syllables by the first letter of each, the commonest first."""
        found: dict[str, list[_Entry]] = {}
        for line, entry in zip(self._lines, self._entries, strict=True):
            syllables = line[0].split(_BOUNDARY)
            if len(syllables) > 1:
                found.setdefault("".join(part[0] for part in syllables), []).append(entry)
        for entries in found.values():
            entries.sort(key=lambda entry: -entry.common)
        return found


def _letters_of(entry: _Entry) -> str:
    return entry.letters


def _entry(line: list[str], number: int, file: Path) -> _Entry:
    try:
        spelled, word, common = line
        return _Entry(spelled, spelled.replace(_BOUNDARY, ""), word, int(common))
    except ValueError as error:
        raise ContentError(f"{file.name}, line {number}: letters, word and number, please") from (
            error
        )


def _keeps_boundaries(entry: _Entry, typed: str) -> bool:
    """Whether each boundary that was typed is one of the word, or at its end."""
    ends = _boundaries(entry.spelled) | {len(entry.letters)}
    return _boundaries(typed) <= ends


def _boundaries(spelled: str) -> frozenset[int]:
    """After how many letters there is one."""
    parts = spelled.split(_BOUNDARY)[:-1]
    return frozenset(accumulate(len(part) for part in parts))


def _place_after(typed: str, letters: int) -> int:
    """Where in what was typed so many letters end, boundaries behind them included."""
    seen = 0
    for place, sign in enumerate(typed):
        if sign != _BOUNDARY:
            if seen == letters:
                return place
            seen += 1
    return len(typed)
