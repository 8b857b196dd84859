"""What the UI says on its standard error: passed on, and kept in a file of limited size."""

import contextlib
from pathlib import Path
from typing import BinaryIO

FILE_NAME = "ui.log"
LIMIT_BYTES = 1_000_000
CHUNK_BYTES = 65_536


class UiLog:
    """Two files of at most ``limit_bytes``: this one, and the one before it with ``.1``."""

    def __init__(
        self, path: Path, echo: BinaryIO | None, *, limit_bytes: int = LIMIT_BYTES
    ) -> None:
        self._path = path
        self._before = path.with_name(path.name + ".1")
        self._echo = echo
        self._limit = limit_bytes

    def copy_from(self, stream: BinaryIO) -> None:
        """Copy until the end of ``stream``."""
        while line := stream.readline(CHUNK_BYTES):
            self.write(line)

    def write(self, line: bytes) -> None:
        """Write one line to both. A full disk or a closed terminal is no reason to stop."""
        if self._echo is not None:
            with contextlib.suppress(OSError, ValueError):
                self._echo.write(line)
                self._echo.flush()
        with contextlib.suppress(OSError):
            self._append(line)

    def _append(self, line: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(line)
            full = file.tell() >= self._limit
        if full:
            self._path.replace(self._before)
