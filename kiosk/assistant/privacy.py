"""What must not leave the terminal: e-mail addresses, phone numbers, card and student numbers.

A first mask by form. What was masked is put back only on the screen; the model sees
``[email 1]``. Dates and times stay: a question about hours is made of them.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_DATE = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "email": r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+",
        "number": r"\b[A-Za-z]{0,3}[-#]?\d{6,}\b|\b\d{3,5}(?:[ -]\d{3,5}){2,}\b",
        "phone": r"\+?\(?\b\d{1,4}\)?(?:[\s().-]{0,2}\d{2,4}){2,5}\b",
    }
)
_PERSONAL = re.compile(
    f"(?P<date>{_DATE})|" + "|".join(f"(?P<{name}>{form})" for name, form in _KINDS.items())
)
_FEWEST_PHONE_DIGITS = 7


class Masking:
    """Masks the words of one visit; the same value gets the same mask."""

    def __init__(self) -> None:
        self._masks: dict[str, str] = {}

    def mask(self, text: str) -> str:
        """The text as it may leave the terminal."""
        return _PERSONAL.sub(self._masked, text)

    def unmask(self, text: str) -> str:
        """The text as the patron reads it on the screen."""
        for value, mask in self._masks.items():
            text = text.replace(mask, value)
        return text

    def _masked(self, found: re.Match[str]) -> str:
        value, kind = found.group(), found.lastgroup
        digits = sum(letter.isdigit() for letter in value)
        if kind == "date" or (kind == "phone" and digits < _FEWEST_PHONE_DIGITS):
            return value
        if value not in self._masks:
            number = 1 + sum(mask.startswith(f"[{kind} ") for mask in self._masks.values())
            self._masks[value] = f"[{kind} {number}]"
        return self._masks[value]
