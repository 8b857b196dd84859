"""The log of what LibCal told otherwise than before."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.core.places import Place
from kiosk.store.changes import Change, ChangeLog, ChangeRecorder
from kiosk.store.connection import Database
from kiosk.store.hours import HoursTable
from tests.store.examples import FETCHED, MONDAY, TUESDAY, WEDNESDAY, a_day, a_place

HOUR = timedelta(hours=1)
LATER = FETCHED + HOUR
EVER = FETCHED - timedelta(days=1000)


def closed(day: date, at: datetime = LATER, note: str = "") -> HoursDay:
    return HoursDay(9101, day, Status.CLOSED, note=note, fetched_at=at)


def fetch(
    database: Database,
    days: Sequence[HoursDay],
    at: datetime = LATER,
    *,
    first: date = MONDAY,
    last: date = WEDNESDAY,
    places: Sequence[int] = (9101,),
) -> None:
    named = [Place(place, f"Place {place}", fetched_at=at) for place in places]
    HoursTable(database).replace(named, days, first, last)


def logged(database: Database, since: datetime = EVER) -> list[Change]:
    return ChangeLog(database).since(since)


@pytest.fixture
def known(database: Database) -> Database:
    """Monday to Wednesday were told."""
    fetch(database, [a_day(MONDAY), a_day(TUESDAY), a_day(WEDNESDAY)], FETCHED)
    return database


def test_the_first_fetch_of_all_changes_nothing(known: Database) -> None:
    assert logged(known) == []


def test_the_same_again_changes_nothing(known: Database) -> None:
    fetch(known, [a_day(MONDAY), a_day(TUESDAY), a_day(WEDNESDAY)])
    assert logged(known) == []


def test_each_day_that_is_told_otherwise_is_written_down_with_what_was_before(
    known: Database,
) -> None:
    lunch = a_day(TUESDAY, OpenSpan(540, 720), OpenSpan(780, None))
    fetch(known, [a_day(MONDAY), lunch, closed(WEDNESDAY, note="Snow")])
    assert logged(known) == [
        Change(LATER, 9101, TUESDAY, "open 09:00-25:00", "open 09:00-12:00 13:00-?"),
        Change(LATER, 9101, WEDNESDAY, "open 09:00-25:00", "closed (Snow)"),
    ]


def test_a_day_that_is_no_longer_told_is_a_change_whichever_way_it_is_not_told(
    known: Database,
) -> None:
    unknown = HoursDay(9101, TUESDAY, Status.UNKNOWN, fetched_at=LATER)
    fetch(known, [unknown, a_day(WEDNESDAY)])
    assert logged(known) == [
        Change(LATER, 9101, MONDAY, "open 09:00-25:00", None),
        Change(LATER, 9101, TUESDAY, "open 09:00-25:00", None),
    ]
    fetch(known, [a_day(MONDAY), a_day(WEDNESDAY)], LATER + HOUR)
    back = Change(LATER + HOUR, 9101, MONDAY, None, "open 09:00-25:00")
    assert logged(known)[2:] == [back], "and Tuesday is as unknown as it was"


def test_the_window_that_moves_on_is_no_change(known: Database) -> None:
    thursday = WEDNESDAY + timedelta(days=1)
    days = [a_day(TUESDAY), a_day(WEDNESDAY), a_day(thursday)]
    fetch(known, days, first=TUESDAY, last=thursday)
    assert logged(known) == []


def test_a_place_that_comes_or_goes_is_one_change(known: Database) -> None:
    new = a_day(MONDAY, location_id=9102)
    fetch(known, [a_day(MONDAY), a_day(TUESDAY), a_day(WEDNESDAY), new], places=(9101, 9102))
    assert logged(known) == [Change(LATER, 9102, None, None, "Place 9102")]
    fetch(known, [new], LATER + HOUR, places=(9102,))
    assert logged(known)[1:] == [Change(LATER + HOUR, 9101, None, "Place 9101", None)]


def test_the_log_is_read_from_a_moment_on(known: Database) -> None:
    fetch(known, [a_day(MONDAY), a_day(TUESDAY), closed(WEDNESDAY)])
    assert len(logged(known, LATER)) == 1
    assert logged(known, LATER + timedelta(seconds=1)) == []


def test_what_is_older_than_90_days_is_forgotten(known: Database) -> None:
    fetch(known, [a_day(MONDAY), a_day(TUESDAY), closed(WEDNESDAY)])
    days = [a_day(MONDAY), a_day(TUESDAY), closed(WEDNESDAY)]
    fetch(known, days, LATER + timedelta(days=90))
    assert len(logged(known)) == 1
    fetch(known, days, LATER + timedelta(days=90, seconds=1))
    assert logged(known) == []


def test_a_libcal_that_says_something_else_each_time_does_not_fill_the_disk(
    known: Database,
) -> None:
    monday = (9101, MONDAY.isoformat())
    for n in range(12):
        came = (*monday, "closed", "[]", str(n))
        ChangeRecorder(known, most=5).record(went=[], came=[came])
    assert [change.after for change in logged(known)] == [f"closed ({n})" for n in range(7, 12)]


def test_a_replacement_that_fails_leaves_no_trace_in_the_log(known: Database) -> None:
    two_rows_of_one_place = [a_place(), a_place(name="Again")]
    known.execute("CREATE TRIGGER never BEFORE INSERT ON hours BEGIN SELECT RAISE(ABORT, 'x'); END")
    with pytest.raises(Exception, match="x"):
        HoursTable(known).replace(two_rows_of_one_place, [closed(MONDAY)], MONDAY, WEDNESDAY)
    assert logged(known) == []
