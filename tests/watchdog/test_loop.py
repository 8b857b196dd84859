"""The watchdog with real processes under it."""

import contextlib
import os
import queue
import signal
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SystemClock
from kiosk.core.reasons import Reason
from kiosk.watchdog.journal import Journal
from kiosk.watchdog.last_visit import LastVisit
from kiosk.watchdog.limits import Limits
from kiosk.watchdog.loop import Watchdog
from kiosk.watchdog.naps import Naps
from kiosk.watchdog.notify import Notifier
from kiosk.watchdog.states import Mode
from kiosk.watchdog.ui_process import UiCommand
from tests.noise import Noise
from tests.watchdog.stand_in_ui import VISIT
from tests.watchdog.terminal import HASTY, QUICK, wait_until, watched

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")


@pytest.fixture(autouse=True)
def _bad_ends_are_told(expected_logs: Noise) -> None:
    expected_logs.allow("the UI ended after")
    expected_logs.allow("the UI has been silent for")


def is_alive(pid: int) -> bool:
    """Whether there is such a process (one that is dead and not yet collected does not count)."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


# --- ends, and what comes after them ---


@posix_only
def test_a_killed_ui_comes_back_with_the_visit(tmp_path: Path) -> None:
    with watched(tmp_path, "visit well") as terminal:
        os.kill(terminal.is_well(), signal.SIGKILL)
        terminal.is_well(2)
        told = [start["restore"]["visit"] for start in terminal.starts]
        assert told == [None, VISIT]
        assert terminal.reasons == [Reason.CRASH]
        assert terminal.ends[0].exit_code == -signal.SIGKILL


@posix_only
def test_a_stopped_ui_comes_back_with_the_visit(tmp_path: Path) -> None:
    with watched(tmp_path, "visit well", limits=HASTY) as terminal:
        first = terminal.is_well()
        os.kill(first, signal.SIGSTOP)
        terminal.is_well(2)
        assert terminal.starts[1]["restore"]["visit"] == VISIT
        assert terminal.reasons == [Reason.UI_HANG]
        assert not is_alive(first)


def test_a_ui_is_asked_for_nothing_it_does_not_know(tmp_path: Path) -> None:
    with watched(tmp_path, "well") as terminal:
        terminal.is_well()
        assert terminal.starts[0]["arguments"] == ["ui", "--watched"]


def test_the_visit_is_dropped_when_it_is_over_even_in_the_last_words(tmp_path: Path) -> None:
    with watched(tmp_path, "visit-then-forget-then-crash well") as terminal:
        terminal.is_well()
        assert [start["restore"]["visit"] for start in terminal.starts] == [None, None]


def test_the_last_words_before_a_crash_are_heard(tmp_path: Path) -> None:
    with watched(tmp_path, "visit-then-crash well") as terminal:
        terminal.is_well()
        assert terminal.starts[1]["restore"]["visit"] == VISIT


def test_the_visit_is_dropped_when_it_would_be_over(tmp_path: Path) -> None:
    """The UI is gone for longer than idle time and countdown: somebody else stands there now."""
    plan = "visit-then-crash mute well"
    with watched(tmp_path, plan, limits=HASTY, lifetime_seconds=0.5) as terminal:
        terminal.is_well()
        told = [start["restore"]["visit"] for start in terminal.starts]
        assert told == [None, VISIT, None]


def test_a_visit_that_the_ui_cannot_bear_is_dropped_before_safe_mode(tmp_path: Path) -> None:
    with watched(tmp_path, "visit-then-crash exit-1 exit-1 exit-1 well") as terminal:
        terminal.is_well()
        told = [start["restore"]["visit"] for start in terminal.starts]
        assert told == [None, VISIT, VISIT, VISIT, None]
        assert terminal.starts[-1]["arguments"] == ["ui", "--watched"]


def test_a_visit_never_reaches_the_disk(tmp_path: Path, expected_logs: Noise) -> None:
    expected_logs.allow("the UI wrote something else")
    with watched(tmp_path, "visit-then-crash visit-then-crash nonsense") as terminal:
        terminal.is_well()
    assert terminal.everything_on_disk
    assert b"atlas" not in terminal.everything_on_disk


def test_a_planned_end_is_restarted_and_does_not_count(tmp_path: Path) -> None:
    with watched(
        tmp_path, " ".join(["exit-13", "exit-11", "exit-12", "exit-14"] * 2 + ["well"])
    ) as t:
        t.is_well()
        assert [end.reason.planned for end in t.ends] == [True] * 8
        assert t.starts[-1]["arguments"] == ["ui", "--watched"]


def test_a_ui_that_cannot_be_started_is_tried_again(tmp_path: Path, expected_logs: Noise) -> None:
    expected_logs.allow("the UI could not be started")
    expected_logs.allow("the UI's mode is now safe")
    nothing = UiCommand((str(tmp_path / "nothing"),))
    with watched(tmp_path, "", program=nothing) as terminal:
        terminal.has_ended(7)
        assert set(terminal.reasons) == {Reason.UNKNOWN}
        assert terminal.ends[-1].mode is Mode.SAFE


# --- hangs ---


def test_a_ui_that_never_shows_anything_is_started_again(tmp_path: Path) -> None:
    with watched(tmp_path, "mute well", limits=HASTY) as terminal:
        terminal.has_ended(1)
        assert terminal.reasons == [Reason.START_TIMEOUT]


@pytest.mark.parametrize("word", ["silent", "closes-stdout"])
def test_a_silent_ui_is_started_again(tmp_path: Path, word: str) -> None:
    with watched(tmp_path, f"{word} well", limits=HASTY) as terminal:
        terminal.is_well()
        assert terminal.reasons == [Reason.UI_HANG]


def test_two_pictures_that_stand_still_lead_to_software_drawing(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("the UI draws without the graphics card from now on")
    with watched(tmp_path, "still-picture still-picture well", limits=HASTY) as terminal:
        terminal.is_well(3)
        assert terminal.reasons == [Reason.RENDER_HANG] * 2
        assert terminal.starts[-1]["arguments"] == ["ui", "--watched", "--software"]


def test_nonsense_on_the_pipe_is_passed_over_and_told_once(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("the UI wrote something else on the watchdog's pipe")
    with watched(tmp_path, "nonsense") as terminal:
        terminal.is_well()
    assert terminal.reasons == []
    assert sum("something else" in line for line in expected_logs.heard) == 1
    assert not any("12345" in line for line in expected_logs.heard)


# --- safe mode ---


def test_five_crashes_lead_to_the_safe_page_and_the_full_ui_is_tried_again(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("the UI's mode is now")
    limits = replace(QUICK, full_retry_seconds=1.0)
    plan = "visit-then-crash exit-1 exit-24 exit-1 exit-26 well well"
    with watched(tmp_path, plan, limits=limits) as terminal:
        terminal.is_well(2)
        safe, full = terminal.starts[5:7]
        assert safe["arguments"] == ["ui", "--safe", "--watched", "--software"]
        assert safe["restore"]["visit"] is None
        assert full["arguments"] == ["ui", "--watched"]
        assert terminal.reasons[2:] == [Reason.OUT_OF_MEMORY, Reason.CRASH, Reason.GPU_LOST]


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("exit-25", Reason.DATABASE_UNREADABLE),
        ("exit-27", Reason.BAD_CONFIGURATION),
        ("exit-2", Reason.BAD_CONFIGURATION),
    ],
)
def test_what_a_restart_would_not_help_leads_to_the_safe_page_at_once(
    tmp_path: Path, expected_logs: Noise, word: str, reason: Reason
) -> None:
    expected_logs.allow("the UI's mode is now safe")
    with watched(tmp_path, f"{word} well") as terminal:
        terminal.is_well()
        assert terminal.reasons == [reason]
        assert "--safe" in terminal.starts[1]["arguments"]


def test_a_safe_page_that_crashes_is_started_again(tmp_path: Path, expected_logs: Noise) -> None:
    expected_logs.allow("the UI's mode is now safe")
    with watched(tmp_path, "exit-25 exit-1 exit-25 exit-1 exit-1 exit-1 exit-1 well") as terminal:
        terminal.is_well()
        assert all("--safe" in start["arguments"] for start in terminal.starts[1:])


# --- the end of the watchdog ---


def test_a_ui_goes_in_order_when_the_watchdog_stops(tmp_path: Path) -> None:
    with watched(tmp_path, "well") as terminal:
        pid = terminal.is_well()
    assert not is_alive(pid)
    assert terminal.reasons == [], "an end that was asked for is none for the journal"


@posix_only
def test_a_deaf_ui_is_ended_when_the_watchdog_stops(tmp_path: Path) -> None:
    with watched(tmp_path, "deaf") as terminal:
        terminal.has_started(1)
        pid = terminal.starts[0]["pid"]
    assert not is_alive(pid)


@posix_only
def test_what_a_ui_started_goes_with_it(tmp_path: Path) -> None:
    with watched(tmp_path, "family well") as terminal:
        os.kill(terminal.is_well(), signal.SIGKILL)
        terminal.is_well(2)
        child = int((tmp_path / "child").read_text())
        wait_until(lambda: not is_alive(child))


def test_what_the_ui_complains_about_is_kept(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "ui.log"
    with watched(tmp_path, "complains") as terminal:
        terminal.is_well()
        wait_until(lambda: log.exists() and b"the printer is on fire" in log.read_bytes())


# --- what no real process does on demand ---


class Clock(SystemClock):
    """A stopwatch that a test can push forward."""

    ahead = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead


class UndeadProcess:
    """Stuck in a graphics driver: no signal ends it."""

    pid = 7

    def __init__(self) -> None:
        self.blows = 0

    def exit_code(self) -> int | None:
        return None

    def wait(self, _seconds: float) -> bool:
        return False

    def close(self) -> None:
        return

    def terminate(self) -> None:
        return

    def kill(self) -> None:
        self.blows += 1

    def bury(self) -> None:
        return


def test_a_ui_that_nothing_can_end_is_left_behind(tmp_path: Path, expected_logs: Noise) -> None:
    expected_logs.allow("the UI cannot be ended")
    clock, undead = Clock(), [UndeadProcess(), UndeadProcess()]
    waiting = iter(undead)
    journal = Journal(tmp_path / "ends.jsonl")
    watchdog = Watchdog(
        lambda _mode, _software, _visit: next(waiting),
        queue.Queue(),
        Limits(),
        visit=LastVisit(110),
        journal=journal,
        notifier=Notifier(""),
        naps=Naps(lambda: 0.0, lambda: None),
        clock=clock,
        random=Random(1),  # noqa: S311 - spreads waits
    )
    watchdog.turn()
    while not journal.ends():
        clock.ahead += 6.0
        watchdog.turn()
    (end,) = journal.ends()
    assert (end.reason, end.exit_code) == (Reason.START_TIMEOUT, None)
    assert undead[0].blows >= 5
    watchdog.turn()
    assert next(waiting, None) is None, "the next one was started"
