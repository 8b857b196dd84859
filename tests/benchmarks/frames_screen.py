"""The real UI while somebody scrolls a long conversation, and while an answer streams: each frame.

``python -m tests.benchmarks.frames_screen WIDTH HEIGHT ROWS SECONDS`` prints ``Frames`` as JSON,
by what was done. Frames are drawn in software, which is the slowest there is.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer

from tests.benchmarks import inside
from tests.benchmarks.hands import flick, place_of_rows
from tests.benchmarks.inside import Inside
from tests.benchmarks.questions import QUESTIONS

LONG = "Tell me of comets"
SPEED = 3000.0
"""Pixels a second, as of a quick finger."""

FLICK_MILLISECONDS = 400


@dataclass(slots=True)
class Frames:
    """The frames of one thing that was done.

    Attributes:
        seconds: It took.
        pixels: The conversation moved by so many.
        apart: Milliseconds from each frame to the next.
        worked: Milliseconds of the UI's thread for each.
    """

    seconds: float = 0.0
    pixels: float = 0.0
    apart: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)


class Scroller(QObject):
    """Fills the conversation, scrolls up and down, and lets an answer stream."""

    def __init__(self, ui: Inside, size: tuple[int, int], count: int, seconds: float) -> None:
        super().__init__()
        self._ui = ui
        self._count = count
        self._seconds = seconds
        self._seen: dict[str, Frames] = {}
        self._now = Frames()
        self._at, self._worked, self._began = 0.0, 0.0, time.perf_counter()
        self._place = 0.0
        self._plan = self._steps()
        self._until: Callable[[], bool] = lambda: True
        self._flicks = QTimer(self, interval=FLICK_MILLISECONDS)
        ui.window.resize(*size)
        ui.window.frameSwapped.connect(self._drawn, Qt.ConnectionType.DirectConnection)
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _steps(self) -> Iterator[Callable[[], bool]]:
        chat = self._ui.chat
        for n in range(self._count // 2):
            chat.ask(QUESTIONS[n % len(QUESTIONS)])
            yield lambda: not chat.answering
        for name, speed in (("scrolling up", SPEED), ("scrolling down", -SPEED)):
            self._begin(name)
            flicked = self._flicked(speed)
            self._flicks.timeout.connect(flicked)
            self._flicks.start()
            yield lambda: time.perf_counter() - self._began > self._seconds
            self._flicks.stop()
            self._flicks.timeout.disconnect(flicked)
        self._begin("")
        yield lambda: time.perf_counter() - self._began > 1
        self._begin("streaming")
        chat.ask(LONG)
        yield lambda: not chat.answering
        self._begin("")

    def _flicked(self, speed: float) -> Callable[[], None]:
        return lambda: flick(self._ui.window, speed)

    def _begin(self, name: str) -> None:
        now = time.perf_counter()
        self._now.seconds = now - self._began
        self._now.pixels = abs(place_of_rows(self._ui.window) - self._place)
        self._began, self._at, self._place = now, 0.0, place_of_rows(self._ui.window)
        self._now = self._seen.setdefault(name, Frames())

    def _go_on(self) -> None:
        if not self._until():
            return
        step = next(self._plan, None)
        if step is None:
            self._timer.stop()
            self._seen.pop("")
            self._ui.tell(json.dumps({name: asdict(seen) for name, seen in self._seen.items()}))
            self._ui.leave()
        else:
            self._until = step

    def _drawn(self) -> None:
        at, worked = time.perf_counter(), time.thread_time()
        if self._at:
            self._now.apart.append((at - self._at) * 1000)
            self._now.worked.append((worked - self._worked) * 1000)
        self._at, self._worked = at, worked


def main(width: str, height: str, count: str, seconds: str) -> None:
    """Do it once."""
    size = int(width), int(height)
    inside.run(lambda ui: Scroller(ui, size, int(count), float(seconds)))


if __name__ == "__main__":
    main(*sys.argv[1:])
