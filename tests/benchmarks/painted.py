"""The real UI, asked from inside: seconds from each question to the frame that shows its answer.

``python -m tests.benchmarks.painted COUNT`` prints them as a JSON list. Every few questions the
visit is over and a new one begins on the home screen, as it does with patrons.
"""

import json
import sys
import time

from PySide6.QtCore import QTimer

from kiosk.ui.chat import ANSWER
from tests.benchmarks import inside
from tests.benchmarks.inside import Inside
from tests.benchmarks.questions import QUESTIONS

QUESTIONS_A_VISIT = 5
PAUSE_MILLISECONDS = 300
"""Between two questions: motion of the last answer (under 200 ms) has come to rest."""


class Asker:
    """Asks one question after the other and notes when its answer was drawn."""

    def __init__(self, ui: Inside, count: int) -> None:
        self._ui = ui
        self._chat = ui.chat
        self._count = count
        self._began: float | None = None
        self.seconds: list[float] = []
        ui.window.frameSwapped.connect(self._drawn)

    def ask(self) -> None:
        """The next one, or the end."""
        if self._chat.is_answering:
            # The last answer is painted whole a moment before its task has ended.
            QTimer.singleShot(1, self.ask)
            return
        number = len(self.seconds)
        if number == self._count:
            self._ui.tell(json.dumps(self.seconds))
            self._ui.leave()
            return
        if number % QUESTIONS_A_VISIT == 0:
            self._chat.forget()
        self._began = time.perf_counter()
        self._chat.ask(QUESTIONS[number % len(QUESTIONS)])

    def _drawn(self) -> None:
        last = self._chat.rows[-1] if self._chat.rows else None
        if self._began is None or last is None or last.kind != ANSWER or last.streaming:
            return
        self.seconds.append(time.perf_counter() - self._began)
        self._began = None
        QTimer.singleShot(PAUSE_MILLISECONDS, self.ask)


def main(count: int) -> None:
    """Run the UI; ends by itself when every question was answered."""

    def begin(ui: Inside) -> Asker:
        asker = Asker(ui, count)
        QTimer.singleShot(1000, asker.ask)
        return asker

    inside.run(begin)


if __name__ == "__main__":
    main(int(sys.argv[1]))
