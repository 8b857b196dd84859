"""The state of every place at one moment, short enough for a line on the home screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.hours import HoursDay, Status
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar, OpenNow
from kiosk.ui.times import Times

_STATES = {Status.BY_APPOINTMENT: "appointment", Status.TEXT: "words"}


@dataclass(frozen=True, slots=True)
class PlaceGlance:
    """One place.

    Attributes:
        location_id: LibCal's hours ``lid``.
        name: As patrons know it.
        open_state: ``open``, ``closed``, ``appointment``, ``words`` (see the note), ``unknown``,
            or ``untold`` where it is not certain what time it is.
        until: When it closes, as a patron reads it; empty where it is not open or not known.
        opens: When it opens next, as a patron reads it; empty where not known or not closed.
        note: The library's words for today.
        department: Whether it is part of another place.
    """

    location_id: int
    name: str
    open_state: str
    until: str
    opens: str
    note: str
    department: bool


@dataclass(frozen=True, slots=True)
class Glance:
    """Every place, and when the oldest fact was fetched (UTC; None where nothing is known)."""

    places: tuple[PlaceGlance, ...]
    fetched_at: datetime | None


def glance(places: Sequence[Place], calendar: Calendar, times: Times, now: datetime) -> Glance:
    """Look at every place once."""
    rows = tuple(place_glance(place, calendar, times, now) for place in places)
    ages = [calendar.open_now(place.location_id, now).fetched_at for place in places]
    return Glance(rows, min((age for age in ages if age is not None), default=None))


def glance_without_time(places: Sequence[Place]) -> Glance:
    """The places where it is not certain what time it is: nothing is said of now."""
    rows = (
        PlaceGlance(
            location_id=place.location_id,
            name=place.name,
            open_state="untold",
            until="",
            opens="",
            note="",
            department=place.parent_id is not None,
        )
        for place in places
    )
    return Glance(tuple(rows), None)


def place_glance(place: Place, calendar: Calendar, times: Times, now: datetime) -> PlaceGlance:
    """Look at one place."""
    state = calendar.open_now(place.location_id, now)
    record = calendar.day(place.location_id, state.opened_on)
    opens = ""
    if state.open is False:
        opens = _next(calendar, times, place.location_id, now)
    return PlaceGlance(
        location_id=place.location_id,
        name=place.name,
        open_state=_state(state, record),
        until=times.moment(state.until, now) if state.until else "",
        opens=opens,
        note=record.note,
        department=place.parent_id is not None,
    )


def _next(calendar: Calendar, times: Times, location_id: int, now: datetime) -> str:
    found = calendar.next_open(location_id, now)
    # Where a day in between is not told, "opens Monday" could be wrong: say nothing.
    if found.opens is None or found.unsure or found.opens - now > timedelta(days=7):
        return ""
    return times.at(found.opens, now)


def _state(state: OpenNow, record: HoursDay) -> str:
    if state.open is None:
        return _STATES.get(record.status, "unknown")
    return "open" if state.open else "closed"
