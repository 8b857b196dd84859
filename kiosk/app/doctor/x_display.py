"""Asks an X server a few questions, by its own wire, so that nothing needs to be installed.

Requests, replies and offsets are those of "X Window System Protocol, Version 11" and of "The X
Keyboard Extension: Protocol Specification". Only servers on this machine are asked.
"""

import socket
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

from kiosk.core.errors import Unavailable

PATIENCE_SECONDS = 3.0
COOKIE = b"MIT-MAGIC-COOKIE-1"
KEYBOARD_EXTENSION = "XKEYBOARD"
CORE_KEYBOARD = 0x100
INTERN_ATOM, GET_PROPERTY, QUERY_EXTENSION = 16, 20, 98
USE_EXTENSION, GET_CONTROLS = 0, 6
ANY_TYPE = 0
ENABLED_CONTROLS = 56
"""Where they are in the reply to GET_CONTROLS."""

_ERROR, _REPLY, _REPLY_BYTES = 0, 1, 32


class XDisplay:
    """One connection. Raises ``Unavailable`` whenever the server does not answer as it should.

    Attributes:
        root: The window behind all others.
    """

    def __init__(self, connection: socket.socket, cookie: bytes) -> None:
        self._connection = connection
        self.root = self._greet(cookie)

    @classmethod
    def open(cls, environment: Mapping[str, str]) -> Self:
        """The server that ``DISPLAY`` names.

        Raises:
            Unavailable: it is on another machine, or does not answer.
        """
        host, _, number = environment.get("DISPLAY", "").rpartition(":")
        number = number.partition(".")[0]
        if host not in ("", "unix") or not number.isdecimal():
            raise Unavailable("DISPLAY names no X server on this machine")
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE_SECONDS)
        try:
            connection.connect(f"/tmp/.X11-unix/X{number}")  # noqa: S108  where X servers listen
            return cls(connection, _cookie(environment, number))
        except OSError as error:
            connection.close()
            raise Unavailable(f"the X server does not answer ({error})") from error
        except Unavailable:
            connection.close()
            raise

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def property(self, name: str, window: int | None = None) -> bytes:
        """A property of a window, or of the root window; empty where there is none."""
        atom = self._intern(name)
        where = self.root if window is None else window
        words = struct.pack("<5I", where, atom, ANY_TYPE, 0, 4096)
        reply = self.ask(GET_PROPERTY, 0, words)
        format_bytes = reply[1] // 8
        (values,) = struct.unpack_from("<I", reply, 16)
        return reply[_REPLY_BYTES : _REPLY_BYTES + values * format_bytes]

    def windows(self, name: str) -> list[int]:
        """A property of the root window that lists windows."""
        found = self.property(name)
        return [number for (number,) in struct.iter_unpack("<I", found[: len(found) // 4 * 4])]

    def keyboard_controls(self) -> int:
        """The controls of the keyboard that are on, as XKB numbers them."""
        opcode = self.extension(KEYBOARD_EXTENSION)
        self.ask(opcode, USE_EXTENSION, struct.pack("<HH", 1, 0))
        reply = self.ask(opcode, GET_CONTROLS, struct.pack("<HH", CORE_KEYBOARD, 0))
        (controls,) = struct.unpack_from("<I", reply, ENABLED_CONTROLS)
        return int(controls)

    def extension(self, name: str) -> int:
        """The number by which an extension is asked."""
        reply = self.ask(QUERY_EXTENSION, 0, _counted(name.encode()))
        if not reply[8]:
            raise Unavailable(f"the X server has no {name}")
        return reply[9]

    def _intern(self, name: str) -> int:
        reply = self.ask(INTERN_ATOM, 0, _counted(name.encode()))
        (atom,) = struct.unpack_from("<I", reply, 8)
        return int(atom)

    def ask(self, opcode: int, detail: int, body: bytes) -> bytes:
        """A request that is answered; the answer."""
        self.send(opcode, detail, body)
        while True:
            head = self._read(_REPLY_BYTES)
            if head[0] == _ERROR:
                raise Unavailable(f"the X server refuses request {opcode} (error {head[1]})")
            if head[0] == _REPLY:
                (more,) = struct.unpack_from("<I", head, 4)
                return head + self._read(more * 4)

    def send(self, opcode: int, detail: int, body: bytes) -> None:
        """A request; ``body`` fills whole words."""
        try:
            self._connection.sendall(struct.pack("<BBH", opcode, detail, 1 + len(body) // 4) + body)
        except OSError as error:
            raise Unavailable(f"the X server hung up ({error})") from error

    def _greet(self, cookie: bytes) -> int:
        """Say who we are; the root window of the first screen comes back."""
        name = COOKIE if cookie else b""
        self._connection.sendall(
            struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie))
            + _padded(name)
            + _padded(cookie)
        )
        accepted, _, _, _, words = struct.unpack("<BBHHH", self._read(8))
        said = self._read(words * 4)
        if accepted != 1:
            raise Unavailable("the X server does not let us in")
        vendor_bytes, formats = struct.unpack_from("<H", said, 16)[0], said[21]
        (root,) = struct.unpack_from("<I", said, 32 + (vendor_bytes + 3) // 4 * 4 + formats * 8)
        return int(root)

    def _read(self, count: int) -> bytes:
        parts = bytearray()
        while len(parts) < count:
            try:
                part = self._connection.recv(count - len(parts))
            except OSError as error:
                raise Unavailable(f"the X server does not answer ({error})") from error
            if not part:
                raise Unavailable("the X server hung up")
            parts += part
        return bytes(parts)


def _cookie(environment: Mapping[str, str], number: str) -> bytes:
    """The key to that server, empty where there is none: it may let us in without."""
    named = environment.get("XAUTHORITY", "")
    file = Path(named) if named else Path(environment.get("HOME", "/")) / ".Xauthority"
    try:
        entries = list(_entries(file.read_bytes()))
    except (OSError, struct.error):
        return b""
    fitting = (
        data for display, name, data in entries if name == COOKIE and display in ("", number)
    )
    return next(fitting, b"")


def _entries(text: bytes) -> Iterator[tuple[str, bytes, bytes]]:
    """Display number, kind and key of each entry of an authority file."""
    at = 0
    while at < len(text):
        at += 2  # the family of the address
        fields = []
        for _ in range(4):
            (length,) = struct.unpack_from(">H", text, at)
            fields.append(text[at + 2 : at + 2 + length])
            at += 2 + length
        _address, display, name, data = fields
        yield display.decode("ascii", "replace"), name, data


def _counted(text: bytes) -> bytes:
    return struct.pack("<Hxx", len(text)) + _padded(text)


def _padded(text: bytes) -> bytes:
    return text + b"\0" * (-len(text) % 4)
