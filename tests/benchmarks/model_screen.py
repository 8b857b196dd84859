"""The real UI, asked what its model must answer, and watched from inside.

``python -m tests.benchmarks.model_screen`` takes lines of JSON from standard input, asks the
``question`` of each, in a new visit where ``is_new_visit`` says so, and when its answer is whole
prints what it saw as a line of JSON (``Seen``). An empty line ends it.
"""

import gc
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app import ui_process
from kiosk.app.configuration import read_configuration
from kiosk.core.clock import SystemClock, parse_instant
from kiosk.ui.chat import ANSWER, ChatModel, ChatRow
from tests.benchmarks.questions import EVENING

MEGABYTE = 2.0**20
FRAME_MILLISECONDS = 1000 / 60
PAUSE_MILLISECONDS = 250
"""Before each question: motion of the last answer (under 200 ms) has come to rest."""


@dataclass(slots=True)
class Seen:
    """What was seen of one answer.

    Attributes:
        first: Seconds from the question to the frame with the first word.
        whole: Seconds from there to the frame with the last word.
        text: What was painted in the end.
        frames: Milliseconds that each frame took the UI thread, with the work before it since
            the thread woke or drew; from the first word to the last.
        late: Stretches of its work, with or without a frame, that were longer than a frame may be.
        megabytes: Resident memory afterwards.
    """

    first: float = 0.0
    whole: float = 0.0
    text: str = ""
    frames: list[float] = field(default_factory=list)
    late: int = 0
    megabytes: float = 0.0


class Watcher:
    """Asks one question and notes what the window and its thread do until the answer is whole."""

    def __init__(self, window: QQuickWindow, chat: ChatModel, told: Callable[[Seen], None]) -> None:
        self._chat = chat
        self._told = told
        self._seen: Seen | None = None
        self._asked_at = 0.0
        self._woke_at = time.thread_time()
        self._at_rest = False
        window.frameSwapped.connect(self._drawn)
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._awake)
        dispatcher.aboutToBlock.connect(self._rests)

    def ask(self, question: str, *, is_new_visit: bool) -> None:
        """The next question, when the screen has come to rest."""
        if is_new_visit:
            self._chat.forget()
        QTimer.singleShot(PAUSE_MILLISECONDS, lambda: self._ask(question))

    def _ask(self, question: str) -> None:
        self._seen = Seen()
        self._asked_at = time.perf_counter()
        self._chat.ask(question)

    def _awake(self) -> None:
        if self._at_rest:
            self._at_rest, self._woke_at = False, time.thread_time()

    def _rests(self) -> None:
        self._stretch()
        self._at_rest = True

    def _stretch(self) -> float:
        """Milliseconds of the UI thread since it woke, or since the last frame."""
        now = time.thread_time()
        took, self._woke_at = (now - self._woke_at) * 1000, now
        if self._seen is not None and self._seen.first and took > FRAME_MILLISECONDS:
            self._seen.late += 1
        return took

    def _drawn(self) -> None:
        took, row = self._stretch(), self._answer()
        if self._seen is None or row is None or not row.text:
            return
        since = time.perf_counter() - self._asked_at
        if self._seen.first:
            self._seen.frames.append(took)
        self._seen.first = self._seen.first or since
        if not row.streaming:
            seen, self._seen = self._seen, None
            seen.whole, seen.text, seen.megabytes = since - seen.first, row.text, _megabytes()
            self._told(seen)

    def _answer(self) -> ChatRow | None:
        last = self._chat.rows[-1] if self._chat.rows else None
        return last if last is not None and last.kind == ANSWER else None


def main() -> None:
    """Run the UI until the questions end."""
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
        kept.append(Watcher(window, chat, _tell))
        threading.Thread(target=_read, args=(kept[0],), daemon=True).start()

    threading.Thread(target=_once_qt_runs, args=(begin,), daemon=True).start()
    clock = SystemClock.starting_at(parse_instant(EVENING))
    ui_process.run(read_configuration(), clock, ui_process.UiOptions())


def _read(watcher: Watcher) -> None:
    for line in sys.stdin:
        if not line.strip():
            break
        _on_the_ui_thread(partial(watcher.ask, **json.loads(line)))
    os.kill(os.getpid(), signal.SIGTERM)


def _tell(seen: Seen) -> None:
    sys.stdout.write(f"{json.dumps(asdict(seen))}\n")
    sys.stdout.flush()


def _once_qt_runs(job: Callable[[], None]) -> None:
    while QCoreApplication.instance() is None:
        time.sleep(0.01)
    _on_the_ui_thread(job)


def _on_the_ui_thread(job: Callable[[], None]) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    QTimer.singleShot(0, application, job)


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


if __name__ == "__main__":
    main()
