"""The UI's end of the pipe to the watchdog (``core.heartbeat``).

Two threads keep it moving, so that the UI thread neither waits for a full pipe nor for a line that
never comes. Only the newest beat and the newest word about the visit wait to be written: what a
slow watchdog missed is worth nothing to it.
"""

import contextlib
import logging
import os
import threading
from collections.abc import Callable
from typing import BinaryIO

from kiosk.core.errors import WireError
from kiosk.core.heartbeat import (
    MAX_LINE_BYTES,
    Beat,
    Forget,
    Ready,
    Restore,
    Snapshot,
    Visit,
    decode,
    encode,
)
from kiosk.core.reasons import Reason

LAST_RESORT_SECONDS = 10.0

News = Ready | Beat | Snapshot | Forget
"""What a UI may say."""

log = logging.getLogger(__name__)


def leave_at_once() -> None:
    """End this process without asking a UI thread that may hang."""
    os._exit(Reason.UI_HANG)


class BeatPipe:
    """Speaks to the watchdog.

    Args:
        incoming: From the watchdog. The pipe owns it.
        outgoing: To the watchdog. The pipe owns it.
        on_end: Called once, on a thread of the pipe, when the watchdog is gone or wants the UI to
            go. It must hand over to the UI's event loop.
        last_resort: Called on the same thread when the pipe was not closed in time after that.
        last_resort_seconds: That time.
    """

    def __init__(
        self,
        incoming: BinaryIO,
        outgoing: BinaryIO,
        on_end: Callable[[], None],
        *,
        last_resort: Callable[[], None] = leave_at_once,
        last_resort_seconds: float = LAST_RESORT_SECONDS,
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._on_end = on_end
        self._last_resort = last_resort
        self._last_resort_seconds = last_resort_seconds
        self._first_line: bytes | None = None
        self._first_line_wanted = True
        self._first_line_read = threading.Event()
        self._closed = threading.Event()
        self._waiting: dict[str, bytes] = {}
        self._writing = False
        self._broken = False
        self._change = threading.Condition()
        _start_thread("beat-reader", self._read)
        _start_thread("beat-writer", self._write)

    @classmethod
    def take_over(cls, on_end: Callable[[], None]) -> "BeatPipe":
        """Take the process's standard input and output for the watchdog alone.

        From then on a stray ``print``, here or in a library in C, goes to standard error, and a
        child process cannot read or hold the watchdog's pipe. Call it before anything prints.
        """
        # Without a buffer, in which the last snapshot would stay.
        incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", buffering=0)
        with open(os.devnull, "r+b", buffering=0) as nothing:  # noqa: PTH123 - a device, not a path
            os.dup2(nothing.fileno(), 0)
            os.dup2(2 if _is_open(2) else nothing.fileno(), 1)
        return cls(incoming, outgoing, on_end)

    def restored(self, timeout_seconds: float = 2.0) -> Visit | None:
        """What the last UI left behind: the watchdog's first line. None if there is nothing.

        A line that does not come in time, or is not what was agreed, is no reason to stay dark:
        the visit is then lost, and the log says so.
        """
        in_time = self._first_line_read.wait(timeout_seconds)
        self._first_line_wanted = False
        if not in_time:
            log.warning("the watchdog said nothing for %.1f s; no visit restored", timeout_seconds)
            return None
        line, self._first_line = self._first_line, None
        return _visit_in(line) if line else None

    def send(self, message: News) -> None:
        """Say something to the watchdog. Never waits; order is kept where it matters.

        Raises:
            TypeError: a snapshot holds what JSON cannot.
        """
        line = encode(message)
        if len(line) > MAX_LINE_BYTES:
            log.warning("a snapshot of %d bytes is too large for the watchdog", len(line))
            return
        with self._change:
            if not self._broken:
                self._waiting[_subject(message)] = line
                self._change.notify_all()

    def close(self, timeout_seconds: float = 1.0) -> None:
        """Write what still waits, at most that long, and stop. Call it last of all."""
        with self._change:
            self._change.wait_for(self._all_said, timeout_seconds)
            self._closed.set()
            self._change.notify_all()

    def _all_said(self) -> bool:
        return self._broken or not (self._waiting or self._writing)

    def _read(self) -> None:
        with contextlib.suppress(OSError, ValueError), self._incoming as incoming:
            line = incoming.readline(MAX_LINE_BYTES + 1)
            if self._first_line_wanted:
                self._first_line = line
            self._first_line_read.set()
            del line  # a visit that came too late must not stay in memory for weeks
            # Nothing more is agreed; whatever comes is passed over until the end.
            while incoming.readline(MAX_LINE_BYTES):
                pass
        self._first_line_read.set()
        if not self._closed.is_set():
            self._on_end()
            if not self._closed.wait(self._last_resort_seconds):
                self._last_resort()

    def _write(self) -> None:
        try:
            with self._outgoing as outgoing:
                while lines := self._next_lines():
                    _write_all(outgoing, lines)
                    lines = b""
        except OSError:
            # The watchdog is gone. The end of our standard input says so to the UI.
            log.info("the pipe to the watchdog is closed")
        with self._change:
            self._broken = True
            self._waiting.clear()
            self._change.notify_all()

    def _next_lines(self) -> bytes:
        with self._change:
            self._writing = False
            self._change.notify_all()
            self._change.wait_for(lambda: self._waiting or self._closed.is_set())
            if self._closed.is_set():
                return b""
            lines = b"".join(self._waiting.values())
            self._waiting.clear()
            self._writing = True
            return lines


def _write_all(outgoing: BinaryIO, lines: bytes) -> None:
    """A pipe takes as much at a time as it has room for."""
    rest = memoryview(lines)
    while rest:
        rest = rest[outgoing.write(rest) :]
    outgoing.flush()


def _subject(message: News) -> str:
    """What a message is about: a newer one takes the place of an older one on the same subject."""
    match message:
        case Ready():
            return "ready"
        case Beat():
            return "beat"
        case Snapshot() | Forget():
            return "visit"


def _visit_in(line: bytes) -> Visit | None:
    try:
        message = decode(line)
    except WireError as error:
        log.warning("the watchdog's first line cannot be used; no visit restored: %s", error)
        return None
    return message.visit if isinstance(message, Restore) else None


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _start_thread(name: str, job: Callable[[], None]) -> None:
    threading.Thread(target=job, name=name, daemon=True).start()
