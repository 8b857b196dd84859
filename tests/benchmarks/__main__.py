"""``dev.py bench``, or ``python -m tests.benchmarks``.

``[--rounds N] [--data | --model | --screen] [--write]``
"""

import argparse
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tests.benchmarks import answers, asking, browser, model, recovery, smooth, syncing, windows
from tests.benchmarks.measure import Row
from tests.benchmarks.questions import SYNCED
from tests.benchmarks.report import document
from tests.journeys.installation import Installation
from tests.journeys.libcal import LibCal

RESULTS = Path(__file__).with_name("RESULTS.md")
MODEL_RESULTS = Path(__file__).with_name("MODEL-RESULTS.md")
SCREEN_RESULTS = Path(__file__).with_name("SCREEN-RESULTS.md")
QUESTIONS = 300
PAINTED = 100
LONG_ROUNDS = 3
SETTLED_SECONDS = 10.0
"""By then everything is learned."""

MODEL_CALLS = 200
MODEL_VISITS = 1000


def main(arguments: list[str]) -> int:
    """Measure everything, which takes about eight minutes with the usual rounds."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="of what is quick")
    parser.add_argument("--write", action="store_true", help=f"keep the table in {RESULTS.name}")
    part = parser.add_mutually_exclusive_group()
    part.add_argument(
        "--data", action="store_true", help="only what needs no screen, which takes seconds"
    )
    part.add_argument(
        "--model",
        action="store_true",
        help=f"only what a language model says, ten minutes; kept in {MODEL_RESULTS.name}",
    )
    part.add_argument(
        "--screen",
        action="store_true",
        help="only how smooth the screen is, and how it stands beside a browser, three minutes;"
        f" kept in {SCREEN_RESULTS.name}",
    )
    options = parser.parse_args(arguments)
    measure, results = _chosen(options)
    with terminal() as installation:
        rows = measure(installation, options.rounds)
    command = shlex.join(["python3", "packaging/dev.py", "bench", *arguments])
    text = document(rows, command, date.today())  # noqa: DTZ011 - the day on this machine
    print(text)  # noqa: T201 - what this program is for
    if options.write:
        results.write_text(text, encoding="utf-8")
    return 0


def _chosen(
    options: argparse.Namespace,
) -> tuple[Callable[[Installation, int], list[Row]], Path]:
    if options.model:
        return of_the_model, MODEL_RESULTS
    if options.screen:
        return of_the_screen, SCREEN_RESULTS
    return (data if options.data else measured), RESULTS


@contextmanager
def terminal() -> Iterator[Installation]:
    """An installation with a hundred days of hours in its cache."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        installation, libcal = Installation.at(Path(folder)), LibCal()
        installation.set(LIBCAL__BASE_URL=libcal.url)
        libcal.start()
        try:
            done = installation.kiosk("sync", "--now", SYNCED)
            assert done.returncode == 0, done.stderr
            # What follows must not depend on how quick a LibCal is.
            installation.set(LIBCAL__BASE_URL="")
            yield installation
        finally:
            installation.close()
            libcal.stop()


def measured(installation: Installation, rounds: int) -> list[Row]:
    """Every row, in the order of the table."""
    starts = windows.start(installation, rounds)
    cold = starts[2].series
    few = min(rounds, LONG_ROUNDS)
    batch = answers.batch(installation, QUESTIONS)
    return [
        *starts,
        *windows.memory(installation, few),
        *asking.once(installation, rounds),
        *batch,
        *answers.painted(installation, PAINTED, batch[1].series),
        *syncing.stored(rounds),
        *recovery.crash(installation, rounds, cold),
        *recovery.hang(installation, few, cold, age=0.0),
        *recovery.hang(installation, few, cold, age=recovery.YOUNG_SECONDS),
    ]


def data(installation: Installation, rounds: int) -> list[Row]:
    """The way from LibCal to an answer, without a screen."""
    return [
        *asking.once(installation, rounds),
        *answers.batch(installation, QUESTIONS),
        *syncing.stored(rounds),
    ]


def of_the_screen(installation: Installation, rounds: int) -> list[Row]:
    """Turns and frames; start and memory beside a browser with the same page."""
    few = min(rounds, LONG_ROUNDS)
    return [
        *browser.rows(installation, few, settle_seconds=SETTLED_SECONDS),
        *smooth.rows(installation),
    ]


def of_the_model(installation: Installation, rounds: int) -> list[Row]:
    """First words, streams and memory, with a language model that is simulated."""
    return model.rows(
        installation,
        calls=MODEL_CALLS,
        answers=min(rounds, LONG_ROUNDS),
        visits=MODEL_VISITS,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
