"""Personal data is masked before a line leaves the terminal, and put back only on the screen."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache

from kiosk.assistant.privacy.findings import Findings
from kiosk.assistant.privacy.line import Finding, Kind
from kiosk.assistant.privacy.signs import Signs, shipped_signs
from kiosk.assistant.words import HAN, visible

# Also as a model may write it: "[Email 1]", "[ email 1 ]", "\[email 1\]", "【email 1】".
_MASK = re.compile(
    rf"\\?[\[［【]\s{{0,3}}({'|'.join(Kind)})[\s_-]{{0,3}}(\d{{1,4}})\s{{0,3}}\\?[\]］】]",  # noqa: RUF001  full-width brackets
    re.IGNORECASE,
)
_HAN = re.compile(f"[{HAN}]")
_MOST_RECURRING = 200
"""Told values of one visit that are looked for again."""


class Masking:
    """Masks the words of one visit; the same value gets the same mask.

    What was told as personal ("my name is Ana") is masked wherever it stands later in the visit,
    so one ``Masking`` serves a whole visit, and sees its lines in order.

    Args:
        signs: The words by which personal data is told; those that ship where none are given.
        public: What is never masked: the library's own phone numbers, addresses and names.
    """

    def __init__(self, signs: Signs | None = None, public: Collection[str] = ()) -> None:
        self._findings = _shipped_findings() if signs is None else Findings(signs)
        self._public = frozenset(map(_key, public))
        self._masks: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._told: dict[str, Kind] = {}
        self._recurring: re.Pattern[str] | None = None

    def mask(self, text: str) -> str:
        """The text as it may leave the terminal, without characters that nobody can see."""
        text = visible(text)
        pieces, end = [], 0
        for start, stop, kind in self._spans(text):
            pieces += [text[end:start], self._mask_of(text[start:stop], kind)]
            end = stop
        return "".join(pieces) + text[end:]

    def unmask(self, text: str, written: Callable[[str], str] = str) -> str:
        """The text as the patron reads it on the screen; a mask that was never made stays.

        Args:
            text: With masks in it.
            written: How a value stands in such a text.
        """
        return _MASK.sub(lambda mask: self._value_of(mask, written), text)

    def _spans(self, text: str) -> list[tuple[int, int, Kind]]:
        """What is to be masked, from left to right: found in this line, or told before."""
        taken = bytearray(len(text))
        for mask in _MASK.finditer(text):
            _take(taken, *mask.span())
        found = [
            one
            for one in self._findings.find(text)
            if not any(taken[one.start : one.end]) and not self._is_public(text, one)
        ]
        self._remember({text[one.start : one.end]: one.kind for one in found if one.told})
        for one in found:
            _take(taken, one.start, one.end)
        spans = [(one.start, one.end, one.kind) for one in found]
        return sorted(spans + self._again(text, taken))

    def _again(self, text: str, taken: bytearray) -> list[tuple[int, int, Kind]]:
        """Where something stands that was told as personal before."""
        if self._recurring is None:
            return []
        return [
            (*seen.span(), self._told[_key(seen.group())])
            for seen in self._recurring.finditer(text)
            if _key(seen.group()) in self._told and not any(taken[slice(*seen.span())])
        ]

    def _remember(self, values: Mapping[str, Kind]) -> None:
        new = {
            _key(part): kind
            for value, kind in values.items()
            for part in self._findings.recurring(kind, value)
        }
        room = _MOST_RECURRING - len(self._told)
        fresh = [(key, kind) for key, kind in new.items() if key not in self._told][:room]
        if fresh:
            self._told |= dict(fresh)
            longest_first = sorted(self._told, key=len, reverse=True)
            either = "|".join(_at_borders(key) for key in longest_first)
            self._recurring = re.compile(either, re.IGNORECASE)

    def _is_public(self, text: str, found: Finding) -> bool:
        return not found.told and _key(text[found.start : found.end]) in self._public

    def _mask_of(self, value: str, kind: Kind) -> str:
        key = f"{kind} {_key(value)}"
        if key not in self._masks:
            number = 1 + sum(mask.startswith(f"[{kind} ") for mask in self._masks.values())
            self._masks[key] = f"[{kind} {number}]"
            self._values[self._masks[key]] = value
        return self._masks[key]

    def _value_of(self, mask: re.Match[str], written: Callable[[str], str]) -> str:
        value = self._values.get(f"[{mask[1].lower()} {int(mask[2])}]")
        return mask.group() if value is None else written(value)


@cache
def _shipped_findings() -> Findings:
    """Made once: their expressions take a third of a second, which the first question would."""
    return Findings(shipped_signs())


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _key(value: str) -> str:
    """Values that differ only in capitals and spaces are the same."""
    return " ".join(value.casefold().split())


def _at_borders(key: str) -> str:
    """An expression for whole words; Chinese has none."""
    words = r"\s+".join(map(re.escape, key.split(" ")))
    start = "" if _HAN.match(key[0]) else r"(?<!\w)"
    end = "" if _HAN.match(key[-1]) else r"(?!\w)"
    return f"{start}{words}{end}"
