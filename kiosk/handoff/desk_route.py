"""The staff desk's wire (``/api/v1``), from the terminal's side.

A refusal counts only in the desk's own words (``application/problem+json``): a "404" or "413"
from a proxy or from the sign-in page of a network says nothing about the letter.
"""

import contextlib
import logging
from collections.abc import AsyncGenerator, Iterator
from uuid import UUID

import httpx
from httpx_sse import ServerSentEvent, aconnect_sse

from kiosk.core.errors import (
    DeskNotReached,
    DeskRefused,
    DeskTokenRefused,
    DeskUnavailable,
    WireError,
)
from kiosk.core.feedback import Feedback
from kiosk.core.fields import Json
from kiosk.core.secret import Secret
from kiosk.core.tally_report import TallyReport
from kiosk.core.tickets import EventKind, PatronMessage, QueueView, Ticket, TicketEvent, TicketView
from kiosk.net.client import http_client
from kiosk.net.errors import is_refusal, translated

EVENT_SILENCE = httpx.Timeout(10.0, connect=2.0, read=45.0)
"""Seconds. The desk says something every 15, so three times that is a dead connection."""

_PROBLEM = "application/problem+json"
_WHO = "The staff desk"

logger = logging.getLogger(__name__)


def desk_client(
    url: str, token: Secret, transport: httpx.AsyncBaseTransport | None = None
) -> httpx.AsyncClient:
    """A client that shows this terminal's token. ``url`` is the setting ``desk.url``, checked."""
    return http_client(
        url, transport=transport, headers={"Authorization": f"Bearer {token.reveal()}"}
    )


class DeskRoute:
    """Speaks to the desk.

    Every method may raise DeskUnavailable (try again), DeskNotReached (the same, and it is known
    that nothing arrived), DeskRefused (do not) and
    DeskTokenRefused (nothing will work until IT has looked).
    """

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def open_ticket(self, ticket: Ticket) -> TicketView:
        """Put the ticket into the queue. Safe to repeat: its id is the idempotency key."""
        return _view(await self._post("/api/v1/tickets", ticket.id, ticket.to_json()))

    async def send_message(self, ticket_id: UUID, message: PatronMessage) -> None:
        """Add the patron's further words. Safe to repeat: its id is the idempotency key."""
        await self._post(f"/api/v1/tickets/{ticket_id}/messages", message.id, message.to_json())

    async def send_feedback(self, feedback: Feedback) -> None:
        """Let the librarians have a question. Safe to repeat: its id is the idempotency key."""
        await self._post("/api/v1/feedback", feedback.id, feedback.to_json())

    async def send_tallies(self, report: TallyReport) -> None:
        """Tell what was counted. Safe to repeat: a day's totals take the place of earlier ones."""
        with _desk_errors():
            _refuse(await self._client.post("/api/v1/tallies", json=report.to_json()))

    async def queue(self) -> QueueView:
        """How the queue stands."""
        with _desk_errors():
            body = _body(await self._client.get("/api/v1/queue"))
        try:
            return QueueView.from_json(body)
        except WireError as error:
            raise DeskUnavailable(f"{_WHO} gave an answer that is none: {error}") from error

    async def view(self, ticket_id: UUID) -> TicketView:
        """Where the ticket stands."""
        with _desk_errors():
            response = await self._client.get(f"/api/v1/tickets/{ticket_id}")
            return _view(_body(response))

    async def events(self, ticket_id: UUID, after: int) -> AsyncGenerator[TicketEvent, None]:
        """What happens to the ticket after the event ``after`` (0: from its beginning).

        Ends when the desk ends the stream, be it because the ticket is closed or because the
        desk itself goes down. What is no event of ours is passed over.
        """
        with _desk_errors():
            async with aconnect_sse(
                self._client,
                "GET",
                f"/api/v1/tickets/{ticket_id}/events",
                headers={"Last-Event-ID": str(after)},
                timeout=EVENT_SILENCE,
            ) as source:
                _refuse(source.response)
                async with contextlib.aclosing(source.aiter_sse()) as stream:
                    async for sent in stream:
                        if event := _event(sent):
                            yield event

    async def _post(self, path: str, key: UUID, body: Json) -> object:
        with _desk_errors():
            response = await self._client.post(
                path, json=body, headers={"Idempotency-Key": str(key)}
            )
            return _body(response)


@contextlib.contextmanager
def _desk_errors() -> Iterator[None]:
    with translated(_WHO, DeskUnavailable, DeskRefused, not_reached=DeskNotReached):
        yield


def _body(response: httpx.Response) -> object:
    _refuse(response)
    try:
        return response.json()
    except ValueError as error:
        raise DeskUnavailable(f"{_WHO} did not answer in JSON; is it the desk at all?") from error


def _refuse(response: httpx.Response) -> None:
    status = response.status_code
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise DeskTokenRefused(
            f"{_WHO} answered {status}: check this terminal's token (desk.token)"
        )
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if is_refusal(status) and kind != _PROBLEM:
        raise DeskUnavailable(f"something that is not the staff desk answered {status}")
    response.raise_for_status()


def _view(body: object) -> TicketView:
    try:
        return TicketView.from_json(body)
    except WireError as error:
        raise DeskUnavailable(f"{_WHO} gave an answer that is none: {error}") from error


def _event(sent: ServerSentEvent) -> TicketEvent | None:
    # The decoder makes an empty "message" of every comment that keeps the line alive, and a
    # newer desk may tell more than we know.
    if not sent.data or sent.event not in frozenset(EventKind):
        return None
    try:
        return TicketEvent.from_sse(sent.id, sent.event, sent.json())
    except (WireError, ValueError) as error:
        # Passed over, because the next connection would only bring it again.
        logger.warning("the staff desk sent an event that is none: %s", type(error).__name__)
        return None
