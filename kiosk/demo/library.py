"""Alder Bay University Libraries: an invented library system with every hard case in its hours.

The hours are a function of the date alone, so the demo looks right on any day it is shown, and
whoever asks twice is told the same. They are in LibCal's own words and notation.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Entry = Mapping[str, Any]
"""One date's entry as LibCal writes it: status, hours, text, note."""

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

_CLOSED: Entry = {"status": "closed"}
_ALL_DAY: Entry = {"status": "24hours"}
_EXAM_EVERY_WEEKS = 4


@dataclass(frozen=True, slots=True)
class DemoPlace:
    """A place as LibCal's location row describes it.

    Attributes:
        lid: LibCal's id.
        name, category, contact, url: As LibCal has them; ``contact`` is HTML.
        parent: ``lid`` of the library that a department belongs to.
        hours: The entry of a date; None where LibCal leaves the date out.
    """

    lid: int
    name: str
    contact: str
    url: str
    hours: Callable[[date], Entry | None]
    category: str = "library"
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class DemoLibrary:
    """A library system that a LibCal simulator can serve.

    Attributes:
        iid: Its institution id.
        zone: IANA zone its hours are written in.
        places: Its places, in LibCal's order.
    """

    iid: int
    zone: str
    places: tuple[DemoPlace, ...]

    def place(self, lid: int) -> DemoPlace | None:
        """The place with that id, if there is one."""
        return next((place for place in self.places if place.lid == lid), None)


def alder_bay() -> DemoLibrary:
    """The demo's library system."""
    return DemoLibrary(
        iid=9100,
        zone="America/New_York",
        places=(
            DemoPlace(
                9101,
                "Marlowe Library",
                "<p>12 Harbor Walk<br />Alder Bay, MA 02599</p><p>Phone: (508) 555-0110</p>",
                "https://library.alderbay.example/marlowe",
                _unless_holiday(_marlowe),
            ),
            DemoPlace(
                9102,
                "Okafor Science Library",
                "<p>240 Tidewater Drive,&nbsp;Alder Bay, MA 02599<br>Tel. (508) 555-0124</p>",
                "https://library.alderbay.example/science",
                _unless_holiday(_okafor),
            ),
            DemoPlace(
                9103,
                "Lindqvist Music &amp; Arts Library",
                "<p>7 Conservatory Lane</p><p>Alder Bay, MA 02599</p>"
                '<p><a href="tel:+15085550131">508-555-0131</a></p>',
                "https://library.alderbay.example/arts",
                _unless_holiday(_lindqvist),
            ),
            DemoPlace(
                9104,
                "Tran Law Library",
                "85 Statehouse Road, Alder Bay, MA 02599 | 508.555.0142 | Fax 508.555.0143",
                "https://library.alderbay.example/law",
                _unless_holiday(_tran),
            ),
            DemoPlace(
                9105,
                "Makerspace",
                "",
                "https://library.alderbay.example/makerspace",
                _makerspace,
                category="department",
                parent=9101,
            ),
            DemoPlace(
                9106,
                "Special Collections",
                "<p>Call (508) 555-0166 ext. 4 for an appointment.</p>",
                "",
                _special_collections,
                category="department",
                parent=9101,
            ),
        ),
    )


def _open(*spans: str, note: str = "") -> Entry:
    """``_open("8:00am-12:00pm", "1:00pm-5:00pm")``; an empty end is one that nobody entered."""
    pairs = [dict(zip(("from", "to"), span.split("-"), strict=True)) for span in spans]
    return {"status": "open", "hours": pairs} | ({"note": note} if note else {})


def _unless_holiday(usual: Callable[[date], Entry | None]) -> Callable[[date], Entry | None]:
    def entry(day: date) -> Entry | None:
        name = holiday(day)
        return {"status": "closed", "hours": None, "note": name} if name else usual(day)

    return entry


def _marlowe(day: date) -> Entry:
    """Past midnight in an ordinary week; in an exam week one run from Sunday to Friday."""
    if is_exam_week(day):
        return {
            SUN: _open("11:00am-12:00am", note="Exam week: open around the clock"),
            FRI: _open("12:00am-8:00pm"),
            SAT: _open("11:00am-8:00pm"),
        }.get(day.weekday(), _ALL_DAY)
    return {
        FRI: _open("7:00am-9:00pm"),
        SAT: _open("9:00am-9:00pm"),
        SUN: _open("10:00am-1:00am"),
    }.get(day.weekday(), _open("7:00am-1:00am", note="Staffed until 9 pm"))


def _okafor(day: date) -> Entry:
    return {
        FRI: _open("8:00am-6:00pm"),
        SAT: {"status": "closed", "hours": []},
        SUN: _open("1:00pm-9:00pm"),
    }.get(day.weekday(), _open("8am-10:30pm"))


def _lindqvist(day: date) -> Entry:
    """A lunch break; and the Sunday of the month for which somebody ticked "open" and no hours."""
    if day.weekday() == SUN:
        return {"status": "open", "hours": []} if day.day <= _WEEK else _CLOSED
    if day.weekday() == SAT:
        return _open("10:00am-2:00pm")
    return _open("9:00am-12:00pm", "1:00pm-5:00pm", note="Closed for lunch")


def _tran(day: date) -> Entry | None:
    """Until 2 am; once a month without a closing time, not set, and left out altogether."""
    match day.weekday(), (day.day - 1) // _WEEK:
        case (5, 0):
            return _open("9:00am-")
        case (6, 1):
            return {"status": "not-set"}
        case (6, 2):
            return None
        case (4, _):
            return _open("7:45am-8:00pm")
        case (5 | 6, _):
            return _open("10:00am-6:00pm")
    return _open("7:45am-2:00am")


def _makerspace(day: date) -> Entry:
    """Words instead of hours, as a librarian typed them into LibCal."""
    if day.weekday() in {SAT, SUN} or holiday(day):
        return _CLOSED
    if day.weekday() == FRI:
        return {"status": "text", "text": "", "note": "Closed for maintenance &amp; training"}
    link = '<a href="https://library.alderbay.example/makerspace/book" target="_blank">'
    return {"status": "text", "text": f"{link}9am&ndash;4pm by appt</a>"}


def _special_collections(day: date) -> Entry:
    if day.weekday() in {SAT, SUN} or holiday(day):
        return _CLOSED
    return _open("1:00pm-4:00pm") if day.weekday() == WED else {"status": "ByApp"}


_WEEK = 7


def is_exam_week(day: date) -> bool:
    """Whether the week from that day's Sunday on is one of every fourth."""
    sunday = day - timedelta(days=(day.weekday() + 1) % _WEEK)
    return sunday.toordinal() // _WEEK % _EXAM_EVERY_WEEKS == 0


def holiday(day: date) -> str:
    """The name of the holiday on which all libraries are closed, else empty."""
    fixed = {(1, 1): "New Year's Day", (7, 4): "Independence Day", (11, 11): "Veterans Day"}
    fixed |= {(12, 24): "Winter break", (12, 25): "Winter break", (12, 31): "Winter break"}
    if name := fixed.get((day.month, day.day)):
        return name
    thanksgiving = _nth(day.year, 11, THU, 4)
    moving = {
        _nth(day.year, 1, MON, 3): "Martin Luther King Jr. Day",
        _nth(day.year, 6, MON, 1) - timedelta(days=_WEEK): "Memorial Day",
        _nth(day.year, 9, MON, 1): "Labor Day",
        thanksgiving: "Thanksgiving",
        thanksgiving + timedelta(days=1): "Thanksgiving weekend",
    }
    return moving.get(day, "")


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th such weekday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (n - 1))
