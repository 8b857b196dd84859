"""Times as the screen writes them: short, and never ambiguous."""

from datetime import date, datetime, timedelta

import pytest

from kiosk.core.hours import OpenSpan
from kiosk.ui.times import Times
from tests.assistant.library import NOW, ZONE, english, languages

TIMES = Times(english(), ZONE)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2026-11-25T14:15", "2:15 pm"),
        ("2026-11-26T01:00", "1 am"),
        ("2026-11-26T09:00", "Thu 9 am"),
        ("2026-12-01T09:00", "Tue 9 am"),
        ("2026-12-02T09:00", "Dec 2 9 am"),
        ("2026-11-24T09:00", "Nov 24 9 am"),
    ],
)
def test_a_moment_names_its_day_where_that_is_not_today(then: str, said: str) -> None:
    assert TIMES.moment(at(then), NOW).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("tag", "until", "opens", "later"),
    [
        ("en", "1 am", "1 am", "Thu 9 am"),
        ("es", "la 1 a.m.", "a la 1 a.m.", "el jue a las 9 a.m."),
        ("fr", "1 h", "à 1 h", "jeu. à 9 h"),
        ("zh", "凌晨1点", "凌晨1点", "周四上午9点"),
        ("ar", "الساعة 1 ص", "الساعة 1 ص", "الخميس الساعة 9 ص"),
    ],
)
def test_each_language_says_when_in_its_own_way(
    tag: str, until: str, opens: str, later: str
) -> None:
    times = Times(languages().get(tag), ZONE)
    night, morning = at("2026-11-26T01:00"), at("2026-11-26T09:00")
    said = [times.moment(night, NOW), times.at(night, NOW), times.at(morning, NOW)]
    assert [text.replace("\u00a0", " ") for text in said] == [until, opens, later]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("es", "mié, 2 de dic"),
        ("fr", "mer. 2 déc."),
        ("zh", "12月2日周三"),
        ("ar", "الأربعاء، 2 ديسمبر"),
    ],
)
def test_the_parts_of_a_date_stand_in_the_order_of_the_language(tag: str, said: str) -> None:
    today = date(2026, 11, 25)
    assert Times(languages().get(tag), ZONE).day(today + timedelta(days=7), today) == said


def test_the_first_of_a_month_is_written_as_french_does() -> None:
    times = Times(languages().get("fr"), ZONE)
    first, then = date(2027, 1, 1), at("2027-01-01 09:00")
    assert times.long_day(first, NOW.date()) == "vendredi 1er janvier 2027"
    assert times.calendar_date(first) == "1er janvier 2027"
    assert times.day(first, NOW.date()) == "ven. 1er janv."
    assert times.moment(then, NOW) == "1er janv. à 9 h".replace(" ", "\u00a0")


def test_hours_on_a_card_need_no_article() -> None:
    assert Times(languages().get("es"), ZONE).span(OpenSpan(780, 1260)) == "1 p.m. – 9 p.m."  # noqa: RUF001  the dash of a range


def test_a_long_time_may_be_broken_but_not_before_its_number() -> None:
    said = Times(languages().get("es"), ZONE).moment(at("2026-12-02T16:12"), NOW)
    assert said == "el\u00a02 dic a las\u00a04:12 p.m."


def test_a_time_is_never_broken_over_two_lines() -> None:
    assert " " not in TIMES.moment(at("2026-12-02T09:00"), NOW)


def test_a_span_without_an_end_invents_none() -> None:
    assert TIMES.span(OpenSpan(480, None)) == "8 am – ?"  # noqa: RUF001  the dash of a range


def test_a_span_over_midnight_ends_in_the_small_hours() -> None:
    assert TIMES.span(OpenSpan(420, 1500)) == "7 am – 1 am"  # noqa: RUF001  the dash of a range


def test_a_whole_day_goes_from_midnight_to_midnight() -> None:
    assert TIMES.all_day().count("midnight") == 2


def test_a_day_of_this_week_needs_no_date() -> None:
    today = date(2026, 11, 25)
    assert TIMES.day(today, today) == "Wednesday"
    assert TIMES.day(today + timedelta(days=7), today) == "Wed, Dec 2"
    assert TIMES.day(today - timedelta(days=1), today) == "Tue, Nov 24"


def test_a_day_in_full_has_a_year_where_it_is_another() -> None:
    today = date(2026, 11, 25)
    assert TIMES.long_day(date(2026, 11, 28), today) == "Saturday, November 28"
    assert TIMES.long_day(date(2027, 1, 2), today) == "Saturday, January 2, 2027"


def test_the_clock_of_the_home_screen() -> None:
    assert TIMES.heading(NOW) == "Wednesday, November 25 · 4:12 pm"
