"""LibAnswers → SQLite, now and then. On any doubt the old answers stay."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Protocol

from kiosk.core.clock import Clock
from kiosk.core.errors import (
    KioskError,
    LibAnswersNonsense,
    LibAnswersUnavailable,
    StorageError,
    Unavailable,
)
from kiosk.core.knowledge import Entry, Origin
from kiosk.knowledge.libanswers import MAX_PAGES, ROWS, Faqs
from kiosk.net.backoff import backoff_seconds
from kiosk.store.knowledge import KnowledgeChanges
from kiosk.store.worker import DatabaseThread

DEADLINE_SECONDS = 120.0
"""For a whole fetch; 200 pages at 5 a second take 40 s."""

RETRY_SECONDS = 60.0
SPREAD = 0.1
FEWEST = 0.5
"""Share of the answers that we have; fewer is taken for a mistake until a person accepts it."""

_log = logging.getLogger(__name__)


class Fetcher(Protocol):
    """Asks for all answers: ``knowledge.libanswers.LibAnswersClient``."""

    async def fetch(self) -> Faqs:
        """Every answer that is published."""


class Log(Protocol):
    """Where each attempt is noted: ``store.syncs.SyncLog``. On the database's thread."""

    def record(self, at: datetime, succeeded: bool, summary: str) -> None:  # noqa: FBT001  as there
        """Remember an attempt."""


class Table(Protocol):
    """Where answers are kept: ``store.knowledge.KnowledgeTable``. On the database's thread."""

    def all(self) -> tuple[Entry, ...]:
        """Every entry, of files too."""

    def replace(
        self, origin: Origin, entries: Iterable[Entry], fingerprint: str = ""
    ) -> KnowledgeChanges:
        """From now on there are these entries of that origin and no others."""


@dataclass(frozen=True, slots=True)
class KnowledgeOutcome:
    """A synchronisation that went well.

    Attributes:
        changes: What is different now.
        summary: One sentence for IT.
    """

    changes: KnowledgeChanges
    summary: str


class KnowledgeSync:
    """Keeps the answers of LibAnswers fresh.

    Args:
        fetcher: Asks LibAnswers.
        table: Where the entries go, on ``database_thread``.
        log: Where each attempt is noted, there too.
        database_thread: Owns the database's connection.
        clock: Waits.
        random: Spreads the waits.
        refresh_seconds: Between two synchronisations that go well.
    """

    def __init__(
        self,
        *,
        fetcher: Fetcher,
        table: Table,
        log: Log,
        database_thread: DatabaseThread,
        clock: Clock,
        random: Random,
        refresh_seconds: float,
    ) -> None:
        self._fetcher = fetcher
        self._table = table
        self._log = log
        self._thread = database_thread
        self._clock = clock
        self._random = random
        self._refresh_seconds = refresh_seconds

    async def once(self, *, accept: bool = False) -> KnowledgeOutcome:
        """Fetch and store now.

        Args:
            accept: Store also far fewer answers than before, because a person says it is right.

        Raises:
            LibAnswersUnavailable, LibAnswersRefused, LibAnswersNonsense: the old answers stay;
                the failure is on record.
            StorageError: our own database.
        """
        try:
            faqs = await self._fetch()
            outcome = await self._thread.run(lambda: self._store(faqs, accept=accept))
        except StorageError:
            raise  # where it would be noted is what failed
        except KioskError as error:
            await self._note(str(error), succeeded=False)
            raise
        await self._note(outcome.summary, succeeded=True)
        return outcome

    async def run(self, failed: Callable[[KioskError], None] = lambda _error: None) -> None:
        """Synchronise for ever: at once, then at the interval, sooner after a failure."""
        failures, said = 0, ""
        while True:
            try:
                await self.once()
                failures, said = 0, ""
            except KioskError as error:
                failures += 1
                said = _report(error, said)
                failed(error)
            await self._clock.sleep(self._wait(failures))

    async def _note(self, summary: str, *, succeeded: bool) -> None:
        now = self._clock.now()
        await self._thread.run(lambda: self._log.record(now, succeeded, summary))

    async def _fetch(self) -> Faqs:
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
                return await self._fetcher.fetch()
        except TimeoutError as error:
            raise LibAnswersUnavailable(
                f"LibAnswers did not finish answering within {DEADLINE_SECONDS:.0f} seconds"
            ) from error

    def _store(self, faqs: Faqs, *, accept: bool) -> KnowledgeOutcome:
        before = sum(entry.id.startswith(f"{Origin.LIBANSWERS}-") for entry in self._table.all())
        if faqs.skipped and not faqs.entries:
            raise LibAnswersNonsense(
                f"none of LibAnswers' {faqs.skipped} rows can be read; the old answers stay"
            )
        if not accept and len(faqs.entries) < before * FEWEST:
            raise LibAnswersNonsense(
                f"LibAnswers told {len(faqs.entries)} answers where it had {before}; the old ones "
                "stay. If that is right, run `kiosk sync --accept`."
            )
        changes = self._table.replace(Origin.LIBANSWERS, faqs.entries)
        return KnowledgeOutcome(changes, _summary(faqs, changes))

    def _wait(self, failures: int) -> float:
        usual = self._refresh_seconds * self._random.uniform(1 - SPREAD, 1 + SPREAD)
        if not failures:
            return usual
        soon = backoff_seconds(
            failures, base=RETRY_SECONDS, cap=self._refresh_seconds, random=self._random
        )
        return min(usual, soon)


def _summary(faqs: Faqs, changes: KnowledgeChanges) -> str:
    told = (
        f"LibAnswers: {len(faqs.entries)} answers; {_count(changes.added)} new, "
        f"{_count(changes.changed)} changed, {_count(changes.removed)} gone"
    )
    unread = f"; {faqs.skipped} could not be read" if faqs.skipped else ""
    beyond = f"; more than {MAX_PAGES * ROWS} are not fetched" if faqs.is_cut_off else ""
    return f"{told}{unread}{beyond}"


def _count(ids: Sequence[str]) -> int:
    return len(ids)


def _report(error: KioskError, said: str) -> str:
    """Log a failure; one that IT must mend is a warning, once."""
    sentence = str(error)
    is_news = sentence != said and not isinstance(error, Unavailable)
    _log.log(logging.WARNING if is_news else logging.INFO, "knowledge: %s", sentence)
    return sentence
