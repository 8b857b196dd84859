"""What a command is given: the terminal it talks to and the environment it was started in."""

import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kiosk.app.configuration import Configuration, read_configuration
from kiosk.app.logs import start_logging
from kiosk.app.secrets import KeyringStore, system_keyring
from kiosk.app.sources import home, process_environment
from kiosk.core.paths import Folders


@dataclass(frozen=True, slots=True)
class Console:
    """One start of ``kiosk``.

    Attributes:
        environment: Its variables.
        input: Standard input.
        out: Standard output.
        err: Standard error.
        debug: Whether tracebacks and debugging lines are wanted.
    """

    environment: Mapping[str, str]
    input: TextIO
    out: TextIO
    err: TextIO
    debug: bool = False

    @classmethod
    def of_process(cls) -> "Console":
        """The real one. UTF-8 in and out, whatever the system's code page is."""
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            # What is not text must neither stop an answer nor a sentence about it. Streams that
            # others put in place, or none at all (a Windows service), stay as they are.
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(encoding="utf-8", errors="backslashreplace")
        return cls(process_environment(), sys.stdin, sys.stdout, sys.stderr)

    @property
    def folders(self) -> Folders:
        """Where this installation's files are; known before any setting is read."""
        return Folders.at(home(self.environment))

    @property
    def secrets(self) -> KeyringStore:
        """The keyring of this installation."""
        return KeyringStore(home(self.environment), load=system_keyring)

    def configured(self, secret_names: Sequence[str] | None = None) -> Configuration:
        """Read the settings, with one line on standard error for each warning.

        Raises:
            SettingError: a setting cannot be used.
        """
        configuration = read_configuration(
            self.environment, secrets=self.secrets, secret_names=secret_names
        )
        for sentence in configuration.warnings:
            self.complain(f"warning: {sentence}")
        return configuration

    def start_logging(self, file_name: str | None, level: int = logging.INFO) -> None:
        """Log to a file in the folder for logs (None: to none) and from ``level`` on to ``err``."""
        file: Path | None = self.folders.logs / file_name if file_name else None
        start_logging(file, self.err, level=logging.DEBUG if self.debug else level)

    def say(self, line: str) -> None:
        """One line for the person or program that asked."""
        print(line, file=self.out, flush=True)

    def complain(self, line: str) -> None:
        """One line about what is wrong."""
        print(f"kiosk: {line}", file=self.err, flush=True)
