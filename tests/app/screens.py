"""A screen's process with the test as its watchdog."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.core.paths import resource_folder

PATIENCE = 60.0


@dataclass
class ScreenProcess:
    """``kiosk ui`` and everything that it said on its pipe."""

    process: subprocess.Popen[bytes]
    said: list[dict[str, Any]] = field(default_factory=list)

    def tell(self, visit: object) -> None:
        """The watchdog's first line."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"type": "restore", "visit": visit}).encode() + b"\n")
        self.process.stdin.flush()

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for what the screen says."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, self.said
            assert self.process.poll() is None, self.ended()
            time.sleep(0.02)

    def until_ready(self) -> None:
        """The first frame is there."""
        self.until(lambda: {"type": "ready"} in self.said)

    def heard(self, kind: str) -> list[dict[str, Any]]:
        """Every message of a kind."""
        return [line for line in self.said if line["type"] == kind]

    def hang_up(self) -> tuple[int, str]:
        """Close the watchdog's end."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """Exit code and complaints."""
        code = self.process.wait(PATIENCE)
        assert self.process.stderr is not None
        return code, self.process.stderr.read().decode()


@contextlib.contextmanager
def screen_process(
    home: Path, *words: str, watched: bool = True, full_screen: bool = False
) -> Iterator[ScreenProcess]:
    """Start it on the demo's content; it is killed if the test did not end it."""
    given = {key: text for key, text in os.environ.items() if not key.startswith("KIOSK_")}
    environment = given | {
        "KIOSK_HOME": str(home),
        "KIOSK_CONTENT": str(resource_folder() / "demo"),
        "KIOSK_LOCATION": "9101",
        "KIOSK_SCREEN__FULL_SCREEN": str(full_screen).lower(),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    command = [sys.executable, "-m", "kiosk", "ui", *(["--watched"] if watched else []), *words]
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        screen = ScreenProcess(process)
        assert process.stdout is not None
        lines = process.stdout

        def read() -> None:
            screen.said.extend(map(json.loads, lines))

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        try:
            yield screen
        finally:
            if process.poll() is None:
                process.kill()
            reader.join(PATIENCE)
