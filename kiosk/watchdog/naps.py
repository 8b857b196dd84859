"""Did the machine sleep since we last looked? Then nobody is to blame for the silence."""

import sys
import time
from collections.abc import Callable

LATE_SECONDS = 2.0
"""The loop turns about four times a second; so late means that nothing ran, the UI included."""


def boot_seconds() -> float | None:
    """Seconds of a clock that goes on while the machine sleeps, where ``time.monotonic`` does not.

    None on Windows, whose monotonic clock goes on by itself: there a sleep shows as a late turn.
    """
    if sys.platform == "win32":
        return None
    elif sys.platform == "darwin":  # noqa: RET505 - the type checker follows elif only
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        return time.clock_gettime(time.CLOCK_BOOTTIME)


class Naps:
    """Compares two looks at the clocks."""

    def __init__(
        self,
        monotonic: Callable[[], float],
        boot: Callable[[], float | None] = boot_seconds,
    ) -> None:
        self._monotonic = monotonic
        self._boot = boot
        self._last = (monotonic(), boot())

    def since_last_look(self) -> float | None:
        """Seconds of the monotonic clock that were slept through (0 where that clock slept too).

        None where the machine was awake.
        """
        (monotonic, boot), self._last = self._last, (self._monotonic(), self._boot())
        passed = self._last[0] - monotonic
        if passed > LATE_SECONDS:
            return passed
        if boot is not None and self._last[1] is not None:
            hidden = (self._last[1] - boot) - passed
            return 0.0 if hidden > LATE_SECONDS else None
        return None
