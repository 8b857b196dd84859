"""What an X server lets through: other programs' windows, and keys that lead out."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from kiosk.app.doctor.finding import Finding, ok, unknown, warning
from kiosk.core.errors import Unavailable

CONFIGURATION = (
    "etc/X11/xorg.conf",
    "etc/X11/xorg.conf.d/*.conf",
    "usr/share/X11/xorg.conf.d/*.conf",
)
OUR_CLASS = "library-kiosk"
STICKY_KEYS, ACCESS_KEYS = 1 << 3, 1 << 6
"""XKB's controls: sticky keys are on; five times Shift turns them on."""

ZAP = "terminate:ctrl_alt_bksp"
_SERVER_OPTION = re.compile(r'^\s*Option\s+"(\w+)"(?:\s+"([^"]*)")?', re.IGNORECASE | re.MULTILINE)


class Display(Protocol):
    """What is asked of an X server. Each raises ``Unavailable``."""

    def property(self, name: str, window: int | None = None) -> bytes:
        """A property of a window, or of the root window."""

    def windows(self, name: str) -> list[int]:
        """A property of the root window that lists windows."""

    def keyboard_controls(self) -> int:
        """The keyboard's controls that are on."""


def x_findings(display: Display, root: Path) -> Iterator[Finding]:
    """All of it; ``root`` is where the file system begins."""
    yield consoles(root)
    for look in (windows, zap, sticky_keys):
        try:
            yield look(display)
        except Unavailable as error:
            yield unknown("lock", f"{look.__name__}: {error}; look at it by hand.")


def consoles(root: Path) -> Finding:
    """Ctrl+Alt+F1…F12."""
    files = [file for pattern in CONFIGURATION for file in sorted(root.glob(pattern))]
    try:
        text = "\n".join(file.read_text("utf-8", errors="replace") for file in files)
    except OSError as error:
        return unknown("lock", f"the X server's configuration cannot be read ({error}).")
    if _is_on(text, "DontVTSwitch"):
        return ok("lock", "Ctrl+Alt+F1 to F12 are off")
    return warning(
        "lock",
        'Ctrl+Alt+F1 to F12 lead to a console; set Option "DontVTSwitch" "true" in a ServerFlags '
        "section below /etc/X11/xorg.conf.d.",
    )


def windows(display: Display) -> Finding:
    """What else is there: a window manager has keys of its own, other windows can be reached."""
    names = {_name(display, window) for window in display.windows("_NET_CLIENT_LIST")}
    others = sorted(name for name in names if name.casefold() != OUR_CLASS)
    if others:
        return warning(
            "lock",
            f"other programs have windows here ({', '.join(others)}); start the "
            "terminal in a session with nothing else in it.",
        )
    if managers := display.windows("_NET_SUPPORTING_WM_CHECK"):
        name = _text(display.property("_NET_WM_NAME", managers[0])) or "without a name"
        return warning(
            "lock",
            f"a window manager runs ({name}); take Alt+Tab, Alt+F4, Alt+F2 and its menus out of "
            "its configuration, or do without one.",
        )
    return ok("lock", "no window manager and no other windows")


def zap(display: Display) -> Finding:
    """Ctrl+Alt+Backspace ends the X server."""
    rules = display.property("_XKB_RULES_NAMES").split(b"\0")
    if any(ZAP in _text(rule) for rule in rules):
        return warning(
            "lock",
            f"Ctrl+Alt+Backspace ends the session; take {ZAP} out of the keyboard's options "
            "(`setxkbmap -option`).",
        )
    return ok("lock", "Ctrl+Alt+Backspace is off")


def sticky_keys(display: Display) -> Finding:
    """Five times Shift."""
    if display.keyboard_controls() & (STICKY_KEYS | ACCESS_KEYS):
        return warning(
            "lock",
            "five times Shift turns on sticky keys; start the X server without `+accessx`, and "
            "turn the desktop's keyboard help off.",
        )
    return ok("lock", "five times Shift does nothing")


def _name(display: Display, window: int) -> str:
    names: Sequence[str] = _text(display.property("WM_CLASS", window)).split("\0")
    return next((name for name in reversed(names) if name), "a window without a name")


def _is_on(text: str, option: str) -> bool:
    """As Xorg reads it: an option without a value is on."""
    told = [value for name, value in _SERVER_OPTION.findall(text) if _same(name, option)]
    return bool(told) and told[-1].strip().lower() in ("", "1", "on", "true", "yes")


def _same(name: str, option: str) -> bool:
    return name.replace("_", "").lower() == option.lower()


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")
