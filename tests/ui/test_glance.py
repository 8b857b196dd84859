"""Every place at one moment, in a line each."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kiosk.core.hours import HoursDay, Status
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar
from kiosk.ui.glance import Glance, PlaceGlance, glance, glance_without_time
from kiosk.ui.times import Times
from tests.assistant.library import (
    EVERYWHERE,
    FETCHED,
    MAKERSPACE,
    MARLOWE,
    NOW,
    OKAFOR,
    PLACES,
    SPECIAL,
    TRAN,
    ZONE,
    MemoryHours,
    english,
    spans,
    system_hours,
)

TIMES = Times(english(), ZONE)


def look(
    now: datetime = NOW,
    hours: Sequence[HoursDay] | None = None,
    places: Sequence[Place] = PLACES,
) -> Glance:
    source = MemoryHours(system_hours() if hours is None else hours)
    return glance(places, Calendar(source, ZONE), TIMES, now)


def of(seen: Glance, location_id: int) -> PlaceGlance:
    return next(place for place in seen.places if place.location_id == location_id)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_each_place_has_its_line() -> None:
    seen = look()
    assert [place.location_id for place in seen.places] == list(EVERYWHERE)
    marlowe = of(seen, MARLOWE)
    assert (marlowe.open_state, plain(marlowe.until), marlowe.opens) == ("open", "1 am", "")
    assert (of(seen, MAKERSPACE).open_state, of(seen, MAKERSPACE).note) == (
        "words",
        "9am–4pm by appt",  # noqa: RUF001  LibCal's own dash
    )
    assert of(seen, SPECIAL).open_state == "appointment"
    assert [place.department for place in seen.places] == [False] * 4 + [True] * 2
    assert seen.fetched_at == FETCHED


def test_a_run_without_a_break_ends_where_it_ends() -> None:
    assert plain(of(look(NOW + timedelta(days=5)), OKAFOR).until) == "Fri 8 pm"


def test_a_closed_place_says_when_it_opens() -> None:
    thanksgiving = NOW + timedelta(days=1)
    tran = of(look(thanksgiving), TRAN)
    assert (tran.open_state, plain(tran.opens), tran.note) == ("closed", "Fri 8 am", "Thanksgiving")


def test_a_day_that_was_not_told_is_unknown_and_never_closed() -> None:
    seen = look(hours=[])
    assert {place.open_state for place in seen.places} == {"unknown"}
    assert seen.fetched_at is None


def test_where_a_day_in_between_was_not_told_no_opening_is_promised() -> None:
    today = NOW.date()
    hours = [
        HoursDay(TRAN, today, Status.CLOSED, fetched_at=FETCHED),
        HoursDay(TRAN, today + timedelta(days=2), Status.OPEN, spans("08:00-21:00")),
    ]
    assert of(look(hours=hours, places=PLACES[3:4]), TRAN).opens == ""


def test_an_opening_in_the_far_future_is_not_promised() -> None:
    today = NOW.date()
    closed = [
        HoursDay(TRAN, today + timedelta(days=n), Status.CLOSED, fetched_at=FETCHED)
        for n in range(-1, 20)
    ]
    later = HoursDay(TRAN, date(2026, 12, 15), Status.OPEN, spans("08:00-21:00"))
    assert of(look(hours=[*closed, later], places=PLACES[3:4]), TRAN).opens == ""


def test_where_the_time_is_not_certain_nothing_is_said_of_now() -> None:
    seen = glance_without_time(PLACES)
    assert [place.location_id for place in seen.places] == list(EVERYWHERE)
    assert {(row.open_state, row.until, row.opens, row.note) for row in seen.places} == {
        ("untold", "", "", "")
    }
    assert seen.fetched_at is None


def test_no_places_is_nothing_known() -> None:
    assert look(places=[]) == Glance((), None)
