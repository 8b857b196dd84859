"""The HTML of others as plain text: no tags, no entities, nothing that a screen would act on."""

import re
import unicodedata
from html.parser import HTMLParser

MAX_WORDS = 2000
"""Characters kept of one field. A note is a sentence; more is a page pasted by mistake."""

MAX_SOURCE = 4 * MAX_WORDS
"""Characters of HTML that are read at all."""

_BREAKS = {"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "address"}
_SILENT = {"script", "style", "template", "title"}
_INVISIBLE = re.compile(
    "[\U000e0000-\U000e0fff\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad"
    "\u061c\u115f\u1160\u3164\uffa0\u180e\u034f]"
)
_TAG_START = re.compile(r"<(?:[A-Za-z/?]|![A-Za-z])")


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
        parser.feed(whole_tags(html, MAX_SOURCE))
        parser.close()
        text = "".join(parser.pieces)
    shown = (" ".join(_visible(line).split()) for line in text.splitlines())
    return [line for line in shown if line]


def plain_text(html: str) -> str:
    """The whole as one line."""
    return " ".join(lines(html))[:MAX_WORDS].strip()


def whole_tags(html: str, most: int) -> str:
    """The first characters, without comments and without tags that do not end.

    A browser shows neither, and Python's parser takes minutes for many of them.

    Args:
        html: As it came.
        most: Characters that are read at all.
    """
    kept = _without_comments(html[:most])
    unended = _TAG_START.search(kept, kept.rfind(">") + 1)
    return kept[: unended.start()] if unended else kept


def without_invisible(text: str) -> str:
    """The text without characters that a reader cannot see, but a language model can."""
    return _INVISIBLE.sub("", text)


def _without_comments(html: str) -> str:
    pieces: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        pieces.append(html[at:start])
        end = html.find("-->", start + len("<!--"))
        at = end + len("-->") if end >= 0 else len(html)
    return "".join([*pieces, html[at:]])


def _visible(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    line = without_invisible(line)
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in line)
