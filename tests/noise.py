"""What a test must not say by accident, collected from every mouth the program has."""

import contextlib
import logging
import sys
from collections.abc import Iterator
from traceback import extract_tb
from types import TracebackType
from typing import Any

HARMLESS_QT = (
    # The off-screen platform has no window manager to hint, raise or ask.
    "This plugin does not support",
)


class Noise(logging.Handler):
    """Remembers log records (WARNING and above), Qt messages and errors printed by slots."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self._allowed: list[str] = []

    def allow(self, part: str) -> None:
        """Expect lines that hold ``part``."""
        self._allowed.append(part)

    def unexpected(self) -> list[str]:
        """What was heard and not allowed."""
        return [line for line in self.heard if not any(part in line for part in self._allowed)]

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Listen while the block runs."""
        root = logging.getLogger()
        root.addHandler(self)
        try:
            with self._slot_errors(), self._qt_messages():
                yield
        finally:
            root.removeHandler(self)

    @contextlib.contextmanager
    def _slot_errors(self) -> Iterator[None]:
        # PySide hands an error inside a slot to sys.excepthook and carries on.
        def hear(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            places = [f" at {at.filename}:{at.lineno}" for at in extract_tb(trace)[-1:]]
            self.heard.append("".join((f"uncaught {kind.__name__}: {error}", *places)))

        before, sys.excepthook = sys.excepthook, hear
        try:
            yield
        finally:
            sys.excepthook = before

    @contextlib.contextmanager
    def _qt_messages(self) -> Iterator[None]:
        # A test that does not know Qt must not pay for loading it.
        qt: Any = sys.modules.get("PySide6.QtCore")
        if qt is None:
            yield
            return

        def hear(kind: Any, context: Any, text: str) -> None:
            if not text.startswith(HARMLESS_QT):
                self.heard.append(f"Qt {kind.name} {context.file or ''}:{context.line} {text}")

        before = qt.qInstallMessageHandler(hear)
        try:
            yield
        finally:
            qt.qInstallMessageHandler(before)
