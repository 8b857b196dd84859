"""The table, and on what it was measured."""

import os
import platform
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.measure import Row

HEADINGS = ("What", "Median", "Min - max", "p95", "p99", "Runs", "Beside", "Remark")
GIGABYTES = 1024.0**2


def document(rows: Sequence[Row], command: str, day: date) -> str:
    """``RESULTS.md``."""
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by the program itself. The last columns tell more than the numbers: they say",
            "how many times as long, or as large, as the yardstick of the same run.",
            "",
            *(f"- {line}" for line in (f"Date: {day.isoformat()}", f"Command: `{command}`")),
            *(f"- {line}" for line in machine()),
            "",
            *table(rows),
            "",
        ]
    )


def table(rows: Sequence[Row]) -> list[str]:
    """In Markdown."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *(row.cells() for row in rows)]
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def machine() -> list[str]:
    """What it was measured on."""
    system = f"{platform.system()} {platform.release()}"
    plugin = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    qt = f"PySide6 {version('pyside6-essentials')}, platform plugin `{plugin}`, software drawing"
    return [
        f"Machine: {_processor()}, {os.cpu_count()} cores, {_memory_gigabytes():.0f} GB, {system}",
        f"Python {platform.python_version()}, {qt}",
        f"Load of the machine at the end: {os.getloadavg()[0]:.1f}",
    ]


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory_gigabytes() -> float:
    first = Path("/proc/meminfo").read_text("ascii").splitlines()[0]
    return float(first.split()[1]) / GIGABYTES
