"""Waiting for a while, or until somebody rings."""

import asyncio

from kiosk.core.clock import Clock


class Doorbell:
    """Wakes one waiter. Rung while nobody waits, it wakes the next one at once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake the waiter. Call it on the event loop's own thread."""
        self._rung.set()

    async def wait(self, at_most: float) -> None:
        """Return after ``at_most`` seconds, or sooner when it rings."""
        waits = {
            asyncio.ensure_future(self._clock.sleep(at_most)),
            asyncio.ensure_future(self._rung.wait()),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()
            self._rung.clear()
