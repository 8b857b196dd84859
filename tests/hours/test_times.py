import contextlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.hours import OpenSpan
from kiosk.hours.times import span, tidy, time_of_day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("12am", 0),
        ("12:30am", 30),
        ("8am", 480),
        ("8:00am", 480),
        (" 7:30 PM ", 1170),
        ("7 p.m.", 1140),
        ("12pm", 720),
        ("12:30pm", 750),
        ("11:59pm", 1439),
        ("07:00", 420),
        ("23:15", 1395),
        ("24:00", 0),
        ("noon", 720),
        ("Midnight", 0),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert time_of_day(text) == minutes


@pytest.mark.parametrize(
    "text",
    ["", "8", "13pm", "0am", "8:60am", "24:01", "99:00", "8am-5pm", "late", "8:0am", "\uff18am"],
)
def test_what_is_no_time_is_refused_and_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time of day"):
        time_of_day(text)


@given(st.text())
def test_any_text_is_a_minute_of_the_day_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert 0 <= time_of_day(text) < 1440


@given(st.integers(0, 1439))
def test_both_notations_of_a_minute_are_read_the_same(minutes: int) -> None:
    hour, minute = divmod(minutes, 60)
    twelve = f"{hour % 12 or 12}:{minute:02d}{'am' if hour < 12 else 'pm'}"
    assert time_of_day(twelve) == time_of_day(f"{hour:02d}:{minute:02d}") == minutes


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        ("7:00am", "7:45pm", OpenSpan(420, 1185)),
        ("7:00am", "1:00am", OpenSpan(420, 1500)),
        ("11am", "12am", OpenSpan(660, 1440)),
        ("12am", "8pm", OpenSpan(0, 1200)),
        ("12am", "12am", OpenSpan(0, 1440)),
        ("8am", "8am", OpenSpan(480, 1920)),
        ("8am", "", OpenSpan(480, None)),
        ("8am", "  ", OpenSpan(480, None)),
    ],
)
def test_an_end_that_is_not_later_is_tomorrows_and_an_empty_one_stays_open(
    begins: str, ends: str, expected: OpenSpan
) -> None:
    assert span(begins, ends) == expected


def test_a_span_without_a_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a time of day"):
        span("", "5pm")


def test_doubles_and_overlaps_become_one_and_touching_spans_stay_two() -> None:
    morning, noon, evening = OpenSpan(480, 720), OpenSpan(600, 780), OpenSpan(780, 1020)
    assert tidy([evening, morning, noon, morning]) == (OpenSpan(480, 780), evening)


def test_a_span_without_end_is_not_joined_with_another() -> None:
    """LibCal: 3am to 2am, and 8pm to nobody knows when."""
    assert tidy([OpenSpan(1200, None), OpenSpan(180, 1560)]) == (
        OpenSpan(180, 1560),
        OpenSpan(1200, None),
    )


spans = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(
    lambda pair: OpenSpan(pair[0], pair[0] + pair[1])
)


@given(st.lists(spans, max_size=6))
def test_tidying_changes_no_minute(found: list[OpenSpan]) -> None:
    def minutes(some: tuple[OpenSpan, ...] | list[OpenSpan]) -> set[int]:
        return {m for span in some for m in range(span.opens, span.closes or 0)}

    tidied = tidy(found)
    assert minutes(tidied) == minutes(found)
    assert all(a.closes <= b.opens for a, b in pairwise(tidied) if a.closes)
