"""The demo's LibCal, served over real HTTP inside a test."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette

from kiosk.core.clock import Clock
from kiosk.demo.faults import Faults
from kiosk.demo.libcal import libcal_simulator
from kiosk.demo.library import alder_bay
from tests.fakes.waiting import eventually


@contextlib.asynccontextmanager
async def running_libcal(clock: Clock, faults: Faults | None = None) -> AsyncIterator[str]:
    """Alder Bay's LibCal on a free port; its API's base URL comes back."""
    async with serving(libcal_simulator(alder_bay(), clock, faults)) as root:
        yield f"{root}/api/1.1"


@contextlib.asynccontextmanager
async def serving(app: Starlette) -> AsyncIterator[str]:
    """Any application on a free port of the loopback; ``http://127.0.0.1:…`` comes back."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            log_config=None,
            lifespan="off",
            timeout_graceful_shutdown=1,
            access_log=False,
        )
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            await eventually(lambda: server.started)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await running
