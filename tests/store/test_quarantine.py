"""The one answer that is kept aside."""

from datetime import timedelta

import pytest

from kiosk.core.hours import Status
from kiosk.store.connection import Database
from kiosk.store.quarantine import Quarantine, SetAside
from tests.store.examples import FETCHED, MONDAY, TUESDAY, a_day

HOUR = timedelta(hours=1)


@pytest.fixture
def quarantine(database: Database) -> Quarantine:
    return Quarantine(database)


def test_it_is_empty_at_first(quarantine: Quarantine) -> None:
    assert quarantine.kept() is None


def test_an_answer_is_kept_with_what_is_odd_about_it(quarantine: Quarantine) -> None:
    quarantine.keep([a_day(TUESDAY), a_day(MONDAY)], ["all places are gone"], FETCHED)
    assert quarantine.kept() == SetAside(
        FETCHED,
        FETCHED,
        1,
        ("all places are gone",),
        {(9101, MONDAY): Status.OPEN, (9101, TUESDAY): Status.OPEN},
    )


def test_the_same_once_more_is_counted(quarantine: Quarantine) -> None:
    quarantine.keep([a_day(MONDAY)], ["odd"], FETCHED)
    quarantine.see_again(FETCHED + HOUR)
    kept = quarantine.kept()
    assert kept is not None
    assert (kept.since, kept.seen, kept.times) == (FETCHED, FETCHED + HOUR, 2)


def test_another_takes_its_place(quarantine: Quarantine) -> None:
    quarantine.keep([a_day(MONDAY)], ["odd"], FETCHED)
    quarantine.keep([], ["odder"], FETCHED + HOUR)
    kept = quarantine.kept()
    assert kept is not None
    assert (kept.since, kept.reasons, kept.told) == (FETCHED + HOUR, ("odder",), {})


def test_it_can_be_emptied(quarantine: Quarantine) -> None:
    quarantine.keep([a_day(MONDAY)], ["odd"], FETCHED)
    quarantine.clear()
    assert quarantine.kept() is None


def test_of_an_endless_answer_the_nearest_days_are_kept(database: Database) -> None:
    quarantine = Quarantine(database, most_days=1)
    quarantine.keep([a_day(TUESDAY), a_day(MONDAY)], ["odd"], FETCHED)
    kept = quarantine.kept()
    assert kept is not None
    assert list(kept.told) == [(9101, MONDAY)]
