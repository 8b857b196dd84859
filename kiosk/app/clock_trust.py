"""Who judges the clock of this process: nobody where a person stated it, else what we can see."""

import time
from collections.abc import Callable
from datetime import datetime

from kiosk.core.clock import Clock
from kiosk.hours.time_trust import ClockTrust, StatedClock, TimeTrust
from kiosk.watchdog.naps import boot_seconds

TrustMaker = Callable[[Clock, Callable[[], datetime | None]], TimeTrust]
"""Makes a judge of a clock, from when the newest of the cached data was fetched."""


def trust_maker(*, clock_is_stated: bool) -> TrustMaker:
    """For a process on a real machine; ``clock_is_stated`` by ``--now``."""
    return _believe if clock_is_stated else _watch


def _believe(_clock: Clock, _newest_fetch: Callable[[], datetime | None]) -> TimeTrust:
    return StatedClock()


def _watch(clock: Clock, newest_fetch: Callable[[], datetime | None]) -> TimeTrust:
    return ClockTrust(clock, newest_fetch, _stopwatch)


def _stopwatch() -> float:
    """Seconds that also pass while the machine sleeps."""
    boot = boot_seconds()
    # Where there is no such clock (Windows) the ordinary one goes on by itself.
    return time.monotonic() if boot is None else boot
