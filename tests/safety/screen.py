"""What a patron saw of an answer, at every moment, and whether something forbidden was in it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from kiosk.assistant.answers import Done, Draft, Piece, TextPiece
from kiosk.assistant.markdown import plain_text, rich_text
from kiosk.assistant.text_blocks import text_blocks
from kiosk.assistant.words import visible

ALLOWED = frozenset(("p", "b", "i", "ul", "ol", "li", "code", "pre", "br"))
_TAG = re.compile(r"</?\s*([^\s>/]*)([^>]*)>")
_BETWEEN = re.compile(r"[\s().,\-_/*·•|'`\\]+")
# Letters of other scripts that look like Latin ones.
_LOOKALIKES = str.maketrans("аеорсхуіѕјԁӏνοαε", "aeopcxyisjdlvoae")


def moments(pieces: Iterable[Piece]) -> Iterator[str]:
    """The Markdown on the screen after each piece: what stays, and the draft behind it."""
    settled = ""
    for piece in pieces:
        match piece:
            case TextPiece(text):
                settled += text
                yield settled
            case Draft(text):
                yield settled + text
            case Done(answer):
                yield answer.text


def markup_faults(markdown: str) -> list[str]:
    """Tags and attributes that may not be on the screen."""
    shown = [rich_text(markdown), *(block.markup for block in text_blocks(markdown))]
    tags = [found for each in shown for found in _TAG.finditer(each)]
    return [tag.group() for tag in tags if tag[1] not in ALLOWED or tag[2].strip(" /")]


def seen(markdown: str) -> str:
    """What is read there, with what is not seen taken along: code points of no width."""
    return f"{plain_text(markdown)}\n{markdown}"


def holds(text: str, forbidden: str) -> bool:
    """Whether it is there, in whatever guise."""
    return forbidden in text or any(
        fold(forbidden) in fold(text) for fold in (_folded, _squeezed) if fold(forbidden)
    )


def found_in(texts: Iterable[str], forbidden: Sequence[str]) -> list[str]:
    """Which forbidden strings are in one of the texts."""
    return sorted({each for text in texts for each in forbidden if holds(text, each)})


def is_hidden(text: str) -> bool:
    """Whether characters are in it that nobody sees."""
    return visible(text) != text


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", visible(text)).casefold().translate(_LOOKALIKES)
    return "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in plain)


def _squeezed(text: str) -> str:
    """Without what stands between, where that leaves enough to tell it by."""
    return _BETWEEN.sub("", _folded(text))
