"""Other processes of our own, started and stopped in order: what the demo consists of."""

import json
import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue

from kiosk.core.errors import Unavailable
from kiosk.core.program import own_command

START_SECONDS = 60.0
STOP_SECONDS = 10.0


class Child:
    """One process of ``kiosk``, whose first line on standard output may be an address as JSON.

    What it writes to standard error goes to ``log``.
    """

    def __init__(
        self, name: str, words: Sequence[str], environment: Mapping[str, str], log: Path
    ) -> None:
        self._name = name
        self._log = log
        self._lines: Queue[str] = Queue()
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as complaints:
            self._process = subprocess.Popen(  # noqa: S603  our own program
                [*own_command(), *words],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
                encoding="utf-8",
            )
        threading.Thread(target=self._read, name=f"{name}-output", daemon=True).start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def address(self) -> str:
        """The ``url`` of its first line; to be asked for once.

        Raises:
            Unavailable: it ended, or did not say it in time.
        """
        try:
            line = self._lines.get(timeout=START_SECONDS)
            return str(json.loads(line)["url"])
        except (Empty, ValueError, KeyError) as error:
            raise Unavailable(f"{self._name} did not start: {self.last_words()}") from error

    def last_words(self) -> str:
        """The last line that it wrote to standard error."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def running(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def wait(self) -> int:
        """Until it ends."""
        return self._process.wait()

    def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Ask it to go; make it when it has not gone after so many seconds."""
        if not self.running():
            return
        self._process.terminate()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _read(self) -> None:
        if self._process.stdout is not None:
            with self._process.stdout as output:
                for line in output:
                    self._lines.put(line)
        self._lines.put("")


def ask_once(words: Sequence[str], environment: Mapping[str, str], given: str = "") -> str:
    """Run one short command of ``kiosk`` and return what it printed.

    Raises:
        Unavailable: it failed; its own sentence is in the message.
    """
    done = subprocess.run(  # noqa: S603  our own program
        [*own_command(), *words],
        env=dict(environment),
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise Unavailable(f"`kiosk {words[0]}` failed: {done.stderr.strip()}")
    return done.stdout.strip()


def kill_hard(pid: int) -> None:
    """End a process as a crash would: nothing of it runs any more."""
    os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
