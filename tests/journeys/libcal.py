"""LibCal over real HTTP, on a thread of its own: a journey changes what it says, or stops it."""

import socket
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import uvicorn

from kiosk.core.clock import SystemClock
from kiosk.demo.faults import Faults
from kiosk.demo.libcal import libcal_simulator
from kiosk.demo.library import DemoLibrary, DemoPlace, Entry, alder_bay
from tests.journeys.looking import wait_until


class LibCal:
    """Alder Bay's LibCal at one address, up or down.

    Attributes:
        faults: How it misbehaves.
        closes: When Marlowe Library closes on every day; empty for what it says usually.
        is_emptied: Somebody emptied the templates, so that everything is closed.
    """

    def __init__(self) -> None:
        self.faults = Faults()
        self.closes = ""
        self.is_emptied = False
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self._port = listener.getsockname()[1]
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The API's base URL."""
        return f"http://127.0.0.1:{self._port}/api/1.1"

    def start(self) -> None:
        """Come up."""
        app = libcal_simulator(self._library(), SystemClock(), self.faults)
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            port=self._port,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        server = self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=server.run, name="LibCal", daemon=True)
        self._thread.start()
        wait_until(lambda: server.started, "LibCal answers")

    def stop(self) -> None:
        """Go down; more than once does no harm."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(10)
            self._server = self._thread = None

    def _library(self) -> DemoLibrary:
        library = alder_bay()
        first, *others = library.places
        places = self._changeable(first), *others
        return replace(library, places=tuple(map(self._emptiable, places)))

    def _emptiable(self, place: DemoPlace) -> DemoPlace:
        usual = place.hours
        return replace(
            place, hours=lambda day: {"status": "closed"} if self.is_emptied else usual(day)
        )

    def _changeable(self, place: DemoPlace) -> DemoPlace:
        usual: Callable[[date], Entry | None] = place.hours

        def hours(day: date) -> Entry | None:
            if not self.closes:
                return usual(day)
            return {"status": "open", "hours": [{"from": "7:00am", "to": self.closes}]}

        return replace(place, hours=hours)
