"""How often what grows all the time is shown anew.

A model may say a hundred words a second; the screen draws each change, and nobody reads as fast.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol

SECONDS = 0.04
"""Between two showings: words still seem to flow, and the screen has time for all else."""


class Timers(Protocol):
    """The stopwatch and the alarm of an event loop."""

    def time(self) -> float:
        """Seconds that never go back."""

    def call_later(self, delay: float, callback: Callable[[], object]) -> asyncio.TimerHandle:
        """Call after so many seconds, unless cancelled."""


class Pace:
    """Shows the first change at once and the last one in time, and some of those between.

    Args:
        show: Shows what there is by then.
        timers: The event loop.
        seconds: At least so long between two changes.
    """

    def __init__(
        self, show: Callable[[], object], timers: Timers, seconds: float = SECONDS
    ) -> None:
        self._show = show
        self._timers = timers
        self._seconds = seconds
        self._next = float("-inf")
        self._due: asyncio.TimerHandle | None = None

    def changed(self) -> None:
        """There is something new to show: now, or when it is time."""
        if self._due is not None:
            return
        wait = self._next - self._timers.time()
        if wait <= 0:
            self._show_now()
        else:
            self._due = self._timers.call_later(wait, self._show_now)

    def flush(self) -> None:
        """Show now what waits."""
        if self._due is not None:
            self._show_now()

    def drop(self) -> None:
        """What waits is not to be shown any more."""
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _show_now(self) -> None:
        self.drop()
        self._show()
        # After the showing: a slow screen gets its rest all the same.
        self._next = self._timers.time() + self._seconds
