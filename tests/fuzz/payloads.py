"""Answers as a real LibCal gives them: every kind of day, in both of its forms."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

Json = dict[str, Any]

TODAY = date(2026, 11, 25)
FIRST = TODAY - timedelta(days=1)
DAYS = 14
LOCATIONS = (8113, 8114, 8115, 8116)
"""The last one is a department of the first."""


def _open(*pairs: tuple[str, str]) -> Json:
    return {"status": "open", "hours": [{"from": begin, "to": end} for begin, end in pairs]}


ENTRIES: tuple[Json, ...] = (
    _open(("7:00am", "1:00am")),
    _open(("7:30am", "9:00pm")) | {"note": "Memorial Day"},
    _open(("8am", "12pm"), ("1pm", "5pm")) | {"currently_open": True},
    _open(("3am", "2am"), ("8pm", "12am")),
    _open(("11am", "12am")),
    _open(("12am", "8pm")),
    _open(("07:00", "22:30")),
    _open(("9am", "5pm"), ("9am", "5pm")),
    _open(("9am", "5pm"), ("4pm", "8pm")),
    _open(("9:00am", "")),
    _open(("noon", "midnight")),
    {"status": "closed", "hours": None},
    {"status": "closed", "note": "Thanksgiving &amp; after"},
    {"status": "closed", "hours": []},
    {"status": "24hours"},
    {"status": "24hours", "hours": [], "note": "Finals"},
    {"status": "ByApp", "currently_open": False},
    {"status": "text", "text": '<a href="https://x.example/b">9am&ndash;4pm by appt</a>'},
    {"status": "text", "text": "", "note": "12\u20135pm Virtual Service"},
    {"status": "text", "text": " "},
    {"status": "not-set"},
    {"status": "open"},
    {"status": "open", "hours": []},
    {"status": "some-future-status", "text": "See the website"},
)


def api_answer(random: Random) -> list[Json]:
    """API 1.1: a list of locations, their dates in a map; a date may be missing."""
    return [
        _described(lid) | {"dates": {day.isoformat(): entry for day, entry in _days(random)} or []}
        for lid in LOCATIONS
    ]


def grid_answer(random: Random) -> Json:
    """The public widget: weeks of weekdays, each with its date."""
    return {"locations": [_described(lid) | {"weeks": _weeks(random)} for lid in LOCATIONS]}


def today_answer() -> Json:
    """The public list of places."""
    shown = {"day": "Wednesday", "times": {"status": "closed"}, "rendered": "Closed"}
    return {"locations": [_described(lid) | shown for lid in LOCATIONS]}


def _described(lid: int) -> Json:
    parent = {"category": "department", "parent_lid": LOCATIONS[0]} if lid == LOCATIONS[-1] else {}
    return {
        "lid": lid,
        "name": f"Reading Room {lid} &amp; Annex",
        "category": "library",
        "desc": "<p>Books</p>",
        "url": f"//library.example/{lid}",
        "contact": "<p>12 Harbor Walk<br />Alder Bay, MA 02599</p><p>Phone: (508) 555-0110</p>",
        "lat": "39.50",
        "long": "",
        "color": "#781320",
        "fn": "",
    } | parent


def _days(random: Random) -> Iterator[tuple[date, Json]]:
    for n in range(DAYS):
        if random.random() > 0.05:
            yield FIRST + timedelta(days=n), random.choice(ENTRIES)


def _weeks(random: Random) -> list[Json]:
    cells = [
        (day, {"date": day.isoformat(), "times": entry, "rendered": "as shown"})
        for day, entry in _days(random)
    ]
    return [
        {day.strftime("%A"): cell for day, cell in cells if (day - FIRST).days // 7 == week}
        for week in range(DAYS // 7)
    ]
