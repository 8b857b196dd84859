"""Markdown that is still coming, dressed again with each word that it grows by.

What ended with an empty line does not change any more and is dressed once; only the paragraph at
the end is dressed anew. So a long answer costs the screen no more than a short one.
"""

import re

from kiosk.assistant.markdown import plain_text
from kiosk.assistant.text_blocks import TextBlock, text_blocks

_EMPTY_LINE = re.compile(r"\n[ \t]*\n+(?![ \t]*(?:[-*+]|\d+[.)])\s)")
_PAIRED = ("**", "`")


class StreamedMarkdown:
    """One answer as it grows."""

    def __init__(self) -> None:
        self._blocks_above: tuple[TextBlock, ...] = ()
        self._text_above = ""
        self._paragraph = ""

    def settle(self, markdown: str) -> None:
        """More of it came, to stay."""
        self._paragraph += markdown
        ends = list(_EMPTY_LINE.finditer(self._paragraph))
        if ends:
            above, self._paragraph = _parted(self._paragraph, ends[-1].end())
            self._blocks_above += text_blocks(above)
            self._text_above = _joined(self._text_above, plain_text(above))

    def blocks(self, draft: str = "") -> tuple[TextBlock, ...]:
        """As blocks of allow-listed markup, with a draft behind them."""
        return self._blocks_above + text_blocks(_closed(self._paragraph + draft))

    def text(self, draft: str = "") -> str:
        """As plain words, with a draft behind them."""
        return _joined(self._text_above, plain_text(_closed(self._paragraph + draft)))


def _parted(text: str, place: int) -> tuple[str, str]:
    return text[:place], text[place:]


def _joined(above: str, below: str) -> str:
    return "\n".join(filter(None, (above, below)))


def _closed(markdown: str) -> str:
    """With an end for what was opened, so that its mark is not seen while its end is coming."""
    for mark in _PAIRED:
        if markdown.count(mark) % 2:
            bare = markdown.rstrip()
            is_just_opened = bare.endswith(mark)
            markdown = bare.removesuffix(mark) if is_just_opened else bare + mark
    return markdown
