"""The places that LibCal named, as it named them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.places import Place
from kiosk.store.connection import Database
from kiosk.store.transactions import reading

_COLUMNS = (
    "location_id, name, category, parent_id, address, phone, url, latitude, longitude, fetched_at"
)
_Row = tuple[Any, ...]


class PlacesTable:
    """Reads the places. They are written together with their hours, by ``HoursTable``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows: list[_Row] = []
        self._places: list[Place] = []

    def all(self) -> list[Place]:
        """Every place, by its id. The fields that only the library itself knows are empty.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            rows = _rows(self._database)
            # Asked at each question and changed by a sync only: the records are made once.
            if rows != self._rows:
                self._rows, self._places = rows, [_place(row) for row in rows]
            return list(self._places)

    def newest_fetch(self) -> datetime | None:
        """When LibCal last named any place, in UTC; None while there is none.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            (newest,) = self._database.execute("SELECT max(fetched_at) FROM places").fetchone()
            return parse_instant(newest) if newest else None


def replace_places(database: Database, places: Sequence[Place]) -> frozenset[int]:
    """Inside the caller's transaction: from now on there are these places and no others.

    Returns:
        The ids of places that came, went or are different; a newer ``fetched_at`` is nothing.
    """
    before = {row[0]: row[1:-1] for row in _rows(database)}
    rows = {place.location_id: _row(place) for place in places}
    database.execute("DELETE FROM places")
    database.conn.executemany(
        f"INSERT INTO places ({_COLUMNS}) "  # noqa: S608  constants
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.values(),
    )
    after = {location_id: row[1:-1] for location_id, row in rows.items()}
    return frozenset(_different(before, after))


def _different(before: dict[int, _Row], after: dict[int, _Row]) -> Iterable[int]:
    return (key for key in before.keys() | after.keys() if before.get(key) != after.get(key))


def _rows(database: Database) -> list[_Row]:
    rows: list[_Row] = database.execute(
        f"SELECT {_COLUMNS} FROM places ORDER BY location_id"  # noqa: S608  constants
    ).fetchall()
    return rows


def _row(place: Place) -> _Row:
    if place.fetched_at is None:
        raise ValueError(f"nobody told us of the place {place.location_id}")
    return (
        place.location_id,
        place.name,
        place.category,
        place.parent_id,
        place.address,
        place.phone,
        place.url,
        place.latitude,
        place.longitude,
        iso_utc(place.fetched_at),
    )


def _place(row: _Row) -> Place:
    location_id, name, category, parent_id, address, phone, url, *coordinates, fetched_at = row
    latitude, longitude = coordinates
    return Place(
        location_id=location_id,
        name=name,
        category=category,
        parent_id=parent_id,
        address=address,
        phone=phone,
        url=url,
        latitude=latitude,
        longitude=longitude,
        fetched_at=parse_instant(fetched_at),
    )
