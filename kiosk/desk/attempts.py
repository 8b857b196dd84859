"""Nobody may try passwords faster than a person who forgot theirs."""

from collections import deque
from dataclasses import dataclass, field

from kiosk.core.clock import Clock
from kiosk.desk.refusals import TooManyAttempts


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``attempts`` within ``seconds``."""

    attempts: int
    seconds: float


PER_NAME_AND_ADDRESS = Limit(5, 300)
PER_ADDRESS = Limit(30, 300)
PER_NAME = Limit(50, 900)


@dataclass(slots=True)
class _Tries:
    limit: Limit
    at: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until the next try is allowed, 0 for at once."""
        while self.at and self.at[0] <= now - self.limit.seconds:
            self.at.popleft()
        if len(self.at) < self.limit.attempts:
            return 0.0
        return self.at[0] + self.limit.seconds - now


class Attempts:
    """Counts failed sign-ins by name, by address and by both, in this process's memory."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tries: dict[tuple[str, str], _Tries] = {}

    def count(self, name: str, address: str) -> None:
        """Count a try before the password is checked, so that many at once do not slip through.

        Raises:
            TooManyAttempts: this one must not be made.
        """
        now = self._clock.monotonic()
        self._forget_old(now)
        tries = self._of(name, address)
        wait = max(one.wait(now) for one in tries)
        if wait > 0:
            minutes = int(wait // 60) + 1
            raise TooManyAttempts(
                f"Too many attempts. Please wait {minutes} "
                f"{'minute' if minutes == 1 else 'minutes'} and try again.",
                seconds=int(wait) + 1,
            )
        for one in tries:
            one.at.append(now)

    def succeeded(self, name: str, address: str) -> None:
        """The password was right: this person's tries do not count."""
        self._tries.pop(("both", f"{_key(name)} {address}"), None)
        for one in self._of(name, address)[1:]:
            if one.at:
                one.at.pop()

    def _of(self, name: str, address: str) -> list[_Tries]:
        keys = (
            ("both", f"{_key(name)} {address}", PER_NAME_AND_ADDRESS),
            ("address", address, PER_ADDRESS),
            ("name", _key(name), PER_NAME),
        )
        return [self._tries.setdefault((kind, key), _Tries(limit)) for kind, key, limit in keys]

    def _forget_old(self, now: float) -> None:
        for key, tries in list(self._tries.items()):
            tries.wait(now)
            if not tries.at:
                del self._tries[key]


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()[:200]
