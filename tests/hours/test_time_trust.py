"""When a terminal believes its clock, and when it does not."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hours.time_trust import ClockTrust, Reason
from tests.fakes.clock import NOON, TurnableClock

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class World:
    """A clock, a cache, and what is thought of the clock."""

    def __init__(self, newest_fetch: datetime | None = NOON - HOUR) -> None:
        self.clock = TurnableClock(NOON)
        self.newest_fetch = newest_fetch
        self.slept = 0.0
        self.trust = ClockTrust(
            self.clock, lambda: self.newest_fetch, lambda: self.clock.monotonic() + self.slept
        )

    def shift(self, by: timedelta) -> None:
        """Set the clock, as a person or a broken battery does."""
        self.clock.set_wall(self.clock.now() + by)

    def sleep(self, hours: float) -> None:
        """Suspend the machine: the clock goes on, the ordinary stopwatch does not."""
        self.shift(hours * HOUR)
        self.slept += hours * 3600

    @property
    def reason(self) -> Reason | None:
        doubt = self.trust.doubt()
        return doubt and doubt.reason


@pytest.fixture
def world() -> World:
    return World()


def test_a_clock_that_just_goes_on_is_believed(world: World) -> None:
    for _ in range(5):
        assert world.reason is None
        world.clock.advance(hours=20)


def test_an_empty_cache_says_nothing_against_a_clock() -> None:
    assert World(newest_fetch=None).reason is None


@pytest.mark.parametrize(
    ("newest", "reason"),
    [
        (NOON + 4 * MINUTE, None),
        (NOON + 6 * MINUTE, Reason.BEFORE_DATA),
        (NOON + 2000 * DAY, Reason.BEFORE_DATA),
        (NOON - 99 * DAY, None),
        (NOON - 101 * DAY, Reason.LONG_AFTER_DATA),
    ],
)
def test_the_age_of_the_data_gives_a_wrong_clock_away(
    newest: datetime, reason: Reason | None
) -> None:
    assert World(newest).reason is reason


@pytest.mark.parametrize("by", [-3 * MINUTE, 3 * MINUTE, -HOUR, 50 * DAY])
def test_a_clock_that_jumps_is_doubted_until_it_jumps_back(world: World, by: timedelta) -> None:
    assert world.reason is None
    world.shift(by)
    assert world.reason is Reason.JUMPED
    world.clock.advance(hours=5)
    assert world.reason is Reason.JUMPED, "time alone heals nothing"
    world.shift(-by)
    assert world.reason is None


@pytest.mark.parametrize("start", [-20_000 * DAY, -2 * DAY, 400 * DAY])
def test_a_machine_that_starts_at_a_wrong_time_is_believed_once_it_is_put_right(
    start: timedelta,
) -> None:
    world = World(newest_fetch=NOON - start - HOUR)
    assert world.reason in {Reason.BEFORE_DATA, Reason.LONG_AFTER_DATA}
    world.clock.advance(seconds=40)
    world.shift(-start)
    assert world.reason is None
    world.shift(HOUR)
    assert world.reason is Reason.JUMPED


def test_a_small_correction_is_no_jump_however_often(world: World) -> None:
    for _ in range(10):
        world.shift(MINUTE)
        assert world.reason is None


def test_a_machine_that_slept_did_not_jump(world: World) -> None:
    world.sleep(hours=14)
    assert world.reason is None


def test_a_machine_without_such_a_stopwatch_uses_the_clocks_own() -> None:
    clock = TurnableClock(NOON)
    trust = ClockTrust(clock, lambda: None)
    clock.advance(hours=5)
    assert trust.doubt() is None
    clock.set_wall(NOON)
    assert trust.doubt() is not None


@pytest.mark.parametrize("off", [-6 * MINUTE, 6 * MINUTE, -3650 * DAY, 365 * DAY])
def test_a_clock_that_libcal_does_not_agree_with_is_doubted_until_it_is_put_right(
    off: timedelta,
) -> None:
    world = World(newest_fetch=None)
    world.trust.heard(NOON - off)
    assert world.reason is Reason.SAYS_LIBCAL
    world.clock.advance(hours=1)
    world.shift(-off)
    assert world.reason is None, "LibCal's time is carried on"


@pytest.mark.parametrize("off", [-4 * MINUTE, timedelta(), 4 * MINUTE])
def test_a_time_that_agrees_clears_every_other_doubt(off: timedelta) -> None:
    for newest in (NOON + DAY, NOON - 200 * DAY, NOON - HOUR):
        world = World(newest)
        world.shift(HOUR)
        assert world.reason is not None
        world.trust.heard(NOON + HOUR + off)
        assert world.reason is None


def test_a_clock_that_jumps_after_libcal_agreed_is_doubted(world: World) -> None:
    world.trust.heard(NOON)
    assert world.reason is None
    world.shift(-10 * MINUTE)
    assert world.reason is Reason.SAYS_LIBCAL


def test_the_sentence_says_what_was_seen_and_what_to_do(world: World) -> None:
    world.trust.heard(NOON + 2 * HOUR)
    doubt = world.trust.doubt()
    assert doubt is not None
    assert doubt.sentence == (
        "the clock says 2026-11-25 17:00 UTC, but by LibCal it is 2026-11-25 19:00 UTC; "
        "turn on the system's time synchronisation."
    )


HOURS = st.floats(0, 1000, allow_nan=False)


@given(st.lists(st.tuples(st.sampled_from(["runs", "sleeps"]), HOURS), max_size=20))
def test_a_clock_that_nobody_touches_is_believed_for_as_long_as_the_data_lasts(
    story: list[tuple[str, float]],
) -> None:
    world = World()
    for event, hours in story:
        if event == "runs":
            world.clock.advance(hours=hours)
        else:
            world.sleep(hours)
        world.newest_fetch = world.clock.now()
        assert world.reason is None


@given(st.lists(st.floats(-5000, 5000, allow_nan=False), max_size=10))
def test_a_clock_is_believed_just_when_it_is_near_the_time_that_libcal_told(
    shifts: list[float],
) -> None:
    """However it is set to and fro; in small steps it may creep, until LibCal is heard again."""
    world = World(newest_fetch=None)
    for minutes in shifts:
        world.trust.heard(NOON)
        world.clock.set_wall(NOON + minutes * MINUTE)
        assert (world.reason is None) == (abs(minutes) <= 2)
        world.clock.set_wall(NOON)
