"""What the operating system lets a patron do beyond the terminal, and the way out for staff.

The program refuses what reaches it (``kiosk.ui.lock``). What does not reach it only the system
can take away; here is looked what it still lets through. What cannot be looked at is unknown,
which is neither well nor wrong.
"""

import importlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import kiosk
from kiosk.app.doctor.finding import Finding, failed, ok, unknown, warning
from kiosk.app.doctor.linux_session import linux_findings, user
from kiosk.app.doctor.windows_session import windows_findings
from kiosk.app.doctor.x_display import XDisplay
from kiosk.app.doctor.x_session import x_findings
from kiosk.app.windows_registry import tree_of
from kiosk.core.errors import Unavailable
from kiosk.core.paths import Folders
from kiosk.core.secret import Secret
from kiosk.ui.staff.pin import HASH_BEGINS
from kiosk.ui.staff.visits import Outcome, StaffVisits, wrong_in_a_row

MANY = 5
ROOT = Path("/")


def system_findings(environment: Mapping[str, str], platform: str) -> Iterator[Finding]:
    """What this system lets through."""
    if platform == "linux":
        yield from user(os.geteuid(), Path(kiosk.__file__).parent)
        yield from linux_findings(environment, ROOT)
        yield from _x(environment)
    elif platform == "win32":
        registry = importlib.import_module("winreg")
        yield from windows_findings(lambda path, hive: tree_of(registry, path, hive))
    else:
        yield unknown("lock", "what this system lets through is not known here; try every key.")


def _x(environment: Mapping[str, str]) -> Iterator[Finding]:
    if not environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return
    try:
        with XDisplay.open(environment) as display:
            yield from x_findings(display, ROOT)
    except Unavailable as error:
        yield unknown("lock", f"{error}; run `kiosk doctor` inside the terminal's own session.")


def staff_exit(pin_hash: Secret, folders: Folders) -> Iterator[Finding]:
    """Staff can get out, and who tried."""
    if not pin_hash:
        yield warning("staff", "no PIN, so staff have no way out; run `kiosk staff-pin set`.")
        return
    if not pin_hash.reveal().startswith(HASH_BEGINS):
        yield failed("staff", "the PIN's hash is none, so no PIN fits; run `kiosk staff-pin set`.")
        return
    visits = StaffVisits(folders.logs).all()
    wrong = wrong_in_a_row(visits)
    right = [visit for visit in visits if visit.outcome is not Outcome.WRONG]
    last = f"; last used {right[-1].at:%Y-%m-%d %H:%M} UTC ({right[-1].outcome})" if right else ""
    if len(wrong) >= MANY:
        when = f"{wrong[-1].at:%Y-%m-%d %H:%M} UTC"
        yield warning("staff", f"{len(wrong)} wrong PINs in a row, the last at {when}{last}.")
    else:
        yield ok("staff", f"the PIN is set{last}")
