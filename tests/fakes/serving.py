"""Any application on a free port of the loopback."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette

from tests.fakes.waiting import eventually


class _PromptServer(uvicorn.Server):
    """Goes when it is told to, not at the next tenth of a second: a thousand tests have one."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.told = asyncio.Event()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.told.wait()


@contextlib.asynccontextmanager
async def serving(app: Starlette) -> AsyncIterator[str]:
    """Serve it; ``http://127.0.0.1:…`` comes back."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="none",
            log_config=None,
            lifespan="off",
            timeout_graceful_shutdown=1,
            access_log=False,
        )
        server = _PromptServer(config)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            await eventually(lambda: server.started)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.told.set()
            await running
