from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import StorageUnreadable
from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.store.connection import Database
from kiosk.store.database import memory_database
from kiosk.store.hours import Changes, HoursTable
from kiosk.store.places import PlacesTable
from tests.store.examples import FETCHED, MONDAY, TUESDAY, WEDNESDAY, a_day, a_place

LATER = FETCHED + timedelta(minutes=15)


def store(database: Database, *days: HoursDay, last: date = WEDNESDAY) -> Changes:
    """Let these be the days, at the places that they name."""
    places = [a_place(number) for number in sorted({day.location_id for day in days} | {9101})]
    return HoursTable(database).replace(places, days, MONDAY, last)


def test_days_come_back_by_date(database: Database) -> None:
    days = [a_day(WEDNESDAY), a_day(MONDAY), a_day(TUESDAY)]
    store(database, *days)
    table = HoursTable(database)
    assert table.days(9101, MONDAY, WEDNESDAY) == [days[1], days[2], days[0]]
    assert table.days(9101, TUESDAY, TUESDAY) == [days[2]]


def test_only_days_that_exist_come_back(database: Database) -> None:
    store(database, a_day(TUESDAY))
    table = HoursTable(database)
    assert [day.date for day in table.days(9101, MONDAY, WEDNESDAY)] == [TUESDAY]
    assert table.days(9102, MONDAY, WEDNESDAY) == []


spans = st.lists(
    st.builds(OpenSpan, st.integers(0, 1439), st.none() | st.integers(1440, 2880)), max_size=3
).map(tuple)
days = st.builds(
    HoursDay,
    location_id=st.just(9101),
    date=st.just(MONDAY),
    status=st.sampled_from(Status),
    spans=spans,
    note=st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    fetched_at=st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  the zone is the next argument
        lambda instant: instant.replace(microsecond=0)
    ),
)


@given(days)
def test_every_day_comes_back_as_it_was_stored(day: HoursDay) -> None:
    with memory_database() as database:
        store(database, day)
        assert HoursTable(database).days(9101, MONDAY, MONDAY) == [day]


def test_a_newer_fetch_of_the_same_hours_is_no_change(database: Database) -> None:
    store(database, a_day())
    assert not store(database, a_day(fetched_at=LATER))
    assert HoursTable(database).days(9101, MONDAY, MONDAY)[0].fetched_at == LATER


def test_other_hours_notes_and_states_are_changes(database: Database) -> None:
    store(database, a_day(MONDAY), a_day(TUESDAY), a_day(WEDNESDAY))
    changes = store(
        database,
        a_day(MONDAY, OpenSpan(540, 1020)),
        a_day(TUESDAY, note="Exams"),
        replace(a_day(WEDNESDAY), status=Status.UNKNOWN, spans=()),
    )
    assert changes.days == {(9101, MONDAY), (9101, TUESDAY), (9101, WEDNESDAY)}
    assert changes.places == frozenset()


def test_days_that_came_or_went_are_changes(database: Database) -> None:
    store(database, a_day(MONDAY), a_day(TUESDAY))
    assert store(database, a_day(TUESDAY), a_day(WEDNESDAY)).days == {
        (9101, MONDAY),
        (9101, WEDNESDAY),
    }


def test_days_before_the_window_are_forgotten_without_a_word(database: Database) -> None:
    sunday = MONDAY - timedelta(days=1)
    HoursTable(database).replace([a_place()], [a_day(sunday)], sunday, sunday)
    assert store(database).days == frozenset()
    assert HoursTable(database).days(9101, sunday, sunday) == []


def test_days_after_the_window_stay_while_their_place_does(database: Database) -> None:
    store(database, a_day(WEDNESDAY), a_day(WEDNESDAY, location_id=9102))
    store(database, a_day(MONDAY), last=TUESDAY)
    table = HoursTable(database)
    assert [day.date for day in table.days(9101, MONDAY, WEDNESDAY)] == [MONDAY, WEDNESDAY]
    assert table.days(9102, MONDAY, WEDNESDAY) == []


@pytest.mark.parametrize(
    "bad", [a_day(WEDNESDAY + timedelta(days=1)), a_day(fetched_at=None)], ids=["outside", "untold"]
)
def test_a_day_that_does_not_belong_is_refused_and_the_old_days_stay(
    database: Database, bad: HoursDay
) -> None:
    store(database, a_day(TUESDAY))
    with pytest.raises(ValueError, match="2026-11-2"):
        store(database, bad)
    assert HoursTable(database).days(9101, MONDAY, WEDNESDAY) == [a_day(TUESDAY)]


def test_a_place_that_nobody_named_is_refused_and_the_old_days_stay(database: Database) -> None:
    store(database, a_day(TUESDAY))
    untold = replace(a_place(), fetched_at=None)
    with pytest.raises(ValueError, match="9101"):
        HoursTable(database).replace([untold], [], MONDAY, WEDNESDAY)
    assert HoursTable(database).days(9101, MONDAY, WEDNESDAY) == [a_day(TUESDAY)]
    assert len(PlacesTable(database).all()) == 1


def test_a_write_that_fails_half_way_leaves_everything_as_it_was(database: Database) -> None:
    store(database, a_day(TUESDAY))
    database.execute(
        "CREATE TRIGGER full BEFORE INSERT ON hours WHEN new.location_id = 9102 "
        "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
    )
    with pytest.raises(StorageUnreadable, match="the disk is full"):
        store(database, a_day(MONDAY), a_day(MONDAY, location_id=9102))
    assert HoursTable(database).days(9101, MONDAY, WEDNESDAY) == [a_day(TUESDAY)]
    assert [place.location_id for place in PlacesTable(database).all()] == [9101]


def test_the_age_of_the_data_is_that_of_its_oldest_row(database: Database) -> None:
    table = HoursTable(database)
    assert table.oldest_fetch() is None
    store(database, a_day(MONDAY, fetched_at=LATER), a_day(TUESDAY, fetched_at=FETCHED))
    assert table.oldest_fetch() == FETCHED


def test_fifty_places_fetched_again_without_a_change_are_no_change(database: Database) -> None:
    """101 days of 50 places: a whole library system."""

    def everything(fetched_at: datetime) -> Iterable[HoursDay]:
        for number in range(50):
            for ahead in range(101):
                day = MONDAY + timedelta(days=ahead)
                yield a_day(day, location_id=number, fetched_at=fetched_at)

    places = [a_place(number) for number in range(50)]
    last = MONDAY + timedelta(days=100)
    table = HoursTable(database)
    assert len(table.replace(places, list(everything(FETCHED)), MONDAY, last).days) == 5050
    assert not table.replace(places, list(everything(LATER)), MONDAY, last)
    assert table.oldest_fetch() == LATER
