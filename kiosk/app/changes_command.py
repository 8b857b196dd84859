"""What LibCal changed, one line a change: what `kiosk changes` prints."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.core.clock import iso_utc
from kiosk.core.content import Content
from kiosk.hours.directory import Directory
from kiosk.store.changes import KEPT_DAYS, Change, ChangeLog
from kiosk.store.database import open_database
from kiosk.store.places import PlacesTable

_EVER = datetime(1970, 1, 1, tzinfo=UTC)


def lines(
    database_file: Path,
    content: Content,
    zone: ZoneInfo,
    *,
    since: date | None = None,
    as_json: bool = False,
) -> Iterator[str]:
    """The changes, oldest first.

    Args:
        database_file: The terminal's database; there may be none yet.
        content: The library's own words, for the names of places.
        zone: The library's zone, in which dates and times are told.
        since: Leave out what changed before that day.
        as_json: One JSON object a line, with times in UTC.

    Raises:
        StorageError: the database cannot be used.
    """
    changes, directory = _read(database_file, content, _begin(since, zone))
    if as_json:
        yield from map(_json, changes)
    elif changes:
        yield from (_sentence(change, directory, zone) for change in changes)
    else:
        yield f"No hours changed{f' since {since}' if since else f' within {KEPT_DAYS} days'}."


def _begin(since: date | None, zone: ZoneInfo) -> datetime:
    return _EVER if since is None else datetime.combine(since, time(), zone)


def _read(file: Path, content: Content, begin: datetime) -> tuple[list[Change], Directory]:
    # A command that only reads makes no file.
    if not file.exists():
        return [], Directory((), content.places)
    with closing(open_database(file)) as database:
        places = PlacesTable(database).all()
        return ChangeLog(database).since(begin), Directory(places, content.places)


def _json(change: Change) -> str:
    return json.dumps(
        {
            "at": iso_utc(change.at),
            "location_id": change.location_id,
            "date": change.date.isoformat() if change.date else None,
            "before": change.before,
            "after": change.after,
        },
        ensure_ascii=False,
    )


def _sentence(change: Change, directory: Directory, zone: ZoneInfo) -> str:
    at = f"{change.at.astimezone(zone):%Y-%m-%d %H:%M}"
    if change.date is None:
        what = "came" if change.before is None else "is gone"
        return f"{at}  {change.after or change.before} ({change.location_id}) {what}"
    place = directory.get(change.location_id)
    name = f"{place.name} ({place.location_id})" if place else f"place {change.location_id}"
    before, after = change.before or "not told", change.after or "not told"
    return f"{at}  {name}  {change.date:%a} {change.date}: {before} → {after}"
