"""The real UI over a whole visit, and every turn of its event loop.

``python -m tests.benchmarks.visit_screen LEARNED REST`` starts it, leaves it alone for so many
seconds, plays the visit with so many seconds of rest after each step, and prints a JSON list of
``Turn``. The environment says where the model and the desk are.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict

from PySide6.QtCore import QTimer

from kiosk.ui.appearance import Appearance
from kiosk.ui.handoff import HandOffModel
from kiosk.ui.screen_language import ScreenLanguage
from kiosk.ui.visit import VisitModel
from tests.benchmarks import inside
from tests.benchmarks.hands import flick
from tests.benchmarks.inside import Inside
from tests.benchmarks.turns import TurnProbe

LOCAL = "what are the hours of the music library this week"
LONG = "Tell me of comets"
LONGEST_SECONDS = 60.0
SPEED = 3000.0

Step = tuple[str, Callable[[], object], Callable[[], object]]


class Visit:
    """Goes from step to step: what is done, and what must hold before the next one."""

    def __init__(
        self, ui: Inside, probe: TurnProbe, learned_seconds: float, rest_seconds: float
    ) -> None:
        self._ui = ui
        self._probe = probe
        self._learned_seconds = learned_seconds
        self._rest_seconds = rest_seconds
        self._look = ui.model(Appearance)
        self._language = ui.model(ScreenLanguage)
        self._hand_off = ui.model(HandOffModel)
        self._visit = ui.model(VisitModel)
        self._since = time.perf_counter()
        self._steps = iter(self._plan())
        self._holds: Callable[[], object] = self._rested
        probe.watch(ui.window)
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)
        self._timer.start(50)

    def _plan(self) -> Iterator[Step]:
        chat, window = self._ui.chat, self._ui.window
        yield "question at once", lambda: chat.ask(LOCAL), self._answered
        yield "home, learning", self._visit.startOver, lambda: self._waited(self._learned_seconds)
        yield "home", lambda: None, lambda: self._waited(5 * self._rest_seconds)
        for _ in range(3):
            yield "question", lambda: chat.ask(LOCAL), self._answered
        yield "streaming", lambda: chat.ask(LONG), self._answered
        for _ in range(5):
            yield "scrolling", lambda: flick(window, SPEED), self._rested
        for _ in range(5):
            yield "scrolling", lambda: flick(window, -SPEED), self._rested
        yield "hand-off", self._hand_off.compose, self._rested
        yield "hand-off", lambda: self._hand_off.send("Ada", ""), self._rested
        for _ in range(3):
            yield "theme", self._look.nextTheme, self._rested
        for _ in range(3):
            yield "text size", self._look.nextTextSize, self._rested
        for choice in self._language.choices:
            yield "language", lambda tag=choice["tag"]: self._language.choose(tag), self._rested
        yield "end", self._visit.end, self._rested

    def _go_on(self) -> None:
        if not self._holds():
            assert time.perf_counter() - self._since < LONGEST_SECONDS, self._probe.phase
            return
        self._since = time.perf_counter()
        try:
            self._probe.phase, do, self._holds = next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._probe.stop()
            self._ui.tell(json.dumps([asdict(turn) for turn in self._probe.turns]))
            self._ui.leave()
            return
        do()

    def _rested(self) -> bool:
        return self._waited(self._rest_seconds)

    def _waited(self, seconds: float) -> bool:
        return time.perf_counter() - self._since > seconds

    def _answered(self) -> bool:
        return not self._ui.chat.answering and self._rested()


def main(learned_seconds: float, rest_seconds: float) -> None:
    """Play it once."""
    probes: list[TurnProbe] = []
    inside.run(
        lambda ui: Visit(ui, probes[0], learned_seconds, rest_seconds),
        before=lambda _: probes.append(TurnProbe()),
    )


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
