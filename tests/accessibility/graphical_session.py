"""A graphical session of its own, with an accessibility bus: what a screen reader would stand on.

A virtual X screen, a message bus that nobody else is on, and AT-SPI's launcher and registry.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

SCREEN = "1920x1080x24"
_PROGRAMS = ("Xvfb", "dbus-daemon")
_LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",  # Debian, Fedora
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",  # openSUSE, older Ubuntu
    "/usr/lib/at-spi-bus-launcher",  # Arch
)
_STOP_SECONDS = 5


@dataclass(frozen=True, slots=True)
class GraphicalSession:
    """What is up.

    Attributes:
        variables: For the environment of a program that is to be seen and heard here.
        accessibility_bus: The address where programs show their accessibility tree.
    """

    variables: Mapping[str, str]
    accessibility_bus: str


def why_not() -> str:
    """Why there can be no such session on this machine; empty where there can."""
    if sys.platform != "linux":
        return "AT-SPI is Linux's way; Windows and macOS have their own"
    return ""


@contextmanager
def graphical_session(folder: Path) -> Iterator[GraphicalSession]:
    """Bring one up in a folder of its own, and take all of it down again."""
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    launcher = next((path for path in _LAUNCHERS if Path(path).is_file()), "")
    assert not missing, f"{missing} not installed; `packaging/dev.py test` does it"
    assert launcher, "at-spi2-core is not installed; `packaging/dev.py test` does it"
    folder.mkdir(mode=0o700, parents=True)
    with ExitStack() as stack:
        display = _line_of(stack, ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN], os.environ)
        own = {"DISPLAY": f":{display}", "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
        around = {**os.environ, **own}
        session = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        own["DBUS_SESSION_BUS_ADDRESS"] = _line_of(stack, session, around)
        _start(stack, [launcher, "--launch-immediately"], {**around, **own})
        yield GraphicalSession(own, _accessibility_bus(own["DBUS_SESSION_BUS_ADDRESS"]))


def _accessibility_bus(session_bus: str) -> str:
    # The bus holds the call back until the launcher is there.
    address = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    with open_dbus_connection(session_bus) as connection:
        reply = connection.send_and_get_reply(new_method_call(address, "GetAddress"))
    return str(reply.body[0])


def _start(
    stack: ExitStack, command: list[str], environment: Mapping[str, str]
) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        command,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    stack.callback(_stop, process)
    return process


def _line_of(stack: ExitStack, command: list[str], environment: Mapping[str, str]) -> str:
    """Start it; the line that it prints when it is ready."""
    process: Any = _start(stack, command, environment)
    line = process.stdout.readline().strip()
    assert line, f"{command[0]} did not start"
    return str(line)


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.stdout is not None
    process.stdout.close()
