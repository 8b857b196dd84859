"""A day that is told in one sentence and asked about in the next."""

from datetime import datetime

import pytest

from kiosk.assistant.answers import HoursFact, Route
from tests.assistant.library import ZONE, ask

FRIDAY = "2026-11-27"


def days(question: str, screen: str = "en") -> list[str]:
    facts = ask(question, screen=screen).facts
    return [fact.day.date.isoformat() for fact in facts if isinstance(fact, HoursFact)]


@pytest.mark.parametrize(
    ("question", "screen"),
    [
        ("I come on Friday. When do you open?", "en"),
        ("We will visit on Friday, are you open then?", "en"),
        ("Vengo el viernes. ¿A qué hora abren?", "es"),
        ("Je viens vendredi. Vous ouvrez à quelle heure ?", "fr"),
        ("我周五来。你们几点开门", "zh"),
        ("سآتي يوم الجمعة. متى تفتحون؟", "ar"),
    ],
)
def test_a_question_is_about_the_day_that_was_told_before_it(question: str, screen: str) -> None:
    assert days(question, screen) == [FRIDAY]


def test_that_day_is_the_day_of_the_question_before() -> None:
    assert days("Are you open on Friday? When do you close that day?") == [FRIDAY]


@pytest.mark.parametrize(
    "question",
    [
        "I was here on Friday. When do you open?",
        "My flight is on Friday. When do you close?",
        "I come on Friday. Are you open now?",
        "I come on Friday at nine. When do you open?",
        "I come on Friday. My friend comes on Saturday. When do you open?",
        "Are you open on that day?",
        "Are you open on Friday and Sunday? When do you close that day?",
    ],
)
def test_where_the_day_is_not_certain_nothing_is_told(question: str) -> None:
    assert ask(question).route is Route.NONE


def test_last_night_is_the_evening_before_today() -> None:
    assert days("Was the law library open last night?") == ["2026-11-24"]


def test_in_the_small_hours_last_night_may_be_either_of_two() -> None:
    answer = ask("Was the law library open last night?", datetime(2026, 11, 25, 2, tzinfo=ZONE))
    assert answer.route is Route.NONE


def test_a_weekday_some_weeks_ahead_is_counted_from_this_week() -> None:
    assert days("In two weeks on Monday, are you open?") == ["2026-12-07"]


def test_a_weekday_some_days_ahead_is_no_date() -> None:
    assert ask("In two days on Monday, are you open?").route is Route.NONE


@pytest.mark.parametrize("question", ["vos horaires du 26 au 28", "vos horaires du 26 au 28 ?"])
def test_days_of_no_month_are_the_coming_ones(question: str) -> None:
    assert days(question, "fr") == ["2026-11-26", "2026-11-27", "2026-11-28"]


def test_a_range_that_runs_backwards_is_no_range() -> None:
    assert ask("vos horaires du 28 au 26", screen="fr").route is Route.NONE
