"""A question in a person's words becomes requests, or is honestly not understood.

A sentence is understood only if **every** word of it means something to us: a word of ours, part
of a place's name, a date. One strange word, and the question may be about office hours of a
professor or a loan period, so nothing is claimed. That rule costs some answers and no truth.

A sentence is cut at "and" and commas into clauses. A clause without a verb of its own belongs to
the one before it ("law and music on friday"), one with a verb of its own and no place asks about
the places before it ("when does law close and where is it").
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType

from kiosk.assistant.date_marks import DayMark, InstantMark, Meaning, PartMark, TimeMark, Wrong
from kiosk.assistant.languages import Concept
from kiosk.assistant.marking import Mark, Marker, Strange
from kiosk.assistant.place_names import PlaceMark
from kiosk.assistant.requests import Ask, Choice, Courtesy, Request, Scope, Understood
from kiosk.assistant.when import UnclearTime, When, combined
from kiosk.assistant.words import words

_SENTENCE = re.compile(r"(?<=[?!;\n？！؟。])\s*|(?<=[.])\s+(?=\D)")  # noqa: RUF001  full-width marks end sentences too
_MARKS = frozenset("?!.;:…\"'()-*？！؟。¿¡")  # noqa: RUF001  the same
_C = Concept
_OPENING = {_C.OPEN, _C.CLOSE, _C.CLOSED, _C.HOURS, _C.DAYS, _C.UNTIL, _C.NEXT}
_MANNERS = {_C.GREETING, _C.THANKS, _C.FILLER, _C.YOU, _C.BREAK}
_CHOICES = MappingProxyType(
    {
        _C.LATE: Choice.LATE,
        _C.LATEST: Choice.LATEST,
        _C.EARLIEST: Choice.EARLIEST,
        _C.ALL_NIGHT: Choice.ALL_NIGHT,
        _C.PAST_MIDNIGHT: Choice.PAST_MIDNIGHT,
    }
)


@dataclass(slots=True)
class _Clause:
    """What one clause says, before clauses are joined."""

    concepts: set[Concept] = field(default_factory=set)
    places: list[tuple[int, ...]] = field(default_factory=list)
    times: list[Meaning] = field(default_factory=list)

    @property
    def has_verb(self) -> bool:
        return bool(self.concepts & (_OPENING | {_C.WHERE, _C.PHONE}))

    @property
    def is_empty(self) -> bool:
        return not (self.places or self.times or self.concepts - _MANNERS)

    def take(self, other: "_Clause") -> None:
        """Go on with what another clause says."""
        self.concepts |= other.concepts
        self.places += other.places
        self.times += other.times


class NotUnderstood(ValueError):
    """The sentence says something that is not ours to answer."""


class Understanding:
    """Understands questions of one language, about one set of places."""

    def __init__(self, marker: Marker) -> None:
        self._marker = marker

    def understand(self, question: str, now: datetime) -> Understood:
        """What the question asks for; ``now`` in the library's zone."""
        sentences = [part for part in _SENTENCE.split(question) if words(part)]
        marked = [self._marks(sentence, now) for sentence in sentences]
        if any(_C.PERSON in marks for marks in marked):
            return Understood(courtesy=Courtesy.PERSON)
        requests: list[Request] = []
        try:
            for number, marks in enumerate(marked):
                if any(isinstance(mark, Strange) for mark in marks):
                    return _partly(requests, sentences, number, question)
                requests += _requests(marks, requests, now)
        except UnclearTime:
            return Understood(rest=question, unclear_day=True)
        except NotUnderstood:
            return Understood(rest=question)
        if requests:
            return Understood(tuple(requests))
        return _courtesy(marked, question)

    def _marks(self, sentence: str, now: datetime) -> list[Mark | Strange]:
        plain = tuple(word for word in words(sentence) if word not in _MARKS - {"-"})
        while plain and plain[-1] == "-":
            plain = plain[:-1]
        return self._marker.marks(plain, now)


def _partly(
    requests: Sequence[Request], sentences: Sequence[str], number: int, question: str
) -> Understood:
    """Only a question of its own may stay unanswered beside one that is answered.

    Anything else that is strange ("… for Professor Smith") may change what the rest means.
    """
    rest = sentences[number:]
    own = all(sentence.rstrip().endswith("?") for sentence in sentences)
    if requests and own:
        return Understood(tuple(requests), rest=" ".join(rest))
    return Understood(rest=question)


def _courtesy(marked: Iterable[Sequence[Mark | Strange]], question: str) -> Understood:
    said = {mark for marks in marked for mark in marks if isinstance(mark, Concept)}
    if said and said <= _MANNERS:
        if _C.THANKS in said:
            return Understood(courtesy=Courtesy.THANKS)
        if _C.GREETING in said:
            return Understood(courtesy=Courtesy.GREETING)
    return Understood(rest=question)


def _requests(
    marks: Sequence[Mark | Strange], before: Sequence[Request], now: datetime
) -> list[Request]:
    clauses = _joined(_clauses(marks))
    _share_places(clauses)
    found: list[Request] = []
    for clause in clauses:
        found += _clause_requests(clause, [*before, *found], now)
    return found


def _clauses(marks: Sequence[Mark | Strange]) -> list[_Clause]:
    found = [_Clause()]
    for mark in marks:
        if mark is _C.BREAK:
            found.append(_Clause())
        elif isinstance(mark, Concept):
            found[-1].concepts.add(mark)
        elif isinstance(mark, PlaceMark):
            found[-1].places.append(mark.ids)
        elif isinstance(mark, DayMark | TimeMark | PartMark | InstantMark | Wrong):
            found[-1].times.append(mark)
    return [clause for clause in found if not clause.is_empty]


def _joined(clauses: Sequence[_Clause]) -> list[_Clause]:
    """Clauses that belong together, made one."""
    found: list[_Clause] = []
    for clause in clauses:
        if found and _continues(found[-1], clause):
            found[-1].take(clause)
        elif found and not clause.has_verb:
            # "law on friday and music on saturday": the same question of another place and day.
            verbs = found[-1].concepts - {_C.LIBRARY, _C.HERE, _C.IT, _C.YOU}
            found.append(replace(clause, concepts=clause.concepts | verbs))
        else:
            found.append(clause)
    return found


def _share_places(clauses: Sequence[_Clause]) -> None:
    """In "address and phone number of the law library" both are of the place that comes last."""
    for first, second in pairwise(clauses):
        asks_of_someone = first.concepts & {_C.AUXILIARY, _C.NOW, _C.YOU, _C.IT, _C.WHICH}
        if second.places and not (_names_places(first) or first.times or asks_of_someone):
            first.places += second.places


def _continues(first: _Clause, second: _Clause) -> bool:
    if second.has_verb:
        if not first.has_verb:
            return True
        opening = bool(first.concepts & _OPENING) and bool(second.concepts & _OPENING)
        return opening and not _names_places(second)
    return not (_names_places(second) and second.times and first.times)


def _names_places(clause: _Clause) -> bool:
    return bool(clause.places) or bool(
        clause.concepts & {_C.LIBRARY, _C.LIBRARIES, _C.PLACES, _C.HERE, _C.EVERY}
    )


def _clause_requests(clause: _Clause, before: Sequence[Request], now: datetime) -> list[Request]:
    if _C.THANKS in clause.concepts and not clause.has_verb:
        return []  # "see you on monday"
    asks = _asks(clause)
    when = combined(clause.times, now)
    named, scope = tuple(dict.fromkeys(clause.places)), _scope(clause)
    if not named and before and scope is Scope.THIS and _C.HERE not in clause.concepts:
        named, scope = before[-1].named, before[-1].scope
    choice = next((_CHOICES[concept] for concept in _CHOICES if concept in clause.concepts), None)
    return [
        Request(ask, named, scope, _default_when(ask, clause, when, now), choice, _is_now(clause))
        for ask in asks
    ]


def _is_now(clause: _Clause) -> bool:
    return _C.NOW in clause.concepts and not clause.times


def _default_when(ask: Ask, clause: _Clause, when: When, now: datetime) -> When:
    if ask is Ask.HOURS and _C.DAYS in clause.concepts and not when:
        week = tuple(now.date().fromordinal(now.date().toordinal() + n) for n in range(7))
        return When(week)
    return when


def _asks(clause: _Clause) -> list[Ask]:
    """What the clause asks. Raises NotUnderstood."""
    said = clause.concepts
    opening = bool(said & _OPENING) or _asks_for_first_or_last(said)
    if opening and not _is_list_of_open(said, clause) and _C.WHERE in said:
        return _where_and_opening(said)
    if opening and (_C.PHONE in said or _is_half_a_question(said)):
        raise NotUnderstood
    if opening:
        return [_opening_ask(said)]
    asks = [
        ask for concept, ask in ((_C.WHERE, Ask.WHERE), (_C.PHONE, Ask.PHONE)) if concept in said
    ]
    if asks:
        if clause.times or said & set(_CHOICES) or said & {_C.WHEN, _C.EVERY, _C.UNTIL}:
            raise NotUnderstood
        return asks
    return [_bare_ask(clause)]


def _is_half_a_question(said: set[Concept]) -> bool:
    """As "how long is the library" and "next": nothing of them says that it is about hours."""
    about_hours = said & (_OPENING - {_C.UNTIL, _C.NEXT})
    places = said & {_C.LATEST, _C.EARLIEST}
    return not (about_hours or places or (_C.NEXT in said and _C.WHEN in said))


def _asks_for_first_or_last(said: set[Concept]) -> bool:
    """As "which library opens first", where the verb is part of the phrase."""
    places = said & {_C.LIBRARY, _C.LIBRARIES, _C.PLACES}
    return bool(said & {_C.LATEST, _C.EARLIEST}) and _C.WHICH in said and bool(places)


def _where_and_opening(said: set[Concept]) -> list[Ask]:
    # "Where can I find the hours of the law library" asks for hours only.
    if _C.HOURS in said:
        return [Ask.HOURS]
    raise NotUnderstood


def _is_list_of_open(said: set[Concept], clause: _Clause) -> bool:
    """As "where's open now": which places, not where a place is."""
    return _C.WHERE in said and _C.OPEN in said and not clause.places and _C.IT not in said


def _opening_ask(said: set[Concept]) -> Ask:
    rules: tuple[tuple[Callable[[], bool], Ask], ...] = (
        (lambda: bool(said & {_C.HOURS, _C.DAYS}), Ask.HOURS),
        (lambda: _C.NEXT in said and not said & {_C.CLOSE, _C.UNTIL}, Ask.NEXT),
        (lambda: _C.OPEN in said and _C.CLOSE in said and _C.WHEN in said, Ask.HOURS),
        (lambda: _C.CLOSE in said or (_C.UNTIL in said and _C.OPEN in said), Ask.CLOSES),
        (lambda: _C.UNTIL in said, Ask.CLOSES),
        (lambda: _C.WHEN in said and _C.CLOSED in said, Ask.CLOSES),
        (lambda: _C.WHEN in said and _C.OPEN in said, Ask.OPENS),
        (lambda: _C.NEXT not in said, Ask.IS_OPEN),
    )
    return next((ask for applies, ask in rules if applies()), Ask.NEXT)


def _bare_ask(clause: _Clause) -> Ask:
    """No verb of ours: "law library friday", "marlowe", "what time sci lib tmrw"."""
    said = clause.concepts
    if said & {_C.AUXILIARY, _C.WHICH, _C.EVERY, _C.PERSON} or said & set(_CHOICES):
        raise NotUnderstood
    if _C.NOW in said or _C.WHOLE_DAY in said:
        raise NotUnderstood
    if clause.times and (clause.places or _C.WHEN not in said):
        return Ask.HOURS
    if clause.places and _C.WHEN in said:
        return Ask.HOURS
    if clause.places:
        return Ask.WHERE
    raise NotUnderstood


def _scope(clause: _Clause) -> Scope:
    said = clause.concepts
    if clause.places or said & {_C.HERE, _C.YOU}:
        return Scope.THIS
    libraries = bool(said & {_C.LIBRARY, _C.LIBRARIES})
    if _C.LIBRARIES in said or _C.PLACES in said or _C.EVERY in said or _asks_which(clause):
        return Scope.LIBRARIES if libraries and _C.PLACES not in said else Scope.ALL
    return Scope.THIS


def _asks_which(clause: _Clause) -> bool:
    """As "what's open", "which library closes last", but not "what are the hours"."""
    said = clause.concepts
    if said & {_C.IT, _C.HOURS, _C.DAYS, _C.UNTIL, _C.WHEN}:
        return False
    if _asks_for_first_or_last(said):
        return True
    return bool(said & {_C.WHICH, _C.WHERE}) and bool(said & {_C.OPEN, _C.CLOSE, _C.CLOSED})
