"""The simulated LibCal as a process of its own.

``python -m kiosk.demo.server`` starts one for the demo's library on a free port of the loopback
and prints ``{"service": "libcal", "url": "http://127.0.0.1:…/api/1.1"}`` when it answers.
"""

import json
import socket
import sys
from collections.abc import Callable

import uvicorn

from kiosk.core.clock import Clock, SystemClock
from kiosk.demo.libcal import libcal_simulator
from kiosk.demo.library import DemoLibrary, alder_bay


def serve(
    library: DemoLibrary,
    host: str = "127.0.0.1",
    port: int = 0,
    announce: Callable[[str], None] | None = None,
    *,
    clock: Clock | None = None,
) -> None:
    """Serve until the process is told to stop (SIGTERM, Ctrl+C).

    Args:
        library: Whose hours are served.
        host: Address to listen on.
        port: Port to listen on; 0 picks a free one.
        announce: Told the API's base URL as soon as it answers; ``print_address`` by default.
        clock: Says what "today" is; the machine's own by default.
    """
    with socket.create_server((host, port)) as listener:
        url = f"http://{host}:{listener.getsockname()[1]}/api/1.1"
        app = libcal_simulator(library, clock or SystemClock())
        config = uvicorn.Config(
            app, loop="asyncio", http="h11", log_config=None, access_log=False, lifespan="off"
        )
        _Announcing(config, lambda: (announce or print_address)(url)).run(sockets=[listener])


def print_address(url: str) -> None:
    """Say where the simulator is, as one line of JSON on standard output."""
    sys.stdout.write(json.dumps({"service": "libcal", "url": url}) + "\n")
    sys.stdout.flush()


class _Announcing(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


if __name__ == "__main__":
    serve(alder_bay())
