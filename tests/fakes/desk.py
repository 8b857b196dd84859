"""A staff desk that behaves like ``/api/v1`` of the contract, and fails when it is told to.

In the same process it answers through ``client()``; for another process ``serving()`` puts it
on a loopback port.
"""

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from kiosk.core.errors import WireError
from kiosk.core.feedback import Feedback
from kiosk.core.secret import Secret
from kiosk.core.tally_report import TallyReport
from kiosk.core.tickets import (
    EventKind,
    PatronMessage,
    QueueView,
    Ticket,
    TicketEvent,
    TicketState,
    TicketView,
)
from kiosk.handoff.desk_route import desk_client
from tests.fakes.serving import serving

TOKEN = "terminal-token"
URL = "http://127.0.0.1:1"
LIBRARIAN = "Ana"

_PATH = re.compile(r"/api/v1/tickets(?:/(?P<id>[0-9a-f-]{36}))?(?P<rest>/events|/messages)?")

Hook = Callable[[httpx.Request], Awaitable[None]]


@dataclass(slots=True)
class DeskTicket:
    """A ticket in the queue."""

    ticket: Ticket
    state: TicketState = TicketState.WAITING
    librarian: str = ""
    messages: list[PatronMessage] = field(default_factory=list)
    events: list[TicketEvent] = field(default_factory=list)


class Problem(Exception):
    """An answer that says no, as RFC 9457 has it."""

    def __init__(self, status: int, title: str) -> None:
        super().__init__(title)
        self.response = httpx.Response(
            status,
            headers={"Content-Type": "application/problem+json"},
            content=json.dumps({"type": "about:blank", "title": title, "status": status}),
        )


class FakeDesk:
    """Keeps tickets in memory.

    Attributes:
        token: What a terminal must show.
        staffed: Whether a librarian has the queue open.
        is_old: It is of a version that did not tell of its queue.
        down: Nobody answers, and open streams break.
        refusing: A status to answer every request with, as a problem; 0 for none.
        refuse_once: The same for the next request only.
        proxy_error: A status to answer every request with, as the HTML of a proxy; 0 for none.
        lose_answers: So many of the next answers get lost after the work was done.
        before_answer: Called after the work was done, before the answer leaves.
        requests: Every request that arrived, as "POST /api/v1/tickets".
        feedback: Every question that a patron let it have.
        reports: Every report of what was counted, also those that came twice.
        last_event_ids: What each stream was asked to resume after.
    """

    def __init__(self, *, token: str = TOKEN, staffed: bool = True) -> None:
        self.token = token
        self.staffed = staffed
        self.is_old = False
        self._down = False
        self.refusing = 0
        self.refuse_once = 0
        self.proxy_error = 0
        self.lose_answers = 0
        self.before_answer: Hook | None = None
        self.requests: list[str] = []
        self.feedback: list[Feedback] = []
        self.reports: list[TallyReport] = []
        self.last_event_ids: list[str] = []
        self._tickets: dict[UUID, DeskTicket] = {}
        self._answers: dict[str, tuple[str, object, dict[str, Any]]] = {}
        self._events = 0
        self._streams = 0
        self._cut = 0
        self._changed = asyncio.Event()

    @property
    def down(self) -> bool:
        """Whether nobody answers."""
        return self._down

    @down.setter
    def down(self, down: bool) -> None:
        self._down = down
        if down:
            self.cut_streams()

    @property
    def received(self) -> list[Ticket]:
        """Every ticket, in the order of arrival."""
        return [kept.ticket for kept in self._tickets.values()]

    @property
    def streams(self) -> int:
        """How many event streams are open."""
        return self._streams

    def said(self, ticket_id: UUID) -> list[str]:
        """The patron's further words."""
        return [message.text for message in self._tickets[ticket_id].messages]

    @property
    def said_at_all(self) -> list[str]:
        """The patrons' further words on all tickets."""
        return [text for ticket_id in self._tickets for text in self.said(ticket_id)]

    def claim(self, ticket_id: UUID, librarian: str = LIBRARIAN) -> None:
        """A librarian takes the conversation."""
        kept = self._tickets[ticket_id]
        kept.state, kept.librarian = TicketState.CLAIMED, librarian
        self._tell(kept, EventKind.CLAIMED)

    def reply(self, ticket_id: UUID, text: str) -> None:
        """The librarian writes."""
        self._tell(self._tickets[ticket_id], EventKind.MESSAGE, text)

    def release(self, ticket_id: UUID) -> None:
        """The librarian hands back."""
        kept = self._tickets[ticket_id]
        self._tell(kept, EventKind.RELEASED)
        kept.state, kept.librarian = TicketState.WAITING, ""

    def close(self, ticket_id: UUID) -> None:
        """The librarian is done."""
        kept = self._tickets[ticket_id]
        kept.state = TicketState.CLOSED
        self._tell(kept, EventKind.CLOSED)

    def forget_keys(self) -> None:
        """So much time went by that idempotency keys are not remembered any more."""
        self._answers.clear()

    def cut_streams(self) -> None:
        """Every open stream breaks in the middle."""
        self._cut += 1
        self._wake()

    def client(self) -> httpx.AsyncClient:
        """A client of a terminal whose requests come here without a network."""
        return desk_client(URL, Secret(TOKEN), transport=httpx.MockTransport(self))

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Serve on a free loopback port; the base address is given."""
        application = Starlette(routes=[Route("/{rest:path}", self._serve, methods=_METHODS)])
        async with serving(application) as url:
            try:
                yield url
            finally:
                self.cut_streams()

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        if self.down:
            raise httpx.ConnectError("nobody is listening", request=request)
        if self.proxy_error:
            return httpx.Response(self.proxy_error, html="<h1>not the desk</h1>")
        self.requests.append(f"{request.method} {request.url.path}")
        try:
            response = self._answer(request)
        except Problem as problem:
            response = problem.response
        if self.before_answer:
            await self.before_answer(request)
        if self.lose_answers:
            self.lose_answers -= 1
            raise httpx.ReadTimeout("", request=request)
        return response

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self._check(request)
        match request.url.path:
            case "/api/v1/feedback":
                return self._once(request, self._take)
            case "/api/v1/queue":
                return self._queue()
            case "/api/v1/tallies":
                self.reports.append(TallyReport.from_json(json.loads(request.content)))
                return httpx.Response(204)
        return self._answer_about_ticket(request)

    def _answer_about_ticket(self, request: httpx.Request) -> httpx.Response:
        found = _PATH.fullmatch(request.url.path)
        match request.method, found and found["id"], found and found["rest"]:
            case "POST", None, None if found:
                return self._once(request, self._open)
            case "GET", str(name), None:
                return httpx.Response(200, json=self._view(self._find(name)).to_json())
            case "GET", str(name), "/events":
                return self._stream(self._find(name), request)
            case "POST", str(name), "/messages":
                kept = self._find(name)
                return self._once(request, lambda body: self._say(kept, body))
        raise Problem(404, "There is nothing here.")

    def _queue(self) -> httpx.Response:
        if self.is_old:
            raise Problem(404, "There is nothing here.")
        waiting = [one for one in self._tickets.values() if one.state is TicketState.WAITING]
        return httpx.Response(200, json=QueueView(self.staffed, len(waiting)).to_json())

    def _check(self, request: httpx.Request) -> None:
        status, self.refuse_once = self.refuse_once or self.refusing, 0
        if status:
            raise Problem(status, "The desk was told to refuse.")
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            raise Problem(401, "This terminal is not known here.")

    def _find(self, name: str) -> DeskTicket:
        kept = self._tickets.get(UUID(name))
        if kept is None:
            raise Problem(404, "This terminal has no such ticket.")
        return kept

    def _once(
        self, request: httpx.Request, work: Callable[[object], dict[str, Any]]
    ) -> httpx.Response:
        key, body = request.headers.get("Idempotency-Key"), json.loads(request.content)
        if not key:
            raise Problem(400, "Send an Idempotency-Key header.")
        asked = (request.url.path, body)
        if key in self._answers:
            *before, answer = self._answers[key]
            if tuple(before) != asked:
                raise Problem(422, "This key was used before with another body.")
            return httpx.Response(201, json=answer)
        try:
            answer = work(body)
        except WireError as error:
            raise Problem(422, str(error)) from error
        self._answers[key] = (*asked, answer)
        return httpx.Response(201, json=answer)

    def _open(self, body: object) -> dict[str, Any]:
        ticket = Ticket.from_json(body)
        if ticket.id in self._tickets:
            raise Problem(409, "A ticket with this id was opened before under another key.")
        kept = self._tickets[ticket.id] = DeskTicket(ticket)
        return self._view(kept).to_json()

    def _take(self, body: object) -> dict[str, Any]:
        self.feedback.append(Feedback.from_json(body))
        return {"id": str(self.feedback[-1].id)}

    def _say(self, kept: DeskTicket, body: object) -> dict[str, Any]:
        message = PatronMessage.from_json(body)
        if kept.state is TicketState.CLOSED:
            raise Problem(409, "This ticket is closed; open a new one.")
        kept.messages.append(message)
        return {"id": str(message.id)}

    def _view(self, kept: DeskTicket) -> TicketView:
        waiting = [
            one.ticket.id for one in self._tickets.values() if one.state is TicketState.WAITING
        ]
        place = waiting.index(kept.ticket.id) + 1 if kept.ticket.id in waiting else None
        return TicketView(
            kept.ticket.id, kept.ticket.code, kept.state, place, kept.librarian, self.staffed
        )

    def _tell(self, kept: DeskTicket, kind: EventKind, text: str = "") -> None:
        self._events += 1
        now = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
        kept.events.append(TicketEvent(self._events, kind, kept.librarian, text, now))
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _stream(self, kept: DeskTicket, request: httpx.Request) -> httpx.Response:
        after = request.headers.get("Last-Event-ID", "0")
        self.last_event_ids.append(after)
        return httpx.Response(
            200,
            headers={"Content-Type": "text/event-stream; charset=utf-8"},
            stream=_Events(self._events_after(kept, int(after))),
        )

    async def _events_after(self, kept: DeskTicket, after: int) -> AsyncGenerator[bytes, None]:
        cut = self._cut
        self._streams += 1
        try:
            yield b": hello\r\n\r\n"
            while True:
                changed = self._changed
                over = kept.state is TicketState.CLOSED
                for event in [one for one in kept.events if one.id > after]:
                    after = event.id
                    yield _sse(event)
                if over:
                    return
                if self._cut != cut:
                    raise httpx.ReadError("the connection broke")
                await changed.wait()
        finally:
            self._streams -= 1

    async def _serve(self, request: Request) -> Response:
        try:
            body = await request.body()
        except ClientDisconnect:  # gone before it had said all: nobody hears an answer
            return Response(status_code=400)
        asked = httpx.Request(
            request.method, str(request.url), headers=request.headers.raw, content=body
        )
        try:
            answer = await self(asked)
        except httpx.TransportError:
            # What a proxy says when the desk behind it does not.
            answer = httpx.Response(503, html="<h1>not the desk</h1>")
        return StreamingResponse(_quietly(answer), answer.status_code, dict(answer.headers))


class _Events(httpx.AsyncByteStream):
    """A response's body that is written while it is read."""

    def __init__(self, parts: AsyncGenerator[bytes, None]) -> None:
        self._parts = parts

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._parts

    async def aclose(self) -> None:
        await self._parts.aclose()


_METHODS = ["GET", "POST"]


def _sse(event: TicketEvent) -> bytes:
    data = json.dumps(event.data(), ensure_ascii=False)
    # A comment follows, as servers send it to keep the line alive.
    return f"id: {event.id}\r\nevent: {event.kind}\r\ndata: {data}\r\n\r\n: ping\r\n\r\n".encode()


async def _quietly(answer: httpx.Response) -> AsyncIterator[bytes]:
    with contextlib.suppress(httpx.ReadError):
        async for part in answer.stream:  # type: ignore[union-attr]  # ours are asynchronous
            yield part
