"""Whether what a sentence says of the library stands in what was looked up.

Figures are compared exactly (``figures``), but "a page costs 5 cents" does not stand in an entry
that says "loans take 5 days", and "you can borrow laptops" holds no figure. So a sentence must be
made of the words of one entry: those that carry its claim all of them, most of the
others, and with a "not" only where the entry has one. A paraphrase in quite different words is
withheld. That costs a word; the other mistake costs a patron a fine.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.assistant.figures import NOTHING, Figures
from kiosk.assistant.terms import Analyser, Term, Terms
from kiosk.assistant.words import Phrase
from kiosk.core.knowledge import Entry

_PASSAGE_END = re.compile(r"[.!?;。！？；؟؛\n]+")  # noqa: RUF001  full-width marks too
_LEAST_COVER = 0.6
_FEWEST = 2
"""Terms that a sentence shares with an entry, if it has so many."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, as somebody hears it who knows one language.

    Attributes:
        tag: The language's.
        words: Of the sentence, folded.
        keys: Which of them say something of the library, as "borrow", "for free".
        figures: Which of them are numbers and days, and so compared elsewhere.
        is_claim: It says something of the library: by a key, or by a yes or no.
        is_negated: It holds a "not".
    """

    tag: str
    words: Phrase
    keys: frozenset[int]
    figures: frozenset[int]
    is_claim: bool
    is_negated: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an entry.

    Attributes:
        terms: What it is about.
        is_negated: It holds a "not".
    """

    terms: frozenset[str]
    is_negated: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an entry tells.

    Attributes:
        figures: What could be a fact in it, whatever its language.
        tag: Its language.
        about: What its question is about.
        passages: The sentences of its answer; none where it tells nothing.
        quotes: The same, word for word, as a model may repeat them.
    """

    figures: Figures = NOTHING
    tag: str = ""
    about: frozenset[str] = frozenset()
    passages: tuple[Passage, ...] = ()
    quotes: frozenset[Phrase] = frozenset()


class Support:
    """Compares sentences with entries of the same language.

    Args:
        terms: Takes both apart.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def terms(self, text: str, tag: str) -> frozenset[str]:
        """What a text of a language is about: also the parts of what is taken as one."""
        analyser = self._terms.analyser(tag)
        words = analyser.words(text)
        parts = (analyser.stem(word) for word in words if not analyser.is_stop(word))
        return frozenset(parts).union(term.text for term in analyser.terms_of(words))

    def quote(self, text: str, tag: str) -> Phrase:
        """The words of a text, by which it is known again."""
        return self._terms.analyser(tag).words(text)

    def bearing_out(self, statement: Statement, lessons: Iterable[Lesson]) -> list[Lesson]:
        """Those of the lessons, all in the statement's language, that say so."""
        analyser = self._terms.analyser(statement.tag)
        found = [term for term in analyser.terms_of(statement.words) if _is_meant(term, statement)]
        said = frozenset(term.text for term in found)
        keys = frozenset(term.text for term in found if statement.keys & _places(term))
        # A "Yes, you can" of one word is at home in every entry.
        fewest = min(_FEWEST, len(said)) if keys or not statement.is_claim else _FEWEST
        return [
            lesson
            for lesson in lessons
            if _covers(lesson, said, keys, fewest, analyser) and _agrees(lesson, said, statement)
        ]


def passages_of(entry: Entry) -> Iterator[str]:
    """The sentences of an entry's answer."""
    for part in _PASSAGE_END.split(entry.answer):
        if part.strip():
            yield part


def _places(term: Term) -> frozenset[int]:
    return frozenset(range(term.start, term.end))


def _is_meant(term: Term, statement: Statement) -> bool:
    """Whether it is no mark, number or day."""
    return term.word.isalnum() and not _places(term) <= statement.figures


def _known(term: str, told: frozenset[str], analyser: Analyser) -> bool:
    return term in told or not told.isdisjoint(analyser.related(term))


def _covers(
    lesson: Lesson,
    said: frozenset[str],
    keys: frozenset[str],
    fewest: int,
    analyser: Analyser,
) -> bool:
    told = lesson.about.union(*(passage.terms for passage in lesson.passages))
    known = sum(_known(term, told, analyser) for term in said)
    # What carries a claim has to be there itself: "free" is related to "costs".
    return known >= max(1, fewest, _LEAST_COVER * len(said)) and keys <= told


def _agrees(lesson: Lesson, said: frozenset[str], statement: Statement) -> bool:
    """Whether what the lesson says of the same thing has a "not" where the sentence has one."""
    alike = [(len(said & passage.terms), passage) for passage in lesson.passages]
    most = max(count for count, _ in alike)
    return any(
        passage.is_negated == statement.is_negated for count, passage in alike if count == most
    )
