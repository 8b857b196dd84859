"""What a Linux session lets through: who the kiosk's user is, what runs around it, the kernel."""

import os
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kiosk.app.doctor.finding import Finding, ok, unknown, warning

BARE_COMPOSITORS = frozenset({"cage"})
"""Show one program and nothing else."""

SYSRQ_ALL, SYSRQ_KEYBOARD, SYSRQ_SIGNAL, SYSRQ_REBOOT = 1, 4, 64, 128
"""The kernel's numbers (Documentation/admin-guide/sysrq.rst)."""

PEER_BYTES = 12
PATIENCE_SECONDS = 3.0


def linux_findings(
    environment: Mapping[str, str],
    root: Path,
    compositor: Callable[[Mapping[str, str]], int | None] | None = None,
) -> Iterator[Finding]:
    """All of it.

    Args:
        environment: The variables of this session.
        root: Where the file system begins.
        compositor: Finds the process behind the Wayland display; None for the real one.
    """
    yield sysrq(root)
    yield desktop(environment)
    yield autologin(environment, root)
    if environment.get("WAYLAND_DISPLAY"):
        pid = (compositor or wayland_process)(environment)
        yield around_wayland(pid, root)


def sysrq(root: Path) -> Finding:
    """The kernel's own keys."""
    try:
        mask = int((root / "proc/sys/kernel/sysrq").read_text())
    except (OSError, ValueError):
        return unknown("lock", "SysRq: /proc/sys/kernel/sysrq cannot be read; set it to 0.")
    if mask == SYSRQ_ALL or mask & (SYSRQ_KEYBOARD | SYSRQ_SIGNAL | SYSRQ_REBOOT):
        return warning(
            "lock",
            f"Alt+SysRq ends programs or restarts the machine (kernel.sysrq is {mask}); set "
            "kernel.sysrq=0 below /etc/sysctl.d.",
        )
    return ok("lock", "Alt+SysRq ends nothing")


def desktop(environment: Mapping[str, str]) -> Finding:
    """A desktop around the terminal has panels, menus and keys."""
    name = environment.get("XDG_CURRENT_DESKTOP") or environment.get("DESKTOP_SESSION")
    if name:
        return warning(
            "lock", f"a desktop ({name}) runs around the terminal; use a session without one."
        )
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return ok("lock", "no desktop around the terminal")
    return unknown("lock", "desktop: run `kiosk doctor` inside the terminal's own session.")


def autologin(environment: Mapping[str, str], root: Path) -> Finding:
    """After a power cut the session must begin by itself, and not with a question."""
    session = environment.get("XDG_SESSION_ID", "")
    lines: list[str] = []
    if session.isalnum():
        try:
            lines = (root / "run/systemd/sessions" / session).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            lines = []
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    service, kind = told.get("SERVICE", ""), told.get("TYPE", "")
    if not service:
        return unknown("lock", "autologin: run `kiosk doctor` inside the terminal's own session.")
    if "autologin" in service:
        return ok("lock", f"the session ({kind}) begins by itself, by {service}")
    return warning(
        "lock",
        f"the session ({kind}) was begun by {service}; let the terminal's user be logged in by the "
        "system, so that a restart ends here and not at a login.",
    )


def around_wayland(pid: int | None, root: Path) -> Finding:
    """The compositor that draws the windows, by the process behind the display."""
    try:
        if pid is None:
            raise FileNotFoundError
        name = (root / f"proc/{pid}/comm").read_text("utf-8").strip()
        words = (root / f"proc/{pid}/cmdline").read_text("utf-8", errors="replace").split("\0")
    except (OSError, UnicodeDecodeError):
        return unknown("lock", "the Wayland compositor cannot be told; cage is the one to use.")
    if name not in BARE_COMPOSITORS:
        return warning("lock", f"the compositor is {name}, with keys of its own; use cage.")
    if "-s" in words:
        return warning("lock", "cage was started with -s: Ctrl+Alt+F1 to F12 lead to a console.")
    return ok("lock", f"the compositor is {name}, which shows one program only")


def wayland_process(environment: Mapping[str, str]) -> int | None:
    """The process that listens on the display; None where it cannot be told."""
    name, folder = environment["WAYLAND_DISPLAY"], environment.get("XDG_RUNTIME_DIR", "/")
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(PATIENCE_SECONDS)
            connection.connect(str(Path(folder) / name))
            peer = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, PEER_BYTES)
    except OSError:
        return None
    pid, _user, _group = struct.unpack("3i", peer)
    return int(pid) or None


def user(effective_id: int, program: Path) -> Iterator[Finding]:
    """Whoever gets out of the terminal is this user."""
    if effective_id == 0:
        yield warning("lock", "this is root; run the terminal as a user of its own.")
    elif os.access(program, os.W_OK):
        yield warning(
            "lock",
            f"the terminal's user can write to its own program ({program}); give that folder to "
            "root.",
        )
    else:
        yield ok("lock", "the terminal's user cannot change its program")
