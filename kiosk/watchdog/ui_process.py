"""The hands: start one UI process with its three pipes, and end it."""

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, cast

from kiosk.core.heartbeat import Message, Restore, Visit, encode
from kiosk.core.reasons import Reason
from kiosk.watchdog.beats import messages
from kiosk.watchdog.process_tree import ProcessTree, start_options
from kiosk.watchdog.states import Mode
from kiosk.watchdog.ui_log import UiLog

WRONG_SETTING = 2
"""``kiosk`` ends with it after a wrong setting or wrong usage; another start would not help."""

LARGEST_CODE = 0xFF
"""Above it are Windows' own codes, such as 0xC0000005 for an access violation."""


@dataclass(frozen=True, slots=True)
class UiCommand:
    """How the UI is started.

    Attributes:
        program: The words before ``ui``.
        extra: Further arguments, for the safe page too.
        environment: Of the new process; None for our own.
    """

    program: tuple[str, ...]
    extra: tuple[str, ...] = ()
    environment: Mapping[str, str] | None = None

    def words(self, mode: Mode, *, software: bool) -> list[str]:
        """The whole command line."""
        safe = ["--safe"] if mode is Mode.SAFE else []
        drawing = ["--software"] if software else []
        return [*self.program, "ui", *safe, "--watched", *drawing, *self.extra]


@dataclass(frozen=True, slots=True)
class Heard:
    """Something came out of a UI process.

    Attributes:
        process: Which one, by its identity; an old one may still have something to say.
        message: What; None for the end of its standard output.
        at: When, by the watchdog's monotonic clock.
    """

    process: object
    message: Message | None
    at: float


Inbox = queue.Queue[Heard]


class UiProcess:
    """One running UI. Three threads keep its pipes moving, so that none can hold up the loop.

    Raises:
        OSError: it could not be started.
    """

    def __init__(
        self,
        words: list[str],
        environment: Mapping[str, str] | None,
        visit: Visit | None,
        *,
        inbox: Inbox,
        monotonic: Callable[[], float],
        ui_log: UiLog,
    ) -> None:
        self._popen = subprocess.Popen(  # noqa: S603 - our own program
            words,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **start_options(),
        )
        self._tree = ProcessTree(self._popen)
        self._let_go = threading.Event()
        self._inbox = inbox
        self._monotonic = monotonic
        self._first_line = encode(Restore(visit))
        self._threads = [
            _thread("restore", self._restore),
            _thread("beats", self._listen),
            _thread("errors", lambda: self._copy_errors(ui_log)),
        ]

    @property
    def pid(self) -> int:
        return self._popen.pid

    def exit_code(self) -> int | None:
        """As the system gives it (negative: the signal); None while it runs."""
        return self._popen.poll()

    def wait(self, seconds: float) -> bool:
        """Wait for its end at most that long; whether it has ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._popen.wait(seconds)
        return self._popen.returncode is not None

    def close(self) -> None:
        """Ask it to go: the end of its standard input."""
        self._let_go.set()

    def terminate(self) -> None:
        """Ask it and all that it started with more force."""
        self._tree.terminate()

    def kill(self) -> None:
        """End it and all that it started."""
        self._tree.kill()

    def bury(self) -> None:
        """After its end: end what it left behind, and let the pipes go."""
        self.close()
        self.kill()
        for thread in self._threads:
            thread.join(1.0)

    def _restore(self) -> None:
        # This thread alone owns the pipe: a UI that never reads holds up nobody else, and nobody
        # closes the pipe under a write.
        with contextlib.suppress(OSError), cast("BinaryIO", self._popen.stdin) as stdin:
            stdin.write(self._first_line)
            stdin.flush()
            self._first_line = b""  # the visit is the UI's now, and must not outlive its end here
            self._let_go.wait()

    def _listen(self) -> None:
        with cast("BinaryIO", self._popen.stdout) as stdout:
            for message in messages(stdout):
                self._inbox.put(Heard(self, message, self._monotonic()))
        self._inbox.put(Heard(self, None, self._monotonic()))

    def _copy_errors(self, ui_log: UiLog) -> None:
        with cast("BinaryIO", self._popen.stderr) as stderr:
            ui_log.copy_from(stderr)


def reason_of(exit_code: int) -> Reason:
    """What an exit code of the UI means."""
    if exit_code in set(Reason):
        return Reason(exit_code)
    if exit_code == WRONG_SETTING:
        return Reason.BAD_CONFIGURATION
    # 1 is an uncaught error in Python, a negative code is a signal.
    crashed = exit_code == 1 or exit_code < 0 or exit_code > LARGEST_CODE
    return Reason.CRASH if crashed else Reason.UNKNOWN


def _thread(name: str, job: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=job, name=f"ui-{name}", daemon=True)
    thread.start()
    return thread
