"""Every word of a sentence gets its meaning, or is left over as strange.

The longest reading wins; of two as long, what is expressly not ours, then a place, a date, any
other word of ours. Typing mistakes are corrected first, and only to words of our own data.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.assistant.date_marks import DayMark, Meaning, Wrong, in_month
from kiosk.assistant.dates import DateReader
from kiosk.assistant.languages import Concept, Language
from kiosk.assistant.place_names import PlaceMark, PlaceNames
from kiosk.assistant.sounds import Sounds
from kiosk.assistant.typos import KnownWords
from kiosk.assistant.words import HAN, Phrase

Mark = Concept | PlaceMark | Meaning
_MOST_PROCLITICS = 3
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_SHORTEST_REST = 3
_LONGEST_OWN_NAME, _SIGNS_OF_NAME = 3, 2
_HAN = re.compile(f"[{HAN}]")
_FEELINGS = frozenset({Concept.ABUSE, Concept.DISTRESS})


@dataclass(frozen=True, slots=True)
class Strange:
    """A word that means nothing to us.

    Attributes:
        word: As it was typed, folded.
        forbidden: It is expressly not ours, as in "office hours".
    """

    word: str
    forbidden: bool = False


class Marker:
    """Marks the words of one language, for one set of places."""

    def __init__(self, language: Language, places: PlaceNames, dates: DateReader) -> None:
        self._language = language
        self._places = places
        self._dates = dates
        names = language.names
        spoken = names.generic | names.library_words | names.main
        known = {*_words_of(spoken), *places.vocabulary(), *dates.vocabulary()} | names.weak
        self._by_concept = {
            concept: frozenset(p for p, said in language.vocabulary.items() if concept in said)
            for concept in (Concept.DISTRESS,)
        }
        self._fronts = {front for front, _ in language.writing.proclitics}
        self._sounds = Sounds(names.sounds, places.vocabulary())
        feelings = [p for p, said in language.vocabulary.items() if _FEELINGS.intersection(said)]
        never_meant = _words_of(feelings) - known
        self._known = KnownWords(known | _words_of(language.vocabulary), never_meant)

    def marks(self, sentence: Phrase, now: datetime) -> list[Mark | Strange]:
        """The meaning of each stretch of words, in order; ``now`` in the library's zone."""
        right = tuple(part for word in sentence for part in self._corrected(word))
        found: list[Mark | Strange] = []
        position = 0
        while position < len(right):
            position, marks = self._best(right, position, now)
            found += marks
            if marks == (Concept.INTRODUCTION,):
                # A name may be a word of ours: "My name is May", "我叫小明" (with a "tomorrow").
                position += _SIGNS_OF_NAME if _HAN.match("".join(right[position:])) else 1
        return list(_without_own_name(_in_one_month(found)))

    def says(self, concept: Concept, sentence: Phrase) -> bool:
        """Whether a phrase of that meaning is somewhere in it, whatever else its words may mean."""
        phrases = self._by_concept.get(concept, frozenset())
        return any(
            sentence[start : start + length] in phrases
            for start in range(len(sentence))
            for length in range(1, min(self._language.longest, len(sentence) - start) + 1)
        )

    def _corrected(self, word: str) -> Phrase:
        known = self._unclung(word)
        if known or word in self._language.never_typos:
            return known or (word,)
        if word in self._fronts:
            return ()  # "ال Makerspace": it stands before a word of another script
        short = next(filter(None, map(self._unclung, _undrawn(word))), ())
        if short:
            return short
        heard = self._heard(word)
        if heard or not self._language.writing.corrections:
            return heard or (word,)
        return (self._known.corrected(word) or word,)

    def _heard(self, word: str) -> Phrase:
        """A place's name, written in another script as it sounds."""
        for front, rest in (("", word), *self._language.writing.unclung(word)):
            name = self._sounds.heard(rest)
            if name is not None:
                return (front, name) if (front,) in self._language.vocabulary else (name,)
        return ()

    def _unclung(self, word: str, depth: int = _MOST_PROCLITICS) -> Phrase:
        """The known word, without what clings to its front; nothing where there is none."""
        if word in self._known or not word[0].isalpha():
            return (word,)
        if not depth or word in self._language.never_typos:
            return ()
        for front, rest in self._language.writing.unclung(word):
            said = self._language.vocabulary.get((front,), ())
            if len(rest) < _SHORTEST_REST and Concept.BREAK not in said:
                continue  # two letters are left of too many words that are not meant
            inside = self._unclung(rest, depth - 1)
            if inside:
                return (front, *inside) if said else inside
        return ()

    def _best(
        self, sentence: Phrase, start: int, now: datetime
    ) -> tuple[int, tuple[Mark | Strange, ...]]:
        readings = list(self._readings(sentence, start, now))
        if not readings and sentence[start] in self._fronts:
            return start + 1, ()  # "ال Makerspace": it stands before a word of another script
        if not readings:
            return start + 1, (Strange(sentence[start]),)
        # max keeps the first of equals: readings come in order of preference.
        return max(readings, key=lambda reading: reading[0])

    def _readings(
        self, sentence: Phrase, start: int, now: datetime
    ) -> Iterator[tuple[int, tuple[Mark | Strange, ...]]]:
        said = self._vocabulary(sentence, start)
        if said is not None and Concept.NOT_OURS in said[1]:
            yield said[0], (Strange(sentence[start], forbidden=True),)
            said = None
        if said is not None and "/" in sentence[start]:
            yield said  # "24/7" is no date, where the language knows it
        place = self._places.at(sentence, start)
        if place is not None:
            yield place[0], (place[1],)
        date = self._dates.at(sentence, start, now)
        if date is not None and not isinstance(date.meaning, Wrong):
            yield date.end, (date.meaning,)
        if said is not None:
            yield said
        if date is not None:
            yield date.end, (date.meaning,)  # a date that cannot be, unless it is a word

    def _vocabulary(self, sentence: Phrase, start: int) -> tuple[int, tuple[Concept, ...]] | None:
        for length in range(min(self._language.longest, len(sentence) - start), 0, -1):
            concepts = self._language.vocabulary.get(sentence[start : start + length])
            if concepts is not None:
                return start + length, concepts
        return None


def _undrawn(word: str) -> Iterator[str]:
    """A word drawn out ("heyyyy", "soooon") as it is spelled, with one letter or with two."""
    for letters in (r"\1", r"\1\1"):
        shorter = _DRAWN_OUT.sub(letters, word)
        if shorter != word:
            yield shorter


def _in_one_month(marks: Sequence[Mark | Strange]) -> Iterator[Mark | Strange]:
    """In "the 26th and 28th of December" both are of December."""
    told = [mark for mark in marks if isinstance(mark, DayMark) and mark.exact]
    months = {day.replace(day=1) for mark in told if not mark.monthless for day in mark.days}
    for mark in marks:
        if isinstance(mark, DayMark) and mark.monthless and len(months) == 1:
            yield in_month(mark, next(iter(months)))
        else:
            yield mark


def _without_own_name(marks: Iterable[Mark | Strange]) -> Iterator[Mark | Strange]:
    """Without the strange words behind "my name is": they ask for nothing."""
    left = 0
    for mark in marks:
        if mark is Concept.INTRODUCTION:
            left = _LONGEST_OWN_NAME
        elif left and isinstance(mark, Strange) and not mark.forbidden:
            left -= 1
            continue
        else:
            left = 0
        yield mark


def _words_of(phrases: Iterable[Phrase]) -> set[str]:
    return {word for phrase in phrases for word in phrase}
