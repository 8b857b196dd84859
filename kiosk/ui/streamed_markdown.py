"""Markdown that is still coming, dressed again each time that it is shown.

What ended with an empty line does not change any more and is dressed once; only the paragraph at
the end is dressed anew. So a long answer costs the screen no more than a short one.
"""

import re

from kiosk.assistant.text_blocks import Dressed, dressed

_EMPTY_LINE = re.compile(r"\n[ \t]*\n+(?![ \t]*(?:[-*+]|\d+[.)])\s)")
_PAIRED = ("**", "`")


class StreamedMarkdown:
    """One answer as it grows."""

    def __init__(self) -> None:
        self._above = Dressed()
        self._paragraph = ""
        self._draft = ""

    def settle(self, markdown: str) -> None:
        """More of it came, to stay; it takes the place of the draft."""
        self._draft = ""
        self._paragraph += markdown
        ends = list(_EMPTY_LINE.finditer(self._paragraph))
        if ends:
            above, self._paragraph = _parted(self._paragraph, ends[-1].end())
            self._above = _joined(self._above, dressed(above))

    def sketch(self, draft: str) -> None:
        """This may come next: shown behind the rest, until more of it settles."""
        self._draft = draft

    def dressed(self) -> Dressed:
        """All that is there, as it may be shown."""
        return _joined(self._above, dressed(_closed(self._paragraph + self._draft)))


def _parted(text: str, place: int) -> tuple[str, str]:
    return text[:place], text[place:]


def _joined(above: Dressed, below: Dressed) -> Dressed:
    return Dressed(above.blocks + below.blocks, "\n".join(filter(None, (above.text, below.text))))


def _closed(markdown: str) -> str:
    """With an end for what was opened, so that its mark is not seen while its end is coming."""
    for mark in _PAIRED:
        if markdown.count(mark) % 2:
            bare = markdown.rstrip()
            is_just_opened = bare.endswith(mark)
            markdown = bare.removesuffix(mark) if is_just_opened else bare + mark
    return markdown
