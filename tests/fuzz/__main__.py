"""``python -m tests.fuzz [--answers N] [--questions N] [--first N] [--seed N] [--write]``.

Feeds mutated answers of LibCal to a terminal, and asks it mistyped questions: 10,000 of each take
a few minutes. The exit code says whether anything was found. What is found is named by a number:
``--answers 1 --questions 0 --first 4711`` repeats one.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.fuzz import answers, questions

RESULTS = Path(__file__).with_name("RESULTS.md")
COUNT = 10_000
SEED = 3

Report = answers.Report | questions.Report


def main(arguments: list[str]) -> int:
    """Feed mutated answers of LibCal to a terminal, and ask it mistyped questions."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=main.__doc__)
    parser.add_argument("--answers", type=int, default=COUNT, metavar="N")
    parser.add_argument("--questions", type=int, default=COUNT, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N")
    parser.add_argument("--write", action="store_true", help=f"keep the results in {RESULTS.name}")
    options = parser.parse_args(arguments)
    seed, first = options.seed, options.first
    done = [
        _run(
            f"{options.answers} mutated answers of LibCal, seed {seed}",
            lambda: asyncio.run(answers.run(options.answers, seed, first=first)),
        ),
        _run(
            f"{options.questions} mistyped questions, seed {seed}",
            lambda: questions.run(options.questions, seed, first=first),
        ),
    ]
    if options.write:
        RESULTS.write_text(_page([line for _, line in done]), encoding="utf-8")
    return 1 if any(report.faults for report, _ in done) else 0


def _run(what: str, job: Callable[[], Report]) -> tuple[Report, str]:
    began = time.perf_counter()
    report = job()
    line = f"{what}: {report}; {time.perf_counter() - began:.0f} s"
    print(*report.faults, line, sep="\n")  # noqa: T201  what this program is for
    return report, line


def _page(lines: list[str]) -> str:
    day = date.today().isoformat()  # noqa: DTZ011  the day on this machine
    head = f"# Fuzzing\n\nWritten by `python -m tests.fuzz --write` on {day}.\n\n"
    return head + "".join(f"- {line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
