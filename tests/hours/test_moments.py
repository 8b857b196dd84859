"""What time it is at a place: by its own hours, and by the clock on its wall."""

from datetime import datetime

import pytest

from kiosk.core.content import Occasion
from kiosk.hours.calendar import Calendar
from kiosk.hours.moments import Moments
from tests.assistant.library import MAKERSPACE, MARLOWE, TRAN, ZONE, MemoryHours, system_hours

HOURS = MemoryHours(system_hours())
MOMENTS = Moments(Calendar(HOURS, ZONE), ZONE, frozenset({5, 6}))


def occasions(here: int | None, day: int, hour: int, minute: int = 0) -> frozenset[Occasion]:
    """On that day of December 2026; the 1st is a Tuesday."""
    return MOMENTS.occasions(here, datetime(2026, 12, day, hour, minute, tzinfo=ZONE))


@pytest.mark.parametrize(
    ("day", "hour", "minute", "told"),
    [
        (1, 6, 59, {"morning", "closed"}),
        (1, 7, 0, {"morning", "open"}),
        (1, 12, 0, {"open"}),
        (1, 17, 0, {"evening", "open"}),
        (1, 22, 59, {"evening", "open"}),
        (1, 23, 0, {"evening", "open", "closing"}),
        (2, 0, 59, {"evening", "open", "closing"}),
        (2, 1, 0, {"evening", "closed"}),
        (2, 4, 59, {"evening", "closed"}),
        (5, 14, 0, {"weekend", "open"}),
        (6, 20, 30, {"weekend", "evening", "open", "closing"}),
        (7, 14, 0, {"open"}),
    ],
)
def test_a_day_at_the_main_library(day: int, hour: int, minute: int, told: set[str]) -> None:
    assert occasions(MARLOWE, day, hour, minute) == told


def test_another_place_has_hours_of_its_own() -> None:
    assert occasions(TRAN, 1, 20) == {"evening", "open", "closing"}


@pytest.mark.parametrize("here", [None, MAKERSPACE])
def test_where_it_is_not_known_whether_it_is_open_only_the_clock_speaks(here: int | None) -> None:
    assert occasions(here, 5, 10) == {"weekend", "morning"}


def test_another_country_rests_on_other_days() -> None:
    elsewhere = Moments(Calendar(HOURS, ZONE), ZONE, frozenset({4, 5}))
    assert elsewhere.occasions(None, datetime(2026, 12, 4, 14, tzinfo=ZONE)) == {"weekend"}
    assert elsewhere.occasions(None, datetime(2026, 12, 6, 14, tzinfo=ZONE)) == set()
