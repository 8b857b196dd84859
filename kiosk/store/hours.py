"""The opening hours that LibCal told us, one row a day and place."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.hours import HoursDay, OpenSpan, Status, minutes_of, wall_clock
from kiosk.core.places import Place
from kiosk.store.changes import ChangeRecorder
from kiosk.store.connection import Database
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
        # Most days are open at the same hours as others, and were fetched together.
        self._spans = lru_cache(maxsize=256)(_spans)
        self._instant = lru_cache(maxsize=16)(parse_instant)

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
            return [self._day(row) for row in rows]

    def notes(self, first: date, last: date) -> list[tuple[date, str]]:
        """What is written beside the days of any place, by date, each note once a day.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            rows = self._database.execute(
                "SELECT DISTINCT date, note FROM hours "
                "WHERE note <> '' AND date BETWEEN ? AND ? ORDER BY date, note",
                [first.isoformat(), last.isoformat()],
            ).fetchall()
            return [(date.fromisoformat(day), note) for day, note in rows]

    def statuses(self, first: date, last: date) -> dict[tuple[int, date], Status]:
        """What is told of each day (location id, date) of every place, both ends included.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            rows = self._database.execute(
                "SELECT location_id, date, status FROM hours WHERE date BETWEEN ? AND ?",
                [first.isoformat(), last.isoformat()],
            ).fetchall()
            days = {text: date.fromisoformat(text) for text in {row[1] for row in rows}}
            told = {text: Status(text) for text in {row[2] for row in rows}}
            return {(place, days[day]): told[status] for place, day, status in rows}

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
        told = _told(days)
        window = first.isoformat(), last.isoformat()
        if any(not window[0] <= row[1] <= window[1] for row in told):
            raise ValueError(f"a day outside of {window[0]} to {window[1]}")
        with writing(self._database):
            log = ChangeRecorder(self._database)
            changed_places = replace_places(self._database, places)
            before = self._rows(window)
            went, came = before - told.keys(), told.keys() - before
            self._forget({row[:2] for row in went} - {row[:2] for row in came}, window)
            self._stamp(told, window)
            self._write((*row, stamp) for row, stamp in told.items() if row in came)
            log.record(went=went, came=came)
        changed = {row[:2] for row in went | came}
        return Changes(
            changed_places, frozenset((id_, date.fromisoformat(day)) for id_, day in changed)
        )

    def oldest_fetch(self) -> datetime | None:
        """When the oldest row was fetched, in UTC; None while there is none.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            (oldest,) = self._database.execute("SELECT min(fetched_at) FROM hours").fetchone()
            return parse_instant(oldest) if oldest else None

    def _day(self, row: _Row) -> HoursDay:
        location_id, day, status, spans, note, fetched_at = row
        return HoursDay(
            location_id=location_id,
            date=date.fromisoformat(day),
            status=Status(status),
            spans=self._spans(spans),
            note=note,
            fetched_at=self._instant(fetched_at),
        )

    def _rows(self, window: tuple[str, str]) -> set[_Row]:
        rows = self._database.execute(
            "SELECT location_id, date, status, spans, note FROM hours WHERE date BETWEEN ? AND ?",
            window,
        )
        return set(rows.fetchall())

    def _forget(self, gone: Iterable[_Key], window: tuple[str, str]) -> None:
        self._database.execute(
            "DELETE FROM hours WHERE date < ? "
            "OR date > ? AND location_id NOT IN (SELECT location_id FROM places)",
            window,
        )
        self._database.conn.executemany(
            "DELETE FROM hours WHERE location_id = ? AND date = ?", gone
        )

    def _stamp(self, told: Mapping[_Row, str], window: tuple[str, str]) -> None:
        """Write when the days were told: mostly all at once, and mostly nothing else is new."""
        for usual, _ in Counter(told.values()).most_common(1):
            self._database.execute(
                "UPDATE hours SET fetched_at = ? WHERE date BETWEEN ? AND ?", [usual, *window]
            )
            self._database.conn.executemany(
                "UPDATE hours SET fetched_at = ? WHERE location_id = ? AND date = ?",
                ((stamp, *row[:2]) for row, stamp in told.items() if stamp != usual),
            )

    def _write(self, rows: Iterable[_Row]) -> None:
        self._database.conn.executemany(
            f"INSERT OR REPLACE INTO hours ({_COLUMNS}) "  # noqa: S608  constants
            "VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )


def _told(days: Iterable[HoursDay]) -> dict[_Row, str]:
    """Each day as it is stored, and when it was fetched. What many have in common is made once."""
    dates, stamps = _Once(date.isoformat), _Once(iso_utc)
    spans = _Once(_spans_text)
    told: dict[_Row, str] = {}
    for day in days:
        if day.fetched_at is None:
            raise ValueError(f"nobody told us of {day.date} at {day.location_id}")
        words = day.status.value, spans[day.spans], day.note
        told[day.location_id, dates[day.date], *words] = stamps[day.fetched_at]
    return told


class _Once(dict[Any, str]):
    """What a function made of each value, made once."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: object) -> str:
        return self.setdefault(value, self._make(value))


def _spans_text(spans: tuple[OpenSpan, ...]) -> str:
    return json.dumps(
        [
            (wall_clock(span.opens), None if span.closes is None else wall_clock(span.closes))
            for span in spans
        ]
    )


def _spans(text: str) -> tuple[OpenSpan, ...]:
    return tuple(_span(*span) for span in json.loads(text))


def _span(opens: str, closes: str | None) -> OpenSpan:
    return OpenSpan(minutes_of(opens), None if closes is None else minutes_of(closes))
