"""What stands around the tickets."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.desk.look import Look, language_name
from tests.fakes.clock import NOON


def test_times_are_the_librarys_and_short_where_they_were_today() -> None:
    look = Look(zone=ZoneInfo("America/New_York"))

    assert look.clock_time(NOON, NOON) == "12:00"
    assert look.clock_time(NOON - timedelta(hours=13), NOON) == "Tue, 24 Nov, 23:00"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("es", "Spanish"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("en-US", "English (United States)"),
        ("tlh-nonsense-everywhere", "tlh-nonsense-everywhere"),
        ("not a language", "not a language"),
    ],
)
def test_languages_have_names(tag: str, name: str) -> None:
    assert language_name(tag) == name


@given(st.text(min_size=1, max_size=35))
def test_any_tag_has_some_name(tag: str) -> None:
    assert language_name(tag)
