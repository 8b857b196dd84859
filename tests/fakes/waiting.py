"""Waiting for a condition instead of for a time."""

import asyncio
import inspect
import time
from collections.abc import Callable

_LOOK_SECONDS = 0.005


async def eventually(condition: Callable[[], object], *, within: float = 10.0) -> None:
    """Return as soon as the condition holds; fail when it does not within so many seconds.

    Args:
        condition: Whether it holds, or something to wait for that tells.
        within: Seconds.
    """
    deadline = time.monotonic() + within
    while not await _told(condition):
        if time.monotonic() > deadline:
            raise AssertionError(f"did not come true within {within} seconds")
        await asyncio.sleep(_LOOK_SECONDS)


async def _told(condition: Callable[[], object]) -> object:
    answer = condition()
    return await answer if inspect.isawaitable(answer) else answer
