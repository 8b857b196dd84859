"""A console whose every end a test can see."""

import io
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
        try:
            return main(words, Console(self.environment, io.StringIO(text), out, err))
        finally:
            self.out, self.err = out.getvalue(), err.getvalue()
