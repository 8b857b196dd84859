"""Every word of a sentence gets its meaning, or is left over as strange.

The longest reading wins; of two as long, what is expressly not ours, then a place, a date, any
other word of ours. Typing mistakes are corrected first, and only to words of our own data.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.assistant.date_marks import Meaning, Wrong
from kiosk.assistant.dates import DateReader
from kiosk.assistant.languages import Concept, Language
from kiosk.assistant.place_names import PlaceMark, PlaceNames
from kiosk.assistant.typos import corrected
from kiosk.assistant.words import Phrase, longest

Mark = Concept | PlaceMark | Meaning


@dataclass(frozen=True, slots=True)
class Strange:
    """A word that means nothing to us."""

    word: str


class Marker:
    """Marks the words of one language, for one set of places."""

    def __init__(self, language: Language, places: PlaceNames) -> None:
        self._language = language
        self._places = places
        self._dates = DateReader(language.dates)
        self._longest = longest(language.vocabulary)
        ours = {word for phrase in language.vocabulary for word in phrase}
        self._known = ours | {*places.vocabulary(), *self._dates.vocabulary()}
        self._known |= language.generic | language.library_words

    def marks(self, sentence: Phrase, now: datetime) -> list[Mark | Strange]:
        """The meaning of each stretch of words, in order; ``now`` in the library's zone."""
        right = tuple(self._corrected(word) for word in sentence)
        found: list[Mark | Strange] = []
        position = 0
        while position < len(right):
            position, mark = self._best(right, position, now)
            found.append(mark)
        return found

    def _corrected(self, word: str) -> str:
        if word in self._known or word in self._language.never_typos:
            return word
        return corrected(word, self._known) or word

    def _best(self, sentence: Phrase, start: int, now: datetime) -> tuple[int, Mark | Strange]:
        readings = list(self._readings(sentence, start, now))
        if not readings:
            return start + 1, Strange(sentence[start])
        # max keeps the first of equals: readings come in order of preference.
        return max(readings, key=lambda reading: reading[0])

    def _readings(
        self, sentence: Phrase, start: int, now: datetime
    ) -> Iterator[tuple[int, Mark | Strange]]:
        said = self._vocabulary(sentence, start)
        if said is not None and said[1] is Concept.NOT_OURS:
            yield said[0], Strange(sentence[start])
        place = self._places.at(sentence, start)
        if place is not None:
            yield place
        date = self._dates.at(sentence, start, now)
        if date is not None and not isinstance(date.meaning, Wrong):
            yield date.end, date.meaning
        if said is not None and said[1] is not Concept.NOT_OURS:
            yield said
        if date is not None:
            yield date.end, date.meaning  # a date that cannot be, unless it is a word: "24/7"

    def _vocabulary(self, sentence: Phrase, start: int) -> tuple[int, Concept] | None:
        for length in range(min(self._longest, len(sentence) - start), 0, -1):
            concept = self._language.vocabulary.get(sentence[start : start + length])
            if concept is not None:
                return start + length, concept
        return None
