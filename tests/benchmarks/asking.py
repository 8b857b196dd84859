"""One question on the command line: the whole process, beside the least Python that could do it."""

import subprocess
import sys
from collections.abc import Sequence

from kiosk.core.program import own_command
from tests.benchmarks.measure import Row, Series
from tests.benchmarks.questions import EVENING
from tests.journeys.installation import Installation

BARE = (sys.executable, "-c", "import sqlite3, json")
ASK = (*own_command(), "ask", "--json", "--offline", "--now", EVENING, "when do you close")
KILOBYTES = 1024.0
WATCHED = (
    "import os, sys, time; began = time.perf_counter(); "
    "child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ); "
    "_, status, used = os.wait4(child, 0); "
    "print(status, time.perf_counter() - began, used.ru_maxrss, file=sys.stderr)"
)
"""A parent smaller than any child: Linux counts what the parent had before the child began."""


def once(installation: Installation, rounds: int) -> list[Row]:
    """Wall time and the largest resident memory of a process."""
    _run(ASK, installation)  # fills the system's cache of files
    bare = [_run(BARE, installation) for _ in range(rounds)]
    asked = [_run(ASK, installation) for _ in range(rounds)]
    rows = []
    for n, (unit, what) in enumerate((("s", ""), ("MB", "peak RSS of "))):
        least = Series(f'{what}`python -c "import sqlite3, json"`', unit, tuple(b[n] for b in bare))
        ours = Series(f'{what}`kiosk ask "when do you close"`', unit, tuple(a[n] for a in asked))
        rows += [Row(least), Row(ours, least)]
    return rows


def _run(command: Sequence[str], installation: Installation) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", WATCHED, *command],
        env=installation.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
    )
    status, seconds, kilobytes = done.stderr.split()
    assert int(status) == 0
    return float(seconds), float(kilobytes) / KILOBYTES
