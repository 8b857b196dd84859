import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import BadData, LibCalNonsense, LibCalRefused
from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.core.places import Place
from kiosk.hours import parse
from kiosk.hours.parse import Window

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
WINDOW = Window(date(2026, 11, 24), date(2026, 12, 3), NOW)
DAY = "2026-11-25"


def parsed(rows: Any) -> list[HoursDay]:
    return parse.days(parse.rows_of(parse.json_of(json.dumps(rows).encode())), WINDOW)


def told(entry: Any) -> HoursDay:
    """What becomes of one date's entry."""
    (found,) = parsed([{"lid": 1, "dates": {DAY: entry}}])
    return found


def hours(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"from": begins, "to": ends} for begins, ends in pairs]


@pytest.mark.parametrize(
    ("entry", "status", "spans"),
    [
        (
            {"status": "open", "hours": hours(("7:30am", "9:00pm"))},
            Status.OPEN,
            (OpenSpan(450, 1260),),
        ),
        (
            {"status": "open", "hours": hours(("8am", "12pm"), ("1pm", "5pm"))},
            Status.OPEN,
            (OpenSpan(480, 720), OpenSpan(780, 1020)),
        ),
        (
            {"status": "open", "hours": hours(("3am", "2am"), ("8pm", ""), ("3am", "2am"))},
            Status.OPEN,
            (OpenSpan(180, 1560), OpenSpan(1200, None)),
        ),
        ({"status": "closed", "hours": None}, Status.CLOSED, ()),
        ({"status": "closed"}, Status.CLOSED, ()),
        ({"status": "24hours"}, Status.ALL_DAY, ()),
        ({"status": "24hours", "hours": []}, Status.ALL_DAY, ()),
        ({"status": "ByApp"}, Status.BY_APPOINTMENT, ()),
        ({"status": "not-set"}, Status.UNKNOWN, ()),
        ({"status": "open"}, Status.UNKNOWN, ()),
        ({"status": "open", "hours": []}, Status.UNKNOWN, ()),
        ({"status": "some-future-status"}, Status.UNKNOWN, ()),
        ({"status": "Closed"}, Status.UNKNOWN, ()),
        ({"status": None}, Status.UNKNOWN, ()),
        ({}, Status.UNKNOWN, ()),
        ([], Status.UNKNOWN, ()),
        ("closed", Status.UNKNOWN, ()),
        # what contradicts itself, and what cannot be read to its end
        ({"status": "closed", "hours": hours(("8am", "5pm"))}, Status.UNKNOWN, ()),
        ({"status": "24hours", "hours": hours(("8am", "5pm"))}, Status.UNKNOWN, ()),
        ({"status": "open", "hours": hours(("8am", "12pm"), ("late", "5pm"))}, Status.UNKNOWN, ()),
        ({"status": "open", "hours": hours(("", "5pm"))}, Status.UNKNOWN, ()),
        ({"status": "open", "hours": ["8am-5pm"]}, Status.UNKNOWN, ()),
        ({"status": "open", "hours": 8}, Status.UNKNOWN, ()),
        ({"status": "text", "text": ""}, Status.UNKNOWN, ()),
        ({"status": "text", "text": " "}, Status.UNKNOWN, ()),
    ],
)
def test_a_day_is_read_for_what_it_says(
    entry: Any, status: Status, spans: tuple[OpenSpan, ...]
) -> None:
    found = told(entry)
    assert (found.status, found.spans) == (status, spans)
    assert found.fetched_at == NOW


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ({"status": "text", "text": "<a href='/x'>9am&ndash;4pm</a>"}, "9am\u20134pm"),
        ({"status": "text", "note": "Closed until further notice"}, "Closed until further notice"),
        ({"status": "text", "text": "By chance", "note": "Ask us"}, "By chance \u2013 Ask us"),
        ({"status": "text", "text": "Same", "note": "Same"}, "Same"),
        ({"status": "text", "rendered": "12\u20135pm Virtual"}, "12\u20135pm Virtual"),
    ],
)
def test_a_day_of_words_keeps_the_words_and_is_never_closed(entry: Any, note: str) -> None:
    found = told(entry)
    assert (found.status, found.note) == (Status.TEXT, note)


@pytest.mark.parametrize("status", ["closed", "24hours", "ByApp"])
def test_a_remark_stays_with_its_day(status: str) -> None:
    assert told({"status": status, "note": "<b>Memorial</b> Day"}).note == "Memorial Day"
    assert told({"status": "open", "hours": hours(("8am", "5pm")), "note": "x"}).note == "x"


def test_an_unknown_status_shows_what_libcal_would_have_shown() -> None:
    assert told({"status": "paused", "rendered": "See website"}).note == "See website"


def test_days_outside_of_the_window_and_keys_that_are_no_date_are_left() -> None:
    dates = {"2026-11-23": {"status": "closed"}, "soon": {}, "2026-12-03": {"status": "closed"}}
    assert [day.date for day in parsed([{"lid": 1, "dates": dates}])] == [date(2026, 12, 3)]


def test_an_empty_map_of_php_is_a_place_without_days() -> None:
    assert parsed([{"lid": 1, "dates": []}]) == []


def test_the_same_day_twice_is_one_and_a_contradiction_is_unknown() -> None:
    closed, always = {DAY: {"status": "closed"}}, {DAY: {"status": "24hours"}}
    assert len(parsed([{"lid": 1, "dates": closed}] * 2)) == 1
    (found,) = parsed([{"lid": 1, "dates": closed}, {"lid": "1", "dates": always}])
    assert found.status is Status.UNKNOWN


def test_both_forms_of_an_answer_are_read_and_rows_with_an_error_left_out() -> None:
    rows = [{"lid": 1, "dates": {DAY: {"status": "closed"}}}, {"lid": 2, "error": "invalid"}]
    assert len(parsed(rows)) == len(parsed({"locations": rows})) == 1


@pytest.mark.parametrize(
    "answer",
    [
        None,
        5,
        "words",
        {},
        {"locations": {}},
        [5],
        [{}],
        [{"lid": 0}],
        [{"lid": True}],
        [{"lid": 1.5}],
        [{"lid": "x"}],
        [{"lid": "99999999999999999999"}],
        [{"lid": 1, "dates": "today"}],
    ],
)
def test_an_answer_with_another_frame_is_refused_as_a_whole(answer: Any) -> None:
    with pytest.raises(LibCalNonsense):
        parsed(answer)


@pytest.mark.parametrize(
    "body", [b"", b"<html></html>", b'[{"lid": 1,', b"\xff\xfe\x00", b"[" * 100_000]
)
def test_what_is_no_json_is_refused(body: bytes) -> None:
    with pytest.raises(LibCalNonsense, match="instead of JSON"):
        parse.json_of(body)


@pytest.mark.parametrize("answer", [{"error": "no"}, {"errors": ["no"]}, {"errors": "<p>no</p>"}])
def test_an_error_in_a_good_answer_is_an_error(answer: Any) -> None:
    with pytest.raises(LibCalRefused, match="LibCal answered: no"):
        parsed(answer)


def test_a_place_is_read_with_its_html_cleaned() -> None:
    row = {
        "lid": "9105",
        "name": "Music &amp; <b>Arts</b>",
        "category": "department",
        "parent_lid": 9101,
        "contact": "<p>12 Harbor Walk<br>Alder Bay, MA 02599</p>(508) 555-0110",
        "url": "//library.example/arts",
    }
    assert parse.place(row, NOW) == Place(
        9105,
        "Music & Arts",
        "department",
        9101,
        address="12 Harbor Walk, Alder Bay, MA 02599",
        phone="(508) 555-0110",
        url="https://library.example/arts",
        fetched_at=NOW,
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [
        ("39.508786", "-84.737978", (39.508786, -84.737978)),
        ("", "", (None, None)),
        ("39.5", "", (None, None)),
        ("0", "0", (None, None)),
        ("95", "10", (None, None)),
        ("nan", "10", (None, None)),
        ("north", "west", (None, None)),
    ],
)
def test_coordinates_are_told_where_they_can_be(
    latitude: str, longitude: str, found: tuple[float | None, float | None]
) -> None:
    place = parse.place({"lid": 1, "lat": latitude, "long": longitude}, NOW)
    assert (place.latitude, place.longitude) == found


def test_a_place_of_which_little_is_told_still_has_a_name() -> None:
    assert parse.place({"lid": 5, "url": "javascript:alert(1)", "category": "x"}, NOW) == Place(
        5, "Location 5", fetched_at=NOW
    )


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["lid", "dates", DAY, "status", "hours", "from", "to", "text", "error"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
entries = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["open", "closed", "24hours", "text", "ByApp", "x"]) | anything,
        "hours": st.lists(
            st.fixed_dictionaries({"from": st.sampled_from(["8am", "11pm", "", "x"]) | anything})
            | anything,
            max_size=3,
        )
        | anything,
        "text": st.text() | anything,
        "note": st.text() | anything,
    },
)


@given(anything | st.lists(st.fixed_dictionaries({"lid": st.integers(1, 3), "dates": anything})))
def test_whatever_comes_is_records_or_one_of_our_errors(answer: Any) -> None:
    try:
        found = parsed(answer)
    except (BadData, LibCalRefused):
        return
    assert all(day.fetched_at == NOW for day in found)


@given(entries)
def test_only_the_word_closed_closes_a_day_and_only_whole_spans_open_it(entry: Any) -> None:
    found = told(entry)
    assert (found.status is Status.CLOSED) <= (entry.get("status") == "closed")
    assert bool(found.spans) == (found.status is Status.OPEN)
