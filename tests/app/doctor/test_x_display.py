"""The X server's wire, against a real server, and what is not one."""

import socket
import struct
from pathlib import Path

import pytest

from kiosk.app.doctor.lock import system_findings
from kiosk.app.doctor.x_display import COOKIE, XDisplay
from kiosk.core.errors import Unavailable
from tests.journeys.xserver import x_server


def test_a_real_server_tells_what_is_asked() -> None:
    with x_server() as (variables, screen):
        assert b"evdev" in screen.property("_XKB_RULES_NAMES")
        assert screen.property("_A_PROPERTY_THAT_NOBODY_SET") == b""
        assert screen.windows("_NET_CLIENT_LIST") == []
        assert screen.keyboard_controls() & 1, "keys repeat"
        with pytest.raises(Unavailable, match="no PONIES"):
            screen.extension("PONIES")
        told = [finding.sentence for finding in system_findings(variables, "linux")]
    assert "no window manager and no other windows" in told
    assert any("Ctrl+Alt+Backspace" in sentence for sentence in told)
    assert any("five times Shift" in sentence for sentence in told)


def test_a_request_that_is_wrong_is_refused_in_one_sentence() -> None:
    with x_server() as (_, screen), pytest.raises(Unavailable, match="error 3"):
        screen.property("WM_CLASS", window=0xBAD)


@pytest.mark.parametrize("display", ["", ":", "elsewhere:0", ":x", "[::1]:0"])
def test_only_a_server_on_this_machine_is_asked(display: str) -> None:
    with pytest.raises(Unavailable, match="no X server on this machine"):
        XDisplay.open({"DISPLAY": display})


def test_where_nobody_listens_it_is_said() -> None:
    with pytest.raises(Unavailable, match="does not answer"):
        XDisplay.open({"DISPLAY": ":59999"})


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"", "hung up"),
        (struct.pack("<BBHHH", 0, 0, 11, 0, 1) + b"nope", "does not let us in"),
    ],
)
def test_a_server_that_does_not_want_us_is_told(answer: bytes, says: str) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(answer)
        theirs.shutdown(socket.SHUT_WR)
        with pytest.raises(Unavailable, match=says):
            XDisplay(ours, b"")


def test_the_key_to_the_server_is_taken_from_the_users_file(tmp_path: Path) -> None:
    def entry(display: bytes, name: bytes, data: bytes) -> bytes:
        fields = (b"host", display, name, data)
        return b"\x01\x00" + b"".join(struct.pack(">H", len(f)) + f for f in fields)

    file, key = tmp_path / "authority", b"0123456789abcdef"
    with x_server() as (variables, _):
        number = variables["DISPLAY"].removeprefix(":")
        others = entry(number.encode(), b"OTHER", b"no") + entry(b"59998", COOKIE, b"x" * 16)
        file.write_bytes(others + entry(number.encode(), COOKIE, key))
        with XDisplay.open({**variables, "XAUTHORITY": str(file)}) as display:
            assert display.root
    file.write_bytes(b"\x01\x00\xff")
    with pytest.raises(Unavailable):
        XDisplay.open({"DISPLAY": ":59999", "XAUTHORITY": str(file)})
