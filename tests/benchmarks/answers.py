"""A question from the cache: on the screen, and in a batch beside its bare SQLite reads."""

import json
import statistics
import subprocess
import sys
import time

from tests.benchmarks.measure import Row, Series
from tests.benchmarks.questions import EVENING, batch_of
from tests.journeys.installation import Installation

MILLI = 1000.0


def painted(installation: Installation, count: int, answer: Series) -> list[Row]:
    """From ``ask()`` to the frame that shows the whole answer, inside the UI process.

    Beside the same answers without a screen.
    """
    seconds = json.loads(_told_by("tests.benchmarks.painted", installation, count))
    values = tuple(second * MILLI for second in seconds)
    series = Series("question to painted answer", "ms", values)
    return [Row(series, answer, "from the cache; drawn in software")]


def batch(installation: Installation, count: int) -> list[Row]:
    """``kiosk ask -``: each answer of one process, by its own ``took_ms``, and the whole.

    Beside the SQLite reads that the same answers need.
    """
    began = time.perf_counter()
    found = installation.ask(*batch_of(count), now=EVENING, options=("--offline",))
    whole = time.perf_counter() - began
    first, *others = (float(answer["took_ms"]) for answer in found)
    reads = _reads(installation, count)
    bare = Series("the bare SQLite reads of an answer", "ms", tuple(map(sum, reads[1:])))
    often = f"{statistics.mean(map(len, reads[1:])):.1f} reads an answer"
    return [
        Row(bare, remark=often),
        Row(Series("an answer of `kiosk ask` in a batch", "ms", tuple(others)), bare),
        Row(Series("the first answer of the batch", "ms", (first,)), bare, "not in the row above"),
        Row(Series(f"`kiosk ask` with {count} questions, whole", "s", (whole,))),
    ]


def _reads(installation: Installation, count: int) -> list[list[float]]:
    reads: list[list[float]] = json.loads(_told_by("tests.benchmarks.reads", installation, count))
    return reads


def _told_by(module: str, installation: Installation, count: int) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", module, str(count)],
        env=installation.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=60 + count,
        check=True,
    ).stdout
