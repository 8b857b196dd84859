"""What Windows lets through, by its registry. Microsoft's names; each value is documented there."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.app.doctor.finding import Finding, ok, unknown, warning
from kiosk.app.windows_registry import MACHINE, USER
from kiosk.core.errors import SettingError

WINLOGON = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon"
SHELL_LAUNCHER = r"SOFTWARE\Microsoft\Windows Embedded\Shell Launcher"
ASSIGNED_ACCESS = r"SOFTWARE\Microsoft\Windows\AssignedAccessConfiguration"
POLICIES = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies"
EDGES = r"SOFTWARE\Policies\Microsoft\Windows\EdgeUI"
ACCESSIBILITY = r"Control Panel\Accessibility"
DESKTOP_SHELL = "explorer.exe"
HOT_KEY = 0x4
"""SKF_HOTKEYACTIVE and its like: the key that turns the help on works."""

Read = Callable[[str, str], dict[str, Any]]
"""The tree of a key of a hive; empty where there is none. Raises SettingError."""

KEYS = {
    "stickykeys": "five times Shift (sticky keys)",
    "keyboard response": "right Shift for 8 s (filter keys)",
    "togglekeys": "Num Lock for 5 s (toggle keys)",
    "mousekeys": "Alt+Shift+Num Lock (mouse keys)",
    "highcontrast": "Alt+Shift+PrtSc (high contrast)",
}
SCREEN_OF_CTRL_ALT_DEL = {
    "disabletaskmgr": "the task manager",
    "disablelockworkstation": "locking",
    "disablechangepassword": "changing the password",
}


def windows_findings(read: Read) -> Iterator[Finding]:
    """All of it."""
    for look in (shell, secure_screen, sign_out, windows_key, edges, easy_access):
        try:
            yield look(read)
        except SettingError as error:
            yield unknown("lock", f"{error} Look at it by hand.")


def shell(read: Read) -> Finding:
    """What starts instead of the desktop."""
    if read(ASSIGNED_ACCESS, MACHINE):
        return ok("lock", "Assigned Access is set up")
    if read(SHELL_LAUNCHER, MACHINE):
        return ok("lock", "Shell Launcher is set up")
    own = read(WINLOGON, USER).get("shell") or read(WINLOGON, MACHINE).get("shell", "")
    if own and DESKTOP_SHELL not in str(own).lower():
        return ok("lock", f"the shell is {own}")
    return warning(
        "lock",
        "the desktop starts with this user; set up Shell Launcher (or Assigned Access) with "
        "`kiosk run` as its shell.",
    )


def secure_screen(read: Read) -> Finding:
    """Ctrl+Alt+Del cannot be taken away, what stands there can."""
    set_here = _policy(read, "System")
    left = [words for name, words in SCREEN_OF_CTRL_ALT_DEL.items() if set_here.get(name) != "1"]
    if not left:
        return ok("lock", "Ctrl+Alt+Del offers no way out")
    return warning(
        "lock",
        f"Ctrl+Alt+Del offers {', '.join(left)}; turn on its removal (Group Policy: "
        "System, Ctrl+Alt+Del Options).",
    )


def sign_out(read: Read) -> Finding:
    """Signing out leads to other users."""
    if _policy(read, "Explorer").get("nologoff") == "1":
        return ok("lock", "nobody can sign out")
    return warning("lock", "Ctrl+Alt+Del offers signing out; set the policy Remove Logoff.")


def windows_key(read: Read) -> Finding:
    """Win with a letter. What Keyboard Filter blocks stands in no registry."""
    if _policy(read, "Explorer").get("nowinkeys") == "1":
        return ok("lock", "Win with a letter does nothing")
    return unknown(
        "lock",
        "the Windows key: turn on Keyboard Filter (Enterprise, IoT), or the policy Turn off "
        "Windows Key hotkeys.",
    )


def edges(read: Read) -> Finding:
    """A swipe from an edge of the screen."""
    if read(EDGES, MACHINE).get("allowedgeswipe") == "0":
        return ok("lock", "swipes from the edges do nothing")
    return warning(
        "lock", "swipes from the edges open panels; turn off the policy Allow edge swipe."
    )


def easy_access(read: Read) -> Finding:
    """Keys that turn on help for the keyboard, with a window that has links."""
    tree = read(ACCESSIBILITY, USER)
    left = [words for name, words in KEYS.items() if _hot_key(tree.get(name))]
    if not left:
        return ok("lock", "no key turns on Windows' own help for the keyboard")
    return warning(
        "lock", f"{'; '.join(left)} opens a window with links; turn these keys off in Settings."
    )


def _hot_key(section: object) -> bool:
    """On unless it says that it is off, as Windows itself has it."""
    flags = str(section.get("flags", "")) if isinstance(section, Mapping) else ""
    return int(flags) & HOT_KEY != 0 if flags.isdecimal() else True


def _policy(read: Read, section: str) -> dict[str, Any]:
    """What is set for everybody, and what for this user, which wins."""
    path = rf"{POLICIES}\{section}"
    return read(path, MACHINE) | read(path, USER)
