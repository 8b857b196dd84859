"""One answer against what was expected of it."""

from enum import StrEnum

from kiosk.assistant.answers import Answer, Fact, HoursFact, NextOpenFact, OpenNowFact, Route
from kiosk.assistant.requests import Intent
from tests.evaluation.questions import (
    NEXT_WORD,
    NOW_WORD,
    PLACE_WORD,
    PLACES,
    Kind,
    Question,
    Told,
)

_PLACE_NAMES = {number: name for name, number in PLACES.items()}
_FITTING = {
    Kind.GREETING: {Intent.SMALLTALK},
    Kind.THANKS: {Intent.SMALLTALK},
    Kind.PERSON: {Intent.HANDOFF},
    Kind.ABUSE: {Intent.SMALLTALK, Intent.HANDOFF},
    Kind.DISTRESS: {Intent.HANDOFF},
    Kind.UNKNOWN: {Intent.UNKNOWN, Intent.HANDOFF},
}


class Outcome(StrEnum):
    """What an answer is worth, worst last but one: a wrong fact outweighs everything.

    ``WRONG`` tells a fact that nobody asked for. ``ABSTAINED`` tells none where some were expected,
    or has not understood what else was meant (a greeting, a cry for help). ``INCOMPLETE`` tells
    allowed facts, but too few. ``LANGUAGE`` is in another language than the question.
    """

    RIGHT = "right"
    ABSTAINED = "abstained"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    LANGUAGE = "language"


def score(question: Question, answer: Answer) -> Outcome:
    """What this answer is worth."""
    facts = told(answer)
    if facts - question.allowed:
        return Outcome.WRONG
    if answer.language != question.language:
        return Outcome.LANGUAGE
    if facts:
        return Outcome.RIGHT if _whole(question, facts) else Outcome.INCOMPLETE
    return Outcome.RIGHT if _rightly_silent(question, answer) else Outcome.ABSTAINED


def told(answer: Answer) -> Told:
    """The answer's facts in the words of the files."""
    return frozenset(f"{_PLACE_NAMES[fact.location_id]} {_what(fact)}" for fact in answer.facts)


def _what(fact: Fact) -> str:
    if isinstance(fact, HoursFact):
        return fact.day.date.isoformat()
    if isinstance(fact, OpenNowFact):
        return NOW_WORD
    return NEXT_WORD if isinstance(fact, NextOpenFact) else PLACE_WORD


def _whole(question: Question, facts: Told) -> bool:
    """Whether one whole set is told; asking back is no excuse for half of another."""
    sets = [expected for expected in (question.facts, *question.others) if expected]
    return any(expected <= facts for expected in sets) or not question.facts


def _rightly_silent(question: Question, answer: Answer) -> bool:
    if question.may_ask_back:
        return True
    if question.facts:
        return False
    if question.kind is Kind.UNKNOWN and answer.route is Route.NONE:
        return True
    return answer.intent in _FITTING[question.kind]
