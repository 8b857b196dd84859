"""Typing mistakes are corrected to words of our own data, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.typos import corrected, distance

KNOWN = {"tuesday", "thursday", "monday", "sunday", "library", "science", "special", "open", "does"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("libary", "library"),
        ("sceince", "science"),
        ("tuseday", "tuesday"),
        ("thursdya", "thursday"),
        ("opne", "open"),
        ("speical", "special"),
        ("tursday", None),  # as near to Tuesday as to Thursday
        ("dogs", None),  # one letter from "does", and a word of its own
        ("law", None),
        ("zebra", None),
        ("1984", None),
        ("", None),
    ],
)
def test_a_mistake_is_corrected_if_only_one_word_can_be_meant(
    typed: str, meant: str | None
) -> None:
    assert corrected(typed, KNOWN) == meant


@given(st.text(max_size=8), st.text(max_size=8))
def test_the_distance_is_one(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= max(len(one), len(other))


def test_neighbours_swapped_are_one_mistake() -> None:
    assert distance("ab", "ba") == 1
