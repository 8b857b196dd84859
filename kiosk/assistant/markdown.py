"""A model's Markdown as the few tags that Qt's rich text may show.

Markdown is parsed, and only what is on the list is written again: no raw HTML, no images, no
links (their words stay), no remote resource of any kind.
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kiosk.assistant.words import visible

_TAGS = {
    "paragraph": "p",
    "heading": "b",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "strong": "b",
    "em": "i",
    "blockquote": "p",
}

# Made once, which takes as long as to read a paragraph. It keeps its rules only: what it learns of
# a text is in the ``env`` of that one call, and there are no plugins that would keep more.
_PARSER: Final = MarkdownIt("commonmark", {"html": False})


def parsed(markdown: str) -> list[Token]:
    """A Markdown text as tokens, without characters that nobody can see."""
    return _PARSER.parse(visible(markdown))


def rich_text(markdown: str) -> str:
    """Allow-listed HTML of a Markdown text."""
    return _rendered(parsed(markdown)).strip()


def plain_text(markdown: str) -> str:
    """The words alone, for reading aloud and for the command line."""
    return plain_words(parsed(markdown))


def plain_words(tokens: Sequence[Token]) -> str:
    """The words alone of a text that is parsed already."""
    lines = (_words(token.children or ()) for token in tokens if token.type == "inline")
    return "\n".join(line for line in lines if line)


def inline_markup(token: Token) -> str:
    """Allow-listed HTML of the words of one paragraph, heading or list item."""
    return _rendered(token.children or ())


def _rendered(tokens: Sequence[Token]) -> str:
    return "".join(_one(token) for token in tokens)


def _one(token: Token) -> str:
    name, _, side = token.type.rpartition("_")
    if side in ("open", "close") and name in _TAGS:
        return _paired(name, opening=side == "open", hidden=token.hidden)
    writer = _WRITERS.get(token.type)
    return writer(token) if writer is not None else ""


_WRITERS: Mapping[str, Callable[[Token], str]] = MappingProxyType(
    {
        "inline": lambda token: _rendered(token.children or ()),
        "text": lambda token: escape(token.content),
        "softbreak": lambda _token: " ",
        "hardbreak": lambda _token: "<br/>",
        "code_inline": lambda token: f"<code>{escape(token.content)}</code>",
        "fence": lambda token: f"<pre>{escape(token.content)}</pre>",
        "code_block": lambda token: f"<pre>{escape(token.content)}</pre>",
        "image": lambda token: escape(token.content),  # its description
    }
)


def _paired(name: str, *, opening: bool, hidden: bool) -> str:
    if hidden:
        return ""
    tag = _TAGS[name]
    if name == "heading":
        return "<p><b>" if opening else "</b></p>"
    return f"<{tag}>" if opening else f"</{tag}>"


def _words(tokens: Sequence[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(breaks.get(token.type, token.content) for token in tokens)
