from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.clock import FixedClock, SystemClock, iso_utc, parse_instant

NOVEMBER = datetime(2026, 11, 25, 21, 12, tzinfo=UTC)


def test_an_instant_is_read_with_its_offset_and_kept_in_utc() -> None:
    assert parse_instant("2026-11-25T16:12:00-05:00") == NOVEMBER
    assert parse_instant("2026-11-25T21:12:00Z").tzinfo is UTC


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="no offset"):
        parse_instant("2026-11-25T21:12:00")


@given(
    st.integers(0, 4_000_000_000),
    st.integers(-14 * 60, 14 * 60),
)
def test_what_is_written_is_read_again(seconds: int, offset: int) -> None:
    instant = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=offset)))
    assert parse_instant(iso_utc(instant)) == instant
    assert iso_utc(instant).endswith("Z")


async def test_the_system_clock_goes_on() -> None:
    clock = SystemClock()
    before, stopwatch = clock.now(), clock.monotonic()
    await clock.sleep(0)
    assert before <= clock.now()
    assert stopwatch <= clock.monotonic()
    assert before.utcoffset() == timedelta()


def test_a_moved_clock_starts_where_it_was_told_to() -> None:
    clock = SystemClock.starting_at(NOVEMBER)
    assert timedelta() <= clock.now() - NOVEMBER < timedelta(minutes=1)


def test_a_fixed_clock_stands_still() -> None:
    clock = FixedClock(NOVEMBER.astimezone(timezone(timedelta(hours=9))))
    assert clock.now() == clock.now() == NOVEMBER
