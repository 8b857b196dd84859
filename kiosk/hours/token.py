"""LibCal's access token: asked for once, kept until shortly before it expires."""

import asyncio

from kiosk.core.clock import Clock
from kiosk.core.errors import LibCalNonsense
from kiosk.core.secret import Secret
from kiosk.hours.exchange import Exchange
from kiosk.hours.parse import json_of

EARLY_SECONDS = 60.0
"""A token this close to its end is not used: the request could outlive it."""

MAX_TOKEN = 4096


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
            LibCalUnavailable, LibCalRefused, LibCalNonsense: as ``Fetcher.fetch``.
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
        answer = json_of(
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
                self._good_until = asked_at + _lifetime(seconds) - EARLY_SECONDS
            case _:
                raise LibCalNonsense("LibCal answered the sign-in without a usable token")


def _lifetime(seconds: float | str) -> float:
    try:
        return float(seconds)
    except ValueError as error:
        raise LibCalNonsense(f"LibCal's token expires in {seconds!r} seconds") from error
