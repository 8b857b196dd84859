"""Text made comparable, and what cannot be seen taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.words import visible, words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Is it OPEN?", ("is", "it", "open", "?")),
        ("what\u2019s open", ("what", "'s", "open")),
        ("don't", ("don't",)),
        ("9pm", ("9", "pm")),
        ("9 p.m. on", ("9", "pm", "on")),
        ("9:30am", ("9:30", "am")),
        ("the 28th", ("the", "28th")),
        ("11/28 2026-11-28 24/7", ("11/28", "2026-11-28", "24/7")),
        ("mon–fri", ("mon", "-", "fri")),  # noqa: RUF001  the dash that phones type
        ("Café Ñandú", ("cafe", "nandu")),
        ("2day 2nite", ("today", "tonite")),
        ("music & arts", ("music", "&", "arts")),
        ("", ()),
    ],
)
def test_words_are_folded(typed: str, found: tuple[str, ...]) -> None:
    assert words(typed) == found


def test_hidden_characters_are_taken_out() -> None:
    hidden = "\U000e0041\ufe0f\u200b\u2060\u202e\ufeff\x07\ud800"
    assert visible(f"op{hidden}en\n now") == "open\n now"


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    assert all(word and word == word.casefold() for word in words(text) if word.isascii())
