"""The one door: LibCal's JSON becomes records, or is refused as a whole.

What is broken in its frame (HTML, half a JSON, an error in a 200, a list of something else) is
refused, and what we had stays. Inside a sound frame each day is judged alone: one that cannot be
read is ``UNKNOWN``, because a day that is asked for at the desk is better than a wrong one.
"""

import re
import reprlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from kiosk.core.errors import LibCalNonsense
from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.core.places import MAX_LOCATION_ID, Place
from kiosk.hours.contact import read_contact
from kiosk.hours.service import LIBCAL
from kiosk.hours.times import span, tidy
from kiosk.net.html_words import MAX_WORDS, plain_text
from kiosk.net.service import MAX_COMPLAINT, error_of

Json = Mapping[str, Any]

_Told = tuple[Status, tuple[OpenSpan, ...], str]
_UNREADABLE: _Told = (Status.UNKNOWN, (), "")
_WITHOUT_HOURS = {"closed": Status.CLOSED, "24hours": Status.ALL_DAY}
_DIGITS = re.compile(r"[0-9]{1,16}")


@dataclass(frozen=True, slots=True)
class Window:
    """The dates that were asked for and the moment of asking.

    Attributes:
        first: First date.
        last: Last date, included.
        fetched_at: In UTC.
    """

    first: date
    last: date
    fetched_at: datetime

    def dates(self) -> dict[str, date]:
        """Every date by the one form in which LibCal writes it, ``YYYY-MM-DD``."""
        count = (self.last - self.first).days + 1
        found = (self.first + timedelta(days=n) for n in range(count))
        return {day.isoformat(): day for day in found}


def json_of(body: bytes) -> Any:
    """The answer's JSON.

    Raises:
        LibCalNonsense: HTML, half a JSON, nothing at all.
        LibCalRefused: an error, which LibCal also sends with status 200.
    """
    return LIBCAL.json_of(body)


def rows_of(answer: Any) -> list[Json]:
    """The locations of an hours answer: a list, or an object that holds the list.

    Raises:
        LibCalNonsense: neither, or an entry that is no object.
    """
    rows = answer.get("locations") if isinstance(answer, dict) else answer
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LibCalNonsense("LibCal's answer is not a list of locations")
    return [row for row in rows if not error_of(row)]


def location_id(row: Json) -> int:
    """A row's ``lid``, a number or a number in quotes.

    Raises:
        LibCalNonsense: missing, or no whole positive number.
    """
    found = _whole_number(row.get("lid"))
    if found is None:
        told = reprlib.repr(row.get("lid"))[:MAX_COMPLAINT]
        raise LibCalNonsense(f"a location in LibCal's answer has no usable id: {told}")
    return found


def place(row: Json, fetched_at: datetime) -> Place:
    """Who and where a location is.

    Raises:
        LibCalNonsense: no id.
    """
    lid = location_id(row)
    contact = read_contact(_text(row, "contact"))
    latitude, longitude = _coordinates(row)
    return Place(
        location_id=lid,
        name=plain_text(_text(row, "name")) or f"Location {lid}",
        category="department" if row.get("category") == "department" else "library",
        parent_id=_whole_number(row.get("parent_lid")),
        address=contact.address,
        phone=contact.phone,
        url=_web_address(_text(row, "url")),
        latitude=latitude,
        longitude=longitude,
        fetched_at=fetched_at,
    )


def days(rows: Sequence[Json], window: Window) -> list[HoursDay]:
    """Every day of these locations that lies in the window, each once, by location and date.

    A day that is told twice, and differently, is ``UNKNOWN``.

    Raises:
        LibCalNonsense: a location without an id, or whose ``dates`` are no map.
    """
    told: dict[tuple[int, date], HoursDay] = {}
    read, dates = _Entries().read, window.dates()
    for row in rows:
        lid = location_id(row)
        for key, entry in _entries(row).items():
            if (day := dates.get(key)) is not None:
                record = HoursDay(lid, day, *read(entry), window.fetched_at)
                known = told.setdefault((lid, day), record)
                if known is not record and known != record:
                    told[lid, day] = HoursDay(lid, day, *_UNREADABLE, window.fetched_at)
    return [told[key] for key in sorted(told)]


def _entries(row: Json) -> Json:
    found = row.get("dates") or {}  # PHP writes an empty map as []
    if not isinstance(found, dict):
        raise LibCalNonsense(f"the dates of LibCal's location {location_id(row)} are not a map")
    return found


class _Entries:
    """Reads dates' entries, alike ones once: most days of a term are told in the same words."""

    def __init__(self) -> None:
        self._read: dict[str, _Told] = {}

    def read(self, entry: Any) -> _Told:
        if not isinstance(entry, dict):
            return _UNREADABLE
        try:
            words = repr(entry)
        except RecursionError:  # nested as deep as the JSON parser allows, so no entry of LibCal's
            return _UNREADABLE
        found = self._read.get(words)
        if found is None:
            found = self._read[words] = _told(entry)
        return found


def _told(entry: Json) -> _Told:
    pairs = entry.get("hours") or []
    match entry.get("status"):
        case "open" if spans := _spans(pairs):
            return Status.OPEN, spans, _words(entry, "note")
        case "closed" | "24hours" as status if not pairs:
            return _WITHOUT_HOURS[status], (), _words(entry, "note")
        case "ByApp":
            return Status.BY_APPOINTMENT, (), _words(entry, "note", "text")
        case "text" if words := _words(entry, "text", "note") or _words(entry, "rendered"):
            return Status.TEXT, (), words
    # not-set, a status of the future, or one that its own hours contradict
    return Status.UNKNOWN, (), _words(entry, "note", "text") or _words(entry, "rendered")


def _spans(pairs: Any) -> tuple[OpenSpan, ...]:
    """The spans of an open day; none at all where one of them cannot be read."""
    try:
        return tidy(span(_time(pair, "from"), _time(pair, "to")) for pair in pairs)
    except (ValueError, TypeError, AttributeError):  # no time, no list, no object
        return ()


def _time(pair: Json, name: str) -> str:
    """A time as LibCal wrote it; empty where it wrote none. Raises TypeError for anything else."""
    text = pair.get(name, "")
    if not isinstance(text, str | None):
        raise TypeError(f"{text!r} is no time")
    return text or ""


def _words(entry: Json, *names: str) -> str:
    """The fields' words one after the other, each once."""
    found = (plain_text(_text(entry, name)) for name in names)
    return " \N{EN DASH} ".join(dict.fromkeys(words for words in found if words))[:MAX_WORDS]


def _text(fields: Json, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _whole_number(value: Any) -> int | None:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 < value < MAX_LOCATION_ID else None


def _coordinates(row: Json) -> tuple[float | None, float | None]:
    """``lat`` and ``long``, texts that are mostly empty; both or none, and no zeros for nothing."""
    try:
        latitude, longitude = float(_text(row, "lat")), float(_text(row, "long"))
    except ValueError:
        return None, None
    is_on_globe = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004  degrees
    return (latitude, longitude) if is_on_globe and (latitude or longitude) else (None, None)


def _web_address(text: str) -> str:
    address = "https:" + text.strip() if text.strip().startswith("//") else text.strip()
    is_one_word = address.isprintable() and " " not in address
    return address if is_one_word and address.startswith(("https://", "http://")) else ""
