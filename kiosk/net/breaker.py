"""A circuit breaker: a server that keeps failing is left alone for a while.

Whoever is asked in vain several times in a row is not asked again before a rest is over. Then
one request is let through; if it is answered all is as before, if not the rest begins anew. So
nobody waits for a timeout whose outcome is known, and a server that struggles is not struck.
"""

import contextlib
from collections.abc import Callable, Iterator
from enum import StrEnum

from kiosk.core.errors import KioskError, Unavailable

FAILURES = 5
"""In a row. Fewer could be one bad minute of a wireless network."""

REST_SECONDS = 60.0

LONGEST_REST = 3600.0
"""Seconds that we obey a server that asks to be left alone; it may have meant milliseconds."""


class State(StrEnum):
    """Whether requests are let through: all, none, or one to see."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class CircuitBreaker:
    """Guards one server.

    Args:
        who: Who is asked, as the beginning of a sentence: "LibCal".
        unavailable: Raised instead of asking.
        monotonic: Seconds that never go back.
        failures: So many in a row open it.
        rest_seconds: How long it then stays open.
    """

    def __init__(
        self,
        who: str,
        unavailable: type[Unavailable],
        monotonic: Callable[[], float],
        *,
        failures: int = FAILURES,
        rest_seconds: float = REST_SECONDS,
    ) -> None:
        self._who = who
        self._unavailable = unavailable
        self._monotonic = monotonic
        self._failures = failures
        self._rest_seconds = rest_seconds
        self._failed = 0
        self._last_failure = ""
        self._rests_until: float | None = None
        self._is_trying = False

    @property
    def state(self) -> State:
        """As it is now."""
        if self._rests_until is None:
            return State.CLOSED
        return State.OPEN if self.rest_left > 0 else State.HALF_OPEN

    @property
    def rest_left(self) -> float:
        """Seconds until a request is let through again; 0 where one is."""
        return 0.0 if self._rests_until is None else max(0.0, self._rests_until - self._monotonic())

    @contextlib.contextmanager
    def attempt(self) -> Iterator[None]:
        """One request, which the block makes.

        An ``Unavailable`` that the block raises is a failure. Any other of our errors is an
        answer, if not the one that was wanted. A block that is cancelled has shown nothing.

        Raises:
            Unavailable: of the type given; nothing was asked.
        """
        is_trial = self._admit()
        try:
            yield
        except Unavailable as error:
            self._fail(str(error), is_trial=is_trial)
            raise
        except KioskError:
            self._recover()
            raise
        else:
            self._recover()
        finally:
            self._is_trying = self._is_trying and not is_trial

    def rest(self, seconds: float) -> None:
        """The server asked to be left alone for so long (``Retry-After``)."""
        self._stay_open(min(seconds, LONGEST_REST))

    def _admit(self) -> bool:
        """Let a request through; whether it is the one that tries."""
        state = self.state
        if state is State.OPEN or (state is State.HALF_OPEN and self._is_trying):
            raise self._unavailable(
                f"{self._who} is left alone for {self.rest_left:.0f} seconds more; "
                f"the last failure of {self._failed}: {self._last_failure}"
            )
        is_trial = state is State.HALF_OPEN
        self._is_trying = self._is_trying or is_trial
        return is_trial

    def _fail(self, sentence: str, *, is_trial: bool) -> None:
        self._failed += 1
        self._last_failure = sentence
        if is_trial or self._failed >= self._failures:
            self._stay_open(self._rest_seconds)

    def _stay_open(self, seconds: float) -> None:
        until = self._monotonic() + seconds
        self._rests_until = until if self._rests_until is None else max(self._rests_until, until)

    def _recover(self) -> None:
        self._failed, self._last_failure, self._rests_until = 0, "", None
