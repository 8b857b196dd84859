"""How a view model starts work that takes time, without knowing who runs it."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Spawn = Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]
"""Starts a coroutine in the process's own TaskGroup and returns its task."""
