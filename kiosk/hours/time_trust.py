"""May this machine's clock be believed? A terminal would rather say that it is not sure.

Clocks of public machines go wrong: an empty battery starts them in 1970, a virtual machine wakes
in last week, somebody sets them. Four things give that away: the hours were fetched later than
now, or longer ago than any terminal is left alone; the clock jumped against the stopwatch that
nobody can set; LibCal says another time. LibCal's time, once heard, is believed before all else
and carried on by the stopwatch, so a clock that is put right is believed again at once.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from kiosk.core.clock import Clock

TOLERANCE = timedelta(minutes=5)
"""Between two machines' clocks, and between now and what was fetched."""

JUMP = timedelta(minutes=2)
"""Against our own stopwatch. Between two looks it drifts by milliseconds only."""

LONGEST_ALONE = timedelta(days=100)
"""What one synchronisation covers. After that nothing is known of today anyway."""


class Reason(StrEnum):
    """What gave the clock away."""

    BEFORE_DATA = "before the data"
    LONG_AFTER_DATA = "long after the data"
    JUMPED = "jumped"
    SAYS_LIBCAL = "LibCal says another time"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the clock is not believed.

    Attributes:
        reason: What gave it away.
        sentence: For IT: what was seen and what to do.
    """

    reason: Reason
    sentence: str


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A moment at which wall clock and stopwatch were read together.

    Attributes:
        wall: The time, in UTC.
        seconds: The stopwatch.
        from_libcal: LibCal told the time, or agreed with it; else it is the machine's own word.
    """

    wall: datetime
    seconds: float
    from_libcal: bool

    def time_at(self, seconds: float) -> datetime:
        """What time it is when the stopwatch shows that."""
        return self.wall + timedelta(seconds=seconds - self.seconds)


class TimeTrust(Protocol):
    """Someone who has an opinion of a clock."""

    def heard(self, told: datetime) -> None:
        """LibCal's answer said what time it is (aware)."""

    def doubt(self) -> Doubt | None:
        """Why the clock is not to be believed now; None where it is. On the database's thread.

        Raises:
            StorageUnreadable: the age of the data cannot be read.
        """


class StatedClock:
    """Believes a clock whose time a person stated (``--now``), whatever others say."""

    def heard(self, told: datetime) -> None:
        pass

    def doubt(self) -> Doubt | None:
        return None


class ClockTrust:
    """Watches a machine's own clock. May be asked from several threads.

    Args:
        clock: The clock in question.
        newest_fetch: When the newest of the cached data was fetched, in UTC.
        stopwatch: Seconds that also pass while the machine sleeps, and that nobody can set.
            None: the clock's own, for a machine that does not sleep.
    """

    def __init__(
        self,
        clock: Clock,
        newest_fetch: Callable[[], datetime | None],
        stopwatch: Callable[[], float] | None = None,
    ) -> None:
        self._clock = clock
        self._newest_fetch = newest_fetch
        self._stopwatch = stopwatch or clock.monotonic
        self._lock = threading.Lock()
        self._anchor = _Anchor(clock.now(), self._stopwatch(), from_libcal=False)

    def heard(self, told: datetime) -> None:
        with self._lock:
            now, seconds = self._clock.now(), self._stopwatch()
            agrees = abs(told - now) <= TOLERANCE
            self._anchor = _Anchor(now if agrees else told, seconds, from_libcal=True)

    def doubt(self) -> Doubt | None:
        newest = self._newest_fetch()
        with self._lock:
            now, seconds = self._clock.now(), self._stopwatch()
            known = self._anchor
            if not known.from_libcal and _against_data(known.wall, newest):
                # It was wrong before. A jump away from there is no reason for doubt: a machine
                # without a battery starts in 1970 and is put right a minute later.
                known = _Anchor(now, seconds, from_libcal=False)
            doubt = _against_anchor(now, known, seconds)
            if doubt is None:
                # Carried on, so that years of small drift are never taken for a jump.
                self._anchor = _Anchor(now, seconds, known.from_libcal)
        if doubt is None and not known.from_libcal:
            doubt = _against_data(now, newest)
        return doubt


def _against_anchor(now: datetime, anchor: _Anchor, seconds: float) -> Doubt | None:
    right = anchor.time_at(seconds)
    if abs(now - right) <= JUMP:
        return None
    if anchor.from_libcal:
        return _doubt(Reason.SAYS_LIBCAL, now, f"by LibCal it is {_utc(right)}")
    return _doubt(Reason.JUMPED, now, f"it jumped; it would be {_utc(right)}")


def _against_data(now: datetime, newest: datetime | None) -> Doubt | None:
    if newest is None:
        return None
    if now < newest - TOLERANCE:
        return _doubt(Reason.BEFORE_DATA, now, f"the hours were fetched later, {_utc(newest)}")
    if now > newest + LONGEST_ALONE:
        return _doubt(Reason.LONG_AFTER_DATA, now, f"the newest hours are of {_utc(newest)}")
    return None


def _doubt(reason: Reason, now: datetime, but: str) -> Doubt:
    return Doubt(
        reason,
        f"the clock says {_utc(now)}, but {but}; turn on the system's time synchronisation.",
    )


def _utc(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M} UTC"
