"""The watchdog as the process that a service manager starts, with the stand-in UI under it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.app.run_process import limits_from
from kiosk.core.reasons import Reason
from kiosk.core.settings import Settings, Watchdog
from kiosk.watchdog.journal import Journal
from tests.watchdog.terminal import STAND_IN, Terminal, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")

PROGRAM = """
import sys
from kiosk.app.run_process import watch_over
from kiosk.core.paths import Folders
from kiosk.core.settings import Settings, Watchdog
from kiosk.watchdog.ui_process import UiCommand

stand_in, folder, kill_seconds = sys.argv[1:]
command = UiCommand((sys.executable, "-S", stand_in), (folder,))
patience = Watchdog(suspect_seconds=0.5, kill_seconds=float(kill_seconds))
sys.exit(watch_over(command, Settings(watchdog=patience), Folders.at(folder)))
"""


@dataclass
class Service:
    """A running ``kiosk run``."""

    process: subprocess.Popen[bytes]
    terminal: Terminal

    def ended_with(self) -> tuple[int, bytes]:
        _, errors = self.process.communicate(timeout=20)
        return self.process.returncode, errors


@contextlib.contextmanager
def service(
    folder: Path, plan: str, *, kill_seconds: float = 15.0, notify: str = ""
) -> Iterator[Service]:
    (folder / "plan").write_text(plan)
    words = [sys.executable, "-c", PROGRAM, str(STAND_IN), str(folder), str(kill_seconds)]
    environment = {**os.environ, "NOTIFY_SOCKET": notify}
    with subprocess.Popen(words, stderr=subprocess.PIPE, env=environment) as process:
        try:
            yield Service(process, Terminal(folder))
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.terminate()


@contextlib.contextmanager
def systemd(folder: Path) -> Iterator[tuple[str, socket.socket]]:
    """Where services send their notes, and where they arrive."""
    address = str(folder / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notes:
        notes.bind(address)
        notes.settimeout(20.0)
        yield address, notes


def empty(notes: socket.socket) -> None:
    patience = notes.gettimeout()
    notes.settimeout(0)
    with contextlib.suppress(BlockingIOError):
        while True:
            notes.recv(100)
    notes.settimeout(patience)


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_the_ui_in_order_and_is_no_failure(
    tmp_path: Path, number: signal.Signals
) -> None:
    with service(tmp_path, "well") as running:
        ui = running.terminal.is_well()
        running.process.send_signal(number)
        code, errors = running.ended_with()
        assert (code, errors) == (0, b"")
        assert is_gone(ui)
    assert Journal(tmp_path / "logs" / "ends.jsonl").ends() == []


def test_where_staff_closed_the_kiosk_it_ends_well_and_starts_nothing(tmp_path: Path) -> None:
    with service(tmp_path, "exit-10 well") as running:
        assert running.ended_with() == (0, b"")
        assert len(running.terminal.starts) == 1
        assert running.terminal.reasons == [Reason.STAFF]


def test_when_the_watchdog_is_killed_the_ui_goes(tmp_path: Path) -> None:
    with service(tmp_path, "well") as running:
        ui = running.terminal.is_well()
        running.process.kill()
        running.ended_with()
        wait_until(lambda: is_gone(ui))


def test_a_machine_that_slept_is_not_held_against_the_ui(tmp_path: Path) -> None:
    """Both stand still for longer than the patience, as in a sleep; then both go on."""
    with systemd(tmp_path) as (address, notes):
        with service(tmp_path, "well", kill_seconds=1.0, notify=address) as running:
            ui = running.terminal.is_well()
            os.kill(ui, signal.SIGSTOP)
            running.process.send_signal(signal.SIGSTOP)
            time.sleep(3.0)  # the very thing under test
            empty(notes)
            running.process.send_signal(signal.SIGCONT)
            assert [notes.recv(100) for _ in range(2)] == [b"WATCHDOG=1"] * 2, "it looked again"
            os.kill(ui, signal.SIGCONT)
            running.process.terminate()
            assert running.ended_with()[0] == 0
            assert [start["pid"] for start in running.terminal.starts] == [ui]
        assert Journal(tmp_path / "logs" / "ends.jsonl").ends() == []


def test_a_stopped_ui_is_back_within_seconds(tmp_path: Path) -> None:
    with service(tmp_path, "visit well", kill_seconds=1.0) as running:
        os.kill(running.terminal.is_well(), signal.SIGSTOP)
        running.terminal.is_well(2)
        assert running.terminal.starts[1]["restore"]["visit"]
        ends = Journal(tmp_path / "logs" / "ends.jsonl").ends()
        assert [end.reason for end in ends] == [Reason.UI_HANG]


def test_systemd_is_told_of_the_watchdog_but_not_the_ui(tmp_path: Path) -> None:
    with systemd(tmp_path) as (address, notes), service(tmp_path, "well", notify=address):
        assert [notes.recv(100), notes.recv(100)] == [b"READY=1", b"WATCHDOG=1"]


def test_what_the_ui_complains_about_is_passed_on(tmp_path: Path) -> None:
    with service(tmp_path, "complains") as running:
        running.terminal.is_well()
        wait_until((tmp_path / "logs" / "ui.log").exists)
        running.process.terminate()
        assert b"the printer is on fire" in running.ended_with()[1]


def test_the_administrators_patience_is_taken_over() -> None:
    limits = limits_from(Settings(watchdog=Watchdog(1.0, 2.0, 3.0, 4.0)))
    assert (limits.suspect_seconds, limits.kill_seconds) == (1.0, 2.0)
    assert (limits.start_seconds, limits.full_retry_seconds) == (3.0, 4.0)
