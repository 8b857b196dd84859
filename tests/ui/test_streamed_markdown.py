"""Markdown that is still coming looks like what it will be."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.text_blocks import dressed
from kiosk.ui.streamed_markdown import StreamedMarkdown

TEXT = "First **bold** words.\n\n- one\n- two\n\nThen `code` and the end.\n\nLast."


@given(st.lists(st.integers(0, len(TEXT)), max_size=8))
def test_however_it_comes_it_ends_as_the_whole_would(cuts: list[int]) -> None:
    words, last = StreamedMarkdown(), 0
    for cut in [*sorted(cuts), len(TEXT)]:
        words.settle(TEXT[last:cut])
        last = cut
    assert words.dressed() == dressed(TEXT)
    assert words.dressed().text == "First bold words.\none\ntwo\nThen code and the end.\nLast."


def test_a_mark_without_its_end_is_not_seen() -> None:
    words = StreamedMarkdown()
    words.settle("It is **very")
    assert [block.markup for block in words.dressed().blocks] == ["It is <b>very</b>"]
    words.sketch(" cheap")
    assert words.dressed().text == "It is very cheap"
    words.settle("** cheap. **")
    assert words.dressed().text == "It is very cheap."


def test_a_draft_is_shown_and_not_kept() -> None:
    words = StreamedMarkdown()
    words.settle("One. ")
    words.sketch("Two is com")
    assert words.dressed().text == "One. Two is com"
    words.settle("Three.")
    assert words.dressed().text == "One. Three."
