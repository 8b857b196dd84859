"""The last snapshot of the visit, in this process's memory and nowhere else."""

from kiosk.core.heartbeat import Visit

MOST_RESTORES = 3
"""A visit that the UI cannot bear must not take the terminal into safe mode (five bad ends)."""

TRUSTED_SECONDS = 60.0
"""A visit that changes this long after it was restored did no harm."""


class LastVisit:
    """Keeps what a patron would lose, as long as that patron may still stand there.

    The UI says when a visit is over. While it cannot (it hangs, or is gone) the visit is over
    ``lifetime_seconds`` after the UI's last sign of life: the idle time and the countdown that
    the UI itself would have run.
    """

    def __init__(self, lifetime_seconds: float) -> None:
        self._lifetime = lifetime_seconds
        self._visit: Visit | None = None
        self._alive = 0.0
        self._restores = 0
        self._restored = 0.0

    def keep(self, visit: Visit, now: float) -> None:
        """Take the place of the snapshot before."""
        if visit != self._visit and now - self._restored >= TRUSTED_SECONDS:
            self._restores = 0
        self._visit = visit
        self._alive = now

    def forget(self) -> None:
        """The visit is over."""
        self._visit = None
        self._restores = 0

    def alive(self, now: float) -> None:
        """The UI gave a sign of life, so it is the UI who counts the idle time."""
        self._alive = now

    def expire(self, now: float) -> None:
        """Forget a visit that would be over by now."""
        if now - self._alive > self._lifetime:
            self.forget()

    def restore(self, now: float) -> Visit | None:
        """The visit for the next UI, or None. The same visit is given a few times only."""
        self.expire(now)
        if self._restores >= MOST_RESTORES:
            self.forget()
        if self._visit is not None:
            self._restores += 1
            self._restored = now
        return self._visit
