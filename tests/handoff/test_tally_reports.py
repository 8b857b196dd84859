"""What was counted is told to the desk: whole days, until it knows them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.core.errors import DeskUnavailable
from kiosk.core.secret import Secret
from kiosk.core.tallies import Count, Tally
from kiosk.handoff.desk_route import DeskRoute, desk_client
from kiosk.handoff.tally_reports import DAYS_AT_ONCE, EVERY_SECONDS, TallyReports
from kiosk.store.connection import Database
from kiosk.store.tallies import Tallies
from kiosk.store.transactions import writing
from kiosk.store.worker import DatabaseThread
from tests.desk.running import running_desk
from tests.fakes.clock import NOON, TurnableClock
from tests.fakes.desk import FakeDesk
from tests.fakes.waiting import eventually
from tests.noise import Noise

TODAY = NOON.date()
HIT = Count(Tally.ANSWER_CACHE, ("hit",), 1)


@pytest.fixture
def tallies(database: Database) -> Tallies:
    return Tallies(database)


@pytest.fixture
def reports(
    tallies: Tallies, database_thread: DatabaseThread, route: DeskRoute, clock: TurnableClock
) -> TallyReports:
    return TallyReports(tallies, database_thread, route, clock)


@contextlib.asynccontextmanager
async def running(reports: TallyReports) -> AsyncIterator[None]:
    task = asyncio.ensure_future(reports.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def test_a_day_is_told_again_only_when_there_is_more(
    reports: TallyReports, tallies: Tallies, desk: FakeDesk
) -> None:
    tallies.add(TODAY, [HIT])
    assert await reports.send_all() == 1
    assert await reports.send_all() == 0
    tallies.add(TODAY, [HIT])
    assert await reports.send_all() == 1
    last = desk.reports[-1]
    assert (len(desk.reports), last.taken_at) == (2, NOON)
    assert last.days[0].counts == (Count(Tally.ANSWER_CACHE, ("hit",), 2),)


async def test_many_days_are_told_in_parts(
    reports: TallyReports, tallies: Tallies, desk: FakeDesk
) -> None:
    for back in range(DAYS_AT_ONCE * 2):
        tallies.add(TODAY - timedelta(days=back), [HIT])
    assert await reports.send_all() == DAYS_AT_ONCE * 2
    assert [len(report.days) for report in desk.reports] == [DAYS_AT_ONCE] * 2


async def test_a_lost_answer_counts_nothing_twice(
    tallies: Tallies, database_thread: DatabaseThread, clock: TurnableClock, tmp_path: Path
) -> None:
    """Against the real desk: the same day, told three times, stands there once."""
    tallies.add(TODAY, [HIT])
    async with running_desk(tmp_path, clock) as desk:
        token: Secret = desk.service.terminals.add("Ground floor", 9101)
        async with desk_client(desk.url, token) as client:
            reports = TallyReports(tallies, database_thread, DeskRoute(client), clock)
            for _ in range(3):
                await reports.send_all()
                tallies.add(TODAY, [])  # as if the answer had been lost
            await reports.send_all()
        metrics = (await (await desk.browser()).get("/metrics")).text
    line = 'kiosk_terminal_answer_cache_today{result="hit",terminal="Ground floor"} 1.0'
    assert line in metrics


async def test_it_is_told_at_the_start_and_every_quarter_of_an_hour(
    reports: TallyReports, tallies: Tallies, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.down = True
    tallies.add(TODAY, [HIT])
    async with running(reports):
        await clock.until_sleeping()
        assert desk.reports == []
        desk.down = False
        clock.advance(EVERY_SECONDS)
        await eventually(lambda: len(desk.reports) == 1)


async def test_a_desk_that_is_away_says_so_to_who_asks(
    reports: TallyReports, tallies: Tallies, desk: FakeDesk
) -> None:
    desk.down = True
    tallies.add(TODAY, [HIT])
    with pytest.raises(DeskUnavailable):
        await reports.send_all()
    assert tallies.unsent(1)


async def test_a_refusal_is_told_to_it_once(
    reports: TallyReports,
    tallies: Tallies,
    desk: FakeDesk,
    clock: TurnableClock,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("what was counted cannot be told to the desk")
    tallies.add(date(2026, 11, 24), [HIT])
    desk.refusing = 400
    async with running(reports):
        for _ in range(3):
            await clock.wake_next()
            await clock.until_sleeping()
    assert len(expected_logs.heard) == 1


async def test_a_database_that_cannot_be_read_does_not_end_it(
    reports: TallyReports, database: Database, clock: TurnableClock, expected_logs: Noise
) -> None:
    expected_logs.allow("what was counted cannot be told to the desk")
    with writing(database):
        database.execute("DROP TABLE tally_days")
    async with running(reports):
        await clock.wake_next()
        await clock.until_sleeping()
