"""How the last synchronisations with LibCal went."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.store.connection import Database
from kiosk.store.transactions import reading, writing

KEPT = 50


class Synced(StrEnum):
    """What is fetched."""

    LIBCAL = "libcal"
    LIBANSWERS = "libanswers"


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One attempt to fetch.

    Attributes:
        at: When it ended, in UTC.
        succeeded: Whether new data was stored.
        summary: What changed, or why nothing could be fetched; a sentence for IT.
    """

    at: datetime
    succeeded: bool
    summary: str


class SyncLog:
    """The last attempts, good and bad, at one service: what ``kiosk doctor`` says of our data.

    Args:
        database: The terminal's.
        service: Whose attempts these are.
    """

    def __init__(self, database: Database, service: Synced) -> None:
        self._database = database
        self._service = service.value

    def record(self, at: datetime, succeeded: bool, summary: str) -> None:  # noqa: FBT001  one of two outcomes, read aloud as such
        """Remember an attempt, and forget all but the last 50 and the last good one.

        Raises:
            StorageUnreadable: the file cannot be written.
        """
        with writing(self._database):
            self._database.execute(
                "INSERT INTO syncs (service, at, succeeded, summary) VALUES (?, ?, ?, ?)",
                [self._service, iso_utc(at), int(succeeded), summary],
            )
            # In a long outage the last good one would otherwise be forgotten, and with it
            # the answer to "since when?".
            self._database.execute(
                "DELETE FROM syncs WHERE service = :service AND id NOT IN "
                "(SELECT id FROM syncs WHERE service = :service ORDER BY id DESC LIMIT :kept) "
                "AND id IS NOT "
                "(SELECT max(id) FROM syncs WHERE succeeded AND service = :service)",
                {"service": self._service, "kept": KEPT},
            )

    def last(self) -> SyncRun | None:
        """The last attempt, good or bad; None before the first.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        return self._newest("1")

    def last_success(self) -> datetime | None:
        """When data was stored last, in UTC; None if it never was.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        run = self._newest("succeeded")
        return run.at if run else None

    def _newest(self, condition: str) -> SyncRun | None:
        with reading(self._database):
            row = self._database.execute(
                "SELECT at, succeeded, summary FROM syncs "  # noqa: S608  constants
                f"WHERE {condition} AND service = ? ORDER BY id DESC LIMIT 1",
                [self._service],
            ).fetchone()
            return SyncRun(parse_instant(row[0]), bool(row[1]), row[2]) if row else None
