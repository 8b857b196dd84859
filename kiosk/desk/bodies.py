"""What a terminal sent, read no further than it may be long."""

import json
from typing import Any

from starlette.requests import Request

from kiosk.desk.refusals import BadRequest, TooLarge

# The longest ticket that ``core.tickets`` allows, in four-byte characters.
MAX_TICKET = 8 * 1024 * 1024
MAX_MESSAGE = 64 * 1024
MAX_BEAT = 16 * 1024
MAX_FEEDBACK = 16 * 1024
# A month of busy days.
MAX_TALLIES = 4 * 1024 * 1024
MAX_NUMBER = 2**31 - 1


async def read_json(request: Request, limit: int) -> dict[str, Any]:
    """The body as a JSON object.

    Raises:
        TooLarge: more than ``limit`` bytes; the rest was not read.
        BadRequest: not a JSON object in UTF-8.
    """
    body = await _read(request, limit)
    try:
        # RecursionError: a body of nothing but brackets.
        value = json.loads(body.decode(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest("The body is not JSON in UTF-8.") from error
    if not isinstance(value, dict):
        raise BadRequest("The body must be a JSON object.")
    return value


def read_number(text: str, what: str) -> int:
    """A number that the database can compare with its own. Raises BadRequest."""
    short = text.isascii() and text.isdecimal() and len(text) <= len(str(MAX_NUMBER))
    if not short or int(text) > MAX_NUMBER:
        raise BadRequest(f"{what} must be a whole number from 0 to {MAX_NUMBER}.")
    return int(text)


async def _read(request: Request, limit: int) -> bytes:
    too_large = TooLarge(f"The body is longer than {limit} bytes.")
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise too_large
    return bytes(body)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
