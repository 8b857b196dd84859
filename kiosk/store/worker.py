"""One thread owns the connection: everything on the terminal that asks SQLite goes through it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class DatabaseThread:
    """Runs functions one after another off the event loop, so the screen never waits for a disk."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")

    async def run(self, job: Callable[[], T]) -> T:
        """Run ``job`` on the database's thread; its result or its error comes back."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, job)

    def close(self) -> None:
        """Finish what was begun, then stop."""
        self._executor.shutdown(wait=True)
