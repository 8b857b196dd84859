import socket
import sys
from pathlib import Path

import pytest

from kiosk.watchdog.notify import Notifier

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")


def test_systemd_is_told_of_start_life_and_end(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(5.0)
        notifier = Notifier(address)
        notifier.ready()
        for now in (0.0, 0.25, 0.5, 1.0):
            notifier.alive(now)
        notifier.stopping()
        said = [systemd.recv(100) for _ in range(4)]
    assert said == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1", b"STOPPING=1"]


@pytest.mark.skipif(sys.platform != "linux", reason="abstract sockets are Linux's")
def test_an_abstract_address_is_understood(tmp_path: Path) -> None:
    name = f"kiosk-test-{tmp_path.name}-{id(tmp_path)}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind("\0" + name)
        systemd.settimeout(5.0)
        Notifier("@" + name).ready()
        assert systemd.recv(100) == b"READY=1"


def test_without_systemd_nothing_happens(tmp_path: Path) -> None:
    Notifier("").ready()
    Notifier(str(tmp_path / "nobody")).ready()
