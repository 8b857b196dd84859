"""One request to a service and its answer: paced, with a person's patience, in our own errors."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from kiosk.core.clock import Clock
from kiosk.core.secret import Secret
from kiosk.net.breaker import CircuitBreaker
from kiosk.net.errors import is_refusal, translated
from kiosk.net.html_words import plain_text
from kiosk.net.service import MAX_COMPLAINT, Service, error_of

SECONDS_BETWEEN = 0.2
"""Springshare's customers are told "5 requests a second"; it is the only figure there is."""

LONGEST_WAIT = 5.0
"""Seconds that we obey ``Retry-After`` while someone may be waiting for ``kiosk sync``."""

_BUSY = {httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE}


TimeListener = Callable[[datetime], None]
"""Told what time (UTC) the other side has."""


def nobody(_told: datetime) -> None:
    """Whoever listens when nobody asked what time it is there."""


class Exchange:
    """Sends requests to one service, one after another. Whoever asks that service shares it.

    Args:
        service: Who it is.
        client: With the API's base URL, such as ``https://example.libcal.com/api/1.1``.
        clock: Paces the requests.
        heard_time: Called with the time (UTC) that its answers carry.
    """

    def __init__(
        self,
        service: Service,
        client: httpx.AsyncClient,
        clock: Clock,
        heard_time: TimeListener = nobody,
    ) -> None:
        self.service = service
        self._client = client
        self._clock = clock
        self._heard_time = heard_time
        self._breaker = CircuitBreaker(service.name, service.unavailable, clock.monotonic)
        self._turn = asyncio.Lock()
        self._next_at = clock.monotonic()

    async def get(
        self, path: str, params: Mapping[str, str], token: Secret | None = None
    ) -> httpx.Response:
        """Ask below the API's base URL. A good answer comes back, or a no; see ``checked``.

        Raises:
            Unavailable: of the service: no answer, or one that says "later".
        """
        headers = {"Authorization": f"Bearer {token.reveal()}"} if token else {}
        return await self._patient(
            self._client.build_request("GET", path, params=params, headers=headers)
        )

    async def get_public(self, path: str, params: Mapping[str, str]) -> bytes:
        """Ask the public pages of the same host, which need no token.

        Raises:
            Unavailable, Refused: of the service; see ``checked``.
        """
        return self.checked(await self.get(str(self._client.base_url.join(path)), params))

    async def post(self, path: str, form: Mapping[str, str]) -> bytes:
        """Send a form.

        Raises:
            Unavailable, Refused: of the service; see ``checked``.
        """
        return self.checked(
            await self._patient(self._client.build_request("POST", path, data=form))
        )

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
                self.checked(response)
            return response

    async def _send(self, request: httpx.Request) -> httpx.Response:
        async with self._turn:
            await self._clock.sleep(max(0.0, self._next_at - self._clock.monotonic()))
            self._next_at = self._clock.monotonic() + SECONDS_BETWEEN
        with self._translated():
            response = await self._client.send(request)
        told = _time_of(response)
        if told is not None:
            self._heard_time(told)
        return response

    def checked(self, response: httpx.Response) -> bytes:
        """The body of a good answer.

        Raises:
            Unavailable: of the service: 5xx, 429 and other ways of saying "later".
            Refused: of the service: it said no; its own words are in the message.
        """
        name = self.service.name
        with self._translated():
            try:
                response.raise_for_status()
            except httpx.HTTPStatusError as error:
                if response.status_code != httpx.codes.BAD_REQUEST:
                    raise
                words = _complaint(response) or "no reason given"
                raise self.service.refused(f"{name} answered 400: {words}") from error
        return response.content

    def _translated(self) -> AbstractContextManager[None]:
        service = self.service
        return translated(service.name, service.unavailable, service.refused)


def _complaint(response: httpx.Response) -> str:
    # They complain in JSON, in plain text and in HTML; cut, because it goes into a log line.
    try:
        words = error_of(response.json())
    except ValueError:
        words = ""
    return (words or plain_text(response.text))[:MAX_COMPLAINT]


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
