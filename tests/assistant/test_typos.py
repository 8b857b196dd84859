"""Typing mistakes are corrected to words of our own data, or not at all."""

import pytest

from kiosk.assistant.typos import KnownWords

KNOWN = KnownWords(
    {"tuesday", "thursday", "monday", "sunday", "library", "science", "special", "open", "does"}
)


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
    assert KNOWN.corrected(typed) == meant
