"""Where log lines go: a file of limited size for each process, and standard error.

Times are UTC. Libraries that would tell of each request are quieted: addresses can hold what is
nobody's business. A folder that cannot be written costs the file, never the process.
"""

import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO, TypeVar

H = TypeVar("H", bound=logging.Handler)
FORMAT = "%(asctime)sZ %(levelname)s %(name)s: %(message)s"
LIMIT_BYTES = 1_000_000
OLD_FILES = 3
CHATTY = ("httpx", "httpx2", "httpcore", "httpcore2", "openai", "asyncio", "qasync", "keyring")


def start_logging(file: Path | None, err: TextIO, *, level: int) -> None:
    """Log INFO and above to ``file``, and ``level`` and above to ``err``."""
    root = logging.getLogger()
    root.setLevel(min(level, logging.INFO))
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    root.addHandler(_dressed(logging.StreamHandler(err), level))
    if file is None:
        return
    try:
        root.addHandler(_dressed(rotating(file), logging.INFO))
    except OSError as error:
        root.warning("there will be no log file: %s", error)


def rotating(file: Path) -> RotatingFileHandler:
    """A log file that starts anew when it is full. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return RotatingFileHandler(
        file, maxBytes=LIMIT_BYTES, backupCount=OLD_FILES, encoding="utf-8", errors="replace"
    )


def record_crash(file: Path, command: str, error: BaseException) -> bool:
    """Keep a traceback for IT in ``file``; False where that is not possible."""
    try:
        handler = _dressed(rotating(file), logging.ERROR)
    except OSError:
        return False
    record = logging.LogRecord(
        "kiosk", logging.ERROR, "", 0, "`kiosk %s` crashed", (command,),
        (type(error), error, error.__traceback__),
    )  # fmt: skip
    try:
        handler.handle(record)
    finally:
        handler.close()
    return True


def _dressed(handler: H, level: int) -> H:
    formatter = logging.Formatter(FORMAT)
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    handler.setLevel(level)
    return handler
