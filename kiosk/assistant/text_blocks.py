"""Markdown as what stands one below the other: paragraphs, list items, headings, code.

So the screen can lay each out by itself: marks hang beside their items, and of a text that is
still coming only the last block is drawn anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from markdown_it.token import Token

from kiosk.assistant.markdown import inline_markup, parsed, plain_words

BULLET = "•"
_DEEPEST = 3


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block.

    Attributes:
        kind: What it is.
        markup: Its words, as the few inline tags that may be shown.
        marker: What hangs before it: a bullet, a number; empty for none.
        depth: How many lists it is in, up to 3.
    """

    kind: BlockKind
    markup: str
    marker: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Dressed:
    """A Markdown text in both its forms.

    Attributes:
        blocks: For the eye; empty ones are left out.
        text: The words alone, for the ear.
    """

    blocks: tuple[TextBlock, ...] = ()
    text: str = ""


def dressed(markdown: str) -> Dressed:
    """Both forms of a Markdown text, which is parsed once for them."""
    tokens = parsed(markdown)
    blocks = (block for block in _Reader().read(tokens) if block.markup or block.marker)
    return Dressed(tuple(blocks), plain_words(tokens))


def text_blocks(markdown: str) -> tuple[TextBlock, ...]:
    """The blocks of a Markdown text; empty ones are left out."""
    return dressed(markdown).blocks


class _Reader:
    def __init__(self) -> None:
        self._numbers: list[int | None] = []  # of each list around; None for bullets
        self._marker = ""
        self._kind = BlockKind.PARAGRAPH

    def read(self, tokens: list[Token]) -> Iterator[TextBlock]:
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    self._numbers.append(None)
                case "ordered_list_open":
                    self._numbers.append(int(token.attrGet("start") or 1) - 1)
                case "bullet_list_close" | "ordered_list_close":
                    self._numbers.pop()
                case "list_item_open":
                    self._marker = self._next_marker()
                case "heading_open":
                    self._kind = BlockKind.HEADING
                case "heading_close":
                    self._kind = BlockKind.PARAGRAPH
                case "inline":
                    yield self._block(self._kind, inline_markup(token))
                case "fence" | "code_block":
                    yield self._block(BlockKind.CODE, escape(token.content.rstrip()))

    def _next_marker(self) -> str:
        number = self._numbers[-1]
        if number is None:
            return BULLET
        self._numbers[-1] = number + 1
        return f"{number + 1}."

    def _block(self, kind: BlockKind, markup: str) -> TextBlock:
        marker, self._marker = self._marker, ""
        return TextBlock(kind, markup, marker, min(len(self._numbers), _DEEPEST))
