"""The real UI, asked from inside: seconds from each question to the frame that shows its answer.

``python -m tests.benchmarks.painted COUNT`` prints them as a JSON list. Every few questions the
visit is over and a new one begins on the home screen, as it does with patrons.
"""

import gc
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app import ui_process
from kiosk.app.configuration import read_configuration
from kiosk.core.clock import SystemClock, parse_instant
from kiosk.ui.chat import ANSWER, ChatModel
from tests.benchmarks.questions import EVENING, QUESTIONS

QUESTIONS_A_VISIT = 5
PAUSE_MILLISECONDS = 300
"""Between two questions: motion of the last answer (under 200 ms) has come to rest."""


class Asker:
    """Asks one question after the other and notes when its answer was drawn."""

    def __init__(self, window: QQuickWindow, chat: ChatModel, count: int) -> None:
        self._chat = chat
        self._count = count
        self._began: float | None = None
        self.seconds: list[float] = []
        window.frameSwapped.connect(self._drawn)

    def ask(self) -> None:
        """The next one, or the end."""
        number = len(self.seconds)
        if number == self._count:
            sys.stdout.write(json.dumps(self.seconds))
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGTERM)
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
    kept: list[Any] = []  # objects that Qt knows need a name in Python

    def begin() -> None:
        windows = [each for each in QGuiApplication.topLevelWindows() if each.isExposed()]
        if not windows:
            QTimer.singleShot(100, begin)
            return
        [window] = windows
        assert isinstance(window, QQuickWindow)
        # The window has it as a property, of a type that PySide does not hand back to Python.
        [chat] = (thing for thing in gc.get_objects() if isinstance(thing, ChatModel))
        kept.append(Asker(window, chat, count))
        QTimer.singleShot(1000, kept[0].ask)

    threading.Thread(target=_once_qt_runs, args=(begin,), daemon=True).start()
    clock = SystemClock.starting_at(parse_instant(EVENING))
    ui_process.run(read_configuration(), clock, ui_process.UiOptions())


def _once_qt_runs(job: Callable[[], None]) -> None:
    while (application := QCoreApplication.instance()) is None:
        time.sleep(0.01)
    QTimer.singleShot(0, application, job)


if __name__ == "__main__":
    main(int(sys.argv[1]))
