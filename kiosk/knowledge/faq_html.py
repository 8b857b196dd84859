"""An answer's HTML as Markdown: paragraphs, lists, bold and italics. Links are taken out beside it.

Scripts, styles, pictures, comments and everything else that a page may hold is dropped; what is
left is words, with Markdown's own marks in them escaped.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

from kiosk.core.knowledge import Link

MAX_SOURCE = 40_000
"""Characters of HTML that are read at all. Longer answers are whole pages, pasted by mistake."""

MAX_ANSWER = 4_000
MAX_LINKS = 10
MAX_TITLE = 200

_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "section"}
_SILENT = {"script", "style", "template", "title", "iframe", "object", "svg", "head", "noscript"}
_BOLD, _ITALIC = "\x02", "\x03"
"""Stand for Markdown's marks until a paragraph is whole; no text of others has them left in it."""

_MARKS = {"b": _BOLD, "strong": _BOLD, "i": _ITALIC, "em": _ITALIC}
_ESCAPED = re.compile(r"[\\`*_\[\]<>&#]")
_LINE_START = re.compile(r"^(\s*)(\d{1,9}[.)]|[-+=~])(?=\s|$)")
_INVISIBLE = re.compile(
    "[\U000e0000-\U000e0fff\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad"
    "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class FaqWords:
    """What an answer says.

    Attributes:
        markdown: Its words.
        links: Web addresses in it, each once.
    """

    markdown: str
    links: tuple[Link, ...]


def faq_words(html: str) -> FaqWords:
    """The words of an answer as LibAnswers stores it. Never raises."""
    reader = _Reader()
    reader.feed(_cut(html))
    reader.close()
    return FaqWords(reader.markdown()[:MAX_ANSWER].strip(), tuple(reader.links[:MAX_LINKS]))


@dataclass
class _Block:
    prefix: str = ""
    pieces: list[str] = field(default_factory=list)

    def text(self) -> str:
        words = " ".join("".join(self.pieces).split())
        for mark, written in ((_BOLD, "**"), (_ITALIC, "*")):
            words = re.sub(f"{mark}\\s*{mark}", "", words)
            # An author's bold that never ends is none.
            words = words.replace(mark, written if words.count(mark) % 2 == 0 else "")
        return words.strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self._blocks: list[_Block] = [_Block()]
        self._lists: list[int | None] = []  # the number that each list is at; None for bullets
        self._silent = 0
        self._address = ""
        self._title: list[str] = []

    def markdown(self) -> str:
        """Everything that was read."""
        told = ((block.prefix, block.text()) for block in self._blocks)
        lines = [f"{prefix}{_safe_start(text)}" for prefix, text in told if text]
        return _joined(lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._blocks.append(_Block(self._marker()))
        elif tag in _BLOCKS or tag == "br":
            self._blocks.append(_Block())
        elif tag in _MARKS:
            self._blocks[-1].pieces.append(_MARKS[tag])
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
            self._title = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._blocks.append(_Block())
        elif tag in _BLOCKS or tag == "li":
            self._blocks.append(_Block())
        elif tag in _MARKS:
            self._blocks[-1].pieces.append(_MARKS[tag])
        elif tag == "a":
            self._keep_link()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        words = _INVISIBLE.sub("", data)
        self._blocks[-1].pieces.append(_ESCAPED.sub(r"\\\g<0>", words))
        if self._address:
            self._title.append(words)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002  the parent's
        """A browser takes ``<![...]>`` for a comment; the parent fails an assertion at most."""
        del report
        return self.rawdata.find(">", i) + 1 or -1

    def _marker(self) -> str:
        if not self._lists:
            return "- "
        number = self._lists[-1]
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number + 1}. "

    def _keep_link(self) -> None:
        address, self._address = self._address.strip(), ""
        title = " ".join("".join(self._title).split())[:MAX_TITLE]
        is_new = all(link.url != address for link in self.links)
        if title and is_new and _is_web_address(address):
            self.links.append(Link(title, address))


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.netloc) and " " not in address


def _cut(html: str) -> str:
    """The first characters, without a tag that would be cut in two."""
    kept = html[:MAX_SOURCE]
    is_inside = len(html) > MAX_SOURCE and kept.rfind("<") > kept.rfind(">")
    return kept[: kept.rfind("<")] if is_inside else kept


def _safe_start(text: str) -> str:
    """Words that would begin a list are words."""
    return _LINE_START.sub(lambda found: f"{found.group(1)}\\{found.group(2)}", text)


def _joined(lines: list[str]) -> str:
    """Items of a list one below the other, everything else with an empty line between."""
    text = ""
    before_is_item = False
    for line in lines:
        is_item = bool(re.match(r"- |\d+\. ", line))
        between = "\n" if is_item and before_is_item else "\n\n"
        text += (between if text else "") + line
        before_is_item = is_item
    return text
