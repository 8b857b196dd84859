"""What a clause asks of the places it is about."""

from collections.abc import Callable

from kiosk.assistant.clauses import CHOICES, OPENING, Clause
from kiosk.assistant.languages import Concept
from kiosk.assistant.requests import Ask, Scope

_C = Concept
_OF_PLACES = ((_C.WHERE, Ask.WHERE), (_C.ACCESS, Ask.ACCESS), (_C.PHONE, Ask.PHONE))


class NotUnderstood(ValueError):
    """The words say something that is not ours to answer."""


def asks_of(clause: Clause) -> list[Ask]:
    """What the clause asks. Raises NotUnderstood."""
    said = clause.concepts
    if _C.SELF in said and not (clause.is_whole or _asks_where_to_go(clause)):
        raise NotUnderstood  # "can I visit my friend"
    opening = bool(said & OPENING) or _asks_for_first_or_last(said)
    if opening and not _is_list_of_open(said, clause) and _C.WHERE in said:
        return _where_and_opening(said)
    of_place = said & {_C.PHONE, _C.ACCESS}
    if opening and (of_place or _is_half_a_question(clause) or _is_about_days(said)):
        raise NotUnderstood
    if opening:
        return [_opening_ask(said)]
    asks = [ask for concept, ask in _OF_PLACES if concept in said]
    if Ask.ACCESS in asks:
        asks = [ask for ask in asks if ask is not Ask.WHERE]  # "where is the lift"
        said = said - {_C.EVERY}  # "is there a lift"
    if asks:
        if clause.times or said & set(CHOICES) or said & {_C.WHEN, _C.EVERY, _C.UNTIL}:
            raise NotUnderstood
        return asks
    return [_bare_ask(clause)]


def _asks_where_to_go(clause: Clause) -> bool:
    """As "where can I study at 3 am"; without a time it may be about a quiet corner."""
    of_time = bool(clause.times) or bool(clause.concepts & {_C.NOW, *CHOICES})
    return {_C.WHERE, _C.OPEN} <= clause.concepts and of_time and not clause.places


def _is_half_a_question(clause: Clause) -> bool:
    """As "how long is the library" and "next": nothing of them says that it is about hours.

    "Until when tonight" does.
    """
    said = clause.concepts
    about_hours = said & (OPENING - {_C.UNTIL, _C.NEXT})
    places = said & {_C.LATEST, _C.EARLIEST}
    of_a_day = _C.UNTIL in said and bool(clause.times) and not said & {_C.SELF, _C.STORY}
    return not (about_hours or places or of_a_day or (_C.NEXT in said and _C.WHEN in said))


def _is_about_days(said: set[Concept]) -> bool:
    """As "what day is Thanksgiving"."""
    return _C.DAYS in said and not said & (OPENING - {_C.DAYS})


def _asks_for_first_or_last(said: set[Concept]) -> bool:
    """As "which library opens first", where the verb is part of the phrase."""
    personal = {_C.SELF, _C.STORY, _C.YOU, _C.HERE}
    return bool(said & {_C.LATEST, _C.EARLIEST}) and _C.WHICH in said and not said & personal


def _where_and_opening(said: set[Concept]) -> list[Ask]:
    # "Where can I find the hours of the law library" asks for hours only.
    if _C.HOURS in said:
        return [Ask.HOURS]
    raise NotUnderstood


def _is_list_of_open(said: set[Concept], clause: Clause) -> bool:
    """As "where's open now": which places, not where a place is."""
    return _C.WHERE in said and _C.OPEN in said and not clause.places and _C.IT not in said


def _opening_ask(said: set[Concept]) -> Ask:
    rules: tuple[tuple[Callable[[], bool], Ask], ...] = (
        (lambda: bool(said & {_C.HOURS, _C.DAYS}) and _C.NEXT not in said, Ask.HOURS),
        (lambda: _C.NEXT in said and not said & {_C.CLOSE, _C.UNTIL}, Ask.NEXT),
        (lambda: {_C.NEXT, _C.OPEN, _C.WHEN} <= said, Ask.NEXT),
        (lambda: _C.OPEN in said and _C.CLOSE in said and _C.WHEN in said, Ask.HOURS),
        (lambda: _C.CLOSE in said or (_C.UNTIL in said and _C.OPEN in said), Ask.CLOSES),
        (lambda: _C.UNTIL in said, Ask.CLOSES),
        (lambda: _C.WHEN in said and _C.CLOSED in said, Ask.CLOSES),
        (lambda: _C.WHEN in said and _C.OPEN in said, Ask.OPENS),
        (lambda: _C.NEXT not in said, Ask.IS_OPEN),
    )
    return next((ask for applies, ask in rules if applies()), Ask.NEXT)


def _bare_ask(clause: Clause) -> Ask:
    """No verb of ours: "law library friday", "marlowe", "what time sci lib tmrw"."""
    said = clause.concepts
    if said & {_C.AUXILIARY, _C.WHICH, _C.EVERY, _C.PERSON} or said & set(CHOICES):
        raise NotUnderstood
    if said & {_C.SELF, _C.STORY}:
        raise NotUnderstood  # "I leave at five"
    if _C.NOW in said or _C.WHOLE_DAY in said:
        raise NotUnderstood
    if clause.times and (clause.places or _C.WHEN not in said):
        return Ask.HOURS
    if clause.places and _C.WHEN in said:
        return Ask.HOURS
    if clause.places:
        return Ask.WHERE
    raise NotUnderstood


def scope_of(clause: Clause) -> Scope:
    """Which places are meant where the clause names none."""
    said = clause.concepts
    if clause.places:
        return Scope.THIS
    if _C.ACCESS in said and _C.LIBRARIES not in said:
        return Scope.THIS
    if said & {_C.LIBRARIES, _C.PLACES} and said & {_C.WHICH, _C.EVERY}:
        return Scope.LIBRARIES if _C.LIBRARIES in said else Scope.ALL
    if said & {_C.HERE, _C.YOU} and not {_C.EVERY, _C.LIBRARY} <= said:
        return Scope.THIS
    libraries = bool(said & {_C.LIBRARY, _C.LIBRARIES})
    if _C.LIBRARIES in said or _C.PLACES in said or _C.EVERY in said or _asks_which(clause):
        return Scope.LIBRARIES if libraries and _C.PLACES not in said else Scope.ALL
    return Scope.THIS


def _asks_which(clause: Clause) -> bool:
    """As "what's open", "which library closes last", but not "what's the closing time"."""
    said = clause.concepts
    if said & {_C.IT, _C.HOURS, _C.DAYS, _C.UNTIL, _C.WHEN}:
        return False
    if _asks_for_first_or_last(said):
        return True
    return bool(said & {_C.WHICH, _C.WHERE}) and bool(said & {_C.OPEN, _C.CLOSED})
