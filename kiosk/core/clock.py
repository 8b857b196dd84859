"""What time it is, handed in so that a test can turn the hands.

Wall-clock instants are always aware and in UTC; the library's own zone is applied where a
person or a calendar needs it. Waiting and measuring use the monotonic seconds, which no
correction of the wall clock can move.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The time of day, the stopwatch and the waiting room."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds from an arbitrary start that never go back."""

    async def sleep(self, seconds: float) -> None:
        """Wait that long."""


class SystemClock:
    """The machine's own clock, optionally moved by a fixed offset (``--now`` of a demo)."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset

    @classmethod
    def starting_at(cls, instant: datetime) -> "SystemClock":
        """A clock that shows ``instant`` now and goes on from there."""
        return cls(instant.astimezone(UTC) - datetime.now(UTC))

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        # Loaded late: programs that only read the time need no event loop.
        import asyncio  # noqa: PLC0415  the reason above

        await asyncio.sleep(seconds)


class FixedClock(SystemClock):
    """A wall clock that stands still: what ``kiosk ask --now`` and ``kiosk sync --now`` use."""

    def __init__(self, instant: datetime) -> None:
        super().__init__()
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        return self._instant


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant such as ``2026-11-25T21:12:00-05:00``; UTC is returned.

    Raises:
        ValueError: not ISO 8601, or without an offset (a guess could be hours off).
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} has no offset; write it like 2026-11-25T21:12:00-05:00")
    return instant.astimezone(UTC)


def iso_utc(instant: datetime) -> str:
    """An instant as ``2026-11-25T21:12:00Z``, the one form we write to disk and wire."""
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
