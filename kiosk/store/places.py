"""The places that LibCal named, as it named them."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.places import Place
from kiosk.store.transactions import reading

_COLUMNS = "location_id, name, category, parent_id, address, phone, url, fetched_at"
_Row = tuple[Any, ...]


class PlacesTable:
    """Reads the places. They are written together with their hours, by ``HoursTable``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Place]:
        """Every place, by its id. The fields that only the library itself knows are empty.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            return [_place(row) for row in _rows(self._database)]


def replace_places(database: Database, places: Sequence[Place]) -> frozenset[int]:
    """Inside the caller's transaction: from now on there are these places and no others.

    Returns:
        The ids of places that came, went or are different; a newer ``fetched_at`` is nothing.
    """
    before = {row[0]: row[1:-1] for row in _rows(database)}
    rows = {place.location_id: _row(place) for place in places}
    database.execute("DELETE FROM places")
    database.conn.executemany(
        f"INSERT INTO places ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  constants
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
        iso_utc(place.fetched_at),
    )


def _place(row: _Row) -> Place:
    location_id, name, category, parent_id, address, phone, url, fetched_at = row
    return Place(
        location_id=location_id,
        name=name,
        category=category,
        parent_id=parent_id,
        address=address,
        phone=phone,
        url=url,
        fetched_at=parse_instant(fetched_at),
    )
