"""Numbers that by their form belong to a person: phones, cards, student numbers.

And those that never do: of books, pages, days, times, prices. A library speaks in numbers, so a
number is personal only where none of its own forms fits.
"""

import re
from collections.abc import Iterator

from kiosk.assistant.privacy.line import Finding, Kind, Line
from kiosk.assistant.privacy.signs import ToldSigns
from kiosk.assistant.words import HAN

# Chinese and Arabic are written right up to a number.
_APART = rf"(?<![^\W{HAN}\u0600-\u06ff])"
_CLUSTER = re.compile(_APART + r"(?<!\+)\+?\(?\d+(?:(?:[ .\-/]|\)[ -]?| \(| - )\d+)*")
_LETTERED = re.compile(
    _APART
    + r"""
    (?<!\.)(?:
        [A-Za-z]{1,3}[-\#]?\d{6,12}[A-Za-z]?    # s1234567, U-00123456, X1234567L
        | \d{7,10}[A-Z]{1,2}                    # 12345678Z
        | \d{17}[Xx]                            # a Chinese identity card
        | [A-Z]{2}\d{2}(?:\ ?[A-Z\d]{4}){3,7}(?:\ ?[A-Z\d]{1,3})?   # a bank account
    )(?![A-Za-z\d_])
    """,
    re.VERBOSE,
)
PUBLIC = re.compile(
    r"""
    https?://\S+ | www\.\S+
    | (?<!\d)10\.\d{4,9}/\S+                                    # DOI
    | (?<![\d-])97[89][\ -]?(?:\d[\ -]?){9}\d(?!\d)             # ISBN
    | (?<![\d-])(?=[\d-]{12}[\dX])\d{1,5}-\d{1,7}-\d{1,7}-[\dX](?!\d)
    | (?<!\w)\d{9}X(?!\w)
    | (?<!\d)(?<!\d[-/ ])(?:1\d|20)\d\d(?:\s?[-/ ]\s?(?:1\d|20)\d\d){1,3}(?!\s?[-/ ]?\s?\d) # years
    | (?P<issn>(?<![\d-])\d{4}-\d{3}[\dX])(?![\w-])              # ISSN, if its check digit fits
    | (?<![\w.])PMC\d+
    | (?<![\d.])\d{4}\.\d{4,5}(?:v\d)?(?![\d.])                 # arXiv
    | (?<![\d-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d-])          # days
    | (?<!\d)(?<!\d[-/.])\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![-/.]?\d)
    | (?<!\d)\d{1,2}[.:h]\d{2}\s?-\s?\d{1,2}[.:h]\d{2}(?!\d)    # times
    | (?<![\d-])[0-2]\d[0-5][05]\s?-\s?[0-2]\d[0-5][05](?![\d-])
    | (?<!\w)[A-Z]{1,3}\ ?\d{1,4}(?:\.\d+)?(?:\ ?\.?[A-Z]\d+){1,3}(?:\ [12]\d{3})?(?!\d)
    | (?<![\d.])\d{3}\.\d+(?:\ [12]\d{3})?(?![\d.])             # Dewey
    | [$€£¥]\s?\d[\d.,\ ]*
    | (?<!\d)\d{1,3}(?:\ 000)+(?!\d)                            # 1 000 000
    """,
    re.VERBOSE,
)
_FEWEST_DIGITS = 7
_MOST_PHONE_DIGITS = 12
_MOST_INTERNATIONAL_DIGITS = 15
_CARD_DIGITS = range(13, 20)
_LONE_PHONE_DIGITS = (10, 11)


class Numbers:
    """Finds numbers by their form.

    Args:
        signs: Words beside numbers that make them harmless.
    """

    def __init__(self, signs: ToldSigns) -> None:
        self._signs = signs

    def find(self, line: Line) -> Iterator[Finding]:
        """All in the line that no public form covers."""
        public = [found.span() for found in PUBLIC.finditer(line.text) if _is_public(found)]
        for found in _LETTERED.finditer(line.text):
            if not _touches(found.span(), public) and not self._is_of_a_thing(line, found.start()):
                public.append(found.span())
                yield Finding(found.start(), found.end(), Kind.NUMBER)
        for found in _CLUSTER.finditer(line.text):
            kind = kind_of(found.group())
            is_sure = kind is Kind.CARD or found.group().startswith("+")
            is_of_a_book = not is_sure and _touches(found.span(), public)
            if kind and not is_of_a_book and self._is_free(line, found):
                yield Finding(found.start(), found.end(), kind)

    def _is_free(self, line: Line, found: re.Match[str]) -> bool:
        behind = line.token_at(found.end())
        if behind < len(line.tokens) and (
            line.tokens[behind].plain in self._signs.money
            or self._signs.public_behind.length_at(line.tokens, behind)
        ):
            return False
        return not self._is_of_a_thing(line, found.start())

    def _is_of_a_thing(self, line: Line, start: int) -> bool:
        """Whether the words before say that it is the number of a book, a room, the desk."""
        place = line.token_at(start)
        while place > 0 and line.tokens[place - 1].plain in self._signs.between | {":", "#", "("}:
            if self._signs.public.end_before(line, place):
                return True
            place -= 1
        return place > 0 and self._signs.public.end_before(line, place)


def kind_of(cluster: str) -> Kind | None:
    """What digits in groups are by their form; None where they are too few."""
    groups = re.findall(r"\d+", cluster)
    digits = "".join(groups)
    if len(digits) < _FEWEST_DIGITS:
        return None
    if cluster.startswith(("+", "(+", "00")) and len(digits) <= _MOST_INTERNATIONAL_DIGITS:
        return Kind.PHONE
    if len(digits) in _CARD_DIGITS and has_luhn(digits) and not digits.startswith(("978", "979")):
        return Kind.CARD
    if len(groups) > 1:
        is_social_security = [len(group) for group in groups] == [3, 2, 4]
        is_long = len(digits) > _MOST_PHONE_DIGITS
        return Kind.NUMBER if is_social_security or is_long else Kind.PHONE
    return Kind.PHONE if len(digits) in _LONE_PHONE_DIGITS else Kind.NUMBER


def has_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit that bank cards have."""
    odd, even = digits[-1::-2], digits[-2::-2]
    return (sum(map(int, odd)) + sum(sum(divmod(2 * int(one), 10)) for one in even)) % 10 == 0


def _is_public(found: re.Match[str]) -> bool:
    return found["issn"] is None or _has_issn_check(found["issn"])


def _has_issn_check(text: str) -> bool:
    values = [10 if sign == "X" else int(sign) for sign in text.replace("-", "")]
    return (
        sum(weight * value for weight, value in zip(range(8, 0, -1), values, strict=True)) % 11 == 0
    )


def _touches(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
