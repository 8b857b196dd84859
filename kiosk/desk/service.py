"""The staff desk as one web application.

1. Storage comes in open and migrated, and is closed by who opened it.
2. The parts are built here, each from the ones before it.
3. ``app`` serves terminals under ``/api/v1``, librarians everywhere else.
4. While it runs, housekeeping throws away what is due.
5. ``end_streams`` lets every open stream end, so that the server can stop.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from kiosk.core.clock import Clock
from kiosk.core.errors import StorageError
from kiosk.desk.answers import Answers
from kiosk.desk.attempts import Attempts
from kiosk.desk.database import Database
from kiosk.desk.feedback import FeedbackBox
from kiosk.desk.gap_pages import GapPages
from kiosk.desk.guards import SecurityHeaders
from kiosk.desk.health import Health
from kiosk.desk.housekeeping import Housekeeping
from kiosk.desk.live import Bells, Presence
from kiosk.desk.look import Look
from kiosk.desk.metrics import Metrics
from kiosk.desk.people import Librarians, Sessions
from kiosk.desk.queue import Queue
from kiosk.desk.refusals import Refusal
from kiosk.desk.rendering import STATIC, Pages
from kiosk.desk.sign_in import SignIn
from kiosk.desk.staff_pages import StaffPages
from kiosk.desk.tallies import Tallies
from kiosk.desk.terminal_api import TerminalApi
from kiosk.desk.terminals import Terminals
from kiosk.desk.tickets import Tickets


class DeskService:
    """Everything between the database and the socket."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        look: Look,
        hasher: PasswordHasher | None = None,
    ) -> None:
        self.librarians = Librarians(database, clock, hasher)
        self.terminals = Terminals(database, clock)
        self._sessions = Sessions(database, clock)
        self._answers = Answers(database, clock)
        self._tickets = Tickets(database, self._answers, clock)
        self._queue = Queue(database, clock)
        self._tallies = Tallies(database, clock, look.zone)
        self._feedback = FeedbackBox(database, self._answers, clock)
        self.bells = Bells()
        self.presence = Presence(self.bells)
        self._metrics = Metrics()
        self._housekeeping = Housekeeping(
            sessions=self._sessions,
            answers=self._answers,
            queue=self._queue,
            tallies=self._tallies,
            feedback=self._feedback,
            clock=clock,
        )
        self._health = Health(
            database=database,
            queue=self._queue,
            terminals=self.terminals,
            tallies=self._tallies,
            bells=self.bells,
            presence=self.presence,
            metrics=self._metrics,
        )
        self._attempts = Attempts(clock)
        self._pages = Pages(look, self.presence, clock)

    def app(self) -> Starlette:
        """The application to serve."""
        sign_in = SignIn(
            self.librarians, self._sessions, self._attempts, self._pages, self._metrics
        )
        staff = StaffPages(
            queue=self._queue,
            sign_in=sign_in,
            pages=self._pages,
            bells=self.bells,
            presence=self.presence,
            metrics=self._metrics,
        )
        gaps = GapPages(
            tallies=self._tallies,
            feedback=self._feedback,
            terminals=self.terminals,
            sign_in=sign_in,
            pages=self._pages,
        )
        handled = (Refusal, StorageError, HTTPException, Exception)
        return Starlette(
            routes=[
                Mount("/api/v1", self._terminal_api().app()),
                Mount("/static", StaticFiles(directory=STATIC)),
                *self._health.routes(),
                *sign_in.routes(),
                *staff.routes(),
                *gaps.routes(),
            ],
            middleware=[Middleware(SecurityHeaders)],
            exception_handlers=dict.fromkeys(handled, staff.explain),
            lifespan=self._lifespan,
        )

    def end_streams(self) -> None:
        """Wake every open stream, so that it ends."""
        self.bells.close()

    def _terminal_api(self) -> TerminalApi:
        return TerminalApi(
            terminals=self.terminals,
            tickets=self._tickets,
            tallies=self._tallies,
            feedback=self._feedback,
            bells=self.bells,
            presence=self.presence,
            metrics=self._metrics,
            health=self._health,
        )

    @contextlib.asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        tidying = asyncio.create_task(self._housekeeping.run())
        try:
            yield
        finally:
            tidying.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await tidying
