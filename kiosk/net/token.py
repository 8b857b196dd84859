"""An access token (OAuth client credentials): asked for once, kept until shortly before its end."""

import asyncio
from collections.abc import Mapping

import httpx

from kiosk.core.clock import Clock
from kiosk.core.secret import Secret
from kiosk.net.exchange import Exchange
from kiosk.net.service import Service

EARLY_SECONDS = 60.0
"""A token this close to its end is not used: the request could outlive it."""

MAX_TOKEN = 4096
_REFUSED = {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}


class Token:
    """One token for everyone who asks; however many ask at once, it is fetched once."""

    def __init__(
        self, exchange: Exchange, client_id: str, client_secret: Secret, clock: Clock
    ) -> None:
        self._exchange = exchange
        self._client_id = client_id
        self._client_secret = client_secret
        self._clock = clock
        self._lock = asyncio.Lock()
        self._token = Secret("")
        self._good_until = 0.0

    async def get(self) -> Secret:
        """A token that is good for the next minute at least.

        Raises:
            Unavailable, Refused, BadData: of the service.
        """
        async with self._lock:
            if not self._token or self._clock.monotonic() >= self._good_until:
                await self._renew()
            return self._token

    def drop(self, token: Secret) -> None:
        """Forget that token, which LibCal did not accept; a newer one stays."""
        if self._token == token:
            self._token = Secret("")

    async def _renew(self) -> None:
        asked_at = self._clock.monotonic()
        answer = self._exchange.service.json_of(
            await self._exchange.post(
                "/oauth/token",
                {
                    "client_id": self._client_id,
                    "client_secret": self._client_secret.reveal(),
                    "grant_type": "client_credentials",
                },
            )
        )
        match answer:
            case {"access_token": str(token), "expires_in": int() | float() | str() as seconds} if (
                token.isascii() and token.isprintable() and 0 < len(token) <= MAX_TOKEN
            ):
                self._token = Secret(token)
                self._good_until = (
                    asked_at + _lifetime(self._exchange.service, seconds) - EARLY_SECONDS
                )
            case _:
                service = self._exchange.service
                raise service.nonsense(
                    f"{service.name} answered the sign-in without a usable token"
                )


def _lifetime(service: Service, seconds: float | str) -> float:
    try:
        return float(seconds)
    except ValueError as error:
        raise service.nonsense(f"{service.name}'s token expires in {seconds!r} seconds") from error


class SignedIn:
    """Asks a service with a token; one that it no longer accepts is renewed, once.

    Args:
        exchange: The way to the service.
        token: For it.
    """

    def __init__(self, exchange: Exchange, token: Token) -> None:
        self._exchange = exchange
        self._token = token

    async def get(self, path: str, params: Mapping[str, str]) -> bytes:
        """The body of a good answer.

        Raises:
            Unavailable, Refused, BadData: of the service.
        """
        token = await self._token.get()
        response = await self._exchange.get(path, params, token)
        if response.status_code in _REFUSED:
            self._token.drop(token)
            response = await self._exchange.get(path, params, await self._token.get())
        return self._exchange.checked(response)
