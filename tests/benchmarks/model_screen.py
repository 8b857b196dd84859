"""The real UI, asked what its model must answer, and watched from inside.

``python -m tests.benchmarks.model_screen`` takes lines of JSON from standard input, each the
arguments of ``Watcher.ask``, and when an answer is whole prints what it saw as a line of JSON
(``Seen``). An empty line ends it.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.chat import ANSWER, ChatModel, ChatRow
from tests.benchmarks import inside
from tests.benchmarks.inside import Inside

MEGABYTE = 2.0**20


@dataclass(slots=True)
class Seen:
    """What was seen of one answer.

    Attributes:
        first: Seconds from the question to the frame with the first word.
        whole: Seconds from there to the frame with the last word.
        text: What was painted in the end.
        frames: Milliseconds of the UI thread for each frame, from the first word to the last:
            all its work since the frame before, by the thread's own clock.
        megabytes: Resident memory afterwards.
    """

    first: float = 0.0
    whole: float = 0.0
    text: str = ""
    frames: list[float] = field(default_factory=list)
    megabytes: float = 0.0


class Watcher:
    """Asks one question and notes what the window and its thread do until the answer is whole."""

    def __init__(self, window: QQuickWindow, chat: ChatModel, told: Callable[[Seen], None]) -> None:
        self._chat = chat
        self._told = told
        self._seen: Seen | None = None
        self._asked_at = 0.0
        self._worked = time.thread_time()
        window.frameSwapped.connect(self._drawn)

    def ask(self, question: str, *, is_new_visit: bool, after_milliseconds: int) -> None:
        """The next question, after a while."""
        if is_new_visit:
            self._chat.forget()
        QTimer.singleShot(after_milliseconds, lambda: self._ask(question))

    def _ask(self, question: str) -> None:
        if self._chat.is_answering:
            # The last answer is painted whole a moment before its task has ended.
            QTimer.singleShot(1, lambda: self._ask(question))
            return
        self._seen = Seen()
        self._asked_at = time.perf_counter()
        self._chat.ask(question)

    def _drawn(self) -> None:
        worked, row = time.thread_time(), self._answer()
        took, self._worked = (worked - self._worked) * 1000, worked
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

    def begin(ui: Inside) -> Watcher:
        watcher = Watcher(ui.window, ui.chat, lambda seen: ui.tell(json.dumps(asdict(seen))))
        threading.Thread(target=_read, args=(ui, watcher), daemon=True).start()
        return watcher

    inside.run(begin)


def _read(ui: Inside, watcher: Watcher) -> None:
    for line in sys.stdin:
        if not line.strip():
            break
        inside.on_the_ui_thread(partial(watcher.ask, **json.loads(line)))
    ui.leave()


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


if __name__ == "__main__":
    main()
