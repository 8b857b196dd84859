"""The staff's door in a window, with what it needs of this installation."""

import subprocess
from collections.abc import Mapping

from PySide6.QtGui import QWindow

from kiosk.core.clock import Clock
from kiosk.core.paths import Folders
from kiosk.core.program import own_command
from kiosk.core.settings import Settings
from kiosk.ui.staff.door import StaffDoor
from kiosk.ui.staff.guard import PinGuard
from kiosk.ui.staff.visits import StaffVisits

DOCTOR_SECONDS = 60.0


def staff_door(window: QWindow, settings: Settings, folders: Folders, clock: Clock) -> StaffDoor:
    """The door of this window. It stays shut for ever where no PIN is set."""
    pin_hash = settings.staff.pin_hash
    guard = PinGuard(pin_hash, StaffVisits(folders.logs), clock) if pin_hash else None
    return StaffDoor(window, guard, what_is_wrong, clock.monotonic)


def what_is_wrong(environment: Mapping[str, str] | None = None) -> list[str]:
    """The doctor's lines, first those that are not well. Takes seconds; asked in a thread.

    Another process: what it meets cannot take this one with it, and it sees what we saw when we
    were started, or the ``environment`` that it is given.
    """
    try:
        done = subprocess.run(  # noqa: S603  our own program
            [*own_command(), "doctor"],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=DOCTOR_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return [f"The doctor did not come: {error}"]
    lines = [" ".join(line.split()) for line in (done.stdout + done.stderr).splitlines()]
    return sorted(lines, key=lambda line: line.startswith("ok "))
