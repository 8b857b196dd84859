"""A watchdog on a thread of the test, with the stand-in UI under it."""

import contextlib
import json
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from kiosk.core.clock import SystemClock
from kiosk.core.heartbeat import Visit
from kiosk.core.reasons import Reason
from kiosk.watchdog.journal import End, Journal
from kiosk.watchdog.last_visit import LastVisit
from kiosk.watchdog.limits import Limits
from kiosk.watchdog.loop import Watchdog
from kiosk.watchdog.naps import Naps
from kiosk.watchdog.notify import Notifier
from kiosk.watchdog.states import Mode
from kiosk.watchdog.ui_log import UiLog
from kiosk.watchdog.ui_process import Inbox, UiCommand, UiProcess

STAND_IN = Path(__file__).with_name("stand_in_ui.py")
PATIENCE = 20.0
"""Seconds until a test gives up; far more than anything here needs on a busy machine."""

QUICK = Limits(
    gentle_seconds=0.0,
    longest_wait_seconds=0.2,
    planned_pause_seconds=0.1,
    stop_seconds=0.5,
)
"""Waits little, and is patient with a UI on a busy machine."""

HASTY = replace(QUICK, suspect_seconds=0.5, kill_seconds=1.0, start_seconds=1.0)
"""For the tests in which a UI hangs."""


@dataclass
class Stop:
    asked: bool = False


@dataclass
class Terminal:
    """What a test sees of it."""

    folder: Path
    stop: Stop = field(default_factory=Stop)

    @property
    def starts(self) -> list[dict[str, Any]]:
        """What each UI so far was told."""
        return [json.loads(line) for line in self._lines("starts")]

    @property
    def well(self) -> list[int]:
        """Process ids of the UIs that came so far as to beat, each after it said what it had."""
        return [int(line) for line in self._lines("well")]

    @property
    def ends(self) -> list[End]:
        return Journal(self.folder / "logs" / "ends.jsonl").ends()

    @property
    def reasons(self) -> list[Reason]:
        return [end.reason for end in self.ends]

    @property
    def everything_on_disk(self) -> bytes:
        """All that the watchdog wrote (the stand-in's own notes are left out)."""
        files = [path for path in (self.folder / "logs").rglob("*") if path.is_file()]
        return b"".join(path.read_bytes() for path in files)

    def is_well(self, times: int = 1) -> int:
        """Wait for the n-th UI that beats; its process id."""
        wait_until(lambda: len(self.well) >= times, f"{times} well, not {self.starts}")
        return self.well[times - 1]

    def has_started(self, times: int) -> None:
        wait_until(lambda: len(self.starts) >= times, f"{times} starts, not {self.starts}")

    def has_ended(self, times: int) -> None:
        wait_until(lambda: len(self.ends) >= times, f"{times} ends, not {self.ends}")

    def _lines(self, name: str) -> list[str]:
        with contextlib.suppress(FileNotFoundError):
            lines = (self.folder / name).read_text().splitlines(keepends=True)
            return [line for line in lines if line.endswith("\n")]
        return []


def wait_until(holds: Callable[[], bool], what: str = "") -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.01)


def command(folder: Path) -> UiCommand:
    return UiCommand((sys.executable, "-S", str(STAND_IN)), (str(folder),))


@contextlib.contextmanager
def watched(
    folder: Path,
    plan: str,
    *,
    limits: Limits = QUICK,
    lifetime_seconds: float = 110.0,
    program: UiCommand | None = None,
) -> Iterator[Terminal]:
    """Watch a UI that lives by ``plan`` while the block runs."""
    (folder / "plan").write_text(plan)
    terminal = Terminal(folder)
    clock = SystemClock()
    inbox: Inbox = queue.Queue(1_000)
    ui_log = UiLog(folder / "logs" / "ui.log", None)
    ui = program or command(folder)

    def start_ui(mode: Mode, software: bool, visit: Visit | None) -> UiProcess:  # noqa: FBT001 - a callback
        words = ui.words(mode, software=software)
        return UiProcess(words, None, visit, inbox=inbox, monotonic=clock.monotonic, ui_log=ui_log)

    watchdog = Watchdog(
        start_ui,
        inbox,
        limits,
        visit=LastVisit(lifetime_seconds),
        journal=Journal(folder / "logs" / "ends.jsonl"),
        notifier=Notifier(""),
        naps=Naps(clock.monotonic),
        clock=clock,
        random=Random(1),  # noqa: S311 - spreads waits
    )
    thread = threading.Thread(target=watchdog.run, args=(terminal.stop,))
    thread.start()
    try:
        yield terminal
    finally:
        terminal.stop.asked = True
        thread.join(PATIENCE)
        assert not thread.is_alive()
