"""What words say about time, at different hours of the day."""

from datetime import date, datetime

import pytest

from kiosk.assistant.dates import DateReader
from kiosk.assistant.marking import Marker
from kiosk.assistant.place_names import PlaceNames
from kiosk.assistant.when import UnclearTime, When, combined
from kiosk.assistant.words import words
from tests.assistant.library import ZONE, english, occasions

AFTERNOON = datetime(2026, 11, 25, 16, 12, tzinfo=ZONE)
NIGHT = datetime(2026, 11, 26, 1, 30, tzinfo=ZONE)
SUNDAY = datetime(2026, 11, 29, 12, 0, tzinfo=ZONE)


def when(said: str, now: datetime = AFTERNOON) -> When:
    reader = DateReader(english().dates, occasions())
    question, position, marks = words(said), 0, []
    while position < len(question):
        found = reader.at(question, position, now)
        if found is not None:
            marks.append(found.meaning)
        position = found.end if found is not None else position + 1
    return combined(marks, now)


def day(number: int, month: int = 11) -> date:
    return date(2026 if month > 10 else 2027, month, number)


@pytest.mark.parametrize(
    ("said", "minutes", "of_day"),
    [
        ("at 9 pm", 1260, day(25)),
        ("at 9 am", 540, day(26)),
        ("at noon", 720, day(26)),
        ("at midnight", 1440, day(25)),
        ("at 1 am", 1500, day(25)),
        ("9:30 pm", 1290, day(25)),
        ("21:30", 1290, day(25)),
        ("tonight at 9", 1260, day(25)),
        ("tonight at 1", 1500, day(25)),
        ("tonight at 12", 1440, day(25)),
        ("saturday night at 11", 1380, day(28)),
        ("saturday at 1 am", 60, day(28)),
        ("saturday night at 1 am", 1500, day(28)),
        ("friday morning at 9", 540, day(27)),
        ("friday afternoon at 3", 900, day(27)),
        ("nine pm on friday", 1260, day(27)),
        ("in two hours", 1092, day(25)),
        ("in 10 hours", 132, day(26)),
        ("in 30 minutes", 1002, day(25)),
    ],
)
def test_a_moment_is_found(said: str, minutes: int, of_day: date) -> None:
    found = when(said)
    assert (found.days, found.minutes) == ((of_day,), minutes)


@pytest.mark.parametrize("said", ["saturday at 9", "at 9", "friday 5 pm to 7 pm", "at 9:30"])
def test_a_time_that_may_be_another_is_no_moment(said: str) -> None:
    assert when(said).minutes is None
    assert when(said).days


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("tonight", [day(25)]),
        ("this evening", [day(25)]),
        ("today", [day(26)]),
        ("tomorrow", [day(27)]),
        ("at night", [day(25)]),
        ("in the morning", [day(26)]),
        ("2 am", [day(25)]),
        ("1 am", [day(26)]),
    ],
)
def test_in_the_small_hours_tonight_is_still_the_night_before(said: str, days: list[date]) -> None:
    assert list(when(said, NIGHT).days) == days


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("this week", day(29), day(5, 12)),
        ("this weekend", day(29), day(29)),
        ("next weekend", day(5, 12), day(6, 12)),
        ("next week", day(30), day(6, 12)),
        ("sunday", day(29), day(29)),
        ("next sunday", day(6, 12), day(6, 12)),
        ("last sunday", day(22), day(22)),
        ("monday to friday", day(30), day(4, 12)),
        ("friday to monday", day(4, 12), day(7, 12)),
        ("the next 7 days", day(29), day(5, 12)),
        ("a week from tomorrow", day(7, 12), day(7, 12)),
        ("two weeks from friday", day(18, 12), day(18, 12)),
        ("january 2", day(2, 1), day(2, 1)),
        ("the 1st", day(1, 12), day(1, 12)),
        ("feb 29 2028", date(2028, 2, 29), date(2028, 2, 29)),
        ("feb 29", date(2028, 2, 29), date(2028, 2, 29)),
        ("12/1/26", day(1, 12), day(1, 12)),
    ],
)
def test_days_on_a_sunday(said: str, first: date, last: date) -> None:
    found = when(said, SUNDAY).days
    assert (found[0], found[-1]) == (first, last)
    assert len(found) == (last - first).days + 1


@pytest.mark.parametrize(
    "said",
    ["february 30", "2026-02-30", "13/13", "friday november 28", "december 1 to november 30 2026"],
)
def test_what_cannot_be_is_unclear(said: str) -> None:
    with pytest.raises(UnclearTime):
        when(said)


@pytest.mark.parametrize("said", ["3 books", "1984", "chapter 11", "may i", "second floor"])
def test_a_number_that_is_no_date_stays_what_it_is(said: str) -> None:
    assert when(said) == When()


def test_every_word_of_a_date_is_known_to_the_spelling() -> None:
    dates = DateReader(english().dates, occasions())
    marker = Marker(english(), PlaceNames((), english()), dates)
    marks = marker.marks(words("law on firday decmeber 4"), AFTERNOON)
    assert [type(mark).__name__ for mark in marks][-1] == "DayMark"
