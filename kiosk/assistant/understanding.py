"""A question in a person's words becomes requests, or is honestly not understood.

A clause is understood only if **every** word of it means something to us: a word of ours, part
of a place's name, a date. One strange word, and the question may be about office hours of a
professor or a loan period, so nothing is claimed. That rule costs some answers and no truth.

Two kinds of strange clauses may stand beside a question of ours that says itself what it asks
about: what the patron tells of themselves ("I lost my umbrella, when do you close") and another
question ("… and how do I renew a book"), which is left open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import or_

from kiosk.assistant.asks import NotUnderstood, asks_of, scope_of
from kiosk.assistant.clauses import CHOICES, MANNERS, Clause, cut, joined, share_places
from kiosk.assistant.date_marks import DayMark, Meaning
from kiosk.assistant.languages import Concept
from kiosk.assistant.marking import Mark, Marker, Strange
from kiosk.assistant.requests import Ask, Courtesy, Request, Scope, Understood
from kiosk.assistant.when import UnclearTime, When, combined
from kiosk.assistant.words import Phrase, folded, with_meridiem
from kiosk.assistant.writing import Writing

_SENTENCE = re.compile(r"(?<=[?!;\n？！؟。])\s*|(?<=[.])\s+(?=\D)")  # noqa: RUF001  full-width marks end sentences too
_LAST_WORD = re.compile(r"(\w+)\.\s*$")
_ASKING = ("?", "？", "؟")  # noqa: RUF001  the same
_MARKS = frozenset("?!.;:…\"'()-*؟。¿¡\u00ab\u00bb\u201c\u201d\u300c\u300d\u300a\u300b")
_LONGEST_ABBREVIATION = 5
_C = Concept


@dataclass(slots=True)
class _Sentence:
    """One sentence of a question.

    Attributes:
        typed: As it was typed.
        marks: What its words mean.
        clauses: The clauses of it.
    """

    typed: str
    marks: list[Mark | Strange]
    clauses: list[Clause]

    @property
    def asks(self) -> bool:
        """It ends as a question does."""
        return self.typed.rstrip().endswith(_ASKING)

    @property
    def is_strange(self) -> bool:
        """Not every word of it is understood."""
        return any(clause.strange for clause in self.clauses)


class Understanding:
    """Understands questions of one language, about one set of places."""

    def __init__(self, marker: Marker, writing: Writing) -> None:
        self._marker = marker
        self._writing = writing
        days = {word for word in writing.ranged if len(word) <= _LONGEST_ABBREVIATION}
        self._shortened = writing.abbreviations | days

    def understand(self, question: str, now: datetime) -> Understood:
        """What the question asks for; ``now`` in the library's zone."""
        sentences = [self._sentence(part, now) for part in self._sentences(question)]
        sentences = [sentence for sentence in sentences if sentence.marks]
        said = {mark for one in sentences for mark in one.marks if isinstance(mark, Concept)}
        if self._marker.says(_C.DISTRESS, self._words(question)):
            return Understood(courtesy=Courtesy.DISTRESS)
        if _C.PERSON in said:
            return Understood(courtesy=Courtesy.PERSON)
        try:
            requests, rest = _read(sentences, now)
        except UnclearTime:
            return Understood(rest=question, unclear_day=True)
        except NotUnderstood:
            requests, rest = [], question
        if requests:
            return Understood(tuple(requests), rest=rest)
        if _C.ABUSE in said:
            return Understood(courtesy=Courtesy.ABUSE)
        return _courtesy(sentences, said, question)

    def _sentences(self, question: str) -> list[str]:
        """The sentences, as typed; no point of an abbreviation ends one."""
        found: list[str] = []
        for part in _SENTENCE.split(with_meridiem(question)):
            before = _LAST_WORD.search(found[-1]) if found else None
            word = folded(before.group(1)) if before else ""
            if before and (len(word) == 1 or word in self._shortened):
                found[-1] += f" {part}"
            else:
                found.append(part)
        return found

    def _sentence(self, typed: str, now: datetime) -> _Sentence:
        marks = self._marker.marks(self._words(typed), now)
        return _Sentence(typed, marks, cut(marks))

    def _words(self, text: str) -> Phrase:
        return tuple(word for word in self._writing.words(text) if word not in _MARKS - {"-"})


def _courtesy(sentences: Sequence[_Sentence], said: set[Concept], question: str) -> Understood:
    if said <= {*MANNERS, _C.AUXILIARY, _C.NOW} and not any(one.is_strange for one in sentences):
        if _C.ABOUT in said:
            return Understood(courtesy=Courtesy.ABOUT)
        if _C.THANKS in said:
            return Understood(courtesy=Courtesy.THANKS)
        if _C.GREETING in said:
            return Understood(courtesy=Courtesy.GREETING)
    return Understood(rest=question)


def _read(sentences: Sequence[_Sentence], now: datetime) -> tuple[list[Request], str]:
    """What is asked for, and the part that stays open. Raises NotUnderstood, UnclearTime."""
    requests: list[Request] = []
    rest: list[str] = []
    all_ask = all(sentence.asks for sentence in sentences)
    for sentence in sentences:
        if requests and sentence.marks[0] is _C.CORRECTION:
            raise NotUnderstood  # "When do you open? I mean the law library."
        if requests and all_ask and sentence.is_strange:
            rest.append(sentence.typed)  # a question of its own, after one that is answered
            continue
        if any(_is_left_open(clause) for clause in sentence.clauses):
            rest.append(sentence.typed)
        clauses = _without_strange(sentence.clauses, sentences)
        requests += _requests(clauses, requests, now)
    return requests, " ".join(rest)


def _is_left_open(clause: Clause) -> bool:
    return clause.strange and clause.is_other_question


def _without_strange(clauses: Sequence[Clause], sentences: Sequence[_Sentence]) -> list[Clause]:
    """The clauses that can be answered though others are strange. Raises NotUnderstood."""
    everything = [clause for sentence in sentences for clause in sentence.clauses]
    asks = [clause for clause in everything if clause.has_verb and not clause.strange]
    aside = [clause for clause in everything if clause.strange or (clause.is_story and asks)]
    if not _may_be_left(clauses):
        raise NotUnderstood
    _carry_day(aside, asks)
    kept = [clause for clause in clauses if clause not in aside]
    if any(clause.strange for clause in aside):
        whole = [clause.is_whole for clause in kept]
        verbless = [not clause.has_verb for clause in kept]
        if not all(map(or_, whole, verbless)) or (kept and not any(whole)):
            raise NotUnderstood
    return kept


def _carry_day(aside: Sequence[Clause], asks: Sequence[Clause]) -> None:
    """Ask about the day that the patron told of: "I come on Friday. When do you open?".

    Raises:
        NotUnderstood: a time was told that the question may be about, but not for certain.
    """
    told = [story for story in aside if story.times]
    open_ones = [clause for clause in asks if not clause.times]
    if not (told and open_ones):
        return
    times = [time for story in told for time in story.times]
    is_plain = all(map(_is_plan, told)) or all(map(_says_that_day, open_ones))
    is_now = any(_C.NOW in clause.concepts for clause in open_ones)
    if is_now or not is_plain or len(times) != 1 or not _is_one_day(times[0]):
        raise NotUnderstood  # "my train comes at nine, will you be open" is about that time
    for clause in open_ones:
        clause.times.append(times[0])


def _is_plan(story: Clause) -> bool:
    """As "I come on Friday", but not "I was here on Friday" nor "my flight is on Friday"."""
    return not (story.strange or _C.AUXILIARY in story.concepts)


def _is_one_day(time: Meaning) -> bool:
    return isinstance(time, DayMark) and len(time.days) == 1


def _says_that_day(clause: Clause) -> bool:
    return _C.THAT_DAY in clause.concepts


def _may_be_left(clauses: Sequence[Clause]) -> bool:
    """Whether all that is strange is told of the patron, or another question."""
    is_telling = False
    for clause in clauses:
        goes_on = is_telling and not (clause.has_verb or clause.places)
        if clause.strange and not (clause.is_story or clause.is_other_question or goes_on):
            return False
        is_telling = clause.is_story or goes_on
    return True


def _requests(clauses: Sequence[Clause], before: Sequence[Request], now: datetime) -> list[Request]:
    together = joined(clauses)
    if not share_places(together):
        raise NotUnderstood
    found: list[Request] = []
    for clause in together:
        found += _clause_requests(clause, [*before, *found], now)
    return found


def _clause_requests(clause: Clause, before: Sequence[Request], now: datetime) -> list[Request]:
    if _C.THANKS in clause.concepts and not clause.has_verb:
        return []  # "see you on monday"
    when = combined(clause.times, now)
    if _says_that_day(clause) and not when:
        when = _day_before(before)
    if before and _goes_on(clause):
        last = before[-1]
        named = tuple(dict.fromkeys(clause.places)) or last.named
        return [replace(last, named=named, when=when or last.when)]
    if before and _asks_until_when(clause):
        return [replace(before[-1], ask=Ask.CLOSES, when=when or before[-1].when, choice=None)]
    asks = asks_of(clause)
    named, scope = tuple(dict.fromkeys(clause.places)), scope_of(clause)
    if not named and before and scope is Scope.THIS and _C.HERE not in clause.concepts:
        named, scope = before[-1].named, before[-1].scope
    choice = next((CHOICES[concept] for concept in CHOICES if concept in clause.concepts), None)
    return [
        Request(ask, named, scope, _default_when(ask, clause, when, now), choice, _is_now(clause))
        for ask in asks
    ]


def _day_before(before: Sequence[Request]) -> When:
    """The day of the question before, as in "… Friday? When do you close that day?"."""
    if not before or len(before[-1].when.days) != 1:
        raise NotUnderstood
    return When(before[-1].when.days)


def _goes_on(clause: Clause) -> bool:
    """As "and the law library?", after a question that was understood."""
    said = clause.concepts - MANNERS - {_C.AUXILIARY}
    return bool(clause.places or clause.times) and not said


def _asks_until_when(clause: Clause) -> bool:
    """As "until when?", after a question that was understood."""
    said = clause.concepts - MANNERS - {_C.AUXILIARY, _C.IT, _C.WHEN}
    return said == {_C.UNTIL} and not clause.places


def _is_now(clause: Clause) -> bool:
    return _C.NOW in clause.concepts and not clause.times


def _default_when(ask: Ask, clause: Clause, when: When, now: datetime) -> When:
    if ask is Ask.HOURS and _C.DAYS in clause.concepts and not when:
        week = tuple(now.date().fromordinal(now.date().toordinal() + n) for n in range(7))
        return When(week)
    return when
