"""What a measurement is, and how one is written down."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True, slots=True)
class Series:
    """One thing measured several times.

    Attributes:
        what: It, in a few words.
        unit: ``s``, ``ms`` or ``MB``.
        values: In the order of measuring.
    """

    what: str
    unit: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    def percentile(self, share: float) -> float:
        """The value that this share (0 to 1) of all values does not exceed."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    Attributes:
        series: What was measured.
        yardstick: What it stands beside; None where there is nothing simpler.
        remark: What a reader must know of it.
    """

    series: Series
    yardstick: Series | None = None
    remark: str = ""

    def cells(self) -> list[str]:
        """As the table shows it: what, median, range, p95, p99, runs, ratio, remark."""
        series = self.series
        many = len(series.values) >= 20
        return [
            series.what,
            _shown(series.median, series.unit),
            f"{_number(min(series.values))} - {_shown(max(series.values), series.unit)}",
            _shown(series.percentile(0.95), series.unit) if many else "",
            _shown(series.percentile(0.99), series.unit) if many else "",
            str(len(series.values)),
            f"{series.median / self.yardstick.median:.2f} {TIMES} {self.yardstick.what}"
            if self.yardstick
            else "",
            self.remark,
        ]


def timed(rounds: int, job: Callable[[], object]) -> tuple[float, ...]:
    """Seconds that each of so many rounds took."""
    return tuple(_seconds(job) for _ in range(rounds))


def _seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def _shown(value: float, unit: str) -> str:
    return f"{_number(value)} {unit}"


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3g}"
