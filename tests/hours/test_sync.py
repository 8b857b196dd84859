import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kiosk.core.errors import (
    KioskError,
    LibCalNonsense,
    LibCalRefused,
    LibCalUnavailable,
    StorageError,
)
from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.core.places import Place
from kiosk.core.secret import Secret
from kiosk.demo.faults import Fault, Faults
from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from kiosk.hours.fetched import Fetched, Fetcher
from kiosk.hours.inspection import Inspection
from kiosk.hours.libcal import LibCalClient
from kiosk.hours.service import LIBCAL
from kiosk.hours.sync import Sync, SyncOutcome
from kiosk.hours.time_trust import ClockTrust
from kiosk.net.client import http_client
from kiosk.net.exchange import Exchange
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from kiosk.store.places import PlacesTable
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import Synced, SyncLog
from kiosk.store.worker import DatabaseThread
from tests.fakes.clock import NOON, TurnableClock
from tests.fakes.libcal import running_libcal
from tests.hours.hurried import HurriedClock
from tests.noise import Noise

NEW_YORK = ZoneInfo("America/New_York")
TODAY = date(2026, 11, 25)
YESTERDAY = TODAY - timedelta(days=1)


@dataclass
class Told:
    """A LibCal that tells what it is given, or fails, and remembers the windows asked for."""

    answer: Fetched | KioskError
    asked: list[tuple[date, date]] = field(default_factory=list)

    async def fetch(self, first: date, last: date) -> Fetched:
        self.asked.append((first, last))
        if isinstance(self.answer, KioskError):
            raise self.answer
        return self.answer


class World:
    """A terminal's database, and a synchronisation that writes to it."""

    def __init__(self, folder: Path, fetcher: Fetcher, clock: HurriedClock | TurnableClock) -> None:
        self.database = database = open_database(folder / "terminal.db")
        self.hours = HoursTable(database)
        self.places = PlacesTable(database)
        self.log = SyncLog(database, Synced.LIBCAL)
        self.thread = DatabaseThread()
        self.clock = clock
        self.sync = Sync(
            fetcher=fetcher,
            hours_table=self.hours,
            places_table=self.places,
            inspection=Inspection(self.hours, Quarantine(database)),
            sync_log=self.log,
            database_thread=self.thread,
            clock=clock,
            zone=NEW_YORK,
            random=Random(1),  # noqa: S311  spreads waits
            trust=ClockTrust(clock, self.places.newest_fetch),
            refresh_seconds=900,
        )

    def kept(self, lid: int = 1) -> list[HoursDay]:
        return self.hours.days(lid, date.min, date.max)


@contextlib.asynccontextmanager
async def world(
    folder: Path, fetcher: Fetcher, clock: HurriedClock | TurnableClock | None = None
) -> AsyncIterator[World]:
    it = World(folder, fetcher, clock or HurriedClock())
    try:
        yield it
    finally:
        it.thread.close()
        it.database.close()


def place(lid: int, at: datetime = NOON) -> Place:
    return Place(lid, f"Place {lid}", fetched_at=at)


def closed(lid: int, day: date, at: datetime = NOON) -> HoursDay:
    return HoursDay(lid, day, Status.CLOSED, fetched_at=at)


GOOD = Fetched((place(1),), (closed(1, YESTERDAY), closed(1, TODAY)))


async def test_a_sync_covers_yesterday_to_99_days_ahead_by_the_librarys_date(
    tmp_path: Path,
) -> None:
    """At 1 am UTC it is still the evening before in New York."""
    told = Told(GOOD)
    late = HurriedClock(datetime(2026, 11, 26, 1, tzinfo=UTC))
    async with world(tmp_path, told, late) as it:
        await it.sync.once()
    assert told.asked == [(YESTERDAY, TODAY + timedelta(days=99))]


async def test_what_libcal_serves_is_what_the_terminal_knows(tmp_path: Path) -> None:
    """Over real HTTP, into a real file; a second time nothing has changed."""
    clock = HurriedClock()
    async with running_libcal(clock) as url, http_client(url) as http:
        exchange = Exchange(LIBCAL, http, clock)
        libcal = LibCalClient(exchange, CLIENT_ID, Secret(CLIENT_SECRET), clock, (9101, 9104))
        async with world(tmp_path, libcal, clock) as it:
            first = await it.sync.once()
            again = await it.sync.once()
            (wednesday,) = it.hours.days(9101, TODAY, TODAY)
            run = it.log.last()
    assert wednesday.spans == (OpenSpan(420, 1500),)
    assert first.changes.places == {9101, 9104}
    assert len(first.changes.days) > 190
    assert not again.changes
    assert run is not None
    assert run.succeeded
    assert run.summary == again.summary
    assert "2 places" in again.summary


@pytest.mark.parametrize("fault", [f for f in Fault if f is not Fault.SLOW])
async def test_the_old_data_stays_whatever_libcal_answers(tmp_path: Path, fault: Fault) -> None:
    clock, faults = HurriedClock(), Faults()
    async with running_libcal(clock, faults) as url, http_client(url) as http:
        exchange = Exchange(LIBCAL, http, clock)
        libcal = LibCalClient(exchange, CLIENT_ID, Secret(CLIENT_SECRET), clock, (9101,))
        async with world(tmp_path, libcal, clock) as it:
            await it.sync.once()
            before = it.kept(9101), it.places.all()
            faults.hours = fault
            with pytest.raises(KioskError) as failed:
                await it.sync.once()
            assert (it.kept(9101), it.places.all()) == before
            run = it.log.last()
    assert run is not None
    assert (run.succeeded, run.summary) == (False, str(failed.value))


@pytest.mark.parametrize(
    "answer",
    [
        Fetched((), ()),
        Fetched((place(1),), (), frozenset({1})),
        Fetched((place(1),), (HoursDay(1, TODAY, Status.UNKNOWN, fetched_at=NOON),)),
    ],
)
async def test_an_answer_without_any_hours_is_not_believed(tmp_path: Path, answer: Fetched) -> None:
    told = Told(GOOD)
    async with world(tmp_path, told) as it:
        await it.sync.once()
        told.answer = answer
        with pytest.raises(LibCalNonsense, match="old data stays"):
            await it.sync.once()
        assert it.kept() == list(GOOD.days)


async def test_a_place_that_libcal_is_silent_about_keeps_its_hours_and_their_age(
    tmp_path: Path,
) -> None:
    later = NOON + timedelta(hours=1)
    told = Told(Fetched((place(1), place(2)), (closed(1, TODAY), closed(2, TODAY))))
    async with world(tmp_path, told) as it:
        await it.sync.once()
        told.answer = Fetched((place(1, later),), (closed(1, TODAY, later),), frozenset({2}))
        outcome = await it.sync.once()
        assert [p.fetched_at for p in it.places.all()] == [later, NOON]
        assert it.kept(2) == [closed(2, TODAY)]
    assert "told no hours of 2" in outcome.summary


async def test_a_place_that_libcal_no_longer_lists_is_gone(tmp_path: Path) -> None:
    told = Told(Fetched((place(1), place(2)), (closed(1, TODAY), closed(2, TODAY))))
    async with world(tmp_path, told) as it:
        await it.sync.once()
        told.answer = GOOD
        await it.sync.once()
        assert [p.location_id for p in it.places.all()] == [1]
        assert it.kept(2) == []


async def test_yesterday_is_remembered_where_libcal_begins_with_today(tmp_path: Path) -> None:
    """The public widgets begin with the current week; a night may rest on the day before."""
    late = HoursDay(1, YESTERDAY, Status.OPEN, (OpenSpan(420, 1500),), fetched_at=NOON)
    told = Told(Fetched((place(1),), (late,)))
    async with world(tmp_path, told) as it:
        await it.sync.once()
        told.answer = Fetched((place(1),), (closed(1, TODAY),))
        await it.sync.once()
        assert it.kept() == [late, closed(1, TODAY)]


async def test_a_day_that_libcal_withdraws_is_unknown_again(tmp_path: Path) -> None:
    told = Told(GOOD)
    async with world(tmp_path, told) as it:
        await it.sync.once()
        tomorrow = closed(1, TODAY + timedelta(days=1))
        told.answer = Fetched((place(1),), (closed(1, YESTERDAY), tomorrow))
        outcome = await it.sync.once()
        assert it.hours.days(1, TODAY, TODAY) == []
    assert outcome.changes.days == {(1, TODAY), (1, tomorrow.date)}


async def test_a_libcal_that_drips_is_given_up(tmp_path: Path) -> None:
    """The whole fetch has a deadline, however alive each of its parts looks."""

    class Dripping:
        async def fetch(self, first: date, last: date) -> Fetched:
            raise TimeoutError(first, last)

    async with world(tmp_path, Dripping()) as it:
        with pytest.raises(LibCalUnavailable, match="within 60 seconds"):
            await it.sync.once()


@contextlib.asynccontextmanager
async def running(it: World, *listeners: Callable[[Any], None]) -> AsyncIterator[None]:
    """The synchronisation as it runs beside the screen."""
    task = asyncio.create_task(it.sync.run(*listeners))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_it_goes_on_for_ever_and_sooner_after_a_failure(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("hours: wrong secret")
    told, clock = Told(GOOD), TurnableClock()
    outcomes: list[SyncOutcome] = []
    failures: list[KioskError] = []

    async def wait_after(answer: Fetched | KioskError) -> float:
        """Let LibCal answer so from now on; how long is waited after the next fetch?"""
        told.answer = answer
        clock.advance(clock.sleeping[0] + 1)
        await clock.until_sleeping()
        return clock.sleeping[0]

    async with world(tmp_path, told, clock) as it, running(it, outcomes.append, failures.append):
        await clock.until_sleeping()
        assert 810 <= clock.sleeping[0] <= 990
        assert 15 <= await wait_after(LibCalUnavailable("LibCal did not answer")) <= 30
        assert 15 <= await wait_after(LibCalRefused("wrong secret")) <= 60
        assert 15 <= await wait_after(LibCalRefused("wrong secret")) <= 120
        assert 810 <= await wait_after(GOOD) <= 990
        assert 15 <= await wait_after(LibCalRefused("wrong secret")) <= 30
    assert len(outcomes) == 2
    assert len(failures) == 4
    assert sum("wrong secret" in line for line in expected_logs.heard) == 2, "once an outage"


async def test_a_libcal_that_keeps_failing_is_left_alone_and_the_record_says_so(
    tmp_path: Path,
) -> None:
    clock, faults = HurriedClock(), Faults()
    async with running_libcal(clock, faults) as url, http_client(url) as http:
        exchange = Exchange(LIBCAL, http, clock)
        libcal = LibCalClient(exchange, CLIENT_ID, Secret(CLIENT_SECRET), clock, (9101,))
        async with world(tmp_path, libcal, clock) as it:
            await it.sync.once()
            faults.hours = Fault.BROKEN
            for _ in range(8):
                with pytest.raises(LibCalUnavailable):
                    await it.sync.once()
            run = it.log.last()
            assert len(faults.asked) == 6, "one good answer and five failures"
            faults.hours = None
            clock.advance(hours=0.1)
            await it.sync.once()
    assert run is not None
    assert "LibCal is left alone" in run.summary
    assert "LibCal answered 500" in run.summary


async def test_a_database_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    async with world(tmp_path, Told(GOOD)) as it:
        it.database.execute("DROP TABLE hours")
        with pytest.raises(StorageError):
            await it.sync.once()
        assert it.places.all() == [], "all of a synchronisation, or nothing"
