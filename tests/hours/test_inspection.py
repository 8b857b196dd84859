"""A suspicious answer never replaces good data, and there is a way out."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.core.errors import ClockDoubted, LibCalSuspicious, LibCalUnavailable
from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.hours.fetched import Fetched
from kiosk.hours.inspection import BELIEVED_AFTER, advice
from kiosk.store.quarantine import Quarantine
from tests.fakes.clock import TurnableClock
from tests.hours.test_sync import TODAY, Told, World, closed, place, world

HOUR = timedelta(hours=1)
DAYS = [TODAY + timedelta(days=n) for n in range(7, 68)]
"""Still to come when a week has gone by."""


def day_open(lid: int, day: date) -> HoursDay:
    return HoursDay(
        lid, day, Status.OPEN, (OpenSpan(540, 1020),), fetched_at=closed(1, day).fetched_at
    )


def answer(places: Iterable[int] = (1, 2, 3), dates: Iterable[date] = DAYS) -> Fetched:
    ids, dates = tuple(places), tuple(dates)
    return Fetched(
        tuple(place(lid) for lid in ids), tuple(day_open(lid, day) for lid in ids for day in dates)
    )


GOOD = answer()
CLOSED = Fetched(GOOD.places, tuple(closed(day.location_id, day.date) for day in GOOD.days))
ODD = {
    "most places gone": (answer((2,)), "2 of 3 places are gone"),
    "everything closed": (CLOSED, "63 of the next 63 days of all places are closed"),
    "half the days missing": (answer(dates=DAYS[:30]), "93 of 183 days .* are missing"),
}


async def odd(it: World) -> str:
    """Synchronise; the sentence of the refusal comes back."""
    with pytest.raises(LibCalSuspicious) as refused:
        await it.sync.once()
    return str(refused.value)


@pytest.mark.parametrize("oddity", ODD)
async def test_what_looks_wrong_is_set_aside_and_said_everywhere(
    tmp_path: Path, oddity: str
) -> None:
    told = Told(GOOD)
    async with world(tmp_path, told) as it:
        await it.sync.once()
        before = it.places.all(), [it.kept(lid) for lid in (1, 2, 3)]
        told.answer, words = ODD[oddity]
        with pytest.raises(LibCalSuspicious, match=words) as refused:
            await it.sync.once()
        assert (it.places.all(), [it.kept(lid) for lid in (1, 2, 3)]) == before
        run, kept = it.log.last(), Quarantine(it.database).kept()
    sentence = str(refused.value)
    assert "the old hours stay" in sentence
    assert "kiosk sync --accept" in sentence
    assert run is not None
    assert (run.succeeded, run.summary) == (False, sentence)
    assert kept is not None
    assert advice(kept) == sentence


async def test_a_first_answer_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    async with world(tmp_path, Told(CLOSED)) as it:
        await it.sync.once()
        assert len(it.kept(1)) == len(DAYS)


async def test_an_answer_that_is_right_again_is_believed_and_the_other_forgotten(
    tmp_path: Path,
) -> None:
    told = Told(GOOD)
    async with world(tmp_path, told) as it:
        await it.sync.once()
        told.answer = CLOSED
        await odd(it)
        told.answer = GOOD
        assert (await it.sync.once()).changes.days == frozenset()
        assert Quarantine(it.database).kept() is None


async def test_a_person_can_say_that_it_is_right(tmp_path: Path) -> None:
    told = Told(GOOD)
    async with world(tmp_path, told) as it:
        await it.sync.once()
        told.answer = CLOSED
        await odd(it)
        outcome = await it.sync.once(accept=True)
        assert "accepted as it is" in outcome.summary
        assert it.kept(1) == [day for day in CLOSED.days if day.location_id == 1]
        assert Quarantine(it.database).kept() is None
        assert "accepted" not in (await it.sync.once()).summary


async def test_what_is_said_for_a_whole_day_is_believed(tmp_path: Path) -> None:
    told, clock = Told(GOOD), TurnableClock()
    async with world(tmp_path, told, clock) as it:
        await it.sync.once()
        told.answer = CLOSED
        first = await odd(it)
        clock.advance(hours=23)
        assert await odd(it) == first, "the day began with the first time"
        told.answer = LibCalUnavailable("LibCal did not answer")
        with pytest.raises(LibCalUnavailable):
            await it.sync.once()
        told.answer = CLOSED
        clock.advance(hours=1)
        assert "believed after it was said for 24 hours: 63" in (await it.sync.once()).summary


async def test_an_answer_that_is_odd_in_another_way_each_time_is_never_believed(
    tmp_path: Path,
) -> None:
    told, clock = Told(GOOD), TurnableClock()
    async with world(tmp_path, told, clock) as it:
        await it.sync.once()
        for turn in range(6):
            told.answer = CLOSED if turn % 2 else answer((1 + turn % 3,))
            clock.advance(hours=BELIEVED_AFTER / HOUR)
            await odd(it)


async def test_the_quarantine_survives_a_restart(tmp_path: Path) -> None:
    told, clock = Told(GOOD), TurnableClock()
    async with world(tmp_path, told, clock) as it:
        await it.sync.once()
        told.answer = CLOSED
        await odd(it)
    clock.advance(hours=24)
    async with world(tmp_path, told, clock) as it:
        assert "believed" in (await it.sync.once()).summary


async def test_at_a_time_that_cannot_be_right_nothing_is_stored_and_nothing_forgotten(
    tmp_path: Path,
) -> None:
    """A clock in the future would fetch a window there, and forget everything before it."""
    told, clock = Told(GOOD), TurnableClock()
    async with world(tmp_path, told, clock) as it:
        await it.sync.once()
        before = it.kept(1)
        clock.set_wall(clock.now() + timedelta(days=1000))
        with pytest.raises(ClockDoubted, match=r"the old hours stay.*time synchronisation"):
            await it.sync.once()
        assert it.kept(1) == before
        run = it.log.last()
    assert run is not None
    assert not run.succeeded
