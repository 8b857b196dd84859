from datetime import date, timedelta

import httpx
import pytest

from kiosk.core.errors import LibCalNonsense, LibCalRefused
from kiosk.core.hours import OpenSpan, Status
from kiosk.hours.service import LIBCAL
from kiosk.hours.widgets import Widgets
from kiosk.net.client import http_client
from kiosk.net.exchange import Exchange
from tests.fakes.libcal import running_libcal
from tests.hours.hurried import HurriedClock

YESTERDAY = date(2026, 11, 24)
LAST = YESTERDAY + timedelta(days=100)


async def test_the_public_pages_tell_the_same_hours_without_credentials() -> None:
    clock = HurriedClock()
    async with running_libcal(clock) as url, http_client(url) as http:
        fetched = await Widgets(Exchange(LIBCAL, http, clock), 9100, clock).fetch(YESTERDAY, LAST)
    marlowe = {day.date: day for day in fetched.days if day.location_id == 9101}
    assert list(marlowe) == [YESTERDAY + timedelta(days=n) for n in range(101)]
    assert marlowe[date(2026, 11, 25)].spans == (OpenSpan(420, 1500),)
    assert [place.location_id for place in fetched.places] == [*range(9101, 9107)]
    assert fetched.places[4].parent_id == 9101


async def test_only_the_ids_to_keep_are_kept_and_a_missing_one_is_silent() -> None:
    clock = HurriedClock()
    async with running_libcal(clock) as url, http_client(url) as http:
        widgets = Widgets(Exchange(LIBCAL, http, clock), 9100, clock, (9105, 777, 9105))
        fetched = await widgets.fetch(YESTERDAY, LAST)
    assert [place.location_id for place in fetched.places] == [9105]
    assert {day.location_id for day in fetched.days} == {9105}
    assert fetched.silent == {777}


async def test_a_wrong_institution_is_said() -> None:
    clock = HurriedClock()
    async with running_libcal(clock) as url, http_client(url) as http:
        with pytest.raises(LibCalRefused, match="invalid institution id"):
            await Widgets(Exchange(LIBCAL, http, clock), 1, clock).fetch(YESTERDAY, LAST)


def answering(weeks: object) -> Widgets:
    answer = {"locations": [{"lid": 1, "weeks": weeks}]}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer))
    http = http_client("https://x.example/api/1.1", transport=transport)
    clock = HurriedClock()
    return Widgets(Exchange(LIBCAL, http, clock), 1, clock)


@pytest.mark.parametrize(
    "weeks", [5, [5], [{"Monday": 5}], [{"Monday": {"date": "2026-11-25"}}], [{"M": {"times": {}}}]]
)
async def test_weeks_of_another_form_are_refused(weeks: object) -> None:
    with pytest.raises(LibCalNonsense):
        await answering(weeks).fetch(YESTERDAY, LAST)


async def test_a_date_in_two_cells_is_believed_only_if_both_agree() -> None:
    """Key order and weekday say nothing: the date does."""

    def cell(day: str, status: str) -> dict[str, object]:
        return {"date": day, "times": {"status": status}}

    weeks = [
        {"Wednesday": cell("2026-11-25", "closed"), "Thursday": cell("2026-11-26", "closed")},
        {"Sunday": cell("2026-11-25", "24hours"), "Monday": cell("2026-11-26", "closed")},
    ]
    fetched = await answering(weeks).fetch(YESTERDAY, LAST)
    assert [(day.date.day, day.status) for day in fetched.days] == [(26, Status.CLOSED)]
