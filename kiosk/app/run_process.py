"""``kiosk run``: the watchdog's process, from its start to its end.

1. Core dumps are forbidden: this process keeps a visit in its memory.
2. The watchdog starts the UI and watches it, for as long as the machine is on.
3. SIGTERM, SIGINT (or the service manager's like) stops the UI in order, and we end with 0; so
   we do when staff closed the kiosk.

If this process dies instead, the UI sees the end of its standard input and goes, and the service
manager starts us again.
"""

import contextlib
import os
import queue
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from types import FrameType

from kiosk.core.clock import SystemClock
from kiosk.core.heartbeat import Visit
from kiosk.core.paths import Folders
from kiosk.core.program import own_command
from kiosk.core.settings import Settings
from kiosk.watchdog.core_dumps import forbid_core_dumps
from kiosk.watchdog.journal import FILE_NAME as JOURNAL
from kiosk.watchdog.journal import Journal
from kiosk.watchdog.last_visit import LastVisit
from kiosk.watchdog.limits import Limits
from kiosk.watchdog.loop import Watchdog
from kiosk.watchdog.naps import Naps
from kiosk.watchdog.notify import Notifier
from kiosk.watchdog.states import Mode
from kiosk.watchdog.ui_log import FILE_NAME as UI_LOG
from kiosk.watchdog.ui_log import UiLog
from kiosk.watchdog.ui_process import Inbox, UiCommand, UiProcess

SYSTEMD_NAMES = frozenset({"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
STOP_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
INBOX_SIZE = 1_000
"""A UI that says more than we can hear waits in its own writer thread, not in our memory."""


def run(settings: Settings, folders: Folders, *, extra_ui_arguments: Sequence[str] = ()) -> int:
    """Watch our own ``kiosk ui`` until a signal asks us to stop, or staff closed it; 0 then.

    ``extra_ui_arguments`` go to the safe page as well.
    """
    # systemd is told of the watchdog, not of the UI.
    environment = {name: value for name, value in os.environ.items() if name not in SYSTEMD_NAMES}
    command = UiCommand(tuple(own_command()), tuple(extra_ui_arguments), environment)
    return watch_over(command, settings, folders)


def watch_over(command: UiCommand, settings: Settings, folders: Folders) -> int:
    """``run`` with any UI."""
    forbid_core_dumps()
    with stop_on_signals() as stop:
        _watchdog(command, settings, folders).run(stop)
    return 0


def limits_from(settings: Settings) -> Limits:
    """The administrator's patience; the rest is ours."""
    given = settings.watchdog
    return Limits(
        suspect_seconds=given.suspect_seconds,
        kill_seconds=given.kill_seconds,
        start_seconds=given.start_seconds,
        full_retry_seconds=given.full_retry_seconds,
    )


@dataclass(slots=True)
class Stop:
    """Set by a signal. A plain flag, because a lock could be held by what the signal interrupts."""

    asked: bool = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True


@contextlib.contextmanager
def stop_on_signals() -> Iterator[Stop]:
    """Turn every signal that means "go" into the flag; before they are given back at the end."""
    stop = Stop()
    numbers = [getattr(signal, name) for name in STOP_SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, stop.ask) for number in numbers}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _watchdog(command: UiCommand, settings: Settings, folders: Folders) -> Watchdog:
    clock = SystemClock()
    inbox: Inbox = queue.Queue(INBOX_SIZE)
    ui_log = UiLog(folders.logs / UI_LOG, getattr(sys.stderr, "buffer", None))

    def start_ui(mode: Mode, software: bool, visit: Visit | None) -> UiProcess:  # noqa: FBT001 - a callback
        return UiProcess(
            command.words(mode, software=software),
            command.environment,
            visit,
            inbox=inbox,
            monotonic=clock.monotonic,
            ui_log=ui_log,
        )

    return Watchdog(
        start_ui,
        inbox,
        limits_from(settings),
        visit=LastVisit(settings.screen.idle_seconds + settings.screen.countdown_seconds),
        journal=Journal(folders.logs / JOURNAL),
        notifier=Notifier(os.environ.get("NOTIFY_SOCKET", "")),
        naps=Naps(clock.monotonic),
        clock=clock,
        random=Random(),  # noqa: S311 - spreads waits, guards nothing
    )
