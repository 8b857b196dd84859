"""One request to LibCal and its answer: paced, with person-sized patience, in our own errors."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from kiosk.core.clock import Clock
from kiosk.core.errors import LibCalRefused, LibCalUnavailable
from kiosk.core.secret import Secret
from kiosk.hours.parse import error_of
from kiosk.hours.words import plain_text
from kiosk.net.breaker import CircuitBreaker
from kiosk.net.errors import is_refusal, translated

SECONDS_BETWEEN = 0.2
"""LibCal customers are told "5 requests a second"; it is the only figure there is."""

LONGEST_WAIT = 5.0
"""Seconds that we obey ``Retry-After`` while someone may be waiting for ``kiosk sync``."""

_BUSY = {httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE}


TimeListener = Callable[[datetime], None]
"""Told what time (UTC) LibCal has."""


def nobody(_told: datetime) -> None:
    """Whoever listens when nobody asked what time LibCal has."""


class Exchange:
    """Sends requests to one LibCal, one after another. Whoever asks that LibCal shares it.

    Args:
        client: With the API's base URL, such as ``https://example.libcal.com/api/1.1``.
        clock: Paces the requests.
        heard_time: Called with the time (UTC) that LibCal's answers carry.
    """

    def __init__(
        self,
        client: httpx.AsyncClient,
        clock: Clock,
        heard_time: TimeListener = nobody,
    ) -> None:
        self._client = client
        self._clock = clock
        self._heard_time = heard_time
        self._breaker = CircuitBreaker("LibCal", LibCalUnavailable, clock.monotonic)
        self._turn = asyncio.Lock()
        self._next_at = clock.monotonic()

    async def get(
        self, path: str, params: Mapping[str, str], token: Secret | None = None
    ) -> httpx.Response:
        """Ask below the API's base URL. A good answer comes back, or a no; see ``checked``.

        Raises:
            LibCalUnavailable: no answer, or one that says "later".
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
        with self._breaker.attempt():
            response = await self._send(request)
            wait = _retry_after(response)
            if wait is not None and wait <= LONGEST_WAIT:
                await self._clock.sleep(wait)
                response = await self._send(request)
                wait = _retry_after(response)
            if wait is not None:
                self._breaker.rest(wait)
            if not is_refusal(response.status_code):
                checked(response)
            return response

    async def _send(self, request: httpx.Request) -> httpx.Response:
        async with self._turn:
            await self._clock.sleep(max(0.0, self._next_at - self._clock.monotonic()))
            self._next_at = self._clock.monotonic() + SECONDS_BETWEEN
        with translated("LibCal", LibCalUnavailable, LibCalRefused):
            response = await self._client.send(request)
        told = _time_of(response)
        if told is not None:
            self._heard_time(told)
        return response


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
    """Seconds that a busy server asks us to wait; None where it does not say."""
    text = response.headers.get("Retry-After", "").strip()
    if response.status_code not in _BUSY:
        return None
    if text.isascii() and text.isdigit():
        return float(text)
    until, told = _instant(text), _time_of(response)
    # Measured by the server's own clock; ours may be wrong.
    return max(0.0, (until - told).total_seconds()) if until and told else None


def _time_of(response: httpx.Response) -> datetime | None:
    """The moment at which the answer was given, by the server's clock."""
    told = _instant(response.headers.get("Date", ""))
    age = response.headers.get("Age", "0").strip()
    if told is None or not (age.isascii() and age.isdigit()):
        return None
    try:
        # An answer from a cache on the way is as old as it says.
        return told + timedelta(seconds=int(age))
    except (ValueError, OverflowError):
        return None


def _instant(text: str) -> datetime | None:
    try:
        told = parsedate_to_datetime(text)
        # RFC 5322's "-0000" has no zone; HTTP means UTC by all of them.
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
