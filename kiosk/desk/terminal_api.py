"""``/api/v1``: what terminals may ask of the desk."""

import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from uuid import UUID

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.core.errors import StorageError, WireError
from kiosk.core.feedback import Feedback
from kiosk.core.tally_report import TallyReport
from kiosk.core.tickets import Author, PatronMessage, QueueView, Ticket, TicketEvent
from kiosk.desk.answers import KeyedRequest
from kiosk.desk.bodies import (
    MAX_BEAT,
    MAX_FEEDBACK,
    MAX_MESSAGE,
    MAX_TALLIES,
    MAX_TICKET,
    read_json,
    read_number,
)
from kiosk.desk.feedback import FeedbackBox
from kiosk.desk.health import Health
from kiosk.desk.live import Bells, Presence
from kiosk.desk.metrics import Metrics
from kiosk.desk.problems import as_problem
from kiosk.desk.records import Answer, Terminal
from kiosk.desk.refusals import NotAllowed, Refusal
from kiosk.desk.tallies import Tallies
from kiosk.desk.terminals import Terminals
from kiosk.desk.tickets import Tickets

logger = logging.getLogger(__name__)

PING_SECONDS = 15
LOOK_AGAIN_SECONDS = 15.0

Endpoint = Callable[[Request], Awaitable[Response]]
TerminalEndpoint = Callable[[Request, Terminal], Awaitable[Response]]


class TerminalApi:
    """Opens tickets, takes messages, feedback and numbers, streams what became of a ticket.

    Each terminal sees its own.
    """

    def __init__(
        self,
        *,
        terminals: Terminals,
        tickets: Tickets,
        tallies: Tallies,
        feedback: FeedbackBox,
        bells: Bells,
        presence: Presence,
        metrics: Metrics,
        health: Health,
    ) -> None:
        self._terminals = terminals
        self._tickets = tickets
        self._tallies = tallies
        self._feedback = feedback
        self._bells = bells
        self._presence = presence
        self._metrics = metrics
        self._health = health

    def app(self) -> Starlette:
        """The routes, with errors as problem documents."""
        return Starlette(
            routes=[
                Route("/queue", self._known(self._queue), methods=["GET"]),
                Route("/tickets", self._known(self._open), methods=["POST"]),
                Route("/tickets/{id:uuid}", self._known(self._view), methods=["GET"]),
                Route("/tickets/{id:uuid}/events", self._known(self._events), methods=["GET"]),
                Route("/tickets/{id:uuid}/messages", self._known(self._message), methods=["POST"]),
                Route("/feedback", self._known(self._take_feedback), methods=["POST"]),
                Route("/tallies", self._known(self._keep_tallies), methods=["POST"]),
                Route("/beats", self._known(self._beat), methods=["POST"]),
                *self._health.routes(),
            ],
            exception_handlers={
                Refusal: as_problem,
                WireError: as_problem,
                StorageError: as_problem,
                HTTPException: as_problem,
                Exception: as_problem,
            },
        )

    async def _queue(self, _request: Request, _terminal: Terminal) -> Response:
        waiting = await run_in_threadpool(self._tickets.waiting)
        return JSONResponse(QueueView(self._presence.staffed, waiting).to_json())

    async def _open(self, request: Request, terminal: Terminal) -> Response:
        body = await read_json(request, MAX_TICKET)
        ticket = Ticket.from_json(body)
        keyed = _keyed(request, terminal, body)
        staffed = self._presence.staffed
        answer = await run_in_threadpool(
            lambda: self._tickets.open(terminal, keyed, ticket, staffed=staffed)
        )
        if not answer.repeated:
            self._metrics.opened.inc()
            self._bells.ring(ticket.id)
        return _answered(answer)

    async def _view(self, request: Request, terminal: Terminal) -> Response:
        ticket_id = request.path_params["id"]
        staffed = self._presence.staffed
        view = await run_in_threadpool(
            lambda: self._tickets.view(terminal, ticket_id, staffed=staffed)
        )
        return JSONResponse(view.to_json())

    async def _message(self, request: Request, terminal: Terminal) -> Response:
        body = await read_json(request, MAX_MESSAGE)
        message = PatronMessage.from_json(body)
        keyed = _keyed(request, terminal, body)
        ticket_id = request.path_params["id"]
        answer = await run_in_threadpool(
            lambda: self._tickets.add_message(terminal, keyed, ticket_id, message)
        )
        if not answer.repeated:
            self._metrics.messages.labels(Author.PATRON).inc()
            self._bells.ring(ticket_id)
        return _answered(answer)

    async def _take_feedback(self, request: Request, terminal: Terminal) -> Response:
        body = await read_json(request, MAX_FEEDBACK)
        feedback = Feedback.from_json(body)
        keyed = _keyed(request, terminal, body)
        return _answered(await run_in_threadpool(self._feedback.take, terminal, keyed, feedback))

    async def _keep_tallies(self, request: Request, terminal: Terminal) -> Response:
        report = TallyReport.from_json(await read_json(request, MAX_TALLIES))
        await run_in_threadpool(self._tallies.keep, terminal, report)
        return Response(status_code=204)

    async def _beat(self, request: Request, terminal: Terminal) -> Response:
        body = await read_json(request, MAX_BEAT)
        await run_in_threadpool(self._terminals.beat, terminal, body)
        return Response(status_code=204)

    async def _events(self, request: Request, terminal: Terminal) -> Response:
        ticket_id = request.path_params["id"]
        after = _last_event_id(request)
        # Asked before the stream begins: a foreign ticket is answered with 404, not with silence.
        await run_in_threadpool(self._tickets.news, terminal, ticket_id, after)
        return EventSourceResponse(self._stream(terminal, ticket_id, after), ping=PING_SECONDS)

    async def _stream(
        self, terminal: Terminal, ticket_id: UUID, after: int
    ) -> AsyncIterator[ServerSentEvent]:
        with self._bells.listening(ticket_id) as bell:
            while not self._bells.closing:
                try:
                    news = await run_in_threadpool(self._tickets.news, terminal, ticket_id, after)
                except StorageError:
                    # The terminal comes back by itself and goes on after the last event it had.
                    logger.exception("a ticket's events cannot be read")
                    return
                for event in news.events:
                    yield _sent(event)
                    after = event.id
                if news.over:
                    return
                await bell.wait(LOOK_AGAIN_SECONDS)

    def _known(self, endpoint: TerminalEndpoint) -> Endpoint:
        async def answer(request: Request) -> Response:
            return await endpoint(request, await self._terminal(request))

        return answer

    async def _terminal(self, request: Request) -> Terminal:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise NotAllowed("Send this terminal's token as 'Authorization: Bearer …'.")
        terminal = await run_in_threadpool(self._terminals.by_token, token.strip())
        if terminal is None:
            raise NotAllowed("This token belongs to no terminal; ask IT for a new one.")
        return terminal


def _keyed(request: Request, terminal: Terminal, body: dict[str, object]) -> KeyedRequest:
    key = request.headers.get("idempotency-key", "")
    return KeyedRequest(terminal.id, key, request.url.path, body)


def _answered(answer: Answer) -> Response:
    return JSONResponse(answer.body, answer.status)


def _sent(event: TicketEvent) -> ServerSentEvent:
    data = json.dumps(event.data(), ensure_ascii=False)
    return ServerSentEvent(data, event=event.kind.value, id=str(event.id), sep="\n")


def _last_event_id(request: Request) -> int:
    return read_number(request.headers.get("last-event-id", "") or "0", "Last-Event-ID")
