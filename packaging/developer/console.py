"""How dev.py speaks: progress on standard output, and one sentence when it must stop."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """Stops dev.py with one sentence and exit code 1."""


def say(text: str) -> None:
    """One line of progress, at once, also into a pipe."""
    print(f"[dev] {text}", flush=True)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Announce a step, and say how long it took when it is done."""
    say(f"{what} ...")
    start = time.monotonic()
    yield
    say(f"{what}: done in {time.monotonic() - start:.1f} s")


class Counter:
    """Counts steps up to a known number: in place on a terminal, now and then into a file."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._done = 0

    def step(self, name: str) -> None:
        """One more is under way."""
        self._done += 1
        line = f"[dev]   {self._what} {self._done} of up to {self._total}: {name}"
        if sys.stdout.isatty():
            print(f"\r{line:<70.70}", end="", flush=True)
        elif self._done % 10 == 0 or self._done == self._total:
            print(line, flush=True)

    def close(self) -> None:
        """Leave the line that was written in place."""
        if sys.stdout.isatty() and self._done:
            print(flush=True)
