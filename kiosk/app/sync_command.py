"""One synchronisation with LibCal, now: what `kiosk sync` does, and what it says afterwards."""

import asyncio
import contextlib
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import httpx

from kiosk.core.clock import Clock
from kiosk.core.errors import SettingError
from kiosk.core.settings import LibCal
from kiosk.hours.sources import fetcher_for
from kiosk.hours.sync import Sync
from kiosk.net.client import http_client
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from kiosk.store.places import PlacesTable
from kiosk.store.syncs import SyncLog
from kiosk.store.worker import DatabaseThread


def run(
    libcal: LibCal,
    database_file: Path,
    *,
    zone: ZoneInfo,
    clock: Clock,
    transport: httpx.AsyncBaseTransport | None = None,
) -> str:
    """Fetch and store once; the sentence that says what changed.

    Args:
        libcal: Where to ask.
        database_file: The terminal's database.
        zone: The library's zone.
        clock: Says which day it is.
        transport: Instead of the network, for tests.

    Raises:
        SettingError: LibCal is not set up.
        LibCalUnavailable, LibCalRefused, LibCalNonsense: nothing was fetched; what we had stays.
        StorageError: our own database.
    """
    if not libcal.base_url:
        raise SettingError(
            "LibCal is not set up: set libcal.base_url, such as https://example.libcal.com/api/1.1."
        )
    return asyncio.run(_once(libcal, database_file, zone, clock, transport))


async def _once(
    libcal: LibCal,
    database_file: Path,
    zone: ZoneInfo,
    clock: Clock,
    transport: httpx.AsyncBaseTransport | None,
) -> str:
    async with http_client(libcal.base_url, transport=transport) as client:
        fetcher = fetcher_for(libcal, client, clock)
        with contextlib.closing(DatabaseThread()) as thread:
            database = await thread.run(lambda: open_database(database_file))
            try:
                sync = Sync(
                    fetcher=fetcher,
                    hours_table=HoursTable(database),
                    places_table=PlacesTable(database),
                    sync_log=SyncLog(database),
                    database_thread=thread,
                    clock=clock,
                    zone=zone,
                    random=Random(),  # noqa: S311 - spreads waits, guards nothing
                )
                return (await sync.once()).summary
            finally:
                await thread.run(database.close)
