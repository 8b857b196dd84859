"""Markdown as paragraphs and items, each with only the markup that may be shown."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.text_blocks import BlockKind, TextBlock, text_blocks


def test_paragraphs_headings_lists_and_code_stand_one_below_the_other() -> None:
    text = "# Top\n\nTwo *words*\nin one.\n\n- one\n- two\n  1. deep\n\n```\na < b\n```\n"
    assert text_blocks(text) == (
        TextBlock(BlockKind.HEADING, "Top"),
        TextBlock(BlockKind.PARAGRAPH, "Two <i>words</i> in one."),
        TextBlock(BlockKind.PARAGRAPH, "one", "•", 1),
        TextBlock(BlockKind.PARAGRAPH, "two", "•", 1),
        TextBlock(BlockKind.PARAGRAPH, "deep", "1.", 2),
        TextBlock(BlockKind.CODE, "a &lt; b"),
    )


def test_numbers_go_on_from_where_a_list_begins() -> None:
    blocks = text_blocks("3. three\n4. four\n\n   and more of it")
    assert [(block.marker, block.markup, block.depth) for block in blocks] == [
        ("3.", "three", 1),
        ("4.", "four", 1),
        ("", "and more of it", 1),
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "word ",
                "**",
                "`",
                "\n",
                "\n\n",
                "- ",
                "1. ",
                "<img src=x>",
                "![x](https://evil.example/?q=1)",
                "[here](https://evil.example)",
                "<a href='x'>",
                "> ",
                "# ",
                "&lt;",
                "    ",
            ]
        )
    ).map("".join)
)
def test_whatever_is_written_only_the_few_tags_come_out(markdown: str) -> None:
    for block in text_blocks(markdown):
        tags = set(re.findall(r"<[^>]*>", block.markup))
        assert tags <= {"<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<br/>"}
        assert 0 <= block.depth <= 3


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    text_blocks("[place]: https://evil.example\n\n3. three\n\n```\nnever closed")
    assert text_blocks("[place]\n\n1. one") == (
        TextBlock(BlockKind.PARAGRAPH, "[place]"),
        TextBlock(BlockKind.PARAGRAPH, "one", "1.", 1),
    )
