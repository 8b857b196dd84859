"""E-mail addresses: as they are written, and as they are said aloud."""

import re
from collections.abc import Iterator

from kiosk.assistant.privacy.line import Finding, Kind, Line
from kiosk.assistant.privacy.signs import EmailSigns
from kiosk.assistant.words import HAN, folded

# Letters, digits and "_", but of no script that is written right up to an address.
_L = rf"[^\W{HAN}\u0600-\u06ff]"
_WRITTEN = re.compile(
    rf"""
    (?<![\w.+%-]) {_L}[\w.+%'-]{{0,63}} (?:@{_L}[\w-]{{0,62}} | \s@\s?{_L}[\w-]{{0,62}}(?=\s?\.))
    (?:(?:\.|\s\.\s?){_L}[\w-]{{0,62}}){{0,6}}
    | (?<=[{HAN}\u0600-\u06ff]) [A-Za-z0-9][\w.+%-]{{0,63}}@[A-Za-z0-9.-]{{1,100}}[A-Za-z]
    """,
    re.VERBOSE,
)
_BEFORE = 40
"""Characters before a half-spoken address in which the word "e-mail" makes it one."""


class Emails:
    """Finds e-mail addresses.

    Args:
        signs: How they are said.
    """

    def __init__(self, signs: EmailSigns) -> None:
        self._told = signs.told
        self._spoken = [
            (words[0], re.compile(_spoken(*words), re.IGNORECASE)) for words in signs.spoken
        ]

    def find(self, line: Line) -> Iterator[Finding]:
        """All in the line, from left to right for each way of writing."""
        if "@" in line.text:
            for found in _WRITTEN.finditer(line.text):
                yield Finding(found.start(), found.end(), Kind.EMAIL)
        lowered = line.text.casefold()
        for at, spoken in self._spoken:
            if not any(word in lowered for word in at):
                continue
            for found in spoken.finditer(line.text):
                if found["dot"] or found["open"] or self._is_told(line, found.start()):
                    yield Finding(found.start(), found.end(), Kind.EMAIL)

    def _is_told(self, line: Line, start: int) -> bool:
        before = folded(line.text[max(0, start - _BEFORE) : start])
        return any(word in before for word in self._told)


def _spoken(at: tuple[str, ...], dot: tuple[str, ...], joints: tuple[str, ...]) -> str:
    """An expression whose every part is bounded, and which begins where a word does."""
    part = rf"{_L}{{1,40}}+"
    dots, joint = _either(dot), _either((*dot, *joints))
    within = rf"(?:[.+-]|\s?[(\[{{]?\s?(?:{joint})\s?[)\]}}]?\s?){part}"
    return (
        rf"(?<![\w.]){part}(?:{within}){{0,4}}?"
        rf"\s?(?P<open>[(\[{{])?\s?(?:{_either(at)})\s?[)\]}}]?\s?{part}"
        rf"(?:(?:-|\.|(?P<dot>\s?[(\[{{]?\s?(?:{dots})\s?[)\]}}]?\s?)){part}){{1,4}}(?!\w)"
        # "reach me at tom dot baker at uni dot edu" does not begin with "me".
        rf"(?!\s(?:{_either(at)})\s{part}(?:\.|\s(?:{dots})\s))"
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(
        rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else re.escape(word) for word in words
    )
