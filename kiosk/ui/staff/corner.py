"""Five taps in the upper left corner within three seconds: nobody does that by accident."""

from collections import deque

TAPS = 5
WITHIN_SECONDS = 3.0
CORNER = 64
"""Pixels of a screen of 1080; a finger that slides along the frame into the corner hits it."""


class CornerTaps:
    """Counts the taps in the corner. A tap elsewhere begins anew."""

    def __init__(self) -> None:
        self._taps: deque[float] = deque(maxlen=TAPS)

    def tap(self, x: float, y: float, unit: float, now: float) -> bool:
        """Whether this was the last one of the five.

        Args:
            x: From the window's left edge.
            y: From its upper edge.
            unit: Pixels of this screen for one of a screen of 1080.
            now: Seconds of a stopwatch.
        """
        if max(x, y) > CORNER * unit:
            self._taps.clear()
            return False
        self._taps.append(now)
        if len(self._taps) < TAPS or now - self._taps[0] > WITHIN_SECONDS:
            return False
        self._taps.clear()
        return True
