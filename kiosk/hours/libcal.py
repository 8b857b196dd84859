"""LibCal's API 1.1: hours of places by their ids, with OAuth client credentials."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kiosk.core.clock import Clock
from kiosk.core.errors import LibCalNonsense, LibCalRefused, LibCalUnavailable
from kiosk.core.places import Place
from kiosk.core.secret import Secret
from kiosk.hours import parse
from kiosk.hours.fetched import Fetched
from kiosk.hours.parse import Json, Window
from kiosk.hours.widgets import Widgets
from kiosk.net.exchange import Exchange
from kiosk.net.token import SignedIn, Token

logger = logging.getLogger(__name__)

MAX_DAYS_APART = 100
"""Between ``from`` and ``to``. Yesterday to 99 days ahead is just that."""

_TOO_MANY_DAYS = "too many days"


class LibCalClient:
    """Fetches the hours of the places with these ids.

    Args:
        exchange: The way to this LibCal.
        client_id: The API application's id.
        client_secret: Its secret.
        clock: Stamps what was fetched; measures the token's life.
        location_ids: Ids to keep. Empty: all that the institution's public widget lists.
        widgets: Where ids are discovered, and which department belongs to which library, which
            the API itself does not tell.
    """

    def __init__(
        self,
        exchange: Exchange,
        client_id: str,
        client_secret: Secret,
        clock: Clock,
        location_ids: tuple[int, ...],
        *,
        widgets: Widgets | None = None,
    ) -> None:
        token = Token(exchange, client_id, client_secret, clock)
        self._signed_in = SignedIn(exchange, token)
        self._clock = clock
        self._location_ids = tuple(dict.fromkeys(location_ids))
        self._widgets = widgets

    async def fetch(self, first: date, last: date) -> Fetched:
        """See ``Fetcher.fetch``."""
        listed = await self._listed()
        ids = self._location_ids or tuple(listed)
        if not ids:
            raise LibCalNonsense("LibCal lists no location; set libcal.location_ids")
        asked = frozenset(ids)
        now = self._clock.now()
        rows = await self._rows(ids, first, last)
        days = parse.days(rows, Window(first, last, now))
        told = {parse.location_id(row): parse.place(row, now) for row in reversed(rows)}
        return Fetched(
            places=tuple(_placed(told[lid], listed) for lid in ids if lid in told),
            days=tuple(day for day in days if day.location_id in asked),
            silent=asked - {day.location_id for day in days},
        )

    async def _listed(self) -> dict[int, Place]:
        """The institution's own list; with ids of our own it may fail, for it only adds to them."""
        if self._widgets is None:
            return {}
        try:
            return await self._widgets.list_places()
        except (LibCalUnavailable, LibCalRefused, LibCalNonsense) as error:
            if not self._location_ids:
                raise
            logger.info("LibCal's public list could not be read: %s", error)
            return {}

    async def _rows(self, ids: Sequence[int], first: date, last: date) -> list[Json]:
        if (last - first).days > MAX_DAYS_APART:
            return await self._halves(ids, first, last)
        try:
            return await self._answer(ids, first, last)
        except LibCalRefused as refusal:
            # It is nowhere written whether LibCal's 100 days count both ends.
            if first == last or _TOO_MANY_DAYS not in str(refusal):
                raise
            return await self._halves(ids, first, last)

    async def _halves(self, ids: Sequence[int], first: date, last: date) -> list[Json]:
        middle = first + (last - first) // 2
        later = await self._rows(ids, middle + timedelta(days=1), last)
        return await self._rows(ids, first, middle) + later

    async def _answer(self, ids: Sequence[int], first: date, last: date) -> list[Json]:
        path = "/hours/" + ",".join(map(str, ids))
        params = {"from": first.isoformat(), "to": last.isoformat()}
        return parse.rows_of(parse.json_of(await self._signed_in.get(path, params)))


def _placed(place: Place, listed: dict[int, Place]) -> Place:
    """The API's row, with the parent that only the public list knows."""
    known = listed.get(place.location_id)
    if known is None:
        return place
    return replace(place, category=known.category, parent_id=known.parent_id or place.parent_id)
