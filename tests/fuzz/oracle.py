"""A second reader of LibCal's answers: simple, slow to be sure, and without a line of ours.

It says what the answer itself tells of a day. What the terminal then keeps of that day must be
just this, or "unknown".
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

DAY = 24 * 60
UNKNOWN = "unknown"

Key = tuple[int, str]


@dataclass(frozen=True)
class Reading:
    """One day: its status, each open minute as a bit, and openings without an end."""

    status: str
    minutes: int = 0
    endless: frozenset[int] = frozenset()

    def __str__(self) -> str:
        return f"{self.status}, {self.minutes.bit_count()} minutes, {len(self.endless)} without end"


def entries(body: bytes) -> dict[Key, list[Any]]:
    """Everything that the answer says of each place and date, by LibCal's own words."""
    found: dict[Key, list[Any]] = {}
    for row in _rows(_json(body)):
        lid = str(row.get("lid"))
        if lid.isascii() and lid.isdigit() and not row.get("error") and not row.get("errors"):
            for day, entry in (*_of_map(row), *_of_weeks(row)):
                found.setdefault((int(lid), day), []).append(entry)
    return found


def reading(entry: Any) -> Reading:
    """What an entry says; ``UNKNOWN`` where it contradicts itself or cannot be read to its end."""
    if not isinstance(entry, dict):
        return Reading(UNKNOWN)
    status, hours = entry.get("status"), entry.get("hours")
    if status in ("closed", "24hours") and not hours:
        return Reading(status)
    if status == "ByApp":
        return Reading("by_appointment")
    if status == "text" and any(
        _says_something(entry.get(n)) for n in ("text", "note", "rendered")
    ):
        return Reading("text")
    if status == "open" and isinstance(hours, list) and hours:
        return _opening(hours)
    return Reading(UNKNOWN)


def stored(status: str, spans: str) -> Reading:
    """The same of a row in the terminal's database."""
    minutes, endless = 0, set()
    for begin, end in json.loads(spans):
        if end is None:
            endless.add(_count(begin))
        else:
            minutes |= _bits(_count(begin), _count(end))
    return Reading(status, minutes, frozenset(endless))


def _opening(pairs: list[Any]) -> Reading:
    minutes, endless = 0, set()
    for pair in pairs:
        if not isinstance(pair, dict):
            return Reading(UNKNOWN)
        begin, end = _time(pair.get("from")), _time(pair.get("to"))
        if begin is None or begin == DAY:
            return Reading(UNKNOWN)
        if pair.get("to") is None or not str(pair["to"]).strip():
            endless.add(begin)
        elif end is None:
            return Reading(UNKNOWN)
        else:
            minutes |= _bits(begin, end if end > begin else end + DAY)
    return Reading("open", minutes, frozenset(endless))


def _bits(begin: int, end: int) -> int:
    return ((1 << (end - begin)) - 1) << begin


def _count(clock: str) -> int:
    return int(clock[:-3]) * 60 + int(clock[-2:])


def _json(body: bytes) -> Any:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        return json.loads(body)
    finally:
        sys.setrecursionlimit(limit)


def _rows(answer: Any) -> list[dict[str, Any]]:
    rows = answer.get("locations") if isinstance(answer, dict) else answer
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _of_map(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    dates = row.get("dates")
    if isinstance(dates, dict):
        yield from dates.items()


def _of_weeks(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    weeks = row.get("weeks")
    for week in weeks if isinstance(weeks, list) else ():
        for cell in week.values() if isinstance(week, dict) else ():
            if isinstance(cell, dict) and isinstance(cell.get("date"), str):
                yield cell["date"], _shown(cell)


def _shown(cell: dict[str, Any]) -> Any:
    times = cell.get("times")
    return {**times, "rendered": cell.get("rendered")} if isinstance(times, dict) else times


def _says_something(words: Any) -> bool:
    return isinstance(words, str) and bool(words.strip())


def _spellings() -> Iterator[tuple[str, int]]:
    """Every way to write every minute; the later of two ways that look alike wins."""
    for minute in range(DAY):
        hour, rest = divmod(minute, 60)
        half, dial = "ap"[hour // 12] + "m", hour % 12 or 12
        for shown in {str(dial), f"{dial:02}"}:
            yield f"{shown}:{rest:02}{half}", minute
            if rest == 0:
                yield f"{shown}{half}", minute
        yield f"{hour}:{rest:02}", minute
        yield f"{hour:02}:{rest:02}", minute
    yield from (("noon", 12 * 60), ("midnight", 0), ("24:00", DAY))


_TIMES = dict(_spellings())


def _time(text: Any) -> int | None:
    """The minute; None for what is no time. Spaces and the dots of "a.m." do not count."""
    if not isinstance(text, str):
        return None
    return _TIMES.get("".join(text.lower().replace("a.m.", "am").replace("p.m.", "pm").split()))
