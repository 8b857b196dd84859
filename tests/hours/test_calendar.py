from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.hours import HoursDay, OpenSpan, Status, minutes_of
from kiosk.hours.calendar import Calendar
from tests.hours.slow_calendar import Diary

LID = 9101
NEW_YORK = ZoneInfo("America/New_York")
FETCHED = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Records:
    """Records in memory, as the terminal's table would give them."""

    kept: Sequence[HoursDay]

    def days(self, location_id: int, first: date, last: date) -> list[HoursDay]:
        mine = [day for day in self.kept if day.location_id == location_id]
        return [day for day in mine if first <= day.date <= last]


def day(text: str, status: Status, *spans: str, note: str = "") -> HoursDay:
    """A record in short: ``day("2026-11-25", Status.OPEN, "07:00-25:00")``."""
    pairs = (span.split("-") for span in spans)
    parsed = tuple(OpenSpan(minutes_of(a), minutes_of(b) if b else None) for a, b in pairs)
    return HoursDay(LID, date.fromisoformat(text), status, parsed, note, FETCHED)


def opened(text: str, *spans: str) -> HoursDay:
    return day(text, Status.OPEN, *spans)


def calendar(*days: HoursDay, zone: ZoneInfo = NEW_YORK) -> Calendar:
    return Calendar(Records(days), zone)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def is_open(days: Sequence[HoursDay], moment: str) -> tuple[bool | None, str | None]:
    """Open or not, and until when, as the contract writes it."""
    answer = calendar(*days).open_now(LID, at(moment))
    return answer.open, answer.until and answer.until.isoformat()


WEDNESDAY = opened("2026-11-25", "07:00-25:00")
THANKSGIVING = day("2026-11-26", Status.CLOSED, note="Thanksgiving")


def test_an_evening_past_midnight_belongs_to_the_day_it_began_on() -> None:
    answer = calendar(WEDNESDAY, THANKSGIVING).open_now(LID, at("2026-11-26T00:30:00-05:00"))
    assert answer.open is True
    assert answer.until == at("2026-11-26T01:00:00-05:00")
    assert answer.opened_on == date(2026, 11, 25)
    assert answer.fetched_at == FETCHED


def test_the_minute_of_closing_is_closed() -> None:
    days = [WEDNESDAY, THANKSGIVING]
    assert is_open(days, "2026-11-26T00:59:59-05:00") == (True, "2026-11-26T01:00:00-05:00")
    assert is_open(days, "2026-11-26T01:00:00-05:00") == (False, None)


def test_a_lunch_break_is_closed_and_touching_spans_are_one_run() -> None:
    days = [
        day("2026-11-24", Status.CLOSED),
        opened("2026-11-25", "09:00-12:00", "13:00-15:00", "15:00-17:00"),
    ]
    assert is_open(days, "2026-11-25T12:30:00-05:00") == (False, None)
    assert is_open(days, "2026-11-25T13:30:00-05:00") == (True, "2026-11-25T17:00:00-05:00")


EXAM_WEEK = [
    opened("2026-09-20", "11:00-24:00"),
    *(day(f"2026-09-{n}", Status.ALL_DAY) for n in (21, 22, 23, 24)),
    opened("2026-09-25", "00:00-20:00"),
    opened("2026-09-26", "11:00-20:00"),
]


@pytest.mark.parametrize(
    "moment",
    ["2026-09-20T11:00:00-04:00", "2026-09-22T15:00:00-04:00", "2026-09-25T00:00:00-04:00"],
)
def test_a_run_of_whole_days_ends_where_it_is_left(moment: str) -> None:
    assert is_open(EXAM_WEEK, moment) == (True, "2026-09-25T20:00:00-04:00")


def test_a_run_that_goes_on_beyond_the_data_has_no_end() -> None:
    assert is_open(EXAM_WEEK[:4], "2026-09-21T15:00:00-04:00") == (True, None)


def test_a_library_that_never_closes_has_no_end_and_no_next_opening() -> None:
    days = [
        HoursDay(LID, date(2026, 9, 1) + timedelta(days=n), Status.ALL_DAY, fetched_at=FETCHED)
        for n in range(200)
    ]
    assert is_open(days, "2026-09-05T15:00:00-04:00") == (True, None)
    assert calendar(*days).next_open(LID, at("2026-09-05T15:00:00-04:00")).opens is None


def test_the_librarys_date_is_not_the_worlds() -> None:
    assert calendar().today(at("2026-11-26T01:00:00+00:00")) == date(2026, 11, 25)
    assert calendar().zone is NEW_YORK


def test_a_whole_day_before_a_day_of_words_has_no_known_end() -> None:
    days = [*EXAM_WEEK[:2], day("2026-09-22", Status.TEXT, note="Call us")]
    assert is_open(days, "2026-09-21T15:00:00-04:00") == (True, None)


def test_a_whole_day_before_a_closed_day_ends_at_midnight() -> None:
    days = [EXAM_WEEK[1], day("2026-09-22", Status.CLOSED)]
    assert is_open(days, "2026-09-21T15:00:00-04:00") == (True, "2026-09-22T00:00:00-04:00")


@pytest.mark.parametrize("status", [Status.BY_APPOINTMENT, Status.TEXT, Status.UNKNOWN])
def test_what_cannot_be_known_is_neither_open_nor_closed(status: Status) -> None:
    days = [day("2026-11-24", Status.CLOSED), day("2026-11-25", status)]
    assert is_open(days, "2026-11-25T10:00:00-05:00") == (None, None)


def test_a_day_nobody_told_is_unknown() -> None:
    assert calendar().day(LID, date(2026, 11, 25)).status is Status.UNKNOWN
    assert is_open([], "2026-11-25T10:00:00-05:00") == (None, None)


def test_an_opening_without_end_is_known_only_before_it_begins() -> None:
    days = [
        day("2026-11-24", Status.CLOSED),
        opened("2026-11-25", "08:00-"),
        day("2026-11-26", Status.CLOSED),
    ]
    assert is_open(days, "2026-11-25T07:59:00-05:00") == (False, None)
    assert is_open(days, "2026-11-25T08:00:00-05:00") == (None, None)
    assert is_open(days, "2026-11-25T23:00:00-05:00") == (None, None)
    assert is_open(days, "2026-11-26T01:00:00-05:00") == (None, None)
    assert is_open(days, "2026-11-26T06:00:00-05:00") == (False, None)


def test_the_night_after_a_day_of_words_is_not_called_closed() -> None:
    """The words may be: open till 2 am for the exams."""
    days = [
        day("2026-11-25", Status.TEXT, note="Open late"),
        day("2026-11-26", Status.CLOSED),
    ]
    night = calendar(*days).open_now(LID, at("2026-11-26T01:00:00-05:00"))
    assert (night.open, night.opened_on) == (None, date(2026, 11, 25))
    morning = calendar(*days).open_now(LID, at("2026-11-26T06:00:00-05:00"))
    assert (morning.open, morning.opened_on) == (False, date(2026, 11, 26))


def test_nobody_has_an_appointment_at_night() -> None:
    days = [day("2026-11-25", Status.BY_APPOINTMENT), day("2026-11-26", Status.CLOSED)]
    assert is_open(days, "2026-11-26T01:00:00-05:00") == (False, None)


def test_two_am_on_the_night_that_has_it_once_but_one_am_twice() -> None:
    """8 am to 2 am on 31 October 2026 in New York lasts 19 hours."""
    days = [opened("2026-10-31", "08:00-26:00"), day("2026-11-01", Status.CLOSED)]
    second_half_past_one = "2026-11-01T01:30:00-05:00"
    assert is_open(days, second_half_past_one) == (True, "2026-11-01T02:00:00-05:00")


def test_half_past_one_is_the_first_of_the_two() -> None:
    days = [opened("2026-10-31", "08:00-25:30"), day("2026-11-01", Status.CLOSED)]
    assert is_open(days, "2026-11-01T01:15:00-04:00") == (True, "2026-11-01T01:30:00-04:00")
    assert is_open(days, "2026-11-01T01:15:00-05:00") == (False, None)


def test_half_past_two_on_the_night_without_it_is_when_the_clock_jumps() -> None:
    days = [opened("2026-03-07", "08:00-26:30"), day("2026-03-08", Status.CLOSED)]
    assert is_open(days, "2026-03-08T01:59:00-05:00") == (True, "2026-03-08T03:00:00-04:00")
    assert is_open(days, "2026-03-08T03:15:00-04:00") == (False, None)


def test_the_next_opening_skips_closed_days_and_a_lunch_break_counts() -> None:
    days = [WEDNESDAY, THANKSGIVING, opened("2026-11-27", "09:00-12:00", "13:00-17:00")]
    ask = calendar(*days).next_open
    friday = at("2026-11-27T09:00:00-05:00")
    assert ask(LID, at("2026-11-25T20:00:00-05:00")).opens == friday
    assert ask(LID, at("2026-11-26T12:00:00-05:00")).opens == friday
    assert ask(LID, friday).opens == at("2026-11-27T13:00:00-05:00")
    assert ask(LID, at("2026-11-27T14:00:00-05:00")).opens is None


def test_a_next_opening_behind_an_unknown_day_says_so() -> None:
    days = [
        THANKSGIVING,
        day("2026-11-27", Status.UNKNOWN),
        day("2026-11-28", Status.BY_APPOINTMENT),
        opened("2026-11-29", "09:00-12:00"),
    ]
    answer = calendar(*days).next_open(LID, at("2026-11-26T12:00:00-05:00"))
    assert answer.opens == at("2026-11-29T09:00:00-05:00")
    assert answer.unsure == (date(2026, 11, 27), date(2026, 11, 28))
    assert answer.fetched_at == FETCHED


def test_whole_days_are_one_run_and_not_an_opening_each() -> None:
    answer = calendar(*EXAM_WEEK).next_open(LID, at("2026-09-21T12:00:00-04:00"))
    assert answer.opens == at("2026-09-26T11:00:00-04:00")


def test_the_age_of_an_answer_is_that_of_the_days_it_rests_on() -> None:
    """Yesterday's older record says nothing about this afternoon."""
    older = HoursDay(LID, date(2026, 11, 24), Status.CLOSED, fetched_at=FETCHED - timedelta(days=1))
    ask = calendar(older, opened("2026-11-25", "13:00-17:00")).open_now
    assert ask(LID, at("2026-11-25T10:00:00-05:00")).fetched_at == FETCHED
    assert ask(LID, at("2026-11-25T14:00:00-05:00")).fetched_at == FETCHED
    assert ask(LID, at("2026-11-25T02:00:00-05:00")).fetched_at == older.fetched_at


# The property: whatever a week holds, the quick answer is that of someone who watched the clock.

DAYS = 6
NIGHTS = {
    # zone: first days of windows around both clock changes of 2026, and one quiet week
    "America/New_York": ("2026-03-05", "2026-10-29", "2026-06-01"),
    "Europe/London": ("2026-03-26", "2026-10-22"),
    "Australia/Lord_Howe": ("2026-10-01", "2026-04-02"),  # half an hour
    "Africa/Cairo": ("2026-04-21", "2026-10-27"),  # at midnight
}
WINDOWS = [(ZoneInfo(zone), date.fromisoformat(d)) for zone, ds in NIGHTS.items() for d in ds]

quarters = st.integers(0, 95).map(lambda n: n * 15)
spans = st.tuples(
    quarters | st.sampled_from([0, 60, 120, 150, 1380]),
    st.none() | st.integers(1, 96).map(lambda n: n * 15),
).map(lambda pair: OpenSpan(pair[0], None if pair[1] is None else pair[0] + pair[1]))
a_day = st.one_of(
    st.lists(spans, min_size=1, max_size=3, unique_by=lambda s: s.opens).map(
        lambda found: (Status.OPEN, tuple(sorted(found, key=lambda s: s.opens)))
    ),
    st.sampled_from([Status.CLOSED, Status.ALL_DAY, *Status]).map(
        lambda status: (status, (OpenSpan(480, 1440),) if status is Status.OPEN else ())
    ),
    st.sampled_from([(660, 1440), (0, 1200), (420, 1500), (0, 1440)]).map(
        lambda pair: (Status.OPEN, (OpenSpan(*pair),))
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WINDOWS), st.lists(a_day, min_size=DAYS, max_size=DAYS), st.data())
def test_the_calendar_agrees_with_someone_who_watched_the_clock(
    window: tuple[ZoneInfo, date],
    week: list[tuple[Status, tuple[OpenSpan, ...]]],
    data: st.DataObject,
) -> None:
    zone, first = window
    days = [
        HoursDay(LID, first + timedelta(days=n), status, found, "", FETCHED)
        for n, (status, found) in enumerate(week)
    ]
    quick, diary = calendar(*days, zone=zone), Diary(days, zone)
    midnight = datetime(first.year, first.month, first.day, tzinfo=zone).astimezone(UTC)
    for minutes in data.draw(st.lists(st.integers(0, DAYS * 1440 - 61), min_size=20, max_size=20)):
        moment = midnight + timedelta(minutes=minutes)
        answer, watched = quick.open_now(LID, moment), diary.at(moment)
        assert (answer.open, answer.until) == (watched.open, watched.until), moment
        assert quick.next_open(LID, moment).opens == watched.opens_next, moment
