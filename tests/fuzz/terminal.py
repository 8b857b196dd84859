"""A terminal's own synchronisation, fed with bytes instead of a network."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random
from zoneinfo import ZoneInfo

import httpx

from kiosk.core.secret import Secret
from kiosk.core.settings import LibCal
from kiosk.hours.inspection import Inspection
from kiosk.hours.sources import fetcher_for
from kiosk.hours.sync import Sync
from kiosk.hours.time_trust import StatedClock
from kiosk.net.client import http_client
from kiosk.store.database import Database, memory_database
from kiosk.store.hours import HoursTable
from kiosk.store.places import PlacesTable
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import Synced, SyncLog
from kiosk.store.worker import DatabaseThread
from tests.fuzz.payloads import LOCATIONS
from tests.hours.hurried import HurriedClock

API = LibCal(location_ids=LOCATIONS, client_id="1", client_secret=Secret("s"))
WIDGET = LibCal(location_ids=LOCATIONS, iid=1)
WIDGET_ALL = LibCal(iid=1)
SIGNED_IN = json.dumps({"access_token": "t", "expires_in": 3600}).encode()

Row = tuple[int | str | None, ...]


@dataclass(frozen=True)
class Kept:
    """All that the terminal knows: its rows as SQLite hands them out."""

    places: tuple[Row, ...]
    hours: tuple[Row, ...]


class Terminal:
    """Its database is in memory, and can be set back to an earlier state.

    Attributes:
        clock: By which facts are stamped.
    """

    def __init__(self, http: httpx.AsyncClient, database: Database, thread: DatabaseThread) -> None:
        self._http = http
        self._database = database
        self._thread = thread
        self.clock = HurriedClock()
        self.body = b""

    async def sync(self, settings: LibCal, *, accept: bool = True) -> None:
        """One synchronisation, as of a program just started. Raises what that raises."""
        database = self._database
        hours = HoursTable(database)
        await Sync(
            fetcher=fetcher_for(settings, self._http, self.clock),
            inspection=Inspection(hours, Quarantine(database)),
            hours_table=hours,
            places_table=PlacesTable(database),
            sync_log=SyncLog(database, Synced.LIBCAL),
            database_thread=self._thread,
            clock=self.clock,
            zone=ZoneInfo("America/New_York"),
            random=Random(1),  # noqa: S311  spreads waits
            trust=StatedClock(),
        ).once(accept=accept)

    async def kept(self) -> Kept:
        """What it knows now."""
        return await self._thread.run(self._dump)

    async def saved(self) -> Database:
        """A copy of its database as it is now."""
        copy = Database(sqlite3.connect(":memory:", check_same_thread=False))
        await self._thread.run(lambda: self._database.conn.backup(copy.conn))
        return copy

    async def set_back(self, saved: Database) -> None:
        """Its database as it was then."""
        await self._thread.run(lambda: saved.conn.backup(self._database.conn))

    def _dump(self) -> Kept:
        def rows(table: str) -> tuple[Row, ...]:
            return tuple(self._database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall())  # noqa: S608  constants

        return Kept(rows("places"), rows("hours"))


@asynccontextmanager
async def terminal() -> AsyncIterator[Terminal]:
    """A terminal whose LibCal answers every question for hours with ``terminal.body``."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=SIGNED_IN if "token" in request.url.path else it.body)

    thread = DatabaseThread()
    database = await thread.run(memory_database)
    transport = httpx.MockTransport(answer)
    async with http_client("https://x.example/api/1.1", transport=transport) as http:
        it = Terminal(http, database, thread)
        try:
            yield it
        finally:
            await thread.run(database.close)
            thread.close()
