"""The one door: LibCal's JSON becomes records, or is refused as a whole.

What is broken in its frame (HTML, half a JSON, an error in a 200, a list of something else) is
refused, and what we had stays. Inside a sound frame each day is judged alone: one that cannot be
read is ``UNKNOWN``, because a day that is asked for at the desk is better than a wrong one.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kiosk.core.errors import LibCalNonsense, LibCalRefused
from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.core.places import Place
from kiosk.hours.contact import read_contact
from kiosk.hours.times import span, tidy
from kiosk.hours.words import plain_text

Json = Mapping[str, Any]

_WITHOUT_HOURS = {"closed": Status.CLOSED, "24hours": Status.ALL_DAY}
_DIGITS = re.compile(r"[0-9]{1,16}")

MAX_LIBCAL_ID = 2**53
"""Larger whole numbers are no ids: no JSON writer keeps them exact."""


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


def json_of(body: bytes) -> Any:
    """The answer's JSON.

    Raises:
        LibCalNonsense: HTML, half a JSON, nothing at all.
        LibCalRefused: an error, which LibCal also sends with status 200.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        looks = "a web page" if body.lstrip()[:1] == b"<" else f"{len(body)} bytes"
        raise LibCalNonsense(f"LibCal answered with {looks} instead of JSON") from error
    if complaint := error_of(answer):
        raise LibCalRefused(f"LibCal answered: {complaint}")
    return answer


def error_of(answer: Any) -> str:
    """The words of an ``error`` or ``errors`` field, as plain text; empty where there is none."""
    if not isinstance(answer, dict):
        return ""
    found = answer.get("errors") or answer.get("error") or ()
    pieces = found if isinstance(found, list) else [found]
    return "; ".join(plain_text(str(piece)) for piece in pieces if piece)


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
        raise LibCalNonsense(f"a location in LibCal's answer has no usable id: {row.get('lid')!r}")
    return found


def place(row: Json, fetched_at: datetime) -> Place:
    """Who and where a location is.

    Raises:
        LibCalNonsense: no id.
    """
    lid = location_id(row)
    contact = read_contact(_text(row, "contact"))
    return Place(
        location_id=lid,
        name=plain_text(_text(row, "name")) or f"Location {lid}",
        category="department" if row.get("category") == "department" else "library",
        parent_id=_whole_number(row.get("parent_lid")),
        address=contact.address,
        phone=contact.phone,
        url=_web_address(_text(row, "url")),
        fetched_at=fetched_at,
    )


def days(rows: Sequence[Json], window: Window) -> list[HoursDay]:
    """Every day of these locations that lies in the window, each once, by location and date.

    A day that is told twice, and differently, is ``UNKNOWN``.

    Raises:
        LibCalNonsense: a location without an id, or whose ``dates`` are no map.
    """
    told: dict[tuple[int, date], HoursDay] = {}
    for row in rows:
        lid = location_id(row)
        for day, entry in _dates(row):
            if window.first <= day <= window.last:
                record = _day(lid, day, entry, window.fetched_at)
                known = told.setdefault((lid, day), record)
                if known != record:
                    told[lid, day] = _unknown(lid, day, window.fetched_at)
    return [told[key] for key in sorted(told)]


def _dates(row: Json) -> Iterator[tuple[date, Any]]:
    found = row.get("dates") or {}  # PHP writes an empty map as []
    if not isinstance(found, dict):
        raise LibCalNonsense(f"the dates of LibCal's location {row.get('lid')!r} are not a map")
    for key, entry in found.items():
        try:
            yield date.fromisoformat(key), entry
        except ValueError:
            continue  # no date of ours is named by it, so none is answered


def _day(lid: int, day: date, entry: Any, fetched_at: datetime) -> HoursDay:
    if not isinstance(entry, dict):
        return _unknown(lid, day, fetched_at)
    status, spans, note = _told(entry)
    return HoursDay(lid, day, status, spans, note, fetched_at)


def _told(entry: Json) -> tuple[Status, tuple[OpenSpan, ...], str]:
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
        return tidy(span(_text(pair, "from"), _text(pair, "to")) for pair in pairs)
    except (ValueError, TypeError, AttributeError):  # no time, no list, no object
        return ()


def _unknown(lid: int, day: date, fetched_at: datetime) -> HoursDay:
    return HoursDay(lid, day, Status.UNKNOWN, fetched_at=fetched_at)


def _words(entry: Json, *names: str) -> str:
    """The fields' words one after the other, each once."""
    found = (plain_text(_text(entry, name)) for name in names)
    return " \N{EN DASH} ".join(dict.fromkeys(words for words in found if words))


def _text(fields: Json, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _whole_number(value: Any) -> int | None:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 < value < MAX_LIBCAL_ID else None


def _web_address(text: str) -> str:
    address = "https:" + text.strip() if text.strip().startswith("//") else text.strip()
    return address if address.startswith(("https://", "http://")) and " " not in address else ""
