"""What the operating system must bring along: libraries that Qt's wheels do not hold.

Found by trying to load each, so a machine that has them in its own way is left alone. On Debian
and Ubuntu the missing packages are installed where we are root; else the command is printed.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import invalidate_caches
from importlib.util import find_spec

from developer.console import Trouble, say, timed

# What the PySide6 wheel's libraries and its xcb platform plugin list as NEEDED and do not bring
# (readelf -d), with Debian's package. Newer releases provide the same names (libglib2.0-0t64).
PACKAGE_OF = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}

# What Playwright's own driver needs besides, when the tests open a browser.
TEST_PACKAGE_OF = {"libatomic.so.1": "libatomic1"}

# What tests/accessibility starts: a screen, a message bus, and AT-SPI's own two programs. Each
# program by name or by its usual place, with Debian's package.
TEST_PROGRAM_OF = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}

# Debian and Ubuntu keep this part of Python's own library in a package of its own.
VENV_PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def ensure_system(*, browser: bool = False) -> None:
    """Make sure of what an environment is made with, what Qt stands on, and a browser for tests.

    Raises:
        Trouble: something is missing and cannot be installed from here.
    """
    if sys.platform != "linux":
        return
    needed = PACKAGE_OF | TEST_PACKAGE_OF if browser else PACKAGE_OF
    packages = sorted({needed[name] for name in missing_libraries(needed, _loads)})
    if browser:
        packages += missing_programs(TEST_PROGRAM_OF, shutil.which)
    if not can_make_environments():
        packages.append(VENV_PACKAGE)
    if browser and not any(shutil.which(name) for name in BROWSERS):
        packages.append("chromium")
    if packages:
        install(packages, shutil.which("apt-get"), root=os.geteuid() == 0)


def can_make_environments(found: Callable[[str], object] = find_spec) -> bool:
    """Whether this Python has all that a virtual environment is made with."""
    invalidate_caches()
    return all(found(name) is not None for name in ("venv", "ensurepip"))


def missing_libraries(names: Iterable[str], loads: Callable[[str], bool]) -> list[str]:
    """Those that the system cannot load."""
    return [name for name in names if not loads(name)]


def missing_programs(packages: Mapping[str, str], found: Callable[[str], object]) -> list[str]:
    """The packages of those programs that are not there."""
    return [package for program, package in packages.items() if not found(program)]


def install(packages: list[str], apt: str | None, *, root: bool) -> None:
    """Install Debian packages where we may, else say how.

    Args:
        packages: Debian's names.
        apt: The program apt-get; None where there is none.
        root: Whether we may install.

    Raises:
        Trouble: not root, no apt, or apt failed.
    """
    command = ["install", "-y", "--no-install-recommends", *packages]
    if apt is None:
        raise Trouble(
            "System packages are missing; Debian calls them "
            f"{' '.join(packages)}: install your system's own and run this again."
        )
    if not root:
        words = " ".join(command)
        raise Trouble(f"System packages are missing; install them with: sudo apt-get {words}")
    say(f"System packages are missing: {' '.join(packages)}")
    with timed(f"Installing {len(packages)} system packages"):
        _run([apt, "update"])
        _run([apt, *command])


def _run(command: list[str]) -> None:
    run = subprocess.run(
        command,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if run.returncode:
        errors = [line for line in run.stderr.splitlines() if line.startswith("E:")] or ["no words"]
        raise Trouble(f"`{' '.join(command)}` failed: {errors[-1]}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
