"""The HTML of others as plain text: no tags, no entities, nothing that a screen would act on."""

import re
import unicodedata
from html.parser import HTMLParser

MAX_WORDS = 2000
"""Characters kept of one field. A note is a sentence; more is a page pasted by mistake."""

MAX_SOURCE = 4 * MAX_WORDS
"""Characters of HTML that are read at all. Python's parser takes minutes for a long field of
tags that do not end."""

_BREAKS = {"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "address"}
_SILENT = {"script", "style", "template", "title"}
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\U000e0000-\U000e007f]"
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent += tag in _SILENT
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            # A line end in the source is only a space; a tag makes the line.
            self.pieces.append(re.sub(r"\s", " ", data))

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002  the parent's
        """A browser takes ``<![...]>`` for a comment; the parent fails an assertion at most."""
        del report
        return self.rawdata.find(">", i) + 1 or -1

    def _break(self, tag: str) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")


def lines(html: str) -> list[str]:
    """The lines that a browser would show, without empty ones."""
    if "<" not in html and "&" not in html:
        text = html  # plain text keeps its own line ends
    else:
        parser = _Words()
        parser.feed(_cut(html))
        parser.close()
        text = "".join(parser.pieces)
    shown = (" ".join(_visible(line).split()) for line in text.splitlines())
    return [line for line in shown if line]


def plain_text(html: str) -> str:
    """The whole as one line."""
    return " ".join(lines(html))[:MAX_WORDS].strip()


def _cut(html: str) -> str:
    """The first characters, without a tag that would be cut in two."""
    kept = html[:MAX_SOURCE]
    is_inside = len(html) > MAX_SOURCE and kept.rfind("<") > kept.rfind(">")
    return kept[: kept.rfind("<")] if is_inside else kept


def _visible(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    line = _INVISIBLE.sub("", line)
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in line)
