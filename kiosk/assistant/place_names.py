"""Which places a question names: by full names, nicknames, parts of names, in any language.

"Okafor Science Library" is also "Okafor", "science library", "biblioteca de ciencias" and
"sci lib". A name is a set of words that tell it from others; a question names the places that
have all the words it says in one breath. Two places that share those words are both kept, and
the patron is asked; words that say too little ("special", "main") name nothing.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kiosk.assistant.languages import Concept, Language
from kiosk.assistant.words import HAN, Phrase, longest
from kiosk.core.places import Place

_AND = "&"
_SHORTEST_PREFIX = 3
_TWO = 2
_HAN_FIRST, _HAN_LAST = HAN[0], "\ufaff"


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """Words that name a place.

    Attributes:
        ids: The one place that was named; more than one where they share the name.
    """

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a place.

    Attributes:
        place: Its LibCal id.
        units: The words that tell it from others, each with all the ways to say it.
        in_part: Some of the words are enough.
        given: The library itself calls it so.
        inside: The place is a department of another.
    """

    place: int
    units: tuple[frozenset[Phrase], ...]
    in_part: bool
    given: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class _Heard:
    """Words of names heard so far: where they end, and which units of which names they are."""

    end: int
    units: dict[int, frozenset[int]]
    said: Phrase = ()


class PlaceNames:
    """The names of all places, ready to be found in a question."""

    def __init__(self, places: Sequence[Place], language: Language) -> None:
        self._language = language
        self._names = [*_names(places, language)]
        self._libraries = tuple(
            place.location_id for place in places if place.category != "department"
        )
        self._units: dict[Phrase, set[tuple[int, int]]] = {}
        for number, name in enumerate(self._names):
            for unit, ways in enumerate(name.units):
                for way in ways:
                    self._units.setdefault(way, set()).add((number, unit))
        self._longest = longest(self._units)
        names = language.names
        self._generic = names.generic | names.library_words | {(_AND,)}
        self._connecting = {
            phrase
            for phrase in self._generic
            if Concept.BREAK not in language.vocabulary.get(phrase, ())
        }
        self._longest_generic = longest(self._generic)
        self._longest_main = longest(names.main)

    def vocabulary(self) -> Collection[str]:
        """Every word that tells one place from another."""
        return {word for phrase in self._units for word in phrase}

    def at(self, question: Phrase, start: int) -> tuple[int, PlaceMark] | None:
        """The longest name that begins at word ``start``: the word after it, and who bears it."""
        found = self._named(question, start)
        main = self._phrase_end(self._language.names.main, self._longest_main, question, start)
        if main is not None and self._libraries and (found is None or found[0] < main):
            return main, PlaceMark(self._libraries)
        return found or self._abbreviated(question, start)

    def _named(self, question: Phrase, start: int) -> tuple[int, PlaceMark] | None:
        leading = self._library_end(question, start)
        first = start if leading is None else self._after_generic(question, leading, breaks=False)
        heard = self._hear(question, first, None)
        if heard is None and leading is not None:
            # A name may itself begin with the library word.
            leading, heard = None, self._hear(question, start, None)
        if heard is None:
            return None
        while (further := self._further(question, heard)) is not None:
            heard = further
        trailing = self._library_end(question, heard.end)
        beside = leading is not None or trailing is not None
        ids = self._meant(heard, beside_library=beside)
        return (trailing or heard.end, PlaceMark(ids)) if ids else None

    def _hear(self, question: Phrase, start: int, before: _Heard | None) -> _Heard | None:
        for length in range(min(max(self._longest, _TWO), len(question) - start), 0, -1):
            said = question[start : start + length]
            # "Maker space" is the Makerspace, as long as no name is written so.
            together = ("".join(said),) if length == _TWO and said not in self._units else said
            heard: dict[int, frozenset[int]] = {}
            for number, unit in self._units.get(together, ()):
                used = frozenset[int]() if before is None else before.units.get(number)
                if used is not None and unit not in used:
                    heard[number] = heard.get(number, used) | {unit}
            if heard:
                return _Heard(start + length, heard, (*(before.said if before else ()), *together))
        return None

    def _further(self, question: Phrase, heard: _Heard) -> _Heard | None:
        """The next word of the same name, maybe with "of the" or "and" between."""
        direct = self._hear(question, heard.end, heard)
        if direct is not None:
            return direct
        skipped = self._after_generic(question, heard.end)
        return None if skipped == heard.end else self._hear(question, skipped, heard)

    def _after_generic(self, question: Phrase, start: int, *, breaks: bool = True) -> int:
        """Behind "of the", and behind "and" too if that may stand inside a name."""
        generic = self._generic if breaks else self._connecting
        end: int | None = start
        while end is not None:
            start = end
            end = self._phrase_end(generic, self._longest_generic, question, start)
        return start

    def _library_end(self, question: Phrase, start: int) -> int | None:
        words = self._language.names.library_words
        return self._phrase_end(words, self._longest_generic, question, start)

    def _meant(self, heard: _Heard, *, beside_library: bool) -> tuple[int, ...]:
        """Who bears a name of these words.

        A place whose whole name was said is meant before those of which it is a part: "King
        Library" before "King Music Library", "King" before the "King Help Desk" inside it. But
        "King" alone may be either of two libraries, and both are kept.
        """
        names = [self._names[number] for number in heard.units]
        whole = [
            name
            for number, name in zip(heard.units, names, strict=True)
            if len(heard.units[number]) == len(name.units)
        ]
        others = [name for name in names if name.in_part and name not in whole]
        given = [name for name in whole if name.given]
        if given or (whole and (beside_library or all(name.inside for name in others))):
            return _places(given or whole)
        if len(heard.said) == 1 and not beside_library and self._says_little(heard.said):
            return _places(whole)
        return _places([*whole, *others])

    def _says_little(self, said: Phrase) -> bool:
        language = self._language
        dates = language.dates
        return (
            said[0] in language.names.weak
            or said in language.vocabulary
            or said in dates.weekdays
            or said in dates.months
        )

    def _abbreviated(self, question: Phrase, start: int) -> tuple[int, PlaceMark] | None:
        """As "sci lib": the beginning of a word that tells, with "library" behind it."""
        word, end = question[start], self._library_end(question, start + 1)
        if len(word) < _SHORTEST_PREFIX or end is None or (word,) in self._language.vocabulary:
            return None
        meant = {
            self._names[number].place
            for way, uses in self._units.items()
            if len(way) == 1 and way[0].startswith(word)
            for number, _ in uses
            if self._names[number].in_part
        }
        return (end, PlaceMark(tuple(sorted(meant)))) if meant else None

    @staticmethod
    def _phrase_end(
        phrases: Collection[Phrase], most: int, question: Phrase, start: int
    ) -> int | None:
        for length in range(min(most, len(question) - start), 0, -1):
            if question[start : start + length] in phrases:
                return start + length
        return None


def _names(places: Sequence[Place], language: Language) -> Iterator[_Name]:
    for place in places:
        full = _plain(language.writing.words(place.name))
        yield from _name(place, full, language, in_part=True)
        for short in place.short_names:
            said = _plain(language.writing.words(short))
            if said == full:
                continue
            has_library = any(
                said[n : n + len(word)] == word
                for word in language.names.library_words
                for n in range(len(said))
            )
            yield from _name(place, said, language, in_part=has_library, given=True)


def _name(
    place: Place, said: Phrase, language: Language, *, in_part: bool, given: bool = False
) -> Iterator[_Name]:
    units = tuple(_units(said, language))
    inside = place.category == "department"
    if units:
        yield _Name(place.location_id, units, in_part, given, inside)
    elif said:
        # A name of nothing but general words, such as "Public Library", is one only as a whole.
        yield _Name(
            place.location_id, (frozenset({said}),), in_part=False, given=given, inside=inside
        )


def _places(names: Sequence[_Name]) -> tuple[int, ...]:
    return tuple(sorted({name.place for name in names}))


def _units(said: Phrase, language: Language) -> Iterator[frozenset[Phrase]]:
    """The words that tell, each with its translations; Chinese characters in a row are one."""
    translations = language.names.translations
    position = 0
    while position < len(said):
        key, end = _translated(said, position, language)
        if key:
            yield frozenset({said[position:end], *translations[key]})
            position = end
            continue
        generic = _generic_end(said, position, language)
        if generic is not None:
            position = generic
            continue
        end = position + 1
        while (
            _is_han(said[position])
            and end < len(said)
            and _is_han(said[end])
            and _generic_end(said, end, language) is None
        ):
            end += 1
        ways = {said[position:end]}
        if end == position + 1:
            # "… for sciences" in one word is "sciences" too.
            bare = (rest for _, rest in language.writing.unclung(said[position]))
            ways |= {(rest,) for rest in bare if len(rest) > _TWO}
        yield frozenset(ways)
        position = end


def _translated(said: Phrase, start: int, language: Language) -> tuple[str, int]:
    for end in range(len(said), start, -1):
        key = " ".join(said[start:end])
        if key in language.names.translations:
            return key, end
    return "", start


def _generic_end(said: Phrase, start: int, language: Language) -> int | None:
    generic = language.names.generic | language.names.library_words
    for end in range(len(said), start, -1):
        if said[start:end] in generic:
            return end
    return None


def _is_han(word: str) -> bool:
    return len(word) == 1 and _HAN_FIRST <= word <= _HAN_LAST


def _plain(name: Phrase) -> Phrase:
    """A name without marks, its "&" as "and"."""
    spelled = ("and" if word == _AND else word for word in name)
    return tuple(word for word in spelled if word[0].isalnum())
