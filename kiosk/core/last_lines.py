"""A small file that keeps the last things that happened, one JSON object a line."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

KEPT = 50

log = logging.getLogger(__name__)


class LastLines:
    """Written whole each time, so that it is never half a line."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> list[Any]:
        """What stands there, oldest first. Lines that are not JSON are passed over."""
        try:
            lines = self._path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return []
        return [body for line in lines if (body := _body(line)) is not None]

    def write(self, bodies: Sequence[Any]) -> None:
        """Keep the last of them. A disk that refuses is told to the log and changes nothing."""
        text = "".join(json.dumps(body) + "\n" for body in bodies[-KEPT:])
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, "utf-8")
            beside.replace(self._path)
        except OSError as error:
            log.warning("%s cannot be written: %s", self._path.name, error)


def _body(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None
