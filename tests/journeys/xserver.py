"""A real X server without a monitor, and the hands and eyes of whoever stands before it.

Keys and taps are the server's own (its XTEST extension), as from a keyboard and a mouse: they go
where the server sends them, not where a test would like them to.
"""

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kiosk.app.doctor.x_display import XDisplay
from tests.journeys.looking import wait_until

WIDTH, HEIGHT = 1080, 1350
FAKE_INPUT, GET_IMAGE = 2, 73
KEY_DOWN, KEY_UP, BUTTON_DOWN, BUTTON_UP, MOVE = 2, 3, 4, 5, 6
LEFT_BUTTON = 1
CODES = {
    **{digit: 10 + place for place, digit in enumerate("1234567890")},
    "Escape": 9,
    "Tab": 23,
    "Q": 24,
    "W": 25,
    "Return": 36,
    "Control": 37,
    "Shift": 50,
    "Alt": 64,
    "Space": 65,
    "F4": 70,
    "F11": 95,
    "Delete": 119,
    "Win": 133,
    "Menu": 135,
}
"""Key codes of a keyboard as Linux numbers them, and X eight higher."""


class Screen(XDisplay):
    """One person at one screen."""

    def tap(self, x: int, y: int) -> None:
        """A click of the first button."""
        self._feign(MOVE, 0, x, y)
        self._feign(BUTTON_DOWN, LEFT_BUTTON)
        self._feign(BUTTON_UP, LEFT_BUTTON)

    def press(self, *names: str) -> None:
        """Keys, held down one after the other and let go together."""
        for name in names:
            self._feign(KEY_DOWN, CODES[name])
        for name in reversed(names):
            self._feign(KEY_UP, CODES[name])

    def colour(self, x: int, y: int) -> str:
        """What is seen at one point."""
        words = struct.pack("<IhhHHI", self.root, x, y, 1, 1, 0xFFFFFFFF)
        blue, green, red = self.ask(GET_IMAGE, 2, words)[32:35]
        return f"#{red:02x}{green:02x}{blue:02x}"

    def wait_for(self, colour: str, x: int, y: int, what: str) -> None:
        """Until that point has that colour."""
        wait_until(lambda: self.colour(x, y) == colour, what)

    def _feign(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        opcode = self.extension("XTEST")
        self.send(
            opcode, FAKE_INPUT, struct.pack("<BBxxII8xhh8x", kind, detail, 0, self.root, x, y)
        )


@contextmanager
def x_server() -> Iterator[tuple[dict[str, str], Screen]]:
    """Start one; the variables that lead programs to it, and somebody before it."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("needs Xvfb (on Debian: xvfb)")
    reading, writing = os.pipe()
    words = [program, "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
    with subprocess.Popen(
        [*words, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            display = {"DISPLAY": f":{told.readline().strip()}"}
        try:
            with Screen.open(display) as screen:
                yield {**display, "QT_QPA_PLATFORM": "xcb"}, screen
        finally:
            server.terminate()
