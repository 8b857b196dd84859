"""What a text says that could be a fact: numbers, times, weekdays, prices, addresses.

Two texts that say the same in different languages have the same figures: "on Monday at 3 pm" and
"los lunes a las 15:00". So a model's sentence can be held against what it was told.
"""

import re
from dataclasses import dataclass
from typing import Self

from kiosk.assistant.words import HAN

_TIME = re.compile(
    r"""
    \b(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m|p\.m|uhr|h\b|o'clock)
    | \b(?P<hour24>\d{1,2})[:h](?P<minute24>\d{2})\b
    | (?P<hour_han>\d{1,2})\s*[点點時时]
    """,
    re.VERBOSE,
)
# Whatever stands between the digits: "900.555/0199", "9 0 0 5 5 5", "900 · 555 · 0199".
_PHONE = re.compile(r"\+?\(?\d(?:[\s().,/_*·•|:-]{0,3}\d){6,14}(?!\d)")
_ADDRESS = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>()\[\]]+
    | \b[a-z][a-z0-9+.-]{1,20}:(?://|\\\\)[^\s<>()\[\]]*       # of any other scheme
    | \b(?:javascript|vbscript|data|mailto|tel|sms|file|intent|blob|about):\s*[^\s<>()\[\]]+
    | \\\\[\w.-]+ | (?<![:\w/])//[\w.-]+                        # of a share, or with no scheme
    | [\w.+-]+@[\w-]+[.。]\w+
    | [\w-]{2,}\s?[\[({]?[.。][\])}]?[a-z]{2,}[^\s<>()\[\]]*        # of any domain
    """,
    re.VERBOSE,
)
_SPELLED_ADDRESS = re.compile(
    r"\w\s*[\[({]?\s*\b(?:dot|punto|point|نقطه|دوت)\s*[\])}]?\s*"
    r"(?:com|org|net|edu|gov|info|example|io|app|dev|xyz|top|site|online|uk|كوم)\b"
    r"|\w点(?:com|org|net|edu|gov|info|example|io|app|cn)\b"
    r"|\w\s*[\[({]\s*(?:at|dot|punto|point|arroba|arobase)\s*[\])}]\s*\w"
    r"|\b(?:dot|punto|point)\b.*\b(?:slash|barra)\b"
)
_MAY_BE_ADDRESS = re.compile(r"[:@\\/]|dot|punto|point|点|نقطه|دوت|arroba|arobase|\(at\)")
_CODE = re.compile(r"(?=[a-z0-9_+/=-]{16,})(?=[a-z_+/=-]*\d)[a-z0-9_+/=-]+|[a-z+/=]{36,}")
_PRICE = re.compile(rf"[$€£¥₹]\s?\d|\d\s?(?:[$€£¥₹]|[{HAN}]?元|美元|美分)")
_NUMBER = re.compile(r"\d+")
_ZERO = re.compile(r"\b0[.,](?=\d\d\b)")  # "$0.50" are 50 cents
_RANGE = re.compile(r"\b\d{1,2}\s*(?:-|to|until|till)\s*\d{1,2}\b")
_PHONE_DIGITS = 7
_LONGEST_NUMBER = 18
_HALF_DAY = 12
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """What could be a fact in a text.

    Attributes:
        numbers: Written in digits, or in words where they stand like a figure.
        times: Minutes after midnight; a time without "am" or "pm" has both its readings.
        weekdays: Monday is 0.
        addresses: Of the web and of mail, in lower case.
        has_price: Money is spoken of.
        has_phone: So is something like a phone number.
        has_code: There is a run of letters and digits that nobody can read.
        has_day: A day is spoken of, or days such as weekends.
    """

    numbers: frozenset[int] = frozenset()
    times: frozenset[frozenset[int]] = frozenset()
    weekdays: frozenset[int] = frozenset()
    addresses: frozenset[str] = frozenset()
    has_price: bool = False
    has_phone: bool = False
    has_code: bool = False
    has_day: bool = False

    def __or__(self, other: Self) -> "Figures":
        return Figures(
            self.numbers | other.numbers,
            self.times | other.times,
            self.weekdays | other.weekdays,
            self.addresses | other.addresses,
            self.has_price or other.has_price,
            self.has_phone or other.has_phone,
            self.has_code or other.has_code,
            self.has_day or other.has_day,
        )

    def rest_on(self, grounds: "Figures", *, may_say: frozenset[int] = frozenset()) -> bool:
        """Whether each of them is also in the grounds.

        Args:
            grounds: What was looked up.
            may_say: Further numbers that may be said as such, not as a time or a price.
        """
        readings = frozenset().union(*grounds.times)
        return (
            self.numbers <= grounds.numbers | may_say
            and all(time & readings for time in self.times)
            and self.weekdays <= grounds.weekdays
            and self.addresses <= grounds.addresses
            and (not self.has_price or (grounds.has_price and self.numbers <= grounds.numbers))
            and not self.has_phone
            and not self.has_code
            and (not self.has_day or grounds.has_day)
        )


NOTHING = Figures()
"""The figures of a text that has none."""


def figures_in_digits(plain: str) -> Figures:
    """The figures of a folded text, as far as digits and marks tell them."""
    timeless = _ZERO.sub("", _TIME.sub(" ", plain))
    return Figures(
        numbers=frozenset(
            int(number) for number in _NUMBER.findall(timeless) if len(number) <= _LONGEST_NUMBER
        ),
        times=frozenset(_readings(found) for found in _TIME.finditer(plain)),
        addresses=addresses_in(plain),
        has_price=bool(_PRICE.search(plain)),
        has_phone=any(_digits(number) >= _PHONE_DIGITS for number in _PHONE.findall(plain)),
        has_code=bool(_CODE.search(plain)),
    )


def addresses_in(plain: str) -> frozenset[str]:
    """Of the web, of mail and of files, also spelled out, in a folded text."""
    if "." not in plain and "。" not in plain and not _MAY_BE_ADDRESS.search(plain):
        return frozenset()
    found = (*_ADDRESS.finditer(plain), *_SPELLED_ADDRESS.finditer(plain))
    return frozenset(_tidy(each.group()) for each in found)


def is_range_of_times(plain: str) -> bool:
    """Such as "9 to 5 pm", which is the form of opening hours."""
    return bool(_RANGE.search(plain) and _TIME.search(plain))


def _readings(found: re.Match[str]) -> frozenset[int]:
    told = found.groupdict()
    hour = int(told["hour"] or told["hour24"] or told["hour_han"])
    minute = int(told["minute"] or told["minute24"] or 0)
    half = (told["half"] or "")[:1]
    if half == "a" or (half == "p" and hour >= _HALF_DAY):
        hours = {hour % _HALF_DAY if half == "a" else hour}
    elif half == "p":
        hours = {hour + _HALF_DAY}
    else:
        hours = {hour, hour + _HALF_DAY} if hour < _HALF_DAY else {hour}
    return frozenset(one * _MINUTES + minute for one in hours)


def _digits(text: str) -> int:
    return sum(letter.isdigit() for letter in text)


def _tidy(address: str) -> str:
    return address.rstrip(".,;:!?)]\"'*_/")
