"""The librarians' pages: the queue, a ticket beside it, and the stream that keeps both live.

Every button is a plain form that works without a script. The script asks for the same addresses
with ``X-Part: ticket`` and gets the ticket's part of the page alone.
"""

import json
import logging
from collections.abc import AsyncIterator, Callable
from uuid import UUID

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kiosk.core.errors import StorageError
from kiosk.core.tickets import MAX_MESSAGE, Author
from kiosk.desk.bodies import read_number
from kiosk.desk.live import Bells, Presence
from kiosk.desk.metrics import Metrics
from kiosk.desk.problems import explain
from kiosk.desk.queue import Queue
from kiosk.desk.records import Librarian
from kiosk.desk.refusals import BadRequest, Conflict, NotAllowed
from kiosk.desk.rendering import Pages
from kiosk.desk.sign_in import SignIn, StaffEndpoint, sign_in_address

logger = logging.getLogger(__name__)

PING_SECONDS = 10
LOOK_AGAIN_SECONDS = 10.0
# A reply of the longest kind, in percent-encoded four-byte characters.
MAX_FORM = 128 * 1024

Change = Callable[[UUID, Librarian, FormData], None]


class StaffPages:
    """What a signed-in librarian can open and press."""

    def __init__(
        self,
        *,
        queue: Queue,
        sign_in: SignIn,
        pages: Pages,
        bells: Bells,
        presence: Presence,
        metrics: Metrics,
    ) -> None:
        self._queue = queue
        self._sign_in = sign_in
        self._pages = pages
        self._bells = bells
        self._presence = presence
        self._metrics = metrics

    def routes(self) -> list[Route]:
        """The queue, a ticket, its buttons, and the live stream."""
        buttons: dict[str, Change] = {
            "claim": self._claim,
            "hand-back": self._hand_back,
            "reply": self._reply,
            "close": self._close,
        }
        return [
            Route("/", self._sign_in.required(self._overview), methods=["GET"]),
            Route("/live", self._sign_in.required(self._live), methods=["GET"]),
            Route("/tickets/{id:uuid}", self._sign_in.required(self._ticket), methods=["GET"]),
            *(
                Route(
                    f"/tickets/{{id:uuid}}/{name}",
                    self._sign_in.required(self._pressing(change)),
                    methods=["POST"],
                    max_body_size=MAX_FORM,
                )
                for name, change in buttons.items()
            ),
        ]

    async def explain(self, request: Request, error: Exception) -> Response:
        """What a librarian sees of an error."""
        if isinstance(error, NotAllowed) and not _wants_part(request):
            return RedirectResponse(sign_in_address(request.url.path), 303)
        status, title, sentence, headers = explain(error)
        if _wants_part(request):
            return PlainTextResponse(sentence, status, headers)
        back = request.url.path.rpartition("/")[0] if isinstance(error, Conflict) else "/"
        page = self._pages.message(status, title, sentence, back)
        page.headers.update(headers)
        return page

    async def _overview(self, _request: Request, me: Librarian) -> Response:
        cards = await run_in_threadpool(self._queue.cards)
        return self._pages.queue_page(me, cards, None)

    async def _ticket(self, request: Request, me: Librarian) -> Response:
        file = await run_in_threadpool(self._queue.file, request.path_params["id"])
        if _wants_part(request):
            return self._pages.ticket_part(me, file)
        cards = await run_in_threadpool(self._queue.cards)
        return self._pages.queue_page(me, cards, file)

    def _pressing(self, change: Change) -> StaffEndpoint:
        async def press(request: Request, me: Librarian) -> Response:
            ticket_id: UUID = request.path_params["id"]
            form = await request.form()
            await run_in_threadpool(change, ticket_id, me, form)
            self._bells.ring(ticket_id)
            if _wants_part(request):
                return await self._ticket(request, me)
            return RedirectResponse(f"/tickets/{ticket_id}", 303)

        return press

    def _claim(self, ticket_id: UUID, me: Librarian, form: FormData) -> None:
        from_owner = _owner(form.get("from_owner", ""))
        waited = self._queue.claim(ticket_id, me, from_owner)
        if from_owner is None:
            self._metrics.claim_seconds.observe(waited.total_seconds())

    def _hand_back(self, ticket_id: UUID, me: Librarian, _form: FormData) -> None:
        self._queue.hand_back(ticket_id, me)
        self._metrics.handed_back.inc()

    def _reply(self, ticket_id: UUID, me: Librarian, form: FormData) -> None:
        # Browsers send a line's end as CR LF.
        text = str(form.get("text", "")).replace("\r\n", "\n").strip()
        if not text or len(text) > MAX_MESSAGE or "\x00" in text:
            raise BadRequest(f"A reply has 1 to {MAX_MESSAGE} characters.")
        self._queue.reply(ticket_id, me, text, _uuid(form.get("message_id", "")))
        self._metrics.messages.labels(Author.LIBRARIAN).inc()

    def _close(self, ticket_id: UUID, me: Librarian, form: FormData) -> None:
        said = {"yes": True, "no": False}.get(str(form.get("resolved", "")))
        self._queue.close(ticket_id, me, resolved=said)
        self._metrics.closed.inc()

    async def _live(self, request: Request, me: Librarian) -> Response:
        return EventSourceResponse(self._stream(request, me), ping=PING_SECONDS)

    async def _stream(self, request: Request, me: Librarian) -> AsyncIterator[ServerSentEvent]:
        shown = ""
        with self._bells.listening() as bell, self._presence.here(me):
            while not self._bells.closing:
                try:
                    signed_in = await self._sign_in.current(request)
                    state = await self._state(me)
                except StorageError:
                    # The page comes back by itself, and is told 503 until it can be shown.
                    logger.exception("the queue cannot be shown")
                    return
                if signed_in is None:
                    yield ServerSentEvent("{}", event="signed-out", sep="\n")
                    return
                if state != shown:
                    yield ServerSentEvent(state, event="queue", sep="\n")
                    shown = state
                await bell.wait(LOOK_AGAIN_SECONDS)

    async def _state(self, me: Librarian) -> str:
        cards = await run_in_threadpool(self._queue.cards)
        names = self._presence.names
        return json.dumps({"html": self._pages.queue_part(me, cards), "here": names})


def _wants_part(request: Request) -> bool:
    wants_events = "text/event-stream" in request.headers.get("accept", "")
    return request.headers.get("x-part") == "ticket" or wants_events


def _owner(value: object) -> int | None:
    text = str(value)
    return read_number(text, "'from_owner'") if text else None


def _uuid(value: object) -> UUID:
    try:
        return UUID(str(value))
    except ValueError as error:
        raise BadRequest("'message_id' must be a UUID.") from error
