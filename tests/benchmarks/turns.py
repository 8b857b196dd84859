"""Every turn of the UI's event loop: how long it kept the screen waiting, and with what.

A turn lasts from the moment GLib hands Qt its events until it waits for the next ones. GLib lets
the waiting itself be replaced, which is where the two clocks are read.
"""

import ctypes
import gc
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from types import FrameType
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickWindow

MILLI = 1000.0
LOOKED_AT_SECONDS = 0.004
"""A turn that is older than this is asked what it is at."""

_EVERY_SECONDS = 0.001
_Poll = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int)


@dataclass(slots=True)
class Turn:
    """One turn.

    Attributes:
        phase: Of the visit.
        held: Milliseconds by the clock: what a finger would have waited.
        worked: Milliseconds of the thread's own work. The rest it waited for Python's lock, or
            for a processor.
        drawn: Milliseconds of drawing among those by the clock.
        collected: The same of Python's garbage collector.
        what: The functions that it was seen in most often, where it was long.
    """

    phase: str
    held: float
    worked: float
    drawn: float
    collected: float
    what: str


class TurnProbe:
    """Notes every turn of the thread that it is made on."""

    def __init__(self) -> None:
        self.phase = "start"
        self.turns: list[Turn] = []
        self._thread = threading.get_ident()
        self._began = self._worked = 0.0
        self._drawn = self._draws = self._collected = self._collects = 0.0
        self._seen: Counter[str] = Counter()
        self._glib: Any = ctypes.CDLL("libglib-2.0.so.0")
        self._wait: Any = ctypes.CDLL(None, use_errno=True).poll
        self._wait.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int)
        self._poll = _Poll(self._polled)
        self._glib.g_main_context_set_poll_func(None, self._poll)
        gc.callbacks.append(self._collecting)
        threading.Thread(target=self._look, daemon=True).start()

    def watch(self, window: QQuickWindow) -> None:
        """Tell its drawing from the rest."""
        direct = Qt.ConnectionType.DirectConnection
        window.beforeSynchronizing.connect(self._draw, direct)
        window.frameSwapped.connect(self._drew, direct)

    def stop(self) -> None:
        """GLib waits by itself again."""
        gc.callbacks.remove(self._collecting)
        self._glib.g_main_context_set_poll_func(None, None)
        self._thread = 0

    def _polled(self, entries: int, count: int, milliseconds: int) -> int:
        self._end()
        found = self._wait(entries, count, milliseconds)
        self._worked, self._began = time.thread_time(), time.perf_counter()
        return int(found)

    def _end(self) -> None:
        if self._began:
            held = (time.perf_counter() - self._began) * MILLI
            worked = (time.thread_time() - self._worked) * MILLI
            what = "; ".join(name for name, _ in self._seen.most_common(2))
            self.turns.append(Turn(self.phase, held, worked, self._drawn, self._collected, what))
        self._began = self._drawn = self._collected = 0.0
        self._seen = Counter()

    def _draw(self) -> None:
        self._draws = time.perf_counter()

    def _drew(self) -> None:
        self._drawn += (time.perf_counter() - self._draws) * MILLI

    def _collecting(self, phase: str, _told: dict[str, int]) -> None:
        if threading.get_ident() != self._thread:
            return
        if phase == "start":
            self._collects = time.perf_counter()
        else:
            self._collected += (time.perf_counter() - self._collects) * MILLI

    def _look(self) -> None:
        while self._thread:
            time.sleep(_EVERY_SECONDS)
            began = self._began
            if began and time.perf_counter() - began > LOOKED_AT_SECONDS:
                frame = sys._current_frames().get(self._thread)  # noqa: SLF001  made for this
                self._seen[_name(frame)] += 1


def _name(frame: FrameType | None) -> str:
    """The innermost function of ours; Qt's own code has no Python frame."""
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("kiosk."):
            if frame.f_code.co_name in ("run", "main", "_show"):
                break
            return f"{module.removeprefix('kiosk.')}.{frame.f_code.co_qualname}"
        frame = frame.f_back
    return "Qt"
