"""The entries in one language, as a question is compared with them.

Each is judged by how much of what the question says it covers, rare words weighing more. A word
that the library's knowledge does not know counts against every entry: "renew" alone must not
answer "how do I renew my passport".
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kiosk.assistant.elsewhere import Elsewhere
from kiosk.assistant.sureness import Evidence
from kiosk.assistant.terms import Analyser, Term
from kiosk.assistant.typos import KnownWords
from kiosk.store.knowledge import IndexedEntry, Key

_RELATED = 0.85
"""What a word of the same meaning is worth, and ..."""
_MISTYPED = 0.9
"""... one that was meant and not typed."""
_IN_ANSWER = 0.6
"""What a word is worth that only the answer holds."""
_PHRASING = 0.65
"""How much of a score is that the question is like one way to ask; the rest is what it covers."""
_MUCH = 2.35
"""Words that no entry holds: what a question's weight is compared with, to tell much evidence from
little."""
_CLEAR = 0.2
"""A score so much better than the next leaves no doubt between the two."""
_LONG_CORRECTION = 10
"""Letters of a word in which two typing mistakes are believed."""
_LONGEST_QUESTION = 60
"""Terms. What is pasted beyond them cannot keep the terminal waiting."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part of the question's meaning: terms of which any will do, with their worth."""

    term: str
    worth: Mapping[str, float]
    weight: float


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry against a question: 0 to 1 each."""

    indexed: IndexedEntry
    cover: float
    score: float


@dataclass(frozen=True, slots=True)
class _Shape:
    """The terms of an entry as they are compared: made once, used at every question."""

    asked: frozenset[str]
    phrases: tuple[tuple[frozenset[str], float], ...]


class Shelf:
    """The entries in one language, held in memory until any of them changes."""

    def __init__(
        self, entries: Mapping[Key, IndexedEntry], frequencies: Mapping[str, int], speech: Analyser
    ) -> None:
        self.entries = entries
        self._frequencies = frequencies
        self._speech = speech
        self._shapes: dict[Key, _Shape] = {}

    def wanted(self, question: str) -> list[Wanted]:
        """What the question asks for."""
        terms = self._speech.terms(question)[:_LONGEST_QUESTION]
        parts = [(term, self._meant(term)) for term in terms]
        known = {
            position
            for term, worth in parts
            if self._is_known(worth)
            for position in range(term.start, term.end)
        }
        found: dict[str, Wanted] = {}
        for term, worth in parts:
            if term.text not in found and (weight := self._weight_of(term, worth, known)):
                found[term.text] = Wanted(term.text, worth, weight)
        return list(found.values())

    def known(self, wanted: Sequence[Wanted]) -> list[str]:
        """Every term that is asked for and occurs in these entries."""
        return [term for one in wanted for term in one.worth if term in self._frequencies]

    def judged(self, wanted: Sequence[Wanted], keys: Iterable[Key], day: date) -> list[Judged]:
        """The entries of these keys that are true on that day, best first."""
        entries = (self.entries[key] for key in keys if key in self.entries)
        found = [self._judge(one, wanted) for one in entries if one.entry.is_valid(day)]
        return once_each(sorted(found, key=by_score))

    def evidence(self, wanted: Sequence[Wanted], judged: Sequence[Judged]) -> Evidence:
        """What speaks for the first of the entries, and against it."""
        first, total = judged[0], sum(one.weight for one in wanted)
        unknown = [one for one in wanted if not self._is_known(one.worth)]
        foreign = sum(one.weight for one in unknown if self._is_foreign(one))
        return Evidence(
            score=first.score,
            cover=first.cover,
            lead=min((first.score - (judged[1].score if len(judged) > 1 else 0.0)) / _CLEAR, 1.0),
            matched=min(first.cover * total / (_MUCH * self._weight(0)), 1.0),
            strange=(sum(one.weight for one in unknown) - foreign) / total,
            foreign=foreign / total,
            elsewhere=self._elsewhere.likeness({one.term: one.weight for one in wanted}),
        )

    def weight(self, term: str) -> float:
        """What a term says: the rarer the more."""
        return self._weight(self._frequencies.get(term, 0))

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self._speech.elsewhere(), self.weight)

    def _is_foreign(self, wanted: Wanted) -> bool:
        return wanted.term in self._elsewhere

    @cached_property
    def _words(self) -> KnownWords:
        texts = (
            text
            for one in self.entries.values()
            for text in (one.entry.question, *one.entry.also, one.entry.answer)
        )
        return KnownWords(word for text in texts for word in self._speech.words(text))

    def _weight(self, count: int) -> float:
        rarity = (len(self.entries) - count + 0.5) / (count + 0.5)
        return math.log(1 + max(rarity, 0.0))

    def _is_known(self, worth: Mapping[str, float]) -> bool:
        return any(term in self._frequencies for term in worth)

    def _meant(self, term: Term) -> dict[str, float]:
        worth = self._same(term.text)
        if self._is_known(worth):
            return worth
        for bare in self._speech.bare(term.word):
            if self._is_known(other := self._same(bare)):
                return other
        return self._corrected(term) or worth

    def _same(self, term: str) -> dict[str, float]:
        return {term: 1.0, **dict.fromkeys(self._speech.related(term), _RELATED)}

    def _corrected(self, term: Term) -> dict[str, float]:
        word = term.word
        if not self._speech.may_correct or word in self._speech.real or not word.isascii():
            return {}
        meant = self._words.corrected(word)
        if meant is None or (len(word) < _LONG_CORRECTION and not _one_apart(word, meant)):
            return {}
        if self._speech.is_stop(meant):
            return {}
        same = self._same(self._speech.stem(meant))
        return {other: worth * _MISTYPED for other, worth in same.items()}

    def _weight_of(self, term: Term, worth: Mapping[str, float], known: set[int]) -> float:
        if self._is_known(worth):
            count = max(self._frequencies.get(other, 0) for other in worth)
            return self._weight(self._frequencies.get(term.text) or count)
        # Two characters across the border of two words that are known say nothing.
        positions = range(term.start, term.end)
        return self._weight(0) * sum(one not in known for one in positions) / len(positions)

    def _judge(self, indexed: IndexedEntry, wanted: Sequence[Wanted]) -> Judged:
        shape = self._shape(indexed)
        total = sum(one.weight for one in wanted)
        asked = [_worth(one, shape.asked) for one in wanted]
        answered = [_IN_ANSWER * _worth(one, indexed.answer) for one in wanted]
        cover = sum(one.weight * worth for one, worth in zip(wanted, asked, strict=True))
        said = sum(
            one.weight * max(worths) for one, *worths in zip(wanted, asked, answered, strict=True)
        )
        terms = {term for one in wanted for term in one.worth}
        likeness = max(
            (
                self._likeness(phrase & terms, weight, wanted, total)
                for phrase, weight in shape.phrases
                if not terms.isdisjoint(phrase)
            ),
            default=0.0,
        )
        score = (1 - _PHRASING) * said / total + _PHRASING * likeness
        return Judged(indexed, cover / total, score)

    def _likeness(
        self, common: frozenset[str], weight: float, wanted: Sequence[Wanted], total: float
    ) -> float:
        """How much a way to ask and the question have in common, of both together."""
        asked = sum(one.weight * _worth(one, common) for one in wanted)
        return (asked + sum(map(self.weight, common))) / (total + weight)

    def _shape(self, indexed: IndexedEntry) -> _Shape:
        key = indexed.entry.id, indexed.entry.language
        if key not in self._shapes:
            phrases = [frozenset(phrase) for phrase in indexed.phrases]
            self._shapes[key] = _Shape(
                frozenset().union(*phrases),
                tuple((terms, sum(map(self.weight, terms))) for terms in phrases),
            )
        return self._shapes[key]


def _worth(wanted: Wanted, terms: frozenset[str]) -> float:
    common = terms.intersection(wanted.worth)
    return max(wanted.worth[term] for term in common) if common else 0.0


def by_score(one: Judged) -> tuple[float, str, str]:
    """Orders entries, the best first."""
    return (-one.score, one.indexed.entry.id, one.indexed.entry.language)


def once_each(judged: Sequence[Judged]) -> list[Judged]:
    """Each entry once, in the language in which it fits best."""
    best: dict[str, Judged] = {}
    for one in judged:
        best.setdefault(one.indexed.entry.id, one)
    return list(best.values())


def _one_apart(word: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415  as ``typos`` loads it: late

    return DamerauLevenshtein.distance(word, other, score_cutoff=1) <= 1
