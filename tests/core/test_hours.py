import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.hours import DAY_MINUTES, minutes_of, wall_clock


@given(st.integers(0, 2 * DAY_MINUTES))
def test_minutes_and_the_wall_clock_are_each_others_inverse(minutes: int) -> None:
    assert minutes_of(wall_clock(minutes)) == minutes


def test_one_in_the_morning_belongs_to_the_day_before() -> None:
    assert wall_clock(DAY_MINUTES + 60) == "25:00"
    assert wall_clock(7 * 60 + 5) == "07:05"


@pytest.mark.parametrize("text", ["", "7", "7:x", "1:2:3"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        minutes_of(text)
