"""``dev.py test``: every check, all of them run, one summary at the end."""

import math
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from developer.console import say
from developer.environment import Environment

_MOST_WORKERS = 12  # each takes about half a gigabyte


@dataclass(frozen=True, slots=True)
class Step:
    """One check.

    Attributes:
        name: As the summary calls it.
        command: What to run, from the repository's root.
    """

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check went.

    Attributes:
        name: The check.
        passed: Whether it exited with 0.
        seconds: How long it took.
        last_line: The last line that it printed.
    """

    name: str
    passed: bool
    seconds: float
    last_line: str


def steps(environment: Environment, pytest_arguments: Sequence[str] = ()) -> list[Step]:
    """Every check in order, the quickest first."""

    def program(name: str, *arguments: str) -> tuple[str, ...]:
        return (str(environment.program(name)), *arguments)

    # A part of the tests says nothing about what all of them cover.
    extent = pytest_arguments or ("--cov", "--cov-report=term")
    return [
        Step("format", program("ruff", "format", "--check", "--quiet", ".")),
        Step("lint", program("ruff", "check", "--quiet", ".")),
        Step("types", program("mypy")),
        Step("imports", program("lint-imports", "--no-logo")),
        *_qml_step(environment),
        Step("tests", program("python", "-m", "pytest", "-q", *_spread(), *extent)),
    ]


def _spread() -> tuple[str, ...]:
    """Three workers for two cores: tests wait for processes that they started.

    Who is done takes over from others: the slow tests stand close together.
    """
    workers = min(math.ceil(1.5 * (os.cpu_count() or 1)), _MOST_WORKERS)
    return ("-n", str(workers), "--dist", "worksteal")


def run_all(root: Path, todo: Sequence[Step]) -> int:
    """Run every step, also after a failed one; 0 when all passed, else 1."""
    outcomes = [run(root, step) for step in todo]
    for line in summary(outcomes):
        say(line)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def run(root: Path, step: Step) -> Outcome:
    """Run one step with its output passed through."""
    say(f"{step.name} ...")
    start = time.monotonic()
    last = ""
    with subprocess.Popen(
        step.command,
        cwd=root,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return Outcome(step.name, process.returncode == 0, time.monotonic() - start, last)


def summary(outcomes: Sequence[Outcome]) -> list[str]:
    """One line a check, with what it said last."""
    return [
        f"{'ok    ' if outcome.passed else 'FAILED'} {outcome.name:<8}"
        f"{outcome.seconds:7.1f} s  {outcome.last_line.strip('= ')}"
        for outcome in outcomes
    ]


def _qml_step(environment: Environment) -> list[Step]:
    script = environment.root / "packaging" / "qml_lint.py"
    if not script.is_file():
        return []
    return [Step("qml", (str(environment.python), str(script)))]
