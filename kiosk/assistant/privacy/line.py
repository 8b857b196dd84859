"""A patron's line as the finders of personal data read it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.assistant.words import HAN, Phrase, folded

_TOKEN = re.compile(
    rf"""
    \d+
    | [{HAN}]
    | [^\W\d_{HAN}]+(?:'(?!s\b)[^\W\d_{HAN}]+)*
    | '[^\W\d_{HAN}]+
    | [^\w\s] | _
    """,
    re.VERBOSE,
)
# Character for character, so that a place in the levelled text is the same place in the typed one.
_LEVEL = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **{
            chr(zero + value): str(value)
            for zero in (0x660, 0x6F0, 0x966, 0x9E6)
            for value in range(10)
        },
        **dict.fromkeys("‐‑‒–—−", "-"),  # noqa: RUF001  these very characters
        **dict.fromkeys("’‘`´ʼ", "'"),  # noqa: RUF001  the same
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
    }
)


class Kind(StrEnum):
    """What a mask stands for; the word is written into the mask and read by the model."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    NUMBER = "number"
    NAME = "name"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    PASSWORD = "password"  # noqa: S105  the word, not one of them


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal data in a line.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends.
        kind: What it is.
        told: It was told as such, so that it is personal wherever it stands in this visit.
    """

    start: int
    end: int
    kind: Kind
    told: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a Chinese character or a mark, and where it stands."""

    text: str
    plain: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_han(self) -> bool:
        return bool(_HAN.match(self.text))

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name is, in a script that has capitals."""
        return self.text[0].isupper()

    @property
    def is_in_script_with_capitals(self) -> bool:
        return self.text[0].isupper() or self.text[0].islower()


_HAN = re.compile(f"[{HAN}]")


class Line:
    """A line, levelled: digits 0 to 9, one apostrophe, one hyphen, one space.

    Attributes:
        text: As long as what was typed, character for character.
        tokens: Its words and marks in order.
        shouted: Written all in capitals, or all without: capitals tell nothing.
    """

    def __init__(self, typed: str) -> None:
        self.text = typed.translate(_LEVEL)
        self.tokens = tuple(
            Token(found.group(), folded(found.group()), found.start(), found.end())
            for found in _TOKEN.finditer(self.text)
        )
        self.shouted = not any(map(str.islower, self.text)) or not any(map(str.isupper, self.text))

    def token_at(self, position: int) -> int:
        """The number of the first token that begins there or behind."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < position:
                low = middle + 1
            else:
                high = middle
        return low


def phrase_of(text: str) -> Phrase:
    """The words of a phrase as ``Line`` makes tokens of them."""
    return tuple(_TOKEN.findall(folded(text.translate(_LEVEL))))


@dataclass(slots=True)
class _Node:
    """The words that may follow in a phrase, and whether one ends here."""

    behind: dict[str, "_Node"] = field(default_factory=dict)
    is_end: bool = False


class Cues:
    """Phrases behind which something stands.

    Args:
        phrases: As people write them.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self._root = _Node()
        self._longest = 0
        for words in map(phrase_of, phrases):
            self._longest = max(self._longest, len(words))
            node = self._root
            for word in words:
                node = node.behind.setdefault(word, _Node())
            node.is_end = bool(words)

    def length_at(self, tokens: Sequence[Token], place: int) -> int:
        """How many tokens the longest phrase that begins there has; 0 where none does."""
        node, longest = self._root, 0
        for position in range(place, len(tokens)):
            follower = node.behind.get(tokens[position].plain)
            if follower is None:
                break
            node = follower
            if node.is_end:
                longest = position + 1 - place
        return longest

    def ends(self, line: Line) -> Iterator[tuple[int, int]]:
        """Each phrase in the line: its first token, and the first one behind it."""
        firsts = self._root.behind
        for place, token in enumerate(line.tokens):
            if token.plain in firsts and (length := self.length_at(line.tokens, place)):
                yield place, place + length

    def end_before(self, line: Line, place: int) -> bool:
        """Whether one of the phrases ends right before that token."""
        return any(
            self.length_at(line.tokens, start) == place - start
            for start in range(max(0, place - self._longest), place)
        )
