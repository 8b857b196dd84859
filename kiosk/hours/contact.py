"""The address and the phone number in LibCal's free ``contact`` field, where they are certain.

People write what they like there. A number that only might be a phone number (a year, a room,
a ZIP code, a fax) is left out: an empty field is repaired by the library's own content, a wrong
number is dialled.
"""

import re
from dataclasses import dataclass

from kiosk.net.html_words import lines

_SEPARATOR = r"[\s.\-\u2010-\u2013]"
_EXTENSION = r"(?:\s*(?:,\s*)?(?:x|ext\.?|extension)\s*\d{1,6}\b)?"
_PHONE = re.compile(
    rf"""
    (?<![\w+/.-])
    (?: \+\d{{1,3}} (?:{_SEPARATOR}?\(?\d{{1,5}}\)?){{2,5}}              # +44 20 7946 0018
      | (?:1{_SEPARATOR})? (?:\(\d{{3}}\)\s*|\d{{3}}{_SEPARATOR}) \d{{3}}{_SEPARATOR}\d{{4}}
    )
    (?![\w/]) {_EXTENSION}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LABELLED_LOCAL = re.compile(
    rf"\b(?:phone|tel|telephone|call)\b\.?:?\s*(\d{{3}}{_SEPARATOR}\d{{4}}{_EXTENSION})(?![\w/-])",
    re.IGNORECASE,
)
_FAX = re.compile(r"\bfax\b[^\d+(]*$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:mailing |street |postal )?(?:address|location)\s*:\s*", re.IGNORECASE)
_STREET = re.compile(
    r"^\d{1,6}[a-z]?\s+(?:[^\s\d,]\S*\s+){0,5}?(?:\d+(?:st|nd|rd|th)\s+)?(?:[^\s\d,]\S*\s+){0,3}?"
    r"(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|way|ct|court|cir|circle"
    r"|pl|place|plaza|sq|square|quad|hwy|highway|pkwy|parkway|ter|terrace|row|mall|walk|loop"
    r")\b(?:\.|,|$|\s)",
    re.IGNORECASE,
)
_BOX = re.compile(r"^p\.?\s*o\.?\s*box\s+\d+", re.IGNORECASE)
_LOOSE_END = re.compile(
    r"[\s,;|\u2022\u00b7\u2013-]*(?:(?:phone|telephone|tel|call)\.?:?)?[\s,;|]*$", re.IGNORECASE
)
_TOWN = re.compile(
    r"\b[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?\b"  # OH 45056
    r"|\b[A-Z]{2}\s+[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"  # ON M5S 1A5
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"  # WC1E 7HU
)


@dataclass(frozen=True, slots=True)
class Contact:
    """What could be read; empty where it could not.

    Attributes:
        address: In one line.
        phone: As written, with its extension.
    """

    address: str = ""
    phone: str = ""


def read_contact(html: str) -> Contact:
    """Find the address and the first phone number (no fax) in a contact text."""
    found = lines(html)
    phones = (phone for line in found if (phone := _phone(line)))
    return Contact(_address(found), next(phones, ""))


def _phone(line: str) -> str:
    for match in _PHONE.finditer(line):
        if not _FAX.search(line[: match.start()]) and _is_long_enough(match[0]):
            return match[0].strip()
    local = _LABELLED_LOCAL.search(line)
    return local[1].strip() if local else ""


def _is_long_enough(number: str) -> bool:
    # E.164: at most 15 digits; nothing that is dialled with a country code has fewer than 8.
    digits = sum(character.isdigit() for character in number)
    return 8 <= digits <= 21  # noqa: PLR2004 - 15 and an extension


def _address(found: list[str]) -> str:
    for n, line in enumerate(found):
        first = _LABEL.sub("", line)
        if _STREET.match(first) or _BOX.match(first):
            return _joined([first, *found[n + 1 : n + 3]])
    return ""


def _joined(parts: list[str]) -> str:
    """The street's line, with those after it up to the one with the postal code."""
    for n, part in enumerate(parts):
        if _TOWN.search(part):
            return ", ".join(piece.strip(" ,") for piece in [*parts[:n], _up_to_code(part)])
    return _before_phone(parts[0])


def _up_to_code(line: str) -> str:
    code = _TOWN.search(line)
    return line[: code.end()] if code else line


def _before_phone(line: str) -> str:
    number = _PHONE.search(line)
    kept = line[: number.start()] if number else line
    return _LOOSE_END.sub("", kept)
