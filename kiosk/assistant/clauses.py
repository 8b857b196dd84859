"""A sentence is cut at "and" and commas into clauses; those that belong together are one again.

A clause without a verb of its own belongs to the one before it ("law and music on friday"), one
with a verb of its own and no place asks about the places before it ("when does law close and
where is it").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType

from kiosk.assistant.date_marks import DayMark, InstantMark, Meaning, PartMark, TimeMark, Wrong
from kiosk.assistant.languages import Concept
from kiosk.assistant.marking import Mark, Strange
from kiosk.assistant.place_names import PlaceMark
from kiosk.assistant.requests import Choice

_C = Concept
OPENING = frozenset({_C.OPEN, _C.CLOSE, _C.CLOSED, _C.HOURS, _C.DAYS, _C.UNTIL, _C.NEXT})
"""Words about being open."""

HERE: tuple[int, ...] = ()
"""The place where the terminal stands, among places that are named."""

MANNERS = frozenset(
    {
        _C.GREETING,
        _C.INTRODUCTION,
        _C.THANKS,
        _C.FILLER,
        _C.YOU,
        _C.SELF,
        _C.STORY,
        _C.BREAK,
        _C.ABUSE,
        _C.ABOUT,
    }
)
"""Words that ask for nothing."""

CHOICES = MappingProxyType(
    {
        _C.LATE: Choice.LATE,
        _C.LATEST: Choice.LATEST,
        _C.EARLIEST: Choice.EARLIEST,
        _C.ALL_NIGHT: Choice.ALL_NIGHT,
        _C.PAST_MIDNIGHT: Choice.PAST_MIDNIGHT,
    }
)
_SUBJECTS = frozenset({_C.YOU, _C.HERE, _C.LIBRARY, _C.LIBRARIES, _C.PLACES, _C.EVERY})
_OF_SELF = frozenset({_C.SELF, _C.STORY})
_STARTS = frozenset({_C.WHICH, _C.WHERE, _C.AUXILIARY, _C.EVERY})
_QUESTIONS = frozenset({_C.AUXILIARY, _C.WHEN, _C.UNTIL, _C.WHICH, _C.OPEN, _C.CLOSED})
_BEFORE_ALL = frozenset({_C.FILLER, _C.GREETING})
_ASKED_OF = frozenset({_C.AUXILIARY, _C.NOW, _C.YOU, _C.IT, _C.WHICH})


@dataclass(slots=True)
class Clause:
    """What one clause says.

    Attributes:
        concepts, places, times: What its words mean.
        strange: One of its words means nothing to us, or it asks how something is done.
        leads: Its first word that says something, if we know it.
    """

    concepts: set[Concept] = field(default_factory=set)
    places: list[tuple[int, ...]] = field(default_factory=list)
    times: list[Meaning] = field(default_factory=list)
    strange: bool = False
    leads: Concept | None = None

    @property
    def has_verb(self) -> bool:
        """It asks something by itself."""
        return bool(self.concepts & (OPENING | {_C.WHERE, _C.PHONE, _C.ACCESS}))

    @property
    def is_empty(self) -> bool:
        """It says nothing that matters."""
        return not (self.strange or self.places or self.times or self.concepts - MANNERS)

    @property
    def is_story(self) -> bool:
        """Something about the patron that asks nothing: "I lost my umbrella".

        It may name a time of its own: "I have an exam on Friday".
        """
        asks = self.has_verb or bool(self.concepts & set(CHOICES))
        return bool(self.concepts & _OF_SELF) and not (asks or self.places)

    @property
    def is_other_question(self) -> bool:
        """A question of its own that is not ours: "how do I renew a book"."""
        says_ours = self.has_verb or self.places or self.times
        return _C.HOW in self.concepts or (self.leads in _STARTS and not says_ours)

    @property
    def is_whole(self) -> bool:
        """It says itself what it asks about."""
        return self.has_verb and bool(self.places or self.concepts & _SUBJECTS)

    @property
    def names_places(self) -> bool:
        """It names places, or a kind of them."""
        kinds = {_C.LIBRARY, _C.LIBRARIES, _C.PLACES, _C.HERE, _C.EVERY}
        return bool(self.places) or bool(self.concepts & kinds)

    def take(self, other: "Clause") -> None:
        """Go on with what another clause says."""
        self.concepts |= other.concepts
        self.places += other.places
        self.times += other.times


def cut(marks: Sequence[Mark | Strange]) -> list[Clause]:
    """The clauses of a sentence that say something."""
    found: list[Clause] = []
    for part in _parts(corrected(marks)):
        found += _without_story(part)
    return [clause for clause in found if not clause.is_empty]


def corrected(marks: Sequence[Mark | Strange]) -> list[Mark | Strange]:
    """What was meant at last: of "Sunday, no sorry, Saturday" only Saturday."""
    found: list[Mark | Strange] = []
    for position, mark in enumerate(marks):
        if mark is not _C.CORRECTION:
            found.append(mark)
            continue
        meant = next((one for one in marks[position:] if not isinstance(one, Concept)), None)
        taken_back = [n for n, one in enumerate(found) if type(one) is type(meant)]
        if taken_back and meant is not None:
            del found[taken_back[-1]]
    return found


def _parts(marks: Sequence[Mark | Strange]) -> list[list[Mark | Strange]]:
    found: list[list[Mark | Strange]] = [[]]
    for mark in marks:
        if mark is _C.BREAK:
            found.append([])
        else:
            found[-1].append(mark)
    return found


def _without_story(part: Sequence[Mark | Strange]) -> list[Clause]:
    """A question and what the patron tells of themselves, written in one breath.

    As "my bus is late are you still open" and "are you open on sunday i want to study": the
    question must be whole by itself, and nothing of it may hang on what is told.
    """
    whole = _clause(part)
    last = max((n for n, mark in enumerate(part) if isinstance(mark, Strange)), default=None)
    if last is None or not whole.concepts & _OF_SELF:
        return [whole]
    before, after = _clause(part[: last + 1]), _clause(part[last + 1 :])
    if before.is_story and after.leads in _QUESTIONS and after.is_whole and not _hangs(after):
        return [before, after]
    starts = (n for n, mark in enumerate(part) if mark is _C.STORY and n)
    for start in starts:
        before, after = _clause(part[:start]), _clause(part[start:])
        if before.is_whole and not before.strange and after.is_story:
            return [before, after]
    return [whole]


def _hangs(clause: Clause) -> bool:
    return _C.IT in clause.concepts


def _clause(marks: Sequence[Mark | Strange]) -> Clause:
    clause = Clause()
    for mark in marks:
        _add(clause, mark)
    return clause


def _add(clause: Clause, mark: Mark | Strange) -> None:
    if isinstance(mark, Concept):
        if clause.leads is None and not clause.strange and mark not in _BEFORE_ALL:
            clause.leads = mark
        clause.concepts.add(mark)
        clause.strange = clause.strange or mark is _C.HOW
    elif isinstance(mark, PlaceMark):
        clause.places.append(mark.ids)
    elif isinstance(mark, DayMark | TimeMark | PartMark | InstantMark | Wrong):
        clause.times.append(mark)
    else:
        clause.strange = True


def joined(clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses that belong together, made one."""
    found: list[Clause] = []
    for clause in clauses:
        if found and _continues(found[-1], clause):
            if clause.places and _is_only_here(found[-1]):
                found[-1].places.append(HERE)  # "the library and the makerspace on friday"
            found[-1].take(clause)
        elif found and not clause.has_verb:
            if _lacks_subject(found[-1]):
                found[-1].places += clause.places
            # "law on friday and music on saturday": the same question of another place and day.
            verbs = found[-1].concepts - {_C.LIBRARY, _C.HERE, _C.IT, _C.YOU}
            found.append(replace(clause, concepts=clause.concepts | verbs))
        else:
            found.append(clause)
    return found


def _is_only_here(clause: Clause) -> bool:
    if clause.places or clause.times:
        return False
    return _C.HERE in clause.concepts or (_C.LIBRARY in clause.concepts and not clause.has_verb)


def _lacks_subject(clause: Clause) -> bool:
    """As "the hours on Monday and Tuesday at the law library", where both are of the library."""
    return not (clause.names_places or clause.concepts & {_C.YOU, _C.IT, _C.HERE})


def share_places(clauses: Sequence[Clause]) -> bool:
    """In "address and phone number of the law library" both are of the place that comes last.

    Returns:
        Whether that is plain. It is not where a verb tells neither who is asked nor that the
        place is: "¿a qué hora cierran y dónde está el Makerspace?".
    """
    for first, second in pairwise(clauses):
        asks_of_someone = first.concepts & _ASKED_OF
        if second.places and not (first.names_places or first.times or asks_of_someone):
            if first.concepts & {_C.OPEN, _C.CLOSE, _C.CLOSED}:
                return False
            first.places += second.places
    return True


def _continues(first: Clause, second: Clause) -> bool:
    if second.has_verb:
        if not first.has_verb:
            return True
        opening = bool(first.concepts & OPENING) and bool(second.concepts & OPENING)
        # "Are you open now and when do you open on Saturday" are two questions of one place.
        two_times = second.times and (first.times or _C.NOW in first.concepts)
        # "On Monday at what time does open and close the law library": the place comes last.
        place_comes_last = _lacks_subject(first) and not second.times
        return opening and not two_times and (place_comes_last or not second.names_places)
    return not (second.names_places and second.times and first.times)
