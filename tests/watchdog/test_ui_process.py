import queue
import sys
import time
from pathlib import Path

import pytest

from kiosk.core.reasons import Reason
from kiosk.watchdog.states import Mode
from kiosk.watchdog.ui_log import UiLog
from kiosk.watchdog.ui_process import Inbox, UiCommand, UiProcess, reason_of


@pytest.mark.parametrize("reason", list(Reason))
def test_a_reason_code_means_itself(reason: Reason) -> None:
    assert reason_of(reason.value) is reason


@pytest.mark.parametrize(
    ("exit_code", "reason"),
    [
        (0, Reason.UNKNOWN),  # nobody planned it
        (1, Reason.CRASH),
        (2, Reason.BAD_CONFIGURATION),
        (-11, Reason.CRASH),
        (0xC0000005, Reason.CRASH),
        (77, Reason.UNKNOWN),
    ],
)
def test_other_exit_codes_have_a_meaning_too(exit_code: int, reason: Reason) -> None:
    assert reason_of(exit_code) is reason


def test_the_command_line_of_each_ui() -> None:
    command = UiCommand(("kiosk",), ("--size", "800x600"))
    assert command.words(Mode.FULL, software=False) == [
        "kiosk", "ui", "--watched", "--size", "800x600",
    ]  # fmt: skip
    assert command.words(Mode.SAFE, software=True) == [
        "kiosk", "ui", "--safe", "--watched", "--software", "--size", "800x600",
    ]  # fmt: skip


def start(code: str, folder: Path, visit: dict[str, str] | None = None) -> UiProcess:
    inbox: Inbox = queue.Queue()
    return UiProcess(
        [sys.executable, "-S", "-c", code],
        None,
        visit,
        inbox=inbox,
        monotonic=time.monotonic,
        ui_log=UiLog(folder / "ui.log", None),
    )


def test_a_ui_that_never_reads_its_visit_holds_up_nobody(tmp_path: Path) -> None:
    """A visit larger than the pipe, and nobody at its other end."""
    process = start("import time; time.sleep(3600)", tmp_path, {"text": "x" * 900_000})
    process.close()
    assert not process.wait(0.1)
    process.kill()
    assert process.wait(10.0)
    process.bury()


def test_a_large_visit_arrives_whole(tmp_path: Path) -> None:
    code = (
        "import json, sys\n"
        "line = json.loads(sys.stdin.readline())\n"
        "sys.exit(len(line['visit']['text']) // 10_000)\n"
    )
    process = start(code, tmp_path, {"text": "x" * 900_000})
    assert process.wait(20.0)
    assert process.exit_code() == 90
    process.bury()


def test_it_goes_at_the_end_of_its_standard_input(tmp_path: Path) -> None:
    process = start("import sys; sys.stdin.read(); sys.exit(13)", tmp_path)
    assert process.pid > 0
    assert process.exit_code() is None
    process.close()
    assert process.wait(20.0)
    assert process.exit_code() == 13
    process.bury()
