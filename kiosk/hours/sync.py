"""LibCal → SQLite, now and then, so that the screen never waits for the network.

One synchronisation covers yesterday, which is needed after midnight, to 99 days ahead. It
replaces everything in one transaction or nothing at all: on any doubt the old data stays, with
its age, and the failure is on record for the screen and for ``kiosk doctor``. An answer that
looks wrong (``inspection``) and an answer at a time that cannot be right (``time_trust``) are
such doubts.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from kiosk.core.clock import Clock
from kiosk.core.errors import (
    ClockDoubted,
    KioskError,
    LibCalNonsense,
    LibCalUnavailable,
    StorageError,
    Unavailable,
)
from kiosk.core.hours import HoursDay, Status
from kiosk.core.places import Place
from kiosk.hours.fetched import Fetched, Fetcher
from kiosk.hours.inspection import Inspection
from kiosk.hours.time_trust import TimeTrust
from kiosk.net.backoff import backoff_seconds
from kiosk.store.hours import Changes, HoursTable
from kiosk.store.places import PlacesTable
from kiosk.store.syncs import SyncLog
from kiosk.store.worker import DatabaseThread

logger = logging.getLogger(__name__)

DAYS_AHEAD = 99
DEADLINE_SECONDS = 60.0
"""For a whole fetch. A LibCal that drips is as good as none."""

RETRY_SECONDS = 30.0
"""First wait after a failure; it doubles up to the ordinary interval."""

SPREAD = 0.1
"""Three hundred terminals that were switched on together do not ask together for ever."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The dates of one synchronisation.

    Attributes:
        today: The library's date.
        now: In UTC.
    """

    today: date
    now: datetime

    @property
    def first(self) -> date:
        return self.today - timedelta(days=1)

    @property
    def last(self) -> date:
        return self.today + timedelta(days=DAYS_AHEAD)


def _nobody(error: KioskError) -> None:
    """Whoever listens when nobody asked to hear of failures."""
    del error


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """A synchronisation that went well.

    Attributes:
        changes: What is different now.
        summary: One sentence for IT.
    """

    changes: Changes
    summary: str


class Sync:
    """Keeps the cached hours fresh.

    Args:
        fetcher: Asks LibCal.
        hours_table: Where the records go, on ``database_thread``.
        places_table: What we knew of the places before.
        inspection: Looks at each answer before it is stored.
        sync_log: Where each attempt is noted.
        database_thread: Owns the database's connection.
        clock: Says which day it is.
        zone: The library's zone; the window's dates are its dates.
        random: Spreads the waits.
        trust: Whether the clock can be right; asked on ``database_thread``.
        refresh_seconds: Between two synchronisations that go well.
    """

    def __init__(
        self,
        *,
        fetcher: Fetcher,
        hours_table: HoursTable,
        places_table: PlacesTable,
        inspection: Inspection,
        sync_log: SyncLog,
        database_thread: DatabaseThread,
        clock: Clock,
        zone: ZoneInfo,
        random: Random,
        trust: TimeTrust,
        refresh_seconds: float = 900.0,
    ) -> None:
        self._fetcher = fetcher
        self._hours = hours_table
        self._places = places_table
        self._inspection = inspection
        self._log = sync_log
        self._thread = database_thread
        self._clock = clock
        self._zone = zone
        self._random = random
        self._trust = trust
        self._refresh_seconds = refresh_seconds

    async def once(self, *, accept: bool = False) -> SyncOutcome:
        """Fetch and store now.

        Args:
            accept: Store also what looks wrong, because a person says that it is right.

        Raises:
            LibCalUnavailable, LibCalRefused, LibCalNonsense, ClockDoubted: the old data stays;
                the failure is on record.
            StorageError: our own database.
        """
        now = self._clock.now()
        window = _Window(now.astimezone(self._zone).date(), now)
        try:
            fetched = await self._fetch(window.first, window.last)
            return await self._thread.run(lambda: self._store(fetched, window, accept=accept))
        except StorageError:
            raise
        except KioskError as error:
            sentence = str(error)
            await self._thread.run(lambda: self._log.record(now, succeeded=False, summary=sentence))
            raise

    async def run(
        self,
        listener: Callable[[SyncOutcome], None],
        failed: Callable[[KioskError], None] = _nobody,
    ) -> None:
        """Synchronise for ever: at once, then at the interval, sooner after a failure.

        Args:
            listener: Called after each success, on the event loop.
            failed: Called after each failure, on the event loop.
        """
        failures, said = 0, ""
        while True:
            try:
                listener(await self.once())
                failures, said = 0, ""
            except KioskError as error:
                failures += 1
                said = _report(error, said)
                failed(error)
            await self._clock.sleep(self._wait(failures))

    def _wait(self, failures: int) -> float:
        usual = self._refresh_seconds * self._random.uniform(1 - SPREAD, 1 + SPREAD)
        if not failures:
            return usual
        soon = backoff_seconds(
            failures, base=RETRY_SECONDS, cap=self._refresh_seconds, random=self._random
        )
        return min(usual, soon)

    async def _fetch(self, first: date, last: date) -> Fetched:
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
                fetched = await self._fetcher.fetch(first, last)
        except TimeoutError as error:
            raise LibCalUnavailable(
                f"LibCal did not finish answering within {DEADLINE_SECONDS:.0f} seconds"
            ) from error
        if not any(day.status is not Status.UNKNOWN for day in fetched.days):
            raise LibCalNonsense("LibCal's answer holds no hours of any place; the old data stays")
        return fetched

    def _store(self, fetched: Fetched, window: _Window, *, accept: bool) -> SyncOutcome:
        # Only now: LibCal's answer also said what time it is.
        if doubt := self._trust.doubt():
            raise ClockDoubted(f"nothing was fetched, the old hours stay: {doubt.sentence}")
        first, last = window.first, window.last
        places = [*fetched.places, *self._silent_places(fetched)]
        days = [*fetched.days, *self._still_true(fetched, places, first, last)]
        remark = "accepted as it is"
        if not accept:
            remark = self._inspection.pass_or_raise(days, window.today, window.now)
        changes = self._hours.replace(places, days, first, last)
        self._inspection.release()
        summary = "; ".join(filter(None, [_summary(fetched, changes, first, last), remark]))
        self._log.record(window.now, succeeded=True, summary=summary)
        return SyncOutcome(changes, summary)

    def _silent_places(self, fetched: Fetched) -> list[Place]:
        """What we knew of the places that LibCal was asked about and did not describe."""
        described = {place.location_id for place in fetched.places}
        missing = fetched.silent - described
        return [place for place in self._places.all() if place.location_id in missing]

    def _still_true(
        self, fetched: Fetched, places: Sequence[Place], first: date, last: date
    ) -> list[HoursDay]:
        """Records that LibCal said nothing about, but did not withdraw.

        Those of a place that it was silent about altogether, and those of yesterday: the public
        widgets begin with the current week, and the night may still rest on the day before.
        """
        told = {(day.location_id, day.date) for day in fetched.days}
        kept: list[HoursDay] = []
        for place in places:
            end = last if place.location_id in fetched.silent else first
            kept += self._hours.days(place.location_id, first, end)
        return [day for day in kept if (day.location_id, day.date) not in told]


def _summary(fetched: Fetched, changes: Changes, first: date, last: date) -> str:
    told = (
        f"{len(fetched.places)} places, {len(fetched.days)} days from {first} to {last}: "
        f"{len(changes.places)} places and {len(changes.days)} days are different now"
    )
    if not fetched.silent:
        return told
    silent = ", ".join(map(str, sorted(fetched.silent)))
    return f"{told}; LibCal told no hours of {silent} (old data kept; check libcal.location_ids)"


def _report(error: KioskError, said: str) -> str:
    """Log a failure; one that IT must mend is a warning, once."""
    sentence = str(error)
    is_news = sentence != said and not isinstance(error, Unavailable)
    logger.log(logging.WARNING if is_news else logging.INFO, "hours: %s", sentence)
    return sentence
