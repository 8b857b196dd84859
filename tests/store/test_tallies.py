"""Counts by day, kept 400 days, told to the desk until it knows all."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.core.errors import StorageUnreadable
from kiosk.core.tallies import Count, Tally
from kiosk.store.connection import Database
from kiosk.store.tallies import KEPT_DAYS, Tallies
from kiosk.store.transactions import writing

DAY = date(2026, 11, 25)
HIT = Count(Tally.ANSWER_CACHE, ("hit",), 1)
MISS = Count(Tally.ANSWER_CACHE, ("miss",), 2)


@pytest.fixture
def tallies(database: Database) -> Tallies:
    return Tallies(database)


def test_the_same_labels_on_the_same_day_are_one_number(tallies: Tallies) -> None:
    tallies.add(DAY, [HIT, MISS])
    tallies.add(DAY, [HIT, HIT, HIT])
    assert tallies.totals(DAY, DAY) == (Count(Tally.ANSWER_CACHE, ("hit",), 4), MISS)


def test_totals_are_of_the_days_asked_for(tallies: Tallies) -> None:
    for back in range(5):
        tallies.add(DAY - timedelta(days=back), [HIT])
    (count,) = tallies.totals(DAY - timedelta(days=3), DAY - timedelta(days=1))
    assert count.amount == 3


def test_days_are_forgotten_in_time(tallies: Tallies) -> None:
    tallies.add(DAY - timedelta(days=KEPT_DAYS + 1), [HIT])
    tallies.add(DAY, [MISS])
    assert tallies.totals(date.min, DAY) == (MISS,)
    assert [day.totals.day for day in tallies.unsent(9)] == [DAY]


def test_a_day_is_unsent_until_all_of_it_was_sent(tallies: Tallies) -> None:
    tallies.add(DAY, [HIT])
    told = tallies.unsent(9)
    tallies.add(DAY, [HIT])  # while the report is on its way

    tallies.mark_sent(told)
    (again,) = tallies.unsent(9)
    tallies.mark_sent([again])

    assert told[0].totals.counts == (HIT,)
    assert again.totals.counts == (Count(Tally.ANSWER_CACHE, ("hit",), 2),)
    assert tallies.unsent(9) == []


def test_the_oldest_days_are_told_first(tallies: Tallies) -> None:
    for back in range(3):
        tallies.add(DAY - timedelta(days=back), [HIT])
    assert [day.totals.day.day for day in tallies.unsent(2)] == [23, 24]


def test_what_another_program_wrote_is_a_storage_error(
    tallies: Tallies, database: Database
) -> None:
    with writing(database):
        database.execute("INSERT INTO tallies VALUES ('2026-11-25', 'hm', '', 1)")
    with pytest.raises(StorageUnreadable):
        tallies.totals(DAY, DAY)


def test_no_word_of_a_patron_gets_into_the_file(tallies: Tallies, path: Path) -> None:
    words = "my card is 4111 1111"
    tallies.add(DAY, [Count.of(Tally.GAPS, {"intent": words, "entry": words})])
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT labels FROM tallies").fetchall() == [("other other",)]
    other.close()
