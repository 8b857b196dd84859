"""LibCal's public hours widgets: no credentials, the institution's id is enough.

They list every place with its parent, which the API does not, and they tell the hours from the
current week on. The server may keep an answer for an hour; the hours themselves are the same.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.errors import LibCalNonsense
from kiosk.core.places import Place
from kiosk.hours import parse
from kiosk.hours.fetched import Fetched
from kiosk.hours.parse import Json, Window
from kiosk.net.exchange import Exchange

_WEEK_DAYS = 7
_MAX_WEEKS = 52


class Widgets:
    """The public widgets of one institution.

    Args:
        exchange: The way to this LibCal; the widgets are on the API's host.
        iid: The institution's id.
        clock: Stamps what was fetched.
        location_ids: Ids to keep. Empty: all.
    """

    def __init__(
        self, exchange: Exchange, iid: int, clock: Clock, location_ids: tuple[int, ...] = ()
    ) -> None:
        self._exchange = exchange
        self._iid = iid
        self._clock = clock
        self._location_ids = tuple(dict.fromkeys(location_ids))

    async def list_places(self) -> dict[int, Place]:
        """Every place of the institution by its id, in LibCal's order.

        Raises:
            LibCalUnavailable, LibCalRefused, LibCalNonsense: as ``Fetcher.fetch``.
        """
        rows = await self._rows("/api_hours_today.php", {})
        now = self._clock.now()
        return {parse.location_id(row): parse.place(row, now) for row in rows}

    async def fetch(self, first: date, last: date) -> Fetched:
        """See ``Fetcher.fetch``. Days before the current week are not told."""
        weeks = min(_MAX_WEEKS, (last - first).days // _WEEK_DAYS + 2)
        rows = await self._rows("/api_hours_grid.php", {"weeks": str(weeks)})
        now = self._clock.now()
        places = {parse.location_id(row): parse.place(row, now) for row in rows}
        wanted = [lid for lid in self._location_ids or places if lid in places]
        days = parse.days([_as_dates(row) for row in rows], Window(first, last, now))
        return Fetched(
            places=tuple(places[lid] for lid in wanted),
            days=tuple(day for day in days if day.location_id in wanted),
            silent=frozenset(self._location_ids or places) - {day.location_id for day in days},
        )

    async def _rows(self, path: str, more: Mapping[str, str]) -> list[Json]:
        # systemTime says how times are written; without it the site's own setting decides.
        asked = {"iid": str(self._iid), "lid": "0", "format": "json", "systemTime": "0", **more}
        return parse.rows_of(parse.json_of(await self._exchange.get_public(path, asked)))


def _as_dates(row: Json) -> Json:
    """A grid's row in the API's form: its dates as one map.

    Raises:
        LibCalNonsense: the weeks are no list of weeks.
    """
    try:
        dates: dict[str, list[Any]] = {}
        for cell in _cells(row):
            dates.setdefault(cell["date"], []).append(
                {**cell["times"], "rendered": cell.get("rendered", "")}
            )
        # A date in two cells is believed only if both say the same.
        agreed = {day: c[0] for day, c in dates.items() if all(c[0] == x for x in c)}
    except (AttributeError, KeyError, RecursionError, TypeError) as error:
        raise LibCalNonsense(
            f"the weeks of LibCal's location {parse.location_id(row)} are none"
        ) from error
    return {**row, "dates": agreed}


def _cells(row: Json) -> Iterator[Any]:
    for week in row.get("weeks") or []:
        yield from week.values()
