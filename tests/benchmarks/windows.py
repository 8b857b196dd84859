"""Start to first frame, and memory at idle: the UI and the watchdog beside the least of each."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosk.core.heartbeat import Restore, encode
from kiosk.core.program import own_command
from tests.benchmarks.measure import Row, Series, timed
from tests.journeys.installation import Installation
from tests.journeys.looking import uis_of, wait_until

HELLO = (sys.executable, "-m", "tests.benchmarks.hello")
PYTHON = (sys.executable, "-c", "pass")
IDLE_PYTHON = (sys.executable, "-c", "import sys; print('ready', flush=True); sys.stdin.read()")
UI = (*own_command(), "ui", "--watched")
SETTLE_SECONDS = 5.0
KILOBYTES = 1024.0


def start(installation: Installation, rounds: int) -> list[Row]:
    """From the start of a process to its first frame."""
    first_frame = Series(
        "first frame of a bare Qt Quick window", "s", starts(HELLO, installation, rounds)
    )
    python = Series(
        "`python -c pass`",
        "s",
        timed(rounds, lambda: subprocess.run(PYTHON, check=True)),
    )
    warm = Series("`kiosk ui` to its first usable frame", "s", starts(UI, installation, rounds))
    anew = Series(
        "the same, QML not compiled yet",
        "s",
        tuple(_start_anew(installation) for _ in range(rounds)),
    )
    return [
        Row(python),
        Row(first_frame, python),
        Row(warm, first_frame, "a new process, hours in its cache; files in the system's cache"),
        Row(anew, first_frame, "as after an installation or update"),
    ]


def memory(
    installation: Installation, rounds: int, *, settle_seconds: float = SETTLE_SECONDS
) -> list[Row]:
    """Resident memory of processes that only show the home screen, after a while."""

    def of(command: Sequence[str]) -> dict[str, float]:
        with shown(command, installation) as process:
            time.sleep(settle_seconds)
            return memory_of(process.pid)

    hello = [of(HELLO) for _ in range(rounds)]
    python = [of(IDLE_PYTHON) for _ in range(rounds)]
    terminals = [memory_of_a_terminal(installation, settle_seconds) for _ in range(rounds)]
    rows = []
    for kind, where in (("Rss", "RSS"), ("Pss", "PSS")):
        window = Series(f"{where} of a bare Qt Quick window", "MB", _each(hello, kind))
        idle = Series(f"{where} of an idle Python", "MB", _each(python, kind))
        screen = Series(
            f"{where} of the UI at idle", "MB", _each([ui for ui, _ in terminals], kind)
        )
        watchdog = Series(
            f"{where} of the watchdog", "MB", _each([watchdog for _, watchdog in terminals], kind)
        )
        rows += [Row(window), Row(screen, window), Row(idle), Row(watchdog, idle)]
    return rows


@contextmanager
def shown(command: Sequence[str], installation: Installation) -> Iterator[subprocess.Popen[bytes]]:
    """A process whose first frame is on the screen (it said "ready")."""
    with subprocess.Popen(
        command,
        env=installation.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(encode(Restore(None)))
        process.stdin.flush()
        assert b"ready" in process.stdout.readline()
        yield process
        process.kill()


def memory_of(pid: int) -> dict[str, float]:
    """``Rss`` and ``Pss`` in MB, as the kernel counts them."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()[1:]
    pairs = (line.split(":") for line in lines)
    return {name: float(size.split()[0]) / KILOBYTES for name, size in pairs}


def starts(command: Sequence[str], installation: Installation, rounds: int) -> tuple[float, ...]:
    """Seconds from the start of a process until it says that it is ready."""
    _start(command, installation)  # the first one fills the system's cache of files
    return tuple(_start(command, installation) for _ in range(rounds))


def _start(command: Sequence[str], installation: Installation) -> float:
    began = time.perf_counter()
    with shown(command, installation):
        return time.perf_counter() - began


def _start_anew(installation: Installation) -> float:
    with tempfile.TemporaryDirectory() as folder:
        fresh = replace(
            installation,
            environment=installation.environment | {"QML_DISK_CACHE_PATH": folder},
        )
        return _start(UI, fresh)


def memory_of_a_terminal(
    installation: Installation, settle_seconds: float
) -> tuple[dict[str, float], dict[str, float]]:
    """Of the UI and of its watchdog, after a while."""
    watchdog = installation.start("run")
    wait_until(lambda: uis_of(installation.home), "the UI is started")
    time.sleep(settle_seconds)
    [ui] = uis_of(installation.home)
    found = memory_of(ui), memory_of(watchdog.pid)
    watchdog.stop()
    return found


def _each(found: list[dict[str, float]], kind: str) -> tuple[float, ...]:
    return tuple(one[kind] for one in found)
