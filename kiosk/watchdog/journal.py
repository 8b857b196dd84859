"""Why the UI ended, the last fifty times: for IT, and never with a patron's words."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.last_lines import KEPT, LastLines
from kiosk.core.reasons import Reason
from kiosk.watchdog.states import Mode

FILE_NAME = "ends.jsonl"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a UI process.

    Attributes:
        at: When it was noticed, in UTC.
        reason: The stable code.
        mode: Which UI it was.
        software: Whether it drew without the graphics card.
        lived_seconds: From its start to its end.
        exit_code: As the system gave it (negative: the signal); None where it never started or
            would not die.
    """

    at: datetime
    reason: Reason
    mode: Mode
    software: bool
    lived_seconds: float
    exit_code: int | None

    def to_json(self) -> dict[str, Any]:
        return {
            "at": iso_utc(self.at),
            "reason": self.reason.value,
            "name": self.reason.name.lower(),
            "mode": self.mode.value,
            "software": self.software,
            "lived_seconds": round(self.lived_seconds, 1),
            "exit_code": self.exit_code,
        }

    @classmethod
    def from_json(cls, body: Any) -> "End":
        """Read one line back.

        Raises:
            ValueError, KeyError, TypeError: not one of ours.
        """
        return cls(
            at=parse_instant(body["at"]),
            reason=Reason(body["reason"]),
            mode=Mode(body["mode"]),
            software=bool(body["software"]),
            lived_seconds=float(body["lived_seconds"]),
            exit_code=body["exit_code"],
        )


class Journal:
    """The last ends of the UI, in a file."""

    def __init__(self, path: Path) -> None:
        self._lines = LastLines(path)

    def ends(self) -> list[End]:
        """Oldest first. Lines that are not ours are passed over."""
        return [end for body in self._lines.read() if (end := _read(body)) is not None][-KEPT:]

    def record(self, end: End) -> None:
        """Add one."""
        self._lines.write([each.to_json() for each in (*self.ends(), end)])


def _read(body: Any) -> End | None:
    try:
        return End.from_json(body)
    except (ValueError, KeyError, TypeError):
        return None
