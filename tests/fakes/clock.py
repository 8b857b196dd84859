"""A clock whose hands a test turns."""

import asyncio
from datetime import UTC, datetime, timedelta

from tests.fakes.waiting import eventually

NOON = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
"""Noon in New York on the Wednesday before Thanksgiving."""


class TurnableClock:
    """Stands still until it is turned. Whoever sleeps by it wakes when the hands pass.

    Attributes:
        slept: Seconds of every sleep that was begun, in order.
    """

    def __init__(self, start: datetime = NOON) -> None:
        self._now = start.astimezone(UTC)
        self._seconds = 1_000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        sleeper = (self._seconds + seconds, asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        try:
            await sleeper[1]
        finally:
            self._sleepers.remove(sleeper)

    def advance(self, seconds: float = 0, *, minutes: float = 0, hours: float = 0) -> None:
        """Turn both hands on, and wake whoever slept long enough."""
        step = timedelta(seconds=seconds, minutes=minutes, hours=hours)
        self._now += step
        self._seconds += step.total_seconds()
        for until, woken in self._sleepers:
            if until <= self._seconds and not woken.done():
                woken.set_result(None)

    def set_wall(self, instant: datetime) -> None:
        """Correct the time of day; the stopwatch, and whoever sleeps, do not notice."""
        self._now = instant.astimezone(UTC)

    @property
    def sleeping(self) -> list[float]:
        """Seconds that each sleeper still has, shortest first."""
        return sorted(until - self._seconds for until, woken in self._sleepers if not woken.done())

    async def until_sleeping(self, sleepers: int = 1) -> None:
        """Wait (in real time) until so many sleep by this clock."""
        await eventually(lambda: len(self.sleeping) >= sleepers)

    async def wake_next(self) -> float:
        """Wait until somebody sleeps, turn to the first's waking; the seconds turned come back."""
        await self.until_sleeping()
        seconds = self.sleeping[0]
        # A hair more, because a sum of fractions may fall a hair short.
        self.advance(seconds + 1e-6)
        return seconds
