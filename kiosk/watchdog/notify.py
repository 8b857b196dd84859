"""Tell systemd that the service is up and alive (``sd_notify``). Nothing where there is none."""

import contextlib
import socket
import sys

BEAT_SECONDS = 1.0


class Notifier:
    """Sends datagrams to ``NOTIFY_SOCKET``, at most one beat a second."""

    def __init__(self, address: str) -> None:
        # systemd writes an abstract socket with a leading @, the kernel wants a zero byte.
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._beaten = float("-inf")

    def ready(self) -> None:
        """Say that the watchdog is up.

        The UI's own readiness is no business of systemd's, which would stop the one process that
        can still bring up the safe page.
        """
        self._send(b"READY=1")

    def alive(self, now: float) -> None:
        if now - self._beaten >= BEAT_SECONDS:
            self._beaten = now
            self._send(b"WATCHDOG=1")

    def stopping(self) -> None:
        self._send(b"STOPPING=1")

    def _send(self, state: bytes) -> None:
        if sys.platform != "win32" and self._address:
            # A systemd that is restarting itself must not end the terminal.
            with (
                contextlib.suppress(OSError),
                socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire,
            ):
                wire.sendto(state, self._address)
