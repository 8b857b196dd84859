from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hours.instants import instant, local

NEW_YORK = ZoneInfo("America/New_York")
CAIRO = ZoneInfo("Africa/Cairo")


@pytest.mark.parametrize(
    ("zone", "day", "minutes", "expected"),
    [
        (NEW_YORK, "2026-11-25", 25 * 60, "2026-11-26T06:00:00+00:00"),
        # 1:30 am comes twice: the first
        (NEW_YORK, "2026-11-01", 90, "2026-11-01T05:30:00+00:00"),
        (NEW_YORK, "2026-11-01", 120, "2026-11-01T07:00:00+00:00"),
        # 2:00 to 2:59 am does not come: the jump
        (NEW_YORK, "2026-03-08", 120, "2026-03-08T07:00:00+00:00"),
        (NEW_YORK, "2026-03-08", 150, "2026-03-08T07:00:00+00:00"),
        (NEW_YORK, "2026-03-08", 180, "2026-03-08T07:00:00+00:00"),
        (NEW_YORK, "2026-03-07", 24 * 60 + 150, "2026-03-08T07:00:00+00:00"),
        # midnight itself does not come
        (CAIRO, "2026-04-24", 0, "2026-04-23T22:00:00+00:00"),
    ],
)
def test_a_wall_clock_time_is_the_first_moment_it_is_reached(
    zone: ZoneInfo, day: str, minutes: int, expected: str
) -> None:
    assert instant(date.fromisoformat(day), minutes, zone).isoformat() == expected


@given(
    st.sampled_from(["America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "UTC"]),
    st.dates(date(2025, 1, 1), date(2028, 12, 31)),
    st.integers(0, 2879),
)
def test_later_on_the_wall_is_never_earlier_in_truth(name: str, day: date, minutes: int) -> None:
    zone = ZoneInfo(name)
    assert instant(day, minutes, zone) <= instant(day, minutes + 1, zone)


def test_local_times_in_the_doubled_hour_compare_by_truth() -> None:
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)
    assert local(first, NEW_YORK).isoformat() == "2026-11-01T01:30:00-04:00"
    assert local(second, NEW_YORK).isoformat() == "2026-11-01T01:30:00-05:00"
    assert local(first, NEW_YORK) == first
    assert local(second, NEW_YORK) - local(first, NEW_YORK) == timedelta(hours=1)
