"""How an error leaves the desk: ``application/problem+json`` (RFC 9457) for terminals.

Each says in one sentence what is wrong. What librarians see instead is in ``staff_pages``.
"""

import http
import logging
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kiosk.core.errors import StorageError, WireError
from kiosk.desk.refusals import NotAllowed, Refusal, TooManyAttempts

logger = logging.getLogger(__name__)

BUSY_SECONDS = 5


def problem(
    status: int, title: str, detail: str, headers: Mapping[str, str] | None = None
) -> Response:
    """One problem document."""
    return JSONResponse(
        {"type": "about:blank", "title": title, "status": status, "detail": detail},
        status,
        headers,
        media_type="application/problem+json",
    )


def explain(error: Exception) -> tuple[int, str, str, dict[str, str]]:
    """An error as HTTP's number, a title, one sentence, and headers."""
    if isinstance(error, Refusal):
        return error.status, error.title, str(error), _headers(error)
    if isinstance(error, WireError):
        return 400, "Not understood", f"{error}.", {}
    if isinstance(error, StorageError):
        logger.error("%s", error)
        sentence = "The desk cannot reach its storage; try again soon."
        return 503, "Storage unavailable", sentence, {"Retry-After": str(BUSY_SECONDS)}
    if isinstance(error, HTTPException):
        title = http.HTTPStatus(error.status_code).phrase
        return error.status_code, title, f"{error.detail}.", dict(error.headers or {})
    return 500, "Internal error", "The desk met a defect; its log tells more.", {}


async def as_problem(_request: Request, error: Exception) -> Response:
    """Answer a terminal with a problem document."""
    status, title, detail, headers = explain(error)
    return problem(status, title, detail, headers)


def _headers(error: Refusal) -> dict[str, str]:
    match error:
        case NotAllowed():
            return {"WWW-Authenticate": "Bearer"}
        case TooManyAttempts():
            return {"Retry-After": str(error.seconds)}
        case _:
            return {}
