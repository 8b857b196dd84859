"""The real UI process with somebody inside who touches its models and watches its window."""

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app import ui_process
from kiosk.app.configuration import read_configuration
from kiosk.app.garbage import look_away
from kiosk.core.clock import SystemClock, parse_instant
from kiosk.ui.chat import ChatModel
from tests.benchmarks.questions import EVENING

T = TypeVar("T", bound=QObject)

_AGAIN_MILLISECONDS = 20


@dataclass(frozen=True, slots=True)
class Inside:
    """What there is to touch and to watch, once the window shows."""

    window: QQuickWindow
    chat: ChatModel

    def model(self, kind: type[T]) -> T:
        """Another of its models; to be asked for at once, before what lasts is frozen.

        The window has them as properties, of types that PySide does not hand back to Python.
        """
        return _only(kind)

    def tell(self, line: str) -> None:
        """A line for who started this process."""
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def leave(self) -> None:
        """It is over."""
        os.kill(os.getpid(), signal.SIGTERM)


def run(
    visit: Callable[[Inside], object], before: Callable[[QCoreApplication], object] | None = None
) -> None:
    """Run the UI until somebody leaves.

    Args:
        visit: Is called on the UI's thread when the window shows; what it returns is kept, as
            objects that Qt knows need a name in Python.
        before: Is called there as early as there is an event loop.
    """
    kept: list[Any] = []

    def begin() -> None:
        windows = [each for each in QGuiApplication.topLevelWindows() if each.isExposed()]
        if not windows:
            QTimer.singleShot(_AGAIN_MILLISECONDS, begin)
            return
        [window] = windows
        assert isinstance(window, QQuickWindow)
        kept.append(visit(Inside(window, _only(ChatModel))))

    def first(application: QCoreApplication) -> None:
        if before is not None:
            kept.append(before(application))
        begin()

    threading.Thread(target=_once_qt_runs, args=(first,), daemon=True).start()
    clock = SystemClock.starting_at(parse_instant(EVENING))
    look_away()  # as ``kiosk ui`` does before it loads the window
    ui_process.run(read_configuration(), clock, ui_process.UiOptions())


def on_the_ui_thread(job: Callable[[], None]) -> None:
    """Call it there, soon; from another thread."""
    application = QCoreApplication.instance()
    assert application is not None
    QTimer.singleShot(0, application, job)


def _once_qt_runs(job: Callable[[QCoreApplication], None]) -> None:
    while (application := QCoreApplication.instance()) is None:
        time.sleep(0.01)
    QTimer.singleShot(0, application, lambda: job(application))


def _only(kind: type[T]) -> T:
    [found] = (thing for thing in gc.get_objects() if isinstance(thing, kind))
    return found
