"""One terminal's installation in a folder of its own, whose processes are all real."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.app.children import Child
from kiosk.app.desk_process import add_librarian, add_terminal
from kiosk.app.tour_hands import DeskLibrarian
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.program import own_command
from kiosk.core.secret import Secret
from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from kiosk.demo.library import alder_bay

Json = dict[str, Any]
Done = subprocess.CompletedProcess[str]

MARLOWE = 9101
LIBRARIAN = "Maya"
PASSWORD = "correct horse battery"
LONGEST_COMMAND = 60.0
_LEFT_OUT = ("KIOSK_", "COV_", "COVERAGE_", "PYTHONDONTWRITEBYTECODE")


@dataclass(slots=True)
class Installation:
    """A fresh terminal of Alder Bay.

    Attributes:
        home: ``KIOSK_HOME``: everything that the processes write is below it.
        environment: Of every process; a journey changes settings here before it starts one.
    """

    home: Path
    environment: dict[str, str]
    _stack: ExitStack = field(default_factory=ExitStack)
    _started: int = 0

    @classmethod
    def at(cls, home: Path) -> "Installation":
        """With the demo library's settings and nothing that the machine has set itself.

        Its processes run at the speed of an installed program: compiled once, and not traced.
        Coverage is measured where a test is about one process (``tests/app``).
        """
        given = {key: text for key, text in os.environ.items() if not key.startswith(_LEFT_OUT)}
        return cls(home, {**given, **_settings(home)})

    @property
    def folders(self) -> Folders:
        """Where its files are."""
        return Folders.at(str(self.home))

    def set(self, **variables: str) -> None:
        """Change settings: ``LIBCAL__BASE_URL="…"``."""
        self.environment |= {f"KIOSK_{name}": text for name, text in variables.items()}

    def kiosk(self, *words: str, text: str = "") -> Done:
        """Run one short command to its end."""
        return subprocess.run(
            [*own_command(), *words],
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST_COMMAND,
            check=False,
        )

    def ask(self, *questions: str, now: str, options: tuple[str, ...] = ()) -> list[Json]:
        """Ask in one batch; the objects that came back."""
        done = self.kiosk("ask", "--json", "--now", now, *options, "-", text="\n".join(questions))
        assert (done.returncode, done.stderr) == (0, "")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def start(self, *words: str) -> Child:
        """Start a process that stays; it is stopped with the installation."""
        self._started += 1
        log = self.folders.logs / f"stderr-{self._started}-{words[0]}.log"
        child = Child(words[0], words, self.environment, log)
        self._stack.callback(child.stop)
        return child

    def close(self) -> None:
        """Stop whatever still runs, the latest first."""
        self._stack.close()


@dataclass(slots=True)
class Desk:
    """The staff desk of an installation, which can go down and come back at the same address."""

    server: Installation
    process: Child
    url: str

    @classmethod
    def at(cls, home: Path, terminal: Installation) -> "Desk":
        """Start one on a machine of its own, with a librarian, and let the terminal in."""
        server = Installation.at(home)
        add_librarian(server.folders, LIBRARIAN, Secret(PASSWORD))
        token = add_terminal(server.folders, "Entrance hall").reveal()
        process = server.start("desk")
        desk = cls(server, process, process.address())
        terminal.set(DESK__URL=desk.url, DESK__TOKEN=token)
        server.set(DESK_SERVER__PORT=desk.url.rpartition(":")[2])
        return desk

    def stop(self) -> None:
        """Go down."""
        self.process.stop()

    def start(self) -> None:
        """Come back."""
        self.process = self.server.start("desk")
        assert self.process.address() == self.url

    @contextmanager
    def librarian(self) -> Iterator[DeskLibrarian]:
        """Somebody signed in."""
        librarian = DeskLibrarian(self.url, LIBRARIAN, PASSWORD)
        try:
            yield librarian
        finally:
            librarian.leave()


def _settings(home: Path) -> Mapping[str, str]:
    library = alder_bay()
    return {
        "KIOSK_HOME": str(home),
        "KIOSK_LOCATION": str(MARLOWE),
        "KIOSK_CONTENT": str(resource_folder() / "demo"),
        "KIOSK_LIBCAL__CLIENT_ID": CLIENT_ID,
        "KIOSK_LIBCAL__CLIENT_SECRET": CLIENT_SECRET,
        "KIOSK_LIBCAL__LOCATION_IDS": ",".join(str(place.lid) for place in library.places),
        "KIOSK_DESK_SERVER__PORT": "0",
        "KIOSK_SCREEN__FULL_SCREEN": "false",
        # What voices this machine has is none of ours either.
        "KIOSK_SCREEN__READ_ALOUD": "never",
        # The keyring of whoever runs this is none of ours.
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
    }
