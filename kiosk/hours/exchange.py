"""One request to LibCal and its answer: paced, with person-sized patience, in our own errors."""

import asyncio
from collections.abc import Mapping

import httpx

from kiosk.core.clock import Clock
from kiosk.core.errors import LibCalRefused, LibCalUnavailable
from kiosk.core.secret import Secret
from kiosk.hours.parse import error_of
from kiosk.hours.words import plain_text
from kiosk.net.errors import translated

SECONDS_BETWEEN = 0.2
"""LibCal customers are told "5 requests a second"; it is the only figure there is."""

LONGEST_WAIT = 5.0
"""Seconds that we obey ``Retry-After`` while someone may be waiting for ``kiosk sync``."""

_TOO_MANY = 429


class Exchange:
    """Sends requests to one LibCal, one after another."""

    def __init__(self, client: httpx.AsyncClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._turn = asyncio.Lock()
        self._next_at = clock.monotonic()

    async def get(
        self, path: str, params: Mapping[str, str], token: Secret | None = None
    ) -> httpx.Response:
        """Ask below the API's base URL. Any status comes back; see ``checked``.

        Raises:
            LibCalUnavailable: no answer.
        """
        headers = {"Authorization": f"Bearer {token.reveal()}"} if token else {}
        return await self._patient(
            self._client.build_request("GET", path, params=params, headers=headers)
        )

    async def get_public(self, path: str, params: Mapping[str, str]) -> bytes:
        """Ask the public pages of the same host, which need no token.

        Raises:
            LibCalUnavailable, LibCalRefused: see ``checked``.
        """
        return checked(await self.get(str(self._client.base_url.join(path)), params))

    async def post(self, path: str, form: Mapping[str, str]) -> bytes:
        """Send a form.

        Raises:
            LibCalUnavailable, LibCalRefused: see ``checked``.
        """
        return checked(await self._patient(self._client.build_request("POST", path, data=form)))

    async def _patient(self, request: httpx.Request) -> httpx.Response:
        response = await self._send(request)
        wait = _retry_after(response)
        if wait is None:
            return response
        await self._clock.sleep(wait)
        return await self._send(request)

    async def _send(self, request: httpx.Request) -> httpx.Response:
        async with self._turn:
            await self._clock.sleep(max(0.0, self._next_at - self._clock.monotonic()))
            self._next_at = self._clock.monotonic() + SECONDS_BETWEEN
        with translated("LibCal", LibCalUnavailable, LibCalRefused):
            return await self._client.send(request)


def checked(response: httpx.Response) -> bytes:
    """The body of a good answer.

    Raises:
        LibCalUnavailable: 5xx, 429 and other ways of saying "later".
        LibCalRefused: LibCal said no; its own words are in the message.
    """
    with translated("LibCal", LibCalUnavailable, LibCalRefused):
        try:
            response.raise_for_status()
        except httpx.HTTPStatusError as error:
            if response.status_code != httpx.codes.BAD_REQUEST:
                raise
            words = _complaint(response) or "no reason given"
            raise LibCalRefused(f"LibCal answered 400: {words}") from error
    return response.content


def _complaint(response: httpx.Response) -> str:
    # LibCal complains in JSON, in plain text and in HTML; cut, because it goes into a log line.
    try:
        words = error_of(response.json())
    except ValueError:
        words = ""
    return (words or plain_text(response.text))[:200]


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds to wait before the one further try, None for no further try."""
    text = response.headers.get("Retry-After", "")
    if response.status_code != _TOO_MANY or not (text.isascii() and text.isdigit()):
        return None
    return float(text) if float(text) <= LONGEST_WAIT else None
