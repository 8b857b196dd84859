"""From LibCal's JSON to SQLite: 50 places and 100 days, beside the least that this can cost."""

import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.demo.library import alder_bay
from kiosk.hours import parse
from kiosk.hours.parse import Window
from kiosk.store.database import open_database
from kiosk.store.hours import Changes, HoursTable
from tests.benchmarks.measure import Row, Series

PLACES = 50
DAYS = 100
WEEK = 7
MILLI = 1000.0
FIRST = date(2026, 11, 30)
WINDOW = Window(FIRST, FIRST + timedelta(days=DAYS - 1), datetime(2026, 12, 1, 21, tzinfo=UTC))


def stored(rounds: int) -> list[Row]:
    """Parsing and storing; and ``json.loads`` with one ``executemany`` of the same rows."""
    found = [_round() for _ in range(rounds)]
    bare, first, again, changed = (
        Series(what, "ms", tuple(values))
        for what, values in zip(_NAMES, zip(*found, strict=True), strict=True)
    )
    remark = "parsed, compared with what was there, stored, changes on record"
    return [Row(bare), Row(first, bare, remark), Row(again, bare), Row(changed, bare)]


_NAMES = (
    f"`json.loads` and one bulk insert of {PLACES} places \N{MULTIPLICATION SIGN} {DAYS} days",
    "a sync of them into an empty cache, without the network",
    "the same once more, nothing changed",
    "the same, all hours moved by a week",
)


def answer(moved_by: timedelta = timedelta()) -> bytes:
    """What API 1.1 says of so many places: those of the demo, again and again."""
    places = alder_bay().places
    return json.dumps(
        [_row(9101 + n, places[n % len(places)], moved_by) for n in range(PLACES)]
    ).encode()


def _row(lid: int, place: Any, moved_by: timedelta) -> dict[str, Any]:
    days = [FIRST + timedelta(days=n) for n in range(DAYS)]
    told = {day.isoformat(): place.hours(day + moved_by) for day in days}
    return {
        "lid": lid,
        "name": place.name,
        "category": place.category,
        "url": place.url,
        "contact": place.contact,
        "dates": {day: entry for day, entry in told.items() if entry is not None},
    }


def _round() -> tuple[float, float, float, float]:
    body, moved = answer(), answer(timedelta(days=WEEK))
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        empty = Path(folder) / "empty.db"
        open_database(empty).close()
        with open_database(Path(folder) / "terminal.db") as database:
            table = HoursTable(database)
            first = _timed(lambda: _sync(body, table))
            again = _timed(lambda: _sync(body, table))
            rows = database.execute("SELECT * FROM hours").fetchall()
            bare = _timed(lambda: _bare(body, rows, empty))
            changed = _timed(lambda: _sync(moved, table))
    return bare, first, again, changed


def _sync(body: bytes, table: HoursTable) -> Changes:
    rows = parse.rows_of(parse.json_of(body))
    places = [parse.place(row, WINDOW.fetched_at) for row in rows]
    return table.replace(places, parse.days(rows, WINDOW), WINDOW.first, WINDOW.last)


def _bare(body: bytes, rows: list[tuple[Any, ...]], file: Path) -> None:
    json.loads(body)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executemany("INSERT INTO hours VALUES (?, ?, ?, ?, ?, ?)", rows)


def _timed(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * MILLI
