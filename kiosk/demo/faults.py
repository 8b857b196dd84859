"""How the simulated LibCal can be told to misbehave."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

Handler = Callable[[Request], Awaitable[Response]]


class Fault(StrEnum):
    """A way in which LibCal fails."""

    HTML = "html"
    HALF_JSON = "half json"
    EMPTY_LIST = "empty list"
    ERROR_IN_200 = "error in 200"
    BUSY = "429"
    BROKEN = "500"
    SLOW = "slow"


@dataclass(slots=True)
class Faults:
    """What goes wrong next; nothing at first. Only a test holds one and changes it.

    Attributes:
        hours: The fault of every answer with hours, or None.
        faqs: The fault of every page of FAQs, or None.
        sign_in: The fault of every answer to a sign-in, or None.
        slow_seconds: How long ``SLOW`` takes.
        refuse_tokens: How many of the next requests find their token expired.
        asked: The paths of the requests for hours, in order.
    """

    hours: Fault | None = None
    faqs: Fault | None = None
    sign_in: Fault | None = None
    slow_seconds: float = 30.0
    refuse_tokens: int = 0
    asked: list[str] = field(default_factory=list)

    async def answer(self, fault: Fault | None, request: Request, handler: Handler) -> Response:
        """The handler's answer, or the fault's."""
        if fault in _INSTEAD:
            return _INSTEAD[fault]()
        response = await handler(request)
        if fault is Fault.SLOW:
            await asyncio.sleep(self.slow_seconds)
        if fault is Fault.HALF_JSON:
            whole = bytes(response.body)
            return Response(whole[: len(whole) // 2], media_type="application/json")
        return response


_INSTEAD: Mapping[Fault | None, Callable[[], Response]] = {
    Fault.HTML: lambda: HTMLResponse("<html><body><h1>We'll be back soon!</h1></body></html>"),
    Fault.EMPTY_LIST: lambda: JSONResponse([]),
    Fault.ERROR_IN_200: lambda: JSONResponse({"error": "<p>Scheduled maintenance</p>"}),
    Fault.BUSY: lambda: PlainTextResponse("slow down", 429, {"Retry-After": "60"}),
    Fault.BROKEN: lambda: Response(status_code=500),
}
