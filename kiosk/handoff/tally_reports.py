"""Tells the desk what this terminal counted: numbers, so that librarians see what is missing.

A report is the totals of whole days as they stand now. One that got lost, or came twice, is made
good by the next.
"""

import logging
from typing import Protocol

from kiosk.core.clock import Clock
from kiosk.core.errors import DeskRefused, DeskTokenRefused, DeskUnavailable, StorageError
from kiosk.core.tally_report import TallyReport
from kiosk.store.tallies import Tallies, UnsentDay
from kiosk.store.worker import DatabaseThread

EVERY_SECONDS = 900.0
DAYS_AT_ONCE = 7
"""A terminal that was cut off for months tells it in parts."""

_log = logging.getLogger(__name__)


class TallyRoute(Protocol):
    """The way to the desk, as far as numbers go."""

    async def send_tallies(self, report: TallyReport) -> None:
        """Deliver a report."""


class TallyReports:
    """Sends at the start and then every quarter of an hour, while there is anything new."""

    def __init__(
        self, tallies: Tallies, database_thread: DatabaseThread, route: TallyRoute, clock: Clock
    ) -> None:
        self._tallies = tallies
        self._database_thread = database_thread
        self._route = route
        self._clock = clock
        self._complained = ""

    async def run(self) -> None:
        """Send for ever. What cannot be sent now is sent later."""
        while True:
            await self._try()
            await self._clock.sleep(EVERY_SECONDS)

    async def send_all(self) -> int:
        """Send every day of which the desk does not know all; how many days comes back.

        Raises:
            DeskUnavailable, DeskRefused, DeskTokenRefused: as the desk's route has it.
            StorageError: our own file cannot be used.
        """
        sent = 0
        while days := await self._database_thread.run(lambda: self._tallies.unsent(DAYS_AT_ONCE)):
            await self._send(days)
            sent += len(days)
            if len(days) < DAYS_AT_ONCE:
                break
        return sent

    async def _send(self, days: list[UnsentDay]) -> None:
        totals = tuple(day.totals for day in days)
        await self._route.send_tallies(TallyReport(self._clock.now(), totals))
        await self._database_thread.run(lambda: self._tallies.mark_sent(days))

    async def _try(self) -> None:
        try:
            await self.send_all()
            self._complained = ""
        except (DeskUnavailable, DeskTokenRefused) as error:
            # No warning: the courier gives it, where it keeps a patron waiting.
            _log.info("what was counted is told later: %s", error)
        except (DeskRefused, StorageError) as error:
            self._complain(f"what was counted cannot be told to the desk: {error}")

    def _complain(self, sentence: str) -> None:
        if sentence != self._complained:
            _log.warning("%s", sentence)
            self._complained = sentence
