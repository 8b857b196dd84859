"""What damaged answers of LibCal once did to us: each was found by ``tests/fuzz``."""

import json
import time
from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from kiosk.core.errors import LibCalNonsense, LibCalRefused
from kiosk.core.hours import HoursDay, Status
from kiosk.hours import parse
from kiosk.hours.parse import Window
from kiosk.hours.service import LIBCAL
from kiosk.hours.times import span
from kiosk.hours.widgets import Widgets
from kiosk.net.client import http_client
from kiosk.net.exchange import Exchange
from kiosk.net.html_words import MAX_WORDS, plain_text
from tests.fakes.clock import NOON
from tests.hours.hurried import HurriedClock

TODAY = date(2026, 11, 25)
WINDOW = Window(TODAY, TODAY + timedelta(days=7), NOON)
FINE = {"status": "closed"}


def told(entry: Any, day: str = "2026-11-25") -> list[HoursDay]:
    return parse.days([{"lid": 1, "dates": {day: entry}}], WINDOW)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<![x y]>open", "open"),
        ("<![if !supportLists]>late<![endif]>", "late"),
        ("<!--[if mso]>no<![endif]-->yes", "yes"),
        ("closed<![", "closed<!["),
    ],
)
def test_what_word_leaves_in_a_note_is_a_comment(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_a_page_of_tags_that_do_not_end_takes_no_minutes() -> None:
    began = time.perf_counter()

    plain_text("<a " * 50_000)

    assert time.perf_counter() - began < 10


def test_a_long_page_is_not_cut_inside_a_tag() -> None:
    cut_inside = "<b>word</b> " * 666 + "<a href='https://x.example/long'>end</a>"

    assert plain_text(cut_inside).endswith("word")


def test_several_fields_together_are_no_longer_than_one() -> None:
    [day] = told({"status": "text", "text": "x" * 5000, "note": "y" * 5000})

    assert len(day.note) == MAX_WORDS


@pytest.mark.parametrize("end", [0, False, 17, [], {}])
def test_an_end_that_is_no_text_is_not_an_end_that_nobody_entered(end: object) -> None:
    [day] = told({"status": "open", "hours": [{"from": "8am", "to": end}]})

    assert day.status is Status.UNKNOWN


def test_nothing_opens_at_the_end_of_its_day() -> None:
    with pytest.raises(ValueError, match="24:00"):
        span("24:00", "2am")


@pytest.mark.parametrize("day", ["20261125", "2026-W48-3", "2026-11-25T00:00:00", " 2026-11-25"])
def test_a_date_in_another_form_than_libcals_is_none(day: str) -> None:
    assert told(FINE, day) == []


def test_an_entry_nested_as_deep_as_json_allows_is_unknown() -> None:
    deep: Any = []
    for _ in range(5000):
        deep = [deep]

    [day] = told({"status": "closed", "extra": deep})

    assert day.status is Status.UNKNOWN


def test_an_error_of_any_form_is_told_in_a_short_sentence() -> None:
    error = {"error": ["late " * 1000, {"a": [[[[[[[[1]]]]]]]]}]}

    with pytest.raises(LibCalRefused) as refusal:
        parse.json_of(json.dumps(error).encode())

    assert len(str(refusal.value)) < 250


def test_an_id_that_is_a_whole_tree_is_told_in_a_short_sentence() -> None:
    with pytest.raises(LibCalNonsense) as refusal:
        parse.location_id({"lid": [{"key" * 50: "value" * 50}] * 10})

    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize("url", ["https://x.example/\ud83d", "https://x.example/\x07", "//x\n.org"])
def test_an_address_that_could_not_be_stored_or_shown_is_none(url: str) -> None:
    assert parse.place({"lid": 1, "url": url}, NOON).url == ""


@pytest.mark.parametrize("day", [5, None, True])
async def test_a_cell_whose_date_is_no_text_is_left(day: object) -> None:
    cells = {"Monday": {"date": day, "times": FINE}}
    cells |= {"Tuesday": {"date": "2026-11-25", "times": FINE}}
    answer = {"locations": [{"lid": 1, "weeks": [cells]}]}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer))
    clock = HurriedClock()
    async with http_client("https://x.example/api/1.1", transport=transport) as http:
        fetched = await Widgets(Exchange(LIBCAL, http, clock), 1, clock).fetch(TODAY, TODAY)

    assert [found.date for found in fetched.days] == [TODAY]
