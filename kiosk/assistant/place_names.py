"""Which places a question names, by full names, the library's short names and parts of names.

"Okafor Science Library" is also called "Okafor", "science library" and "science"; no word that
another language's question is made of becomes a name by itself.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kiosk.assistant.languages import Language
from kiosk.assistant.words import Phrase, words
from kiosk.core.places import Place

_AND = "&"
_PAUSES = frozenset(",;?!")
_SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """Words that name a place.

    Attributes:
        ids: The one place that was named; more than one where they share the name.
    """

    ids: tuple[int, ...]


class PlaceNames:
    """The names of all places, ready to be found in a question."""

    def __init__(self, places: Sequence[Place], language: Language) -> None:
        self._language = language
        self._names: dict[Phrase, tuple[int, ...]] = {}
        # What the library itself says wins over what we derive from its names.
        self._add(_given(places))
        self._add(self._derived(places))
        self._longest = max((len(name) for name in self._names), default=0)
        self._distinctive = {
            word for name in self._names for word in name if word not in language.generic
        }

    def vocabulary(self) -> Collection[str]:
        """Every word that tells one place from another."""
        return self._distinctive

    def at(self, question: Phrase, start: int) -> tuple[int, PlaceMark] | None:
        """The longest name that begins at word ``start``: the word after it, and who bears it."""
        for length in range(min(self._longest, len(question) - start), 0, -1):
            part = question[start : start + length]
            ids = self._names.get(_plain(part)) if _in_one_breath(part) else None
            if ids is not None:
                return self._with_library(question, start + length), PlaceMark(ids)
        return self._abbreviated(question, start)

    def _with_library(self, question: Phrase, end: int) -> int:
        follows = question[end] if end < len(question) else ""
        return end + 1 if follows in self._language.library_words else end

    def _abbreviated(self, question: Phrase, start: int) -> tuple[int, PlaceMark] | None:
        """As "sci lib": the beginning of a distinctive word, with "library" behind it."""
        word = question[start]
        follows = question[start + 1] if start + 1 < len(question) else ""
        if len(word) < _SHORTEST_PREFIX or follows not in self._language.library_words:
            return None
        meant = {
            ids
            for name, ids in self._names.items()
            if len(name) == 1 and name[0] in self._distinctive and name[0].startswith(word)
        }
        ids = tuple(sorted({one for group in meant for one in group}))
        return (start + 2, PlaceMark(ids)) if ids else None

    def _add(self, names: Iterator[tuple[Phrase, int]]) -> None:
        known = set(self._names)
        for name, place in names:
            if name and name not in known:
                self._names[name] = tuple(sorted({*self._names.get(name, ()), place}))

    def _derived(self, places: Sequence[Place]) -> Iterator[tuple[Phrase, int]]:
        for place in places:
            full = _plain(words(place.name))
            for first in range(len(full)):
                for end in range(first + 1, len(full) + 1):
                    if self._tells(full[first:end]):
                        yield full[first:end], place.location_id
            bare = tuple(word for word in full if word not in self._language.generic)
            if self._tells(bare):
                yield bare, place.location_id

    def _tells(self, name: Phrase) -> bool:
        """Whether these words alone name a place rather than say something in a question."""
        if name in self._language.vocabulary or name[:1] == ("and",) or name[-1:] == ("and",):
            return False
        spoken = self._language.dates
        if len(name) == 1 and (name[0] in spoken.weekdays or name[0] in spoken.months):
            return False
        return any(self._distinguishes(word) for word in name)

    def _distinguishes(self, word: str) -> bool:
        language = self._language
        return (
            word.isalnum() and word not in language.generic and (word,) not in language.vocabulary
        )


def _given(places: Sequence[Place]) -> Iterator[tuple[Phrase, int]]:
    for place in places:
        yield _plain(words(place.name)), place.location_id
        for name in place.short_names:
            yield _plain(words(name)), place.location_id


def _in_one_breath(part: Phrase) -> bool:
    return part[0][0].isalnum() and part[-1][-1].isalnum() and not _PAUSES.intersection(part)


def _plain(name: Phrase) -> Phrase:
    """A name without marks, its "&" as "and"."""
    spelled = ("and" if word == _AND else word for word in name)
    return tuple(word for word in spelled if word[0].isalnum())
