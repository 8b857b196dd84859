"""How smooth the screen is: every turn of its event loop over a visit, and every frame.

The model is our own simulator, which says a hundred tokens a second; the desk is a real one.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from tests.benchmarks.frames_screen import Frames
from tests.benchmarks.measure import TIMES, Row, Series
from tests.benchmarks.model import section_of
from tests.benchmarks.turns import Turn
from tests.fakes.model import ModelSimulator
from tests.fakes.model import Turn as Said
from tests.journeys.installation import Desk, Installation

SIZES = ((1920, 1080), (1080, 1920))
REST_SECONDS = 0.4
LEARNED_SECONDS = 9.0
ROWS = 200
SCROLLED_SECONDS = 3.0
LATE_MILLISECONDS = 8.0
FRAME_MILLISECONDS = 1000 / 60

_TOKENS_A_SECOND = 100
_LETTERS_A_TOKEN = 4
_SECTIONS = 5
_LONGEST_SECONDS = 300.0


def rows(
    installation: Installation,
    *,
    learned_seconds: float = LEARNED_SECONDS,
    rest_seconds: float = REST_SECONDS,
    count: int = ROWS,
    scrolled_seconds: float = SCROLLED_SECONDS,
    sections: int = _SECTIONS,
    sizes: Sequence[tuple[int, int]] = SIZES,
) -> list[Row]:
    """All of it, each once.

    Args:
        installation: Whose UI is watched.
        learned_seconds: So long the terminal is left alone to learn, at the home screen.
        rest_seconds: After each step of the visit.
        count: Rows of the conversation that is scrolled.
        scrolled_seconds: So long, each way.
        sections: So long is the answer that streams.
        sizes: Width and height of the screens to scroll on.
    """
    with model(installation, sections, answers=1 + len(sizes)):
        with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
            desk = Desk.at(Path(folder), installation)
            try:
                visit = turns(installation, learned_seconds, rest_seconds)
            finally:
                desk.server.close()
                installation.set(DESK__URL="", DESK__TOKEN="")
        seen = [frames(installation, size, count, scrolled_seconds) for size in sizes]
    return [*visit, *(row for each in seen for row in each)]


def turns(installation: Installation, learned_seconds: float, rest_seconds: float) -> list[Row]:
    """A visit from the start to its end, phase by phase."""
    told = _told_by("tests.benchmarks.visit_screen", installation, learned_seconds, rest_seconds)
    found = sorted((Turn(**each) for each in told), key=attrgetter("phase"))
    phases = {name: list(of) for name, of in groupby(found, attrgetter("phase"))}
    order = dict.fromkeys(each["phase"] for each in told)
    return [_of_turns(name, phases[name]) for name in order]


def frames(
    installation: Installation, size: tuple[int, int], count: int, seconds: float
) -> list[Row]:
    """Scrolling, and an answer that streams, on a screen of that size."""
    width, height = size
    told = _told_by("tests.benchmarks.frames_screen", installation, width, height, count, seconds)
    where = f"{width} {TIMES} {height}"
    return [_of_frames(f"{what}, {where}", Frames(**each)) for what, each in told.items()]


@contextmanager
def model(installation: Installation, sections: int, answers: int) -> Iterator[None]:
    """A language model with so many long answers."""
    said = Said(section_of(sections), pause=1 / _TOKENS_A_SECOND, piece=_LETTERS_A_TOKEN)
    with ModelSimulator(*[said] * answers) as simulator:
        installation.set(
            OPENAI__BASE_URL=simulator.base_url,
            OPENAI__API_KEY="invented-key",
            BUDGET__VISIT_TOKENS="0",
            BUDGET__KEEP_ANSWERS_HOURS="0",
            # Here nobody gives up: a busy machine is slow, and that is what is measured.
            OPENAI__CONNECT_SECONDS="60",
            OPENAI__FIRST_TOKEN_SECONDS="60",
            OPENAI__STALL_SECONDS="60",
        )
        try:
            yield
        finally:
            installation.set(OPENAI__API_KEY="", OPENAI__BASE_URL="")


def _of_turns(phase: str, found: Sequence[Turn]) -> Row:
    longest = max(found, key=attrgetter("held"))
    late = _over(LATE_MILLISECONDS, found)
    missed = _over(FRAME_MILLISECONDS, found)
    at = f"; longest at {longest.what}" if longest.what else ""
    return Row(
        Series(f"a turn of the UI's loop: {phase}", "ms", tuple(turn.held for turn in found)),
        remark=f"{late}; {missed}{at}",
    )


def _over(limit: float, found: Sequence[Turn]) -> str:
    held = sum(turn.held > limit for turn in found)
    worked = sum(turn.worked > limit for turn in found)
    return f"{held} over {limit:.3g} ms, {worked} by work of its own"


def _of_frames(what: str, seen: Frames) -> Row:
    worked = Series(what, "ms", tuple(seen.worked))
    rate = len(seen.apart) / seen.seconds
    late = sum(value > FRAME_MILLISECONDS for value in seen.worked)
    return Row(
        Series(f"from frame to frame: {what}", "ms", tuple(seen.apart)),
        remark=f"{rate:.0f} frames a second; the UI's thread works {worked.median:.1f} ms for one,"
        f" {max(worked.values):.1f} for the slowest, {late} times over {FRAME_MILLISECONDS:.1f};"
        f" moved {seen.pixels:.0f} pixels",
    )


def _told_by(module: str, installation: Installation, *words: float) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, words)],
        env=installation.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=_LONGEST_SECONDS,
        check=True,
    )
    return json.loads(done.stdout)
