"""LibCal's times of day and the spans made of them. Read, or refused; never guessed."""

import re
from collections.abc import Iterable

from kiosk.core.hours import DAY_MINUTES, OpenSpan

_TWELVE = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?", re.ASCII | re.IGNORECASE)
_TWENTY_FOUR = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
_LAST_MIDNIGHT = "24:00"
_WORDS = {"noon": 12 * 60, "midnight": 0}


def time_of_day(text: str) -> int:
    """Minutes after midnight of ``8am``, ``7:30 PM``, ``07:00``, ``noon`` or ``midnight``.

    Raises:
        ValueError: anything else, such as ``13pm``, ``8`` or ``late``.
    """
    text = text.strip()
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if match := _TWELVE.fullmatch(text):
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3].lower()
        if 1 <= hour <= 12 and minute < 60:  # noqa: PLR2004 - a dial's own numbers
            return (hour % 12 + (12 if half == "p" else 0)) * 60 + minute
    elif match := _TWENTY_FOUR.fullmatch(text):
        minutes = int(match[1]) * 60 + int(match[2])
        if int(match[2]) < 60 and minutes <= DAY_MINUTES:  # noqa: PLR2004 - as above
            return minutes % DAY_MINUTES
    raise ValueError(f"{text!r} is not a time of day")


def span(begins: str, ends: str) -> OpenSpan:
    """One of LibCal's ``{from, to}`` pairs.

    An end that is not after its beginning is the next day's (``11am`` to ``12am``). An empty end
    is a closing time that nobody entered: it stays None.

    Raises:
        ValueError: an empty beginning, ``24:00`` as one (it may mean either midnight), or a time
            that cannot be read.
    """
    if begins.strip() == _LAST_MIDNIGHT:
        raise ValueError(f"{begins!r} is no time to open at")
    opens = time_of_day(begins)
    if not ends.strip():
        return OpenSpan(opens, None)
    closes = time_of_day(ends)
    return OpenSpan(opens, closes if closes > opens else closes + DAY_MINUTES)


def tidy(spans: Iterable[OpenSpan]) -> tuple[OpenSpan, ...]:
    """Sorted, each once, overlapping ones joined.

    Spans that only touch stay two, as the library wrote them. One without an end is not joined
    with another: whatever we made of the two, we would have invented its end.
    """
    unique = sorted(set(spans), key=lambda span: (span.opens, span.closes is None, span.closes))
    joined: list[OpenSpan] = []
    for span in unique:
        last = joined[-1].closes if joined else None
        if last is None or span.closes is None or span.opens >= last:
            joined.append(span)
        else:
            joined[-1] = OpenSpan(joined[-1].opens, max(last, span.closes))
    return tuple(joined)
