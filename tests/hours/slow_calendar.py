"""The calendar once more, slow and obvious: a person who watches a wall clock minute by minute.

It shares no code with ``kiosk.hours``: it walks the UTC axis one minute at a time, looks at the
wall clock, and notes in a diary what is known of the place in that minute.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo

from kiosk.core.hours import HoursDay, Status

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


class Known(Enum):
    OPEN = "open"
    SHUT = "shut"


@dataclass(frozen=True)
class Watched:
    """What the diary says of one moment."""

    open: bool | None
    until: datetime | None
    opens_next: datetime | None


@lru_cache(maxsize=32)
def wall_clock(zone: ZoneInfo, first: date, days: int) -> tuple[tuple[datetime, datetime], ...]:
    """Each UTC minute of those days with what the wall shows, and two days on either side."""
    begin = datetime.combine(first - 2 * DAY, time(), UTC)
    minutes = (begin + n * MINUTE for n in range((days + 5) * 1440))
    return tuple((at, at.astimezone(zone).replace(tzinfo=None)) for at in minutes)


@lru_cache(maxsize=32)
def first_shown(clock: tuple[tuple[datetime, datetime], ...]) -> Mapping[datetime, int]:
    """Each time of the wall: in which minute of the axis it was first shown or jumped past."""
    first: dict[datetime, int] = {}
    latest = clock[0][1]
    for n, (_, wall) in enumerate(clock):
        while latest <= wall:
            first[latest] = n
            latest += MINUTE
    return first


class Diary:
    """A few consecutive days at one place, watched through the window."""

    def __init__(self, days: Sequence[HoursDay], zone: ZoneInfo) -> None:
        self.days = {day.date: day for day in days}
        self.clock = wall_clock(zone, days[0].date, len(days))
        self.reached = first_shown(self.clock)
        self.known = [Known.SHUT] * len(self.clock)
        self.begins: dict[int, bool] = {}  # minute in which a door opens: is its closing told?
        self._all_day_ends: set[int] = set()
        self._note_openings()

    def _mark(self, day: date, minutes: int) -> int:
        return self.reached[datetime.combine(day, time()) + minutes * MINUTE]

    def _note_openings(self) -> None:
        for day in self.days.values():
            spans = [(span.opens, span.closes) for span in day.spans]
            if day.status is Status.ALL_DAY:
                spans = [(0, 1440)]
                self._all_day_ends.add(self._mark(day.date, 1440))
            for opens, closes in sorted(spans, key=lambda s: (s[0], s[1] is None)):
                begin = self._mark(day.date, opens)
                end = begin if closes is None else self._mark(day.date, closes)
                if closes is None or begin < end:
                    self.begins[begin] = closes is not None
                for n in range(begin, end):
                    self.known[n] = Known.OPEN

    def at(self, moment: datetime) -> Watched:
        """What is known in that minute."""
        n = (moment - self.clock[0][0]) // MINUTE
        opens_next = self._next(n)
        if self.known[n] is Known.OPEN:
            return Watched(open=True, until=self._until(n), opens_next=opens_next)
        return Watched(open=None if self._in_doubt(n) else False, until=None, opens_next=opens_next)

    def _status(self, day: date) -> Status:
        return self.days[day].status if day in self.days else Status.UNKNOWN

    def _is_told(self, day: date) -> bool:
        return self._status(day) in {Status.OPEN, Status.CLOSED, Status.ALL_DAY}

    def _in_doubt(self, n: int) -> bool:
        wall = self.clock[n][1]
        if not self._is_told(wall.date()):
            return True
        earlier = [at for at in self.begins if at <= n]
        midnight = self._mark(wall.date(), 0)
        today = [at for at in earlier if at >= midnight]
        if today:
            return not self.begins[max(today)]
        if n >= self._mark(wall.date(), 6 * 60):
            return False
        yesterday = wall.date() - DAY
        if self._is_told(yesterday):
            evening = [at for at in earlier if at >= self._mark(yesterday, 0)]
            return bool(evening) and not self.begins[max(evening)]
        return self._status(yesterday) is not Status.BY_APPOINTMENT

    def _until(self, n: int) -> datetime | None:
        start = n
        while self.known[start - 1] is Known.OPEN:
            start -= 1
        closing_told = self.begins[max(at for at in self.begins if start <= at <= n)]
        while self.known[n] is Known.OPEN:
            n += 1
            closing_told = self.begins.get(n, closing_told)
        next_day = self.clock[n][1].date()
        if n in self._all_day_ends and not self._is_told(next_day):
            return None
        return self.clock[n][0] if closing_told else None

    def _next(self, n: int) -> datetime | None:
        later = [at for at in self.begins if at > n and self.known[at - 1] is not Known.OPEN]
        return self.clock[min(later)][0] if later else None
