"""A LibCal that speaks the real wire over HTTP: OAuth token, hours by ids, the public widgets.

The FAQs of LibAnswers are served beside it, under the same token.

It says what LibCal says in the way LibCal says it, its complaints included, for an invented
library system. The demo and the tests talk to it as a terminal talks to the real one.
"""

import hmac
import secrets
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kiosk.core.clock import Clock
from kiosk.core.paths import resource_folder
from kiosk.demo.faults import Faults
from kiosk.demo.libanswers import FaqApi
from kiosk.demo.library import DemoLibrary, DemoPlace

CLIENT_ID = "9100"
CLIENT_SECRET = "demo-secret-of-alder-bay"  # noqa: S105 - opens nothing but the simulator
TOKEN_SECONDS = 3600
MAX_DAYS_APART = 100
MAX_WEEKS = 52

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def libcal_simulator(library: DemoLibrary, clock: Clock, faults: Faults | None = None) -> Starlette:
    """The simulator as an ASGI application.

    Args:
        library: Whose hours it knows.
        clock: Says what "today" is, and when a token is over.
        faults: How it misbehaves; held by a test that wants it to.
    """
    faults = faults or Faults()
    tokens = Tokens(clock)
    hours = HoursApi(library, clock, tokens, faults)
    widgets = HoursWidgets(library, clock)
    faqs = FaqApi(resource_folder() / "demo" / "faqs.json", tokens.accepts)

    async def sign_in(request: Request) -> Response:
        return await faults.answer(faults.sign_in, request, tokens.issue)

    async def ask(request: Request) -> Response:
        faults.asked.append(str(request.url.path))
        return await faults.answer(faults.hours, request, hours.answer)

    async def frequent(request: Request) -> Response:
        return await faults.answer(faults.faqs, request, faqs.answer)

    async def today(request: Request) -> Response:
        return await faults.answer(faults.hours, request, widgets.today)

    async def grid(request: Request) -> Response:
        return await faults.answer(faults.hours, request, widgets.grid)

    return Starlette(
        routes=[
            Route("/api/1.1/oauth/token", sign_in, methods=["POST"]),
            Route("/api/1.1/hours", ask),
            Route("/api/1.1/hours/{ids:path}", ask),
            Route("/api/1.1/faqs", frequent),
            Route("/api_hours_today.php", today),
            Route("/api_hours_grid.php", grid),
        ]
    )


class Tokens:
    """Issues access tokens and knows which are still good."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._good_until: dict[str, float] = {}

    async def issue(self, request: Request) -> Response:
        """``POST /oauth/token`` with client credentials."""
        form = await request.form()
        if form.get("grant_type") != "client_credentials":
            return JSONResponse({"error": "Grant type not supported"}, 400)
        known = hmac.compare_digest(str(form.get("client_secret")), CLIENT_SECRET)
        if form.get("client_id") != CLIENT_ID or not known:
            return JSONResponse({"error": "The client credentials are invalid"}, 400)
        token = secrets.token_hex(20)
        self._good_until[token] = self._clock.monotonic() + TOKEN_SECONDS
        answer = {"access_token": token, "expires_in": TOKEN_SECONDS}
        return JSONResponse({**answer, "token_type": "Bearer", "scope": "h_r"})

    def accepts(self, header: str) -> bool:
        """Whether an Authorization header holds a token that is still good."""
        good_until = self._good_until.get(header.removeprefix("Bearer "), 0.0)
        return self._clock.monotonic() < good_until


class HoursApi:
    """``GET /hours/{ids}`` of API 1.1."""

    def __init__(self, library: DemoLibrary, clock: Clock, tokens: Tokens, faults: Faults) -> None:
        self._library = library
        self._clock = clock
        self._tokens = tokens
        self._faults = faults

    async def answer(self, request: Request) -> Response:
        """The hours of these ids, or LibCal's complaint."""
        if not self._tokens.accepts(request.headers.get("Authorization", "")) or self._unlucky():
            return JSONResponse({"error": "Unauthorized"}, 401)
        ids = [part for part in request.path_params.get("ids", "").split(",") if part]
        today = _today(self._library, self._clock).isoformat()
        begin = _date(request.query_params.get("from", today))
        end = _date(request.query_params.get("to", today))
        if complaints := list(_complaints(ids, begin, end)):
            return PlainTextResponse("\n".join(complaints), 400)
        assert begin is not None  # noqa: S101 - the complaints have just ruled it out
        assert end is not None  # noqa: S101 - as above
        return JSONResponse([self._row(part, begin, end) for part in dict.fromkeys(ids)])

    def _unlucky(self) -> bool:
        refused = self._faults.refuse_tokens > 0
        self._faults.refuse_tokens -= refused
        return refused

    def _row(self, lid: str, begin: date, end: date) -> dict[str, Any]:
        place = self._library.place(int(lid)) if lid.isascii() and lid.isdigit() else None
        if place is None:
            return {"lid": lid, "error": "invalid location id"}
        told = ((day, place.hours(day)) for day in _dates(begin, end))
        dates = {day.isoformat(): entry for day, entry in told if entry is not None}
        # PHP writes a map without entries as a list.
        return {**_described(place), "dates": dates or []}


class HoursWidgets:
    """The public widgets, which need no token and know the parents of departments."""

    def __init__(self, library: DemoLibrary, clock: Clock) -> None:
        self._library = library
        self._clock = clock

    async def today(self, request: Request) -> Response:
        """``/api_hours_today.php``: every place with its hours of today."""

        def shown(place: DemoPlace, today: date) -> dict[str, Any]:
            entry = place.hours(today) or {"status": "not-set"}
            return {"day": _WEEKDAYS[today.weekday()], "times": entry, "rendered": ""}

        return self._locations(request, shown)

    async def grid(self, request: Request) -> Response:
        """``/api_hours_grid.php``: whole weeks from the current one on."""
        text = request.query_params.get("weeks", "1")
        weeks = min(MAX_WEEKS, max(1, int(text))) if text.isascii() and text.isdigit() else 1

        def shown(place: DemoPlace, today: date) -> dict[str, Any]:
            sunday = today - timedelta(days=(today.weekday() + 1) % 7)
            begins = (sunday + timedelta(weeks=n) for n in range(weeks))
            return {"weeks": [_week(place, begin) for begin in begins]}

        return self._locations(request, shown)

    def _locations(
        self, request: Request, shown: Callable[[DemoPlace, date], dict[str, Any]]
    ) -> Response:
        if request.query_params.get("iid") != str(self._library.iid):
            return JSONResponse({"error": "invalid institution id"}, 400)
        today, lid = _today(self._library, self._clock), request.query_params.get("lid", "0")
        rows = [
            _described(place) | _parent(place) | shown(place, today)
            for place in self._library.places
            if lid in {"0", str(place.lid), str(place.parent)}
        ]
        return JSONResponse({"locations": rows})


def _described(place: DemoPlace) -> dict[str, Any]:
    return {
        "lid": place.lid,
        "name": place.name,
        "category": place.category,
        "desc": "",
        "url": place.url,
        "contact": place.contact,
        "lat": "",
        "long": "",
        "color": "#1F5C7A",
        "fn": "",
    }


def _parent(place: DemoPlace) -> dict[str, Any]:
    return {} if place.parent is None else {"parent_lid": place.parent}


def _week(place: DemoPlace, begin: date) -> dict[str, Any]:
    week = {}
    for day in _dates(begin, begin + timedelta(days=6)):
        entry = place.hours(day)
        if entry is not None:
            cell = {"date": day.isoformat(), "times": entry, "rendered": ""}
            week[_WEEKDAYS[day.weekday()]] = cell
    return week


def _complaints(ids: list[str], begin: date | None, end: date | None) -> Iterator[str]:
    if not ids:
        yield "no location ids provided"
    if begin is None:
        yield 'invalid "from" date'
    if end is None:
        yield 'invalid "to" date'
    if begin and end and begin > end:
        yield '"from" date cannot be later than "to" date'
    if begin and end and (end - begin).days > MAX_DAYS_APART:
        yield (f'too many days between the "from" and "to" dates, max is {MAX_DAYS_APART}')


def _date(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        return None


def _dates(begin: date, end: date) -> Iterator[date]:
    for n in range((end - begin).days + 1):
        yield begin + timedelta(days=n)


def _today(library: DemoLibrary, clock: Clock) -> date:
    return clock.now().astimezone(ZoneInfo(library.zone)).date()
