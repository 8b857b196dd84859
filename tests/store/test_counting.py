"""Counting at once, writing a little later."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from kiosk.core.tallies import Count, Tally
from kiosk.store.connection import Database
from kiosk.store.counting import MOST_WAITING, WRITTEN_EVERY, DayCounter
from kiosk.store.tallies import Tallies
from kiosk.store.transactions import writing
from kiosk.store.worker import DatabaseThread
from tests.fakes.clock import NOON, TurnableClock
from tests.noise import Noise

NEW_YORK = ZoneInfo("America/New_York")
TODAY = NOON.date()


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture
def tallies(database: Database) -> Tallies:
    return Tallies(database)


@pytest.fixture
def thread(database: Database) -> Iterator[DatabaseThread]:
    del database  # only asked for, so that this thread ends before the file is closed
    thread = DatabaseThread()
    yield thread
    thread.close()


@pytest.fixture
def counter(tallies: Tallies, thread: DatabaseThread, clock: TurnableClock) -> DayCounter:
    return DayCounter(tallies, thread, clock, NEW_YORK)


def withheld(amount: int) -> tuple[Count, ...]:
    return (Count(Tally.WITHHELD, (), amount),)


async def test_what_is_counted_is_written_within_seconds_and_at_the_end(
    counter: DayCounter, tallies: Tallies, clock: TurnableClock
) -> None:
    counter.count(Tally.WITHHELD, {})
    running = asyncio.ensure_future(counter.run())
    await clock.until_sleeping()
    assert tallies.totals(TODAY, TODAY) == ()
    clock.advance(WRITTEN_EVERY)
    await clock.until_sleeping()
    assert tallies.totals(TODAY, TODAY) == withheld(1)

    counter.count(Tally.WITHHELD, {}, 2)
    running.cancel()
    await asyncio.wait({running})
    assert tallies.totals(TODAY, TODAY) == withheld(3)


def test_the_day_is_the_librarys(
    counter: DayCounter, tallies: Tallies, clock: TurnableClock
) -> None:
    clock.advance(hours=11)  # 11 pm in New York, the next day in UTC
    counter.count(Tally.WITHHELD, {})
    clock.advance(hours=2)
    counter.count(Tally.WITHHELD, {})
    counter.write()
    assert tallies.totals(TODAY, TODAY) == withheld(1)
    assert tallies.totals(date(2026, 11, 26), date(2026, 11, 26)) == withheld(1)


def test_threads_count_together(counter: DayCounter, tallies: Tallies) -> None:
    def work() -> None:
        for _ in range(500):
            counter.count(Tally.WITHHELD, {})

    threads = [threading.Thread(target=work) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    counter.write()
    assert tallies.totals(TODAY, TODAY) == withheld(2_000)


def test_what_cannot_be_written_is_written_with_the_next(
    counter: DayCounter, tallies: Tallies, database: Database, expected_logs: Noise
) -> None:
    expected_logs.allow("what was counted is not written down")
    with writing(database):
        database.execute("ALTER TABLE tallies RENAME TO elsewhere")
    counter.count(Tally.WITHHELD, {})
    counter.write()
    counter.write()
    with writing(database):
        database.execute("ALTER TABLE elsewhere RENAME TO tallies")
    counter.count(Tally.WITHHELD, {})
    counter.write()
    assert tallies.totals(TODAY, TODAY) == withheld(2)


def test_a_database_that_never_comes_back_does_not_fill_the_memory(
    counter: DayCounter, tallies: Tallies
) -> None:
    for number in range(MOST_WAITING + 5):
        counter.count(Tally.MODEL_CALLS, {"outcome": f"o{number}"})
    counter.count(Tally.MODEL_CALLS, {"outcome": "o1"})
    counter.write()
    counts = tallies.totals(TODAY, TODAY)
    assert len(counts) == MOST_WAITING
    assert counts[0] == Count(Tally.MODEL_CALLS, ("o1",), 2)
