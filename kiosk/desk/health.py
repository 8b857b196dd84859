"""``healthz``, ``readyz`` and ``metrics``: what a proxy and IT's dashboards ask."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.core.errors import StorageError
from kiosk.desk.database import Database
from kiosk.desk.live import Bells, Presence
from kiosk.desk.metrics import CONTENT_TYPE, Metrics
from kiosk.desk.problems import as_problem
from kiosk.desk.queue import Queue
from kiosk.desk.tallies import Tallies
from kiosk.desk.terminals import Terminals


class Health:
    """Answers without a token: nothing of a patron is in it."""

    def __init__(
        self,
        *,
        database: Database,
        queue: Queue,
        terminals: Terminals,
        tallies: Tallies,
        bells: Bells,
        presence: Presence,
        metrics: Metrics,
    ) -> None:
        self._database = database
        self._queue = queue
        self._terminals = terminals
        self._tallies = tallies
        self._bells = bells
        self._presence = presence
        self._metrics = metrics

    def routes(self) -> list[Route]:
        """The three routes; they stand at the root and under ``/api/v1``."""
        return [
            Route("/healthz", self._alive),
            Route("/readyz", self._ready),
            Route("/metrics", self._numbers),
        ]

    async def _alive(self, _request: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def _ready(self, request: Request) -> Response:
        try:
            await run_in_threadpool(self._database.check)
        except StorageError as error:
            return await as_problem(request, error)
        if self._bells.closing:
            return JSONResponse({"status": "closing"}, 503)
        return JSONResponse({"status": "ready"})

    async def _numbers(self, request: Request) -> Response:
        try:
            tickets = await run_in_threadpool(self._queue.counts)
            beats = await run_in_threadpool(self._terminals.last_beats)
            counts = await run_in_threadpool(self._tallies.of_today)
        except StorageError as error:
            return await as_problem(request, error)
        body = self._metrics.render(
            tickets=tickets,
            librarians=len(self._presence.names),
            streams=self._bells.listeners,
            beats=beats,
            counts=counts,
        )
        return Response(body, media_type=CONTENT_TYPE)
