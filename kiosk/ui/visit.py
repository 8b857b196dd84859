"""The visit: it begins with a touch, ends with "I'm done" or by itself, and leaves nothing."""

from enum import StrEnum
from math import ceil

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.clock import Clock
from kiosk.core.settings import Screen

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_SECONDS = 0.25


class Phase(StrEnum):
    """Where a visit stands."""

    IDLE = "idle"
    ACTIVE = "active"
    ENDING = "ending"


@QmlElement
class VisitModel(QObject):
    """Counts the seconds since the last touch and announces the end.

    It knows no rows and no tickets: whoever holds something personal listens to ``ended``.
    Time is monotonic, so that a corrected wall clock ends nobody's visit.
    """

    ended = Signal()

    def __init__(self, screen: Screen, clock: Clock) -> None:
        super().__init__()
        self._screen = screen
        self._clock = clock
        self._phase = Phase.IDLE
        self._touched = clock.monotonic()
        self._ends_at = 0.0
        self._patience = screen.idle_seconds
        self._seconds_left = 0

    endingChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(bool, notify=endingChanged)
    def ending(self) -> bool:
        return self._phase is Phase.ENDING

    secondsLeftChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:  # noqa: N802  read from QML
        return self._seconds_left

    idleChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(bool, notify=idleChanged)
    def idle(self) -> bool:
        """Whether nobody is there."""
        return self._phase is Phase.IDLE

    @property
    def is_idle(self) -> bool:
        """The same, for Python."""
        return self._phase is Phase.IDLE

    @property
    def phase(self) -> Phase:
        """Where the visit stands."""
        return self._phase

    def touch(self) -> None:
        """Somebody touched the screen or a key, or a librarian wrote to them."""
        self._touched = self._clock.monotonic()
        self._move_to(Phase.ACTIVE)

    def point(self) -> None:
        """A finger or the mouse. The countdown, where it shows, knows itself what was meant.

        Taken off the screen by the press it could not hear the tap on "Clear it now", and the
        rest of the tap would go to what is behind it.
        """
        if self._phase is not Phase.ENDING:
            self.touch()

    def wait_longer(self, *, waiting: bool) -> None:
        """While a librarian is asked, a patron who only waits is not idle."""
        self._patience = self._screen.waiting_seconds if waiting else self._screen.idle_seconds

    @Slot()
    def stay(self) -> None:
        """Go on, from the countdown."""
        self.touch()

    @Slot()
    def end(self) -> None:
        """End now."""
        self._patience = self._screen.idle_seconds
        self._move_to(Phase.IDLE)
        self.ended.emit()

    @Slot()
    def startOver(self) -> None:  # noqa: N802  called from QML
        """A fresh visit for somebody who stays: everything said so far is gone."""
        self.end()
        self.touch()

    def tick(self) -> None:
        """Look at the clock: begin, go on with, or finish the countdown."""
        now = self._clock.monotonic()
        if self._phase is Phase.ACTIVE and now - self._touched >= self._patience:
            # Whole, also where this look at the clock comes late: the warning must be seen.
            self._ends_at = now + self._screen.countdown_seconds
            self._set_seconds_left(_whole(self._screen.countdown_seconds))
            self._move_to(Phase.ENDING)
        if self._phase is Phase.ENDING:
            left = self._ends_at - now
            self._set_seconds_left(_whole(left))
            if left <= 0:
                self.end()

    async def run(self) -> None:
        """Tick for ever."""
        while True:
            await self._clock.sleep(TICK_SECONDS)
            self.tick()

    def _move_to(self, phase: Phase) -> None:
        before, self._phase = self._phase, phase
        if Phase.ENDING in {before, phase} and before is not phase:
            self.endingChanged.emit()
        if Phase.IDLE in {before, phase} and before is not phase:
            self.idleChanged.emit()

    def _set_seconds_left(self, seconds: int) -> None:
        if seconds != self._seconds_left:
            self._seconds_left = seconds
            self.secondsLeftChanged.emit()


def _whole(seconds: float) -> int:
    """Seconds as they are shown: never 0 before the end."""
    return max(0, ceil(seconds))
