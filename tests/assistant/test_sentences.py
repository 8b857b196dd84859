"""Words that come one by one are cut where a sentence ends, behind what it cites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.sentences import Sentences


def cut(text: str) -> list[str]:
    """The text letter by letter, as sentences, without the space behind them."""
    sentences = Sentences()
    whole = [sentence for letter in text for sentence in sentences.feed(letter)]
    return [each.strip() for each in [*whole, sentences.rest()] if each.strip()]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Print it. Then pay.", ["Print it.", "Then pay."]),
        ("Print it. [[print]] Then pay.", ["Print it. [[print]]", "Then pay."]),
        ("Print it [[print]]. Then pay.", ["Print it [[print]].", "Then pay."]),
        ("Print it. [[a]] [[b]]\nThen pay.", ["Print it. [[a]] [[b]]", "Then pay."]),
        ("点击打印。[[print]]然后刷卡。", ["点击打印。[[print]]", "然后刷卡。"]),
        ("点击打印。然后刷卡。", ["点击打印。", "然后刷卡。"]),
        ("Ask Dr. Tran at 3 p.m. or later. Bye.", ["Ask Dr. Tran at 3 p.m. or later.", "Bye."]),
        ("Version 2.5 is out. See it.", ["Version 2.5 is out.", "See it."]),
    ],
)
def test_a_sentence_ends_behind_what_it_cites(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(alphabet="aB.。 \n[]!", max_size=40))
def test_no_letter_is_lost_or_said_twice(text: str) -> None:
    sentences = Sentences()
    whole = [sentence for letter in text for sentence in sentences.feed(letter)]
    assert "".join([*whole, sentences.rest()]) == text
