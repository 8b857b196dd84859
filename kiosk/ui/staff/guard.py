"""Judges PINs, makes who guesses wait, and writes down what happened."""

from datetime import timedelta

from kiosk.core.clock import Clock
from kiosk.core.secret import Secret
from kiosk.ui.staff.pin import is_right
from kiosk.ui.staff.visits import (
    Outcome,
    StaffVisit,
    StaffVisits,
    wait_seconds,
    wrong_in_a_row,
)


class PinGuard:
    """One try at a time; ``check`` from any thread.

    The file tells how long to wait from the start; from then on the stopwatch does, because the
    time of day can be set.
    """

    def __init__(self, pin_hash: Secret, visits: StaffVisits, clock: Clock) -> None:
        self._pin_hash = pin_hash
        self._visits = visits
        self._clock = clock
        wrong = wrong_in_a_row(visits.all())
        # Counted here too: a disk that takes no notes must not give further tries.
        self._wrong = len(wrong)
        self._free_at = clock.monotonic() + self._left_over(wrong)

    @property
    def wait(self) -> float:
        """Seconds until the next try; 0 where it can be now."""
        return max(0.0, self._free_at - self._clock.monotonic())

    def check(self, typed: str) -> bool:
        """Whether that is the PIN. Takes a moment. Nothing is, and nothing counts, in a wait."""
        if self.wait > 0.0:
            return False
        right = is_right(self._pin_hash, typed)
        self._wrong = 0 if right else self._wrong + 1
        self.note(Outcome.RIGHT if right else Outcome.WRONG)
        self._free_at = self._clock.monotonic() + wait_seconds(self._wrong)
        return right

    def note(self, outcome: Outcome) -> None:
        """Write down what happened."""
        self._visits.record(StaffVisit(self._clock.now(), outcome))

    def _left_over(self, wrong: list[StaffVisit]) -> float:
        """What is left of the last wait; all of it where the time of day was set back."""
        if not wrong:
            return 0.0
        whole = timedelta(seconds=wait_seconds(len(wrong)))
        passed = self._clock.now() - wrong[-1].at
        return max(timedelta(), min(whole, whole - passed)).total_seconds()
