"""The two people of the tour: a patron at the screen, and a librarian at the desk."""

import contextlib
import json
import re
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import httpx

from kiosk.core.errors import KioskError

T = TypeVar("T")
PATIENCE_SECONDS = 30.0
LOOK_SECONDS = 0.1
_TICKET = re.compile(r"/tickets/([0-9a-f-]{36})")


class StepFailed(KioskError):
    """Something that should have been seen was not."""


class Patron:
    """Touches the screen of a kiosk that dials in (``ui.driver``); a new UI dials in again."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(PATIENCE_SECONDS * 2)
        self._line: Any = None

    @property
    def address(self) -> str:
        """What the kiosk is to dial."""
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    def wait_for_screen(self) -> None:
        """Until a UI, the first or the next, has dialled in.

        Raises:
            StepFailed: none did.
        """
        try:
            connection, _ = self._listener.accept()
        except TimeoutError as error:
            raise StepFailed("the kiosk window did not come up") from error
        connection.settimeout(PATIENCE_SECONDS)
        self._hang_up()
        with connection:  # it stays open as long as the file that stands on it
            self._line = connection.makefile("rwb")

    def tap(self, name: str) -> None:
        """Tap what is called so."""
        self.wait_until(lambda: self.sees(name), f"{name!r} is on the screen")
        self._do(do="tap", name=name)

    def write(self, field: str, text: str) -> None:
        """Tap a field and type."""
        self.tap(field)
        self._do(do="type", text=text)

    def press(self, key: str) -> None:
        """Press a key by Qt's name for it."""
        self._do(do="key", key=key)

    def read(self, name: str, what: str = "text") -> Any:
        """A property of what is called so."""
        return self._do(do="read", name=name, property=what)

    def sees(self, name: str) -> bool:
        """Whether something called so is on the screen."""
        return bool(self._do(do="visible", name=name))

    def picture(self, path: Path) -> None:
        """Keep what is on the screen."""
        if not self._do(do="shot", path=str(path)):
            raise StepFailed(f"the picture {path.name} could not be written")

    def resize(self, width: int, height: int) -> None:
        """Look at it on another screen."""
        self._do(do="size", width=width, height=height)

    def pid(self) -> int:
        """The UI's process id."""
        return int(self._do(do="pid"))

    def rows(self) -> list[dict[str, Any]]:
        """The conversation."""
        found: list[dict[str, Any]] = self._do(do="rows")
        return found

    def wait_until(self, true: Callable[[], bool], what: str) -> None:
        """Look until it is true.

        Raises:
            StepFailed: it did not become true in time.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not true():
            if time.monotonic() > deadline:
                raise StepFailed(f"waited {PATIENCE_SECONDS:.0f} s in vain until {what}")
            time.sleep(LOOK_SECONDS)

    def leave(self) -> None:
        """Go away."""
        self._hang_up()
        self._listener.close()

    def _hang_up(self) -> None:
        if self._line is not None:
            with contextlib.suppress(OSError):  # the last command may have met a dead kiosk
                self._line.close()

    def _do(self, **command: Any) -> Any:
        try:
            self._line.write(json.dumps(command).encode() + b"\n")
            self._line.flush()
            answer = json.loads(self._line.readline() or b'{"ok": false, "why": "it hung up"}')
        except (OSError, ValueError) as error:
            raise StepFailed(f"the kiosk window does not answer: {error}") from error
        if not answer["ok"]:
            raise StepFailed(f"the kiosk window: {answer['why']}")
        return answer["value"]


class DeskLibrarian:
    """Signs in at the staff desk and presses its buttons, as a browser would."""

    def __init__(self, url: str, name: str, password: str) -> None:
        self._client = httpx.Client(base_url=url, follow_redirects=True, trust_env=False)
        self._open("POST", "/sign-in", name=name, password=password)

    def tickets(self) -> list[UUID]:
        """The tickets that the queue page shows."""
        page = self._open("GET", "/")
        return [UUID(found) for found in dict.fromkeys(_TICKET.findall(page))]

    def read(self, ticket: UUID) -> str:
        """The ticket's page."""
        return self._open("GET", f"/tickets/{ticket}")

    def claim(self, ticket: UUID) -> None:
        """Take it."""
        self._open("POST", f"/tickets/{ticket}/claim")

    def reply(self, ticket: UUID, text: str) -> None:
        """Write to the patron."""
        self._open("POST", f"/tickets/{ticket}/reply", text=text, message_id=str(uuid4()))

    def close(self, ticket: UUID) -> None:
        """Settle it."""
        self._open("POST", f"/tickets/{ticket}/close", resolved="yes")

    def leave(self) -> None:
        """Go away."""
        self._client.close()

    def _open(self, method: str, path: str, **form: str) -> str:
        try:
            response = self._client.request(method, path, data=form or None)
            response.raise_for_status()
        except httpx.HTTPError as error:
            raise StepFailed(f"the staff desk: {error}") from error
        return response.text
