import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from kiosk.app.beat_pipe import BeatPipe, News
from kiosk.core.heartbeat import (
    MAX_LINE_BYTES,
    Beat,
    Forget,
    Message,
    Ready,
    Restore,
    Snapshot,
    decode,
    encode,
)
from kiosk.core.reasons import Reason
from tests.noise import Noise

VISIT = {"turns": ["where is the atlas?"]}


class FakeWatchdog:
    """The other ends of both pipes."""

    def __init__(self) -> None:
        self.ended = threading.Event()
        self.gave_up = threading.Event()
        to_ui_read, to_ui_write = os.pipe()
        from_ui_read, from_ui_write = os.pipe()
        self.to_ui: BinaryIO = os.fdopen(to_ui_write, "wb", buffering=0)
        self.from_ui: BinaryIO = os.fdopen(from_ui_read, "rb")
        self.pipe = BeatPipe(
            os.fdopen(to_ui_read, "rb"),
            os.fdopen(from_ui_write, "wb"),
            self.ended.set,
            last_resort=self.gave_up.set,
            last_resort_seconds=0.2,
        )

    def hear(self) -> Message:
        return decode(self.from_ui.readline())

    def close(self) -> None:
        self.pipe.close()
        self.to_ui.close()
        self.from_ui.close()


@pytest.fixture
def watchdog() -> Iterator[FakeWatchdog]:
    fake = FakeWatchdog()
    yield fake
    fake.close()


def test_the_visit_is_restored_from_the_first_line(watchdog: FakeWatchdog) -> None:
    watchdog.to_ui.write(encode(Restore(VISIT)))
    assert watchdog.pipe.restored(10.0) == VISIT
    assert watchdog.pipe.restored(10.0) is None, "it is given once"


def test_nothing_left_behind_is_nothing_restored(watchdog: FakeWatchdog) -> None:
    watchdog.to_ui.write(encode(Restore(None)))
    assert watchdog.pipe.restored(10.0) is None


def test_a_watchdog_that_says_nothing_does_not_keep_the_screen_dark(
    watchdog: FakeWatchdog, expected_logs: Noise
) -> None:
    expected_logs.allow("the watchdog said nothing")
    assert watchdog.pipe.restored(0.05) is None


@pytest.mark.parametrize("line", [b"hello\n", encode(Snapshot(VISIT)).replace(b"snap", b"crap")])
def test_a_first_line_that_is_not_agreed_restores_nothing(
    watchdog: FakeWatchdog, expected_logs: Noise, line: bytes
) -> None:
    expected_logs.allow("the watchdog's first line cannot be used")
    watchdog.to_ui.write(line)
    assert watchdog.pipe.restored(10.0) is None
    assert "atlas" not in "".join(expected_logs.heard)


def test_a_message_of_the_other_direction_restores_nothing(watchdog: FakeWatchdog) -> None:
    watchdog.to_ui.write(encode(Beat(1)))
    assert watchdog.pipe.restored(10.0) is None


def test_a_watchdog_that_is_gone_at_once_restores_nothing(watchdog: FakeWatchdog) -> None:
    watchdog.to_ui.close()
    assert watchdog.pipe.restored(10.0) is None
    assert watchdog.ended.wait(10.0)


def test_what_is_sent_arrives(watchdog: FakeWatchdog) -> None:
    said: list[News] = [Ready(), Beat(1), Snapshot(VISIT), Forget()]
    for message in said:
        watchdog.pipe.send(message)
        assert watchdog.hear() == message


def fill(pipe: BeatPipe) -> None:
    """Send until the pipe cannot take more, and then some."""
    for number in range(200):
        pipe.send(Snapshot({"number": number, "text": "x" * 50_000}))
        pipe.send(Beat(number))


def test_a_full_pipe_holds_up_nobody_and_the_newest_word_wins(watchdog: FakeWatchdog) -> None:
    fill(watchdog.pipe)
    watchdog.pipe.send(Forget())
    heard = [watchdog.hear()]
    while heard[-1] != Beat(199):
        heard.append(watchdog.hear())
    assert len(heard) < 400, "old beats and snapshots were not worth the wait"
    visits = [message for message in heard if isinstance(message, Snapshot | Forget)]
    last = visits[-1] if isinstance(visits[-1], Forget) else watchdog.hear()
    assert last == Forget()


def test_closing_writes_what_still_waits(watchdog: FakeWatchdog) -> None:
    watchdog.pipe.send(Forget())
    watchdog.pipe.close(10.0)
    assert watchdog.from_ui.read() == encode(Forget())


def test_closing_does_not_wait_for_ever(watchdog: FakeWatchdog) -> None:
    fill(watchdog.pipe)
    watchdog.pipe.close(0.05)
    watchdog.from_ui.close()


def test_a_visit_too_large_for_the_watchdog_is_not_sent(
    watchdog: FakeWatchdog, expected_logs: Noise
) -> None:
    expected_logs.allow("too large for the watchdog")
    watchdog.pipe.send(Snapshot({"text": "x" * MAX_LINE_BYTES}))
    watchdog.pipe.send(Beat(1))
    assert watchdog.hear() == Beat(1)


def test_sending_to_a_watchdog_that_is_gone_is_no_error(watchdog: FakeWatchdog) -> None:
    watchdog.from_ui.close()
    for number in range(100):
        watchdog.pipe.send(Beat(number))
    watchdog.pipe.close(10.0)


def test_the_end_of_the_watchdog_is_told_once(watchdog: FakeWatchdog) -> None:
    watchdog.to_ui.write(encode(Restore(None)) + b"more that nobody agreed on\n")
    assert not watchdog.ended.is_set()
    watchdog.to_ui.close()
    assert watchdog.ended.wait(10.0)


def test_a_ui_that_does_not_go_is_ended_by_the_last_resort(watchdog: FakeWatchdog) -> None:
    watchdog.to_ui.close()
    assert watchdog.gave_up.wait(10.0)


def test_a_ui_that_goes_is_not(watchdog: FakeWatchdog) -> None:
    watchdog.to_ui.close()
    assert watchdog.ended.wait(10.0)
    watchdog.pipe.close()
    assert not watchdog.gave_up.wait(0.5)


# --- the real file descriptors of a real process ---

UI = """
import os, subprocess, sys, threading
from kiosk.app.beat_pipe import BeatPipe
from kiosk.core.heartbeat import Ready, Snapshot

gone = threading.Event()
pipe = BeatPipe.take_over(gone.set)
print("a stray print", flush=True)
os.write(1, b"a stray write\\n")
subprocess.run([sys.executable, "-S", "-c", "print('a child', len(input.__name__))"])
visit = pipe.restored(10.0)
pipe.send(Ready())
pipe.send(Snapshot({"restored": visit}))
%s
pipe.close()
sys.exit(13)
"""


def run_ui(rest: str, tmp_path: Path, check: Callable[[subprocess.Popen[bytes]], None]) -> bytes:
    errors = tmp_path / "errors"
    with (
        errors.open("wb") as stderr,
        subprocess.Popen(
            [sys.executable, "-c", UI % rest],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
        ) as process,
    ):
        check(process)
        assert process.wait(20) == 13
    return errors.read_bytes()


def speak(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(encode(Restore(VISIT)))
    process.stdin.flush()
    assert decode(process.stdout.readline()) == Ready()
    assert json.loads(process.stdout.readline())["visit"] == {"restored": VISIT}


def test_stray_prints_go_to_standard_error_and_the_pipe_stays_clean(tmp_path: Path) -> None:
    def check(process: subprocess.Popen[bytes]) -> None:
        speak(process)
        assert process.stdin is not None
        process.stdin.close()

    said = run_ui("gone.wait(20)", tmp_path, check)
    assert sorted(said.split(b"\n")) == [b"", b"a child 5", b"a stray print", b"a stray write"]


def test_a_process_may_end_while_its_threads_still_read(tmp_path: Path) -> None:
    """Neither a hang nor a fatal error at shutdown, which would count as a crash."""
    assert b"Fatal" not in run_ui("", tmp_path, speak)


def test_the_last_resort_ends_the_process_and_says_why() -> None:
    code = "from kiosk.app.beat_pipe import leave_at_once; leave_at_once()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == Reason.UI_HANG
