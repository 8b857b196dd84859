"""From a crash or a hang in the middle of a conversation to the conversation on the screen."""

import os
import signal
import time
from collections.abc import Callable

from kiosk.app.children import kill_hard
from tests.benchmarks.measure import Row, Series
from tests.benchmarks.questions import EVENING, QUESTIONS
from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor

YOUNG_SECONDS = 62.0
"""The watchdog is twice as patient with a UI that runs for less than a minute."""


def crash(installation: Installation, rounds: int, start: Series) -> list[Row]:
    """SIGKILL. A new watchdog each time: it waits longer with each crash."""
    values = tuple(_recovery(installation, kill_hard) for _ in range(rounds))
    return [Row(Series("crash (SIGKILL) to usable again", "s", values), start, "conversation kept")]


def hang(installation: Installation, rounds: int, start: Series, *, age: float) -> list[Row]:
    """SIGSTOP, of a UI that ran so many seconds."""
    values = tuple(_recovery(installation, _stop, age) for _ in range(rounds))
    name = f"hang (SIGSTOP) to usable again, UI {age:.0f} s old"
    return [Row(Series(name, "s", values), start, "with default settings")]


def _recovery(installation: Installation, strike: Callable[[int], None], age: float = 0.0) -> float:
    patron = Visitor()
    watchdog = installation.start("run", "--now", EVENING, "--driver", patron.address)
    try:
        patron.wait_for_screen()
        time.sleep(age)
        patron.ask(QUESTIONS[0])
        said = patron.lines()
        began = time.perf_counter()
        strike(patron.pid())
        patron.wait_for_screen()
        assert patron.lines() == said
        return time.perf_counter() - began
    finally:
        watchdog.stop()
        patron.leave()


def _stop(pid: int) -> None:
    os.kill(pid, signal.SIGSTOP)
