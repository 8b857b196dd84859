"""A clock by which nobody has to wait."""

import asyncio
from datetime import datetime, timedelta

from tests.fakes.clock import NOON


class HurriedClock:
    """Whoever sleeps wakes at once, and finds that the hands have moved on.

    Attributes:
        slept: Seconds of every sleep, in order.
    """

    def __init__(self, start: datetime = NOON) -> None:
        self._start = start
        self._seconds = 0.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._seconds += max(0.0, seconds)
        await asyncio.sleep(0)

    def advance(self, *, hours: float) -> None:
        """Turn the hands on."""
        self._seconds += hours * 3600
