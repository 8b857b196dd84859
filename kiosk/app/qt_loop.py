"""asyncio on Qt's event loop, with the one thing that qasync leaves out."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtGui import QGuiApplication
from qasync import QEventLoop


def qt_loop(application: QGuiApplication) -> asyncio.AbstractEventLoop:
    """The event loop of this application, for ``asyncio.Runner``."""
    loop: asyncio.AbstractEventLoop = QEventLoop(application)
    return loop


@contextmanager
def closing_generators(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Close generators that are dropped half way, on the running loop, as asyncio's own loops do.

    WORKAROUND: qasync 0.28 runs without ``sys.set_asyncgen_hooks``, so a stream that was
    cancelled is closed by the garbage collector, outside of any loop, and complains.
    """

    def close_soon(generator: AsyncGenerator[Any, Any]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: loop.create_task(_close(generator)))

    before = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(finalizer=close_soon)
    try:
        yield
    finally:
        sys.set_asyncgen_hooks(*before)


async def _close(generator: AsyncGenerator[Any, Any]) -> None:
    await generator.aclose()
