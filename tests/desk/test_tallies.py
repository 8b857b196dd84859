"""Counts at the desk: a day's totals replace the earlier ones, and go in time."""

from datetime import UTC, timedelta

import pytest

from kiosk.desk.database import Database
from kiosk.desk.records import Terminal
from kiosk.desk.tallies import Tallies
from tests.desk.conftest import new_terminal
from tests.desk.told import TODAY, report, thumbs
from tests.fakes.clock import NOON, TurnableClock


@pytest.fixture
def tallies(database: Database, clock: TurnableClock) -> Tallies:
    return Tallies(database, clock, UTC)


def test_a_report_that_comes_twice_counts_once(tallies: Tallies, terminal: Terminal) -> None:
    for amount in (2, 2, 5):
        tallies.keep(terminal, report(thumbs("up", amount)))
    assert tallies.totals(TODAY, TODAY) == [thumbs("up", 5)]


def test_a_report_that_was_overtaken_changes_nothing(tallies: Tallies, terminal: Terminal) -> None:
    tallies.keep(terminal, report(thumbs("up", 5)))
    tallies.keep(terminal, report(thumbs("up", 4), taken_at=NOON - timedelta(minutes=15)))
    assert tallies.totals(TODAY, TODAY) == [thumbs("up", 5)]


def test_a_day_may_be_told_to_be_empty(tallies: Tallies, terminal: Terminal) -> None:
    tallies.keep(terminal, report(thumbs("up", 5)))
    tallies.keep(terminal, report())
    assert tallies.totals(TODAY, TODAY) == []


def test_terminals_are_summed_and_told_apart(
    tallies: Tallies, terminal: Terminal, database: Database, clock: TurnableClock
) -> None:
    tallies.keep(terminal, report(thumbs("up", 5)))
    tallies.keep(new_terminal(database, clock, "Upstairs"), report(thumbs("up", 1)))
    assert tallies.totals(TODAY, TODAY) == [thumbs("up", 6)]
    assert tallies.totals(TODAY, TODAY, "Upstairs") == [thumbs("up", 1)]
    assert sorted(tallies.of_today()) == [
        ("Ground floor", thumbs("up", 5)),
        ("Upstairs", thumbs("up", 1)),
    ]


def test_days_go_after_400_days(tallies: Tallies, terminal: Terminal, clock: TurnableClock) -> None:
    tallies.keep(terminal, report(thumbs("up", 5)))
    clock.advance(hours=24 * 400)
    assert tallies.forget_old() == 0
    clock.advance(hours=24)
    assert tallies.forget_old() == 1
    assert tallies.totals(TODAY, TODAY) == []
