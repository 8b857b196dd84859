"""Why the UI ended, the last fifty times: for IT, and never with a patron's words."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.reasons import Reason
from kiosk.watchdog.states import Mode

KEPT = 50
FILE_NAME = "ends.jsonl"

log = logging.getLogger(__name__)


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
    """A small JSON-lines file, written whole each time so that it is never half a line."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def ends(self) -> list[End]:
        """The last ends, oldest first. Lines that are not ours are passed over."""
        try:
            lines = self._path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return []
        return [end for line in lines if (end := _read(line)) is not None][-KEPT:]

    def record(self, end: End) -> None:
        """Add one. A disk that refuses is told to the log and changes nothing else."""
        ends = [*self.ends(), end][-KEPT:]
        text = "".join(json.dumps(each.to_json()) + "\n" for each in ends)
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, "utf-8")
            beside.replace(self._path)
        except OSError as error:
            log.warning("the watchdog's journal cannot be written: %s", error)


def _read(line: str) -> End | None:
    try:
        return End.from_json(json.loads(line))
    except (ValueError, KeyError, TypeError):
        return None
