from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kiosk.demo.library import Entry, alder_bay, holiday, is_exam_week

LIBRARY = alder_bay()
AUTUMN = date(2026, 9, 1)


def entries(lid: int, days: int = 101, first: date = AUTUMN) -> Iterator[tuple[date, Entry | None]]:
    place = LIBRARY.place(lid)
    assert place is not None
    for n in range(days):
        yield first + timedelta(days=n), place.hours(first + timedelta(days=n))


def every_entry() -> Iterator[Entry | None]:
    for place in LIBRARY.places:
        yield from (entry for _, entry in entries(place.lid))


def test_every_hard_case_stands_in_any_hundred_days() -> None:
    found = list(every_entry())
    told = [entry for entry in found if entry is not None]
    assert None in found, "a date that LibCal leaves out"
    assert {entry["status"] for entry in told} == {
        "open",
        "closed",
        "24hours",
        "text",
        "ByApp",
        "not-set",
    }
    assert {"status": "open", "hours": []} in told
    assert {"status": "closed", "hours": None, "note": "Thanksgiving"} in told
    pairs = [tuple(pair.values()) for entry in told for pair in entry.get("hours") or ()]
    assert ("9:00am", "") in pairs, "a closing time that nobody entered"
    assert ("7:00am", "1:00am") in pairs, "past midnight"
    assert any(len(entry.get("hours") or ()) == 2 for entry in told), "a lunch break"
    assert any("<a href" in entry.get("text", "") for entry in told)


def test_an_exam_week_is_one_run_from_sunday_to_friday() -> None:
    sunday = next(day for day, _ in entries(9101) if day.weekday() == 6 and is_exam_week(day))
    week = [entry for _, entry in entries(9101, 7, sunday)]
    assert week[0] is not None
    assert week[0]["hours"] == [{"from": "11:00am", "to": "12:00am"}]
    assert week[1:5] == [{"status": "24hours"}] * 4
    assert week[5] == {"status": "open", "hours": [{"from": "12:00am", "to": "8:00pm"}]}


def test_every_fourth_week_is_an_exam_week() -> None:
    weeks = Counter(is_exam_week(day) for day, _ in entries(9101, 28 * 7))
    assert weeks[False] == 3 * weeks[True]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-11-26", "Thanksgiving"),
        ("2026-11-27", "Thanksgiving weekend"),
        ("2026-05-25", "Memorial Day"),
        ("2026-09-07", "Labor Day"),
        ("2027-01-18", "Martin Luther King Jr. Day"),
        ("2026-12-25", "Winter break"),
        ("2026-11-25", ""),
    ],
)
def test_holidays_fall_where_they_do(day: str, name: str) -> None:
    assert holiday(date.fromisoformat(day)) == name


def test_a_place_that_is_not_there_is_none() -> None:
    assert LIBRARY.place(1) is None
