"""The opening hours that LibCal told us, one row a day and place."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.hours import HoursDay, OpenSpan, Status, minutes_of, wall_clock
from kiosk.core.places import Place
from kiosk.store.places import replace_places
from kiosk.store.transactions import reading, writing

_COLUMNS = "location_id, date, status, spans, note, fetched_at"
_Key = tuple[int, str]
_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different after a write.

    Attributes:
        places: Ids of places that came, went or have other words.
        days: (location id, date) of days that came, went or have other hours or another note.
    """

    places: frozenset[int] = frozenset()
    days: frozenset[tuple[int, date]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.places or self.days)


class HoursTable:
    """Reads hours, and replaces them with what LibCal says now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self, location_id: int, first: date, last: date) -> list[HoursDay]:
        """The days from ``first`` to ``last``, both included, that we have a row for, by date.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM hours "  # noqa: S608  constants
                "WHERE location_id = ? AND date BETWEEN ? AND ? ORDER BY date",
                [location_id, first.isoformat(), last.isoformat()],
            ).fetchall()
            return [_day(row) for row in rows]

    def replace(
        self, places: Sequence[Place], days: Sequence[HoursDay], first: date, last: date
    ) -> Changes:
        """Let these places and these days be all we know, in one transaction.

        Days before ``first`` are forgotten, those from ``first`` to ``last`` are replaced, those
        after ``last`` stay unless their place is gone.

        Returns:
            What is different now. A newer ``fetched_at`` alone is nothing, and so is a day that
            is forgotten because it is over.

        Raises:
            ValueError: a day outside of the window, or a record that nobody told us.
            StorageUnreadable: the file cannot be written; what was there stays.
        """
        rows = {(day.location_id, day.date.isoformat()): _row(day) for day in days}
        window = first.isoformat(), last.isoformat()
        if any(not window[0] <= key[1] <= window[1] for key in rows):
            raise ValueError(f"a day outside of {window[0]} to {window[1]}")
        with writing(self._database):
            changed_places = replace_places(self._database, places)
            before = self._told(window)
            self._write(rows.values(), window)
        after = {key: row[2:-1] for key, row in rows.items()}
        return Changes(changed_places, frozenset(_different(before, after)))

    def oldest_fetch(self) -> datetime | None:
        """When the oldest row was fetched, in UTC; None while there is none.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            (oldest,) = self._database.execute("SELECT min(fetched_at) FROM hours").fetchone()
            return parse_instant(oldest) if oldest else None

    def _told(self, window: tuple[str, str]) -> dict[_Key, _Row]:
        rows = self._database.execute(
            "SELECT location_id, date, status, spans, note FROM hours WHERE date BETWEEN ? AND ?",
            window,
        )
        return {row[:2]: row[2:] for row in rows.fetchall()}

    def _write(self, rows: Iterable[_Row], window: tuple[str, str]) -> None:
        self._database.execute("DELETE FROM hours WHERE date <= ?", [window[1]])
        self._database.execute(
            "DELETE FROM hours WHERE location_id NOT IN (SELECT location_id FROM places)"
        )
        self._database.conn.executemany(
            f"INSERT INTO hours ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608  constants
            rows,
        )


def _different(before: dict[_Key, _Row], after: dict[_Key, _Row]) -> Iterable[tuple[int, date]]:
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            yield key[0], date.fromisoformat(key[1])


def _row(day: HoursDay) -> _Row:
    if day.fetched_at is None:
        raise ValueError(f"nobody told us of {day.date} at {day.location_id}")
    spans = [
        (wall_clock(span.opens), None if span.closes is None else wall_clock(span.closes))
        for span in day.spans
    ]
    return (
        day.location_id,
        day.date.isoformat(),
        day.status.value,
        json.dumps(spans),
        day.note,
        iso_utc(day.fetched_at),
    )


def _day(row: _Row) -> HoursDay:
    location_id, day, status, spans, note, fetched_at = row
    return HoursDay(
        location_id=location_id,
        date=date.fromisoformat(day),
        status=Status(status),
        spans=tuple(_span(*span) for span in json.loads(spans)),
        note=note,
        fetched_at=parse_instant(fetched_at),
    )


def _span(opens: str, closes: str | None) -> OpenSpan:
    return OpenSpan(minutes_of(opens), None if closes is None else minutes_of(closes))
