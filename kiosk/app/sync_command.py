"""One synchronisation with LibCal, now: what `kiosk sync` does, and what it says afterwards."""

import asyncio
import contextlib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import httpx

from kiosk.core.clock import Clock
from kiosk.core.errors import SettingError
from kiosk.core.settings import LibCal
from kiosk.hours.inspection import Inspection
from kiosk.hours.sources import fetcher_for
from kiosk.hours.sync import Sync
from kiosk.hours.time_trust import ClockTrust, StatedClock, TimeTrust
from kiosk.net.client import http_client
from kiosk.store.database import Database, open_database
from kiosk.store.hours import HoursTable
from kiosk.store.places import PlacesTable
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import Synced, SyncLog
from kiosk.store.worker import DatabaseThread


def run(
    libcal: LibCal,
    database_file: Path,
    *,
    zone: ZoneInfo,
    clock: Clock,
    clock_is_stated: bool = False,
    accept: bool = False,
    transport: httpx.AsyncBaseTransport | None = None,
) -> str:
    """Fetch and store once; the sentence that says what changed.

    Args:
        libcal: Where to ask.
        database_file: The terminal's database.
        zone: The library's zone.
        clock: Says which day it is.
        clock_is_stated: A person said what time it is; it is not doubted.
        accept: Store also what looks wrong.
        transport: Instead of the network, for tests.

    Raises:
        SettingError: LibCal is not set up.
        LibCalUnavailable, LibCalRefused, LibCalNonsense, ClockDoubted: nothing was stored; what
            we had stays.
        StorageError: our own database.
    """
    if not libcal.base_url:
        raise SettingError(
            "LibCal is not set up: set libcal.base_url, such as https://example.libcal.com/api/1.1."
        )
    with contextlib.closing(DatabaseThread()) as thread:
        return asyncio.run(
            _Once(libcal, zone, clock, thread, clock_is_stated, transport).run(
                database_file, accept=accept
            )
        )


@dataclass(frozen=True, slots=True)
class _Once:
    """What one synchronisation is made of."""

    libcal: LibCal
    zone: ZoneInfo
    clock: Clock
    thread: DatabaseThread
    clock_is_stated: bool
    transport: httpx.AsyncBaseTransport | None

    async def run(self, database_file: Path, *, accept: bool) -> str:
        database = await self.thread.run(lambda: open_database(database_file))
        try:
            async with http_client(self.libcal.base_url, transport=self.transport) as client:
                return (await self._sync(database, client).once(accept=accept)).summary
        finally:
            await self.thread.run(database.close)

    def _sync(self, database: Database, client: httpx.AsyncClient) -> Sync:
        hours, places = HoursTable(database), PlacesTable(database)
        trust = self._trust(places)
        return Sync(
            fetcher=fetcher_for(self.libcal, client, self.clock, trust.heard),
            hours_table=hours,
            places_table=places,
            inspection=Inspection(hours, Quarantine(database)),
            sync_log=SyncLog(database, Synced.LIBCAL),
            database_thread=self.thread,
            clock=self.clock,
            zone=self.zone,
            random=Random(),  # noqa: S311 - spreads waits, guards nothing
            trust=trust,
        )

    def _trust(self, places: PlacesTable) -> TimeTrust:
        if self.clock_is_stated:
            return StatedClock()
        return ClockTrust(self.clock, places.newest_fetch)
