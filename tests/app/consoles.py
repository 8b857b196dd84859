"""A console whose every end a test can see."""

import contextlib
import io
import logging
from collections.abc import Iterator
from pathlib import Path

from kiosk.app.cli import main
from kiosk.app.console import Console


class Desk:
    """Somebody who types commands into a fresh installation."""

    def __init__(self, home: Path, **variables: str) -> None:
        self.home = home
        # The machine that runs the tests may have a keyring, and it is not ours.
        self.environment = {"KIOSK_HOME": str(home), **variables}
        self.out = ""
        self.err = ""

    def type(self, *words: str, text: str = "") -> int:
        """Run one command; its exit code."""
        out, err = io.StringIO(), io.StringIO()
        with logging_given_back():
            try:
                return main(words, Console(self.environment, io.StringIO(text), out, err))
            finally:
                self.out, self.err = out.getvalue(), err.getvalue()


@contextlib.contextmanager
def logging_given_back() -> Iterator[None]:
    """Leave the root logger as it was, and no log file open."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        yield
    finally:
        for handler in set(root.handlers) - set(handlers):
            handler.close()
        root.handlers[:] = handlers
        root.setLevel(level)
