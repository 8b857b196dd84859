"""A question from the cache: on the screen, and on the command line beside a bare SQLite read."""

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from itertools import cycle, islice

from tests.benchmarks.measure import Row, Series
from tests.benchmarks.questions import EVENING, QUESTIONS
from tests.journeys.installation import Installation

MILLI = 1000.0
READ = "SELECT * FROM hours WHERE location_id = 9101 AND date = '2026-12-01'"


def painted(installation: Installation, count: int, answer: Series) -> list[Row]:
    """From ``ask()`` to the frame that shows the whole answer, inside the UI process.

    Beside the same answers without a screen.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.painted", str(count)],
        env=installation.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=60 + count,
        check=True,
    )
    values = tuple(second * MILLI for second in json.loads(done.stdout))
    series = Series("question to painted answer", "ms", values)
    return [Row(series, answer, "from the cache; drawn in software")]


def batch(installation: Installation, count: int) -> list[Row]:
    """``kiosk ask -``: each answer of one process, by its own ``took_ms``, and the whole."""
    questions = list(islice(cycle(QUESTIONS), count))
    began = time.perf_counter()
    found = installation.ask(*questions, now=EVENING)
    whole = time.perf_counter() - began
    took = tuple(float(answer["took_ms"]) for answer in found)
    read = Series("a bare SQLite read of one day's hours", "ms", _reads(installation, count))
    return [
        Row(read),
        Row(Series("an answer of `kiosk ask` in a batch", "ms", took), read),
        Row(Series(f"`kiosk ask` with {count} questions, whole", "s", (whole,))),
    ]


def _reads(installation: Installation, count: int) -> tuple[float, ...]:
    with closing(sqlite3.connect(installation.folders.terminal_database)) as database:
        return tuple(_read(database) for _ in range(count))


def _read(database: sqlite3.Connection) -> float:
    began = time.perf_counter()
    assert database.execute(READ).fetchone()
    return (time.perf_counter() - began) * MILLI
