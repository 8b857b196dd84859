"""An answer's HTML as Markdown: paragraphs, lists, bold and italics. Links are taken out beside it.

Scripts, styles, pictures, comments and everything else that a page may hold is dropped; what is
left is words, with Markdown's own marks in them escaped.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

from kiosk.core.knowledge import Link
from kiosk.net.html_words import whole_tags, without_invisible

MAX_SOURCE = 20_000
"""Characters of HTML that are read at all. Longer answers are whole pages, pasted by mistake."""

MAX_ANSWER = 4_000
_MAX_BLOCK = 2_000
"""Characters of one paragraph before its marks are written, which at most double it."""

MAX_LINKS = 10
MAX_TITLE = 200

_BLOCKS = frozenset(
    "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure "  # noqa: SIM905  a list would be a line each
    "footer form h1 h2 h3 h4 h5 h6 header hr legend main nav option p pre section summary table "
    "tbody thead tr".split()
)
_CELLS = {"td", "th"}
_BETWEEN_CELLS = " | "
_SILENT = {"script", "style", "template", "title", "iframe", "object", "svg", "head", "noscript"}
_BOLD, _ITALIC = "\x02", "\x03"
"""Stand for Markdown's marks until a paragraph is whole; no text of others has them left in it."""

_MARKS = {"b": _BOLD, "strong": _BOLD, "i": _ITALIC, "em": _ITALIC}
_ESCAPED = re.compile(r"[\\`*_\[\]<>&#]")
_HALF_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\$")
_LINE_START = re.compile(r"^(\s*)(\d{1,9}[.)]|[-+=~])(?=\s|$)")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


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
    reader.feed(whole_tags(html, MAX_SOURCE))
    reader.close()
    return FaqWords(reader.markdown(), tuple(reader.links.values()))


def is_web_address(address: str) -> bool:
    """Whether a terminal may show that address: https, of a host, without anything hidden."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_plain = address.isprintable() and " " not in address and "@" not in parts.netloc
    return is_plain and parts.scheme == "https" and bool(parts.netloc)


@dataclass
class _Block:
    prefix: str = ""
    has_words: bool = False
    pieces: list[str] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.has_words = self.has_words or not words.isspace()

    def text(self) -> str:
        words = " ".join("".join(self.pieces).split())[:_MAX_BLOCK]
        words = _HALF_ESCAPE.sub("", words)
        for mark, written in ((_BOLD, "**"), (_ITALIC, "*")):
            words = _marked(words, mark, written)
        return words.strip().removeprefix(_BETWEEN_CELLS.lstrip())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: dict[str, Link] = {}
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
        elif tag in _BLOCKS:
            self._break()
        elif tag in _CELLS and self._blocks[-1].has_words:
            self._blocks[-1].pieces.append(_BETWEEN_CELLS)
        elif tag in _MARKS:
            self._blocks[-1].pieces.append(_MARKS[tag])
        elif tag == "a":
            self._keep_link()  # the one before, where its end is forgotten
            self._address = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._blocks.append(_Block())
        elif tag == "li":
            self._blocks.append(_Block())
        elif tag in _BLOCKS:
            self._break()
        elif tag in _MARKS:
            self._blocks[-1].pieces.append(_MARKS[tag])
        elif tag == "a":
            self._keep_link()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        words = _UNPRINTABLE.sub("", without_invisible(data))
        self._blocks[-1].add(_ESCAPED.sub(r"\\\g<0>", words))
        if self._address:
            self._title.append(words)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002  the parent's
        """A browser takes ``<![...]>`` for a comment; the parent fails an assertion at most."""
        del report
        return self.rawdata.find(">", i) + 1 or -1

    def _break(self) -> None:
        # A paragraph at the beginning of a list item is the item's own.
        if self._blocks[-1].has_words:
            self._blocks.append(_Block())

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
        self._title = []
        if title and len(self.links) < MAX_LINKS and is_web_address(address):
            self.links.setdefault(address, Link(title, address))


def _marked(words: str, mark: str, written: str) -> str:
    """The words with Markdown's mark in the place of ours, where Markdown would read it as one."""
    pieces = words.split(mark)
    if len(pieces) % 2 == 0:
        return "".join(pieces)  # an author's bold that never ends is none
    for n in range(1, len(pieces), 2):
        inner = pieces[n].strip()
        if not inner:
            continue
        left, right = pieces[n].split(inner, 1)
        outer = f" {pieces[n - 1]}{left}"[-1] + f"{right}{pieces[n + 1]} "[0]
        if _has_word_ends(inner) or outer.isspace():
            pieces[n] = f"{left}{written}{inner}{written}{right}"
    return "".join(pieces)


def _has_word_ends(text: str) -> bool:
    return text[0].isalnum() and text[-1].isalnum()


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
        if len(text) + len(between) + len(line) > MAX_ANSWER:
            break
        text += (between if text else "") + line
        before_is_item = is_item
    return text
