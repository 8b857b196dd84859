"""The listening side: a socket, uvicorn, and an end that leaves no stream hanging."""

import contextlib
import json
import signal
import socket
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TextIO

import uvicorn
from starlette.types import ASGIApp

from kiosk.core.errors import KioskError

# Streams end by themselves at once; this is for a request that does not.
SHUTDOWN_SECONDS = 1
UNACKNOWLEDGED_MS = 30_000


class Server(uvicorn.Server):
    """Uvicorn that says where it listens and ends the event streams when it is told to stop."""

    def __init__(
        self, app: ASGIApp, *, address: str, announce: TextIO, end_streams: Callable[[], None]
    ) -> None:
        super().__init__(_config(app))
        self._address = address
        self._announce = announce
        self._end_streams = end_streams

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce.write(json.dumps({"url": self._address}) + "\n")
        self._announce.flush()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._end_streams()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # Uvicorn raises the signal again when it is done, which would end this process as
        # killed; a desk that was asked to stop and did has succeeded.
        signals = [signal.SIGINT, signal.SIGTERM]
        before = {number: signal.signal(number, self.handle_exit) for number in signals}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002  # uvicorn's
        self.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        KioskError: the address is taken, or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        raise KioskError(
            f"the desk cannot listen on {host} port {port} ({error}); "
            "stop the other program, or change desk_server.host or desk_server.port"
        ) from error
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        # A browser whose network went away must not count as a librarian for long.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MS)
    return listener


def address_of(listener: socket.socket) -> str:
    """The URL under which a browser on this machine reaches it."""
    host, port = listener.getsockname()[:2]
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # compared only
    return f"http://[{here}]:{port}" if ":" in here else f"http://{here}:{port}"


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        # Not what else happens to be installed: what is tested is what is shipped.
        loop="asyncio",
        http="h11",
        lifespan="on",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1,::1",
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )
