"""What was tried at the staff's door: the last fifty times, with no PIN among it.

It is also what the limit stands on, so that neither a restart of the screen nor one of the
machine gives anybody further tries.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.last_lines import LastLines

FILE_NAME = "staff.jsonl"
FREE_TRIES = 5
FIRST_WAIT_SECONDS = 30.0
LONGEST_WAIT_SECONDS = 3600.0


class Outcome(StrEnum):
    """How it went."""

    WRONG = "wrong"
    RIGHT = "right"
    RESTARTED = "restarted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class StaffVisit:
    """One thing that happened at the door.

    Attributes:
        at: When, in UTC.
        outcome: What.
    """

    at: datetime
    outcome: Outcome


class StaffVisits:
    """The last of them, in a file among the logs."""

    def __init__(self, logs: Path) -> None:
        self._lines = LastLines(logs / FILE_NAME)

    def all(self) -> list[StaffVisit]:
        """Oldest first."""
        return [visit for body in self._lines.read() if (visit := _read(body)) is not None]

    def record(self, visit: StaffVisit) -> None:
        """Add one."""
        bodies = [{"at": iso_utc(v.at), "outcome": v.outcome.value} for v in (*self.all(), visit)]
        self._lines.write(bodies)


def wrong_in_a_row(visits: Sequence[StaffVisit]) -> list[StaffVisit]:
    """The wrong tries since the PIN was right."""
    right = [place for place, v in enumerate(visits) if v.outcome is not Outcome.WRONG]
    return list(visits[right[-1] + 1 :] if right else visits)


def wait_seconds(wrong: int) -> float:
    """How long after so many wrong tries in a row nobody can try: 30 s after five, then doubled."""
    if wrong < FREE_TRIES:
        return 0.0
    return min(FIRST_WAIT_SECONDS * 2.0 ** (wrong - FREE_TRIES), LONGEST_WAIT_SECONDS)


def _read(body: Any) -> StaffVisit | None:
    try:
        return StaffVisit(parse_instant(body["at"]), Outcome(body["outcome"]))
    except (ValueError, KeyError, TypeError):
        return None
