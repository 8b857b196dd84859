"""Counts at once and writes a little later, so that no answer waits for a disk."""

import logging
from collections import Counter as Bag
from collections.abc import Mapping
from datetime import date, datetime
from threading import Lock
from zoneinfo import ZoneInfo

from kiosk.core.clock import Clock
from kiosk.core.errors import StorageError
from kiosk.core.tallies import Count, Tally
from kiosk.store.tallies import Tallies
from kiosk.store.worker import DatabaseThread

WRITTEN_EVERY = 5.0
"""Seconds. So much is lost by a power cut, of what is numbers only."""

MOST_WAITING = 10_000
"""Different counts kept while the database cannot be written; it never gets near that."""

_log = logging.getLogger(__name__)


class DayCounter:
    """A ``Counter`` whose numbers end up in the ``Tallies`` of the library's day.

    Args:
        tallies: Where they are written, on ``database_thread``.
        database_thread: Owns the database's connection.
        clock: Says which day it is.
        zone: The library's.
    """

    def __init__(
        self, tallies: Tallies, database_thread: DatabaseThread, clock: Clock, zone: ZoneInfo
    ) -> None:
        self._tallies = tallies
        self._database_thread = database_thread
        self._clock = clock
        self._zone = zone
        self._lock = Lock()
        self._waiting: Bag[tuple[date, Tally, tuple[str, ...]]] = Bag()
        self._complained = False

    def count(self, name: Tally, labels: Mapping[str, str], amount: int = 1) -> None:
        """Add to today's tally. From any thread, and without a disk."""
        counted = Count.of(name, labels, amount)
        key = (self._today(), counted.name, counted.labels)
        with self._lock:
            if key in self._waiting or len(self._waiting) < MOST_WAITING:
                self._waiting[key] += amount

    async def run(self) -> None:
        """Write what was counted, for as long as the program runs, and at its end."""
        try:
            while True:
                await self._clock.sleep(WRITTEN_EVERY)
                await self._database_thread.run(self.write)
        finally:
            await self._database_thread.run(self.write)

    def write(self) -> None:
        """Write it now. On the database's thread, or after it ended."""
        with self._lock:
            waiting, self._waiting = self._waiting, Bag()
        try:
            for day in sorted({day for day, _, _ in waiting}):
                self._tallies.add(day, _of(day, waiting))
                _forget(day, waiting)
            self._complained = False
        except StorageError as error:
            self._keep(waiting, error)

    def _keep(self, waiting: Bag[tuple[date, Tally, tuple[str, ...]]], error: StorageError) -> None:
        """It could not be written: with the next, then."""
        with self._lock:
            self._waiting.update(waiting)
        if not self._complained:
            _log.warning("what was counted is not written down: %s", error)
        self._complained = True

    def _today(self) -> date:
        now: datetime = self._clock.now().astimezone(self._zone)
        return now.date()


def _of(day: date, waiting: Mapping[tuple[date, Tally, tuple[str, ...]], int]) -> list[Count]:
    return [Count(name, labels, n) for (on, name, labels), n in waiting.items() if on == day]


def _forget(day: date, waiting: Bag[tuple[date, Tally, tuple[str, ...]]]) -> None:
    for key in [key for key in waiting if key[0] == day]:
        del waiting[key]
