"""The demo's LibCal, served over real HTTP inside a test."""

import contextlib
from collections.abc import AsyncIterator

from kiosk.core.clock import Clock
from kiosk.demo.faults import Faults
from kiosk.demo.libcal import libcal_simulator
from kiosk.demo.library import alder_bay
from tests.fakes.serving import serving


@contextlib.asynccontextmanager
async def running_libcal(clock: Clock, faults: Faults | None = None) -> AsyncIterator[str]:
    """Alder Bay's LibCal on a free port; its API's base URL comes back."""
    async with serving(libcal_simulator(alder_bay(), clock, faults)) as root:
        yield f"{root}/api/1.1"
