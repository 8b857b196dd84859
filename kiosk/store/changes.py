"""What was different after which synchronisation: the log behind ``kiosk changes``."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.hours import Status
from kiosk.store.connection import Database
from kiosk.store.transactions import reading

KEPT_DAYS = 90

MOST = 50_000
"""Changes that are kept. A LibCal that says something else each time must not fill the disk."""

NO_END = "?"

_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that LibCal told otherwise than before.

    Attributes:
        at: When LibCal said so, in UTC.
        location_id: LibCal's hours ``lid``.
        date: The day in the library's zone; None where the place itself came or went.
        before, after: The hours, as "open 07:00-25:00 (a note)"; a place's name where there is
            no date; None for nothing.
    """

    at: datetime
    location_id: int
    date: date | None
    before: str | None
    after: str | None


class ChangeLog:
    """Reads the log. It is written together with the hours, by ``HoursTable``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(self, instant: datetime) -> list[Change]:
        """What changed at that moment (aware) or later, oldest first.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            rows = self._database.execute(
                "SELECT at, location_id, date, before, after FROM changes "
                "WHERE at >= ? ORDER BY at, location_id, date",
                [iso_utc(instant)],
            ).fetchall()
            return [_change(row) for row in rows]


class ChangeRecorder:
    """Made inside the transaction of a replacement, before it; told the difference after it.

    That the window moves on is no change: a new last day arrives, yesterday leaves. The first
    synchronisation of all changes nothing either. A place that comes or goes is one change.
    """

    def __init__(self, database: Database, most: int = MOST) -> None:
        self._database = database
        self._most = most
        self._names = _names(database)
        (last,) = database.execute("SELECT max(date) FROM hours").fetchone()
        self._last = last or ""

    def record(self, went: Iterable[_Row], came: Iterable[_Row]) -> None:
        """Write the difference down, and forget what is too old.

        Args:
            went: Days (location id, date, status, spans, note) as they are no longer told.
            came: Days as they are told now.
        """
        (at,) = self._database.execute("SELECT max(fetched_at) FROM places").fetchone()
        if at is None or not self._names:
            return
        names = _names(self._database)
        changes = [*self._of_places(names), *self._of_days(names, _told(went), _told(came))]
        self._database.conn.executemany(
            "INSERT INTO changes (at, location_id, date, before, after) VALUES (?, ?, ?, ?, ?)",
            ((at, *change) for change in changes),
        )
        self._prune(at)

    def _of_places(self, names: dict[int, str]) -> Iterator[_Row]:
        if self._names:
            for place in self._names.keys() ^ names.keys():
                yield place, None, self._names.get(place), names.get(place)

    def _of_days(
        self, names: dict[int, str], went: dict[_Row, str], came: dict[_Row, str]
    ) -> Iterator[_Row]:
        for key in went.keys() | came.keys():
            place, day = key
            arrives = key not in went and day > self._last
            if place in names and place in self._names and not arrives:
                yield place, day, went.get(key), came.get(key)

    def _prune(self, at: str) -> None:
        oldest = iso_utc(parse_instant(at) - timedelta(days=KEPT_DAYS))
        self._database.execute("DELETE FROM changes WHERE at < ?", [oldest])
        self._database.execute(
            "DELETE FROM changes WHERE id <= (SELECT max(id) FROM changes) - ?", [self._most]
        )


def _names(database: Database) -> dict[int, str]:
    return dict(database.execute("SELECT location_id, name FROM places").fetchall())


def _told(rows: Iterable[_Row]) -> dict[_Row, str]:
    """Each day's hours in words; a day without any is not told."""
    words = lru_cache(maxsize=None)(_words)  # most days are told in the same words
    return {row[:2]: words(*row[2:]) for row in rows if row[2] != Status.UNKNOWN}


def _words(status: str, spans: str, note: str) -> str:
    times = [f"{opens}-{closes or NO_END}" for opens, closes in json.loads(spans)]
    words = " ".join([status, *times])
    return f"{words} ({note})" if note else words


def _change(row: _Row) -> Change:
    at, location_id, day, before, after = row
    return Change(
        parse_instant(at), location_id, date.fromisoformat(day) if day else None, before, after
    )
