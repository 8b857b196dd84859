"""One LibCal for everyone who asks: its pace, its breaker, its clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest

from kiosk.core.errors import LibCalUnavailable
from kiosk.core.secret import Secret
from kiosk.core.settings import LibCal
from kiosk.hours.service import LIBCAL
from kiosk.hours.sources import fetcher_for
from kiosk.net.client import http_client
from kiosk.net.exchange import Exchange
from tests.hours.hurried import HurriedClock

TODAY = date(2026, 11, 25)
SERVER_TIME = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
DATE = "Wed, 25 Nov 2026 17:00:00 GMT"


class Server:
    """Gives one answer after another, the last for ever, and notes when it was asked."""

    def __init__(self, clock: HurriedClock, *answers: httpx.Response) -> None:
        self.clock = clock
        self.answers = list(answers)
        self.asked_at: list[float] = []

    def __call__(self, _request: httpx.Request) -> httpx.Response:
        self.asked_at.append(self.clock.monotonic())
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def exchange_with(
    server: Callable[[httpx.Request], httpx.Response],
    clock: HurriedClock,
    heard: list[datetime] | None = None,
) -> Exchange:
    http = http_client("https://x.example/api/1.1", transport=httpx.MockTransport(server))
    return Exchange(LIBCAL, http, clock, (heard if heard is not None else []).append)


def busy(retry_after: str, status: int = 429, **headers: str) -> httpx.Response:
    return httpx.Response(status, headers={"Retry-After": retry_after, **headers})


OK = httpx.Response(200, json=[])


async def test_the_api_and_the_public_pages_together_are_asked_five_times_a_second() -> None:
    """LibCal counts the requests of both."""
    clock = HurriedClock()
    server = Server(clock, httpx.Response(200, json=[]))
    libcal = LibCal(client_id="1", client_secret=Secret("s"), iid=9100, location_ids=(1,))
    transport = httpx.MockTransport(lambda request: _token_or(server, request))
    client = http_client("https://x.example/api/1.1", transport=transport)
    fetcher = fetcher_for(libcal, client, clock)
    for _ in range(5):
        await fetcher.fetch(TODAY, TODAY)
    assert len(server.asked_at) == 11
    for at in server.asked_at:
        assert sum(at <= other < at + 0.999 for other in server.asked_at) <= 5


def _token_or(server: Server, request: httpx.Request) -> httpx.Response:
    answer = server(request)
    if request.url.path.endswith("/oauth/token"):
        return httpx.Response(200, json={"access_token": "abc", "expires_in": 3600})
    return answer


async def test_a_libcal_that_keeps_failing_is_left_alone_and_then_tried_again() -> None:
    clock = HurriedClock()
    server = Server(clock, httpx.Response(503))
    exchange = exchange_with(server, clock)
    for _ in range(5):
        with pytest.raises(LibCalUnavailable, match="LibCal answered 503"):
            await exchange.get("/hours/1", {})
    with pytest.raises(LibCalUnavailable, match=r"left alone for 60 seconds more.*answered 503"):
        await exchange.get("/hours/1", {})
    assert len(server.asked_at) == 5
    clock.advance(hours=1 / 60)
    server.answers = [OK]
    assert (await exchange.get("/hours/1", {})).status_code == 200
    assert (await exchange.get("/hours/1", {})).status_code == 200


@pytest.mark.parametrize("answer", [httpx.Response(404), httpx.Response(401)])
async def test_a_libcal_that_says_no_is_alive(answer: httpx.Response) -> None:
    clock = HurriedClock()
    server = Server(clock, answer)
    exchange = exchange_with(server, clock)
    for _ in range(10):
        assert (await exchange.get("/hours/1", {})).status_code == answer.status_code
    assert len(server.asked_at) == 10


@pytest.mark.parametrize(
    ("retry_after", "date_header"),
    [("90", ""), ("Wed, 25 Nov 2026 17:01:30 GMT", DATE)],
)
@pytest.mark.parametrize("status", [429, 503])
async def test_a_libcal_that_wants_a_longer_rest_gets_it(
    retry_after: str, date_header: str, status: int
) -> None:
    clock = HurriedClock()
    server = Server(clock, busy(retry_after, status, Date=date_header), OK)
    exchange = exchange_with(server, clock)
    with pytest.raises(LibCalUnavailable, match=str(status)):
        await exchange.get("/hours/1", {})
    with pytest.raises(LibCalUnavailable, match="left alone for 90 seconds"):
        await exchange.get("/hours/1", {})
    clock.advance(hours=91 / 3600)
    assert (await exchange.get("/hours/1", {})).status_code == 200


@pytest.mark.parametrize("retry_after", ["", "soon", "-3", "1e3", "٣", "Wed, 25 Nov 2026"])
async def test_a_wait_that_is_none_is_not_waited(retry_after: str) -> None:
    clock = HurriedClock()
    answer = httpx.Response(429, headers=[(b"Retry-After", retry_after.encode())])
    exchange = exchange_with(Server(clock, answer), clock)
    for _ in range(2):
        with pytest.raises(LibCalUnavailable, match="429"):
            await exchange.get("/hours/1", {})
    assert clock.monotonic() < 1


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"Date": DATE}, [SERVER_TIME]),
        ({"Date": DATE, "Age": "600"}, [SERVER_TIME + timedelta(minutes=10)]),
        ({"Date": "Wed, 25 Nov 2026 17:00:00 -0000"}, [SERVER_TIME]),
        ({"Date": "yesterday"}, []),
        ({"Date": DATE, "Age": "old"}, []),
        ({"Date": DATE, "Age": "9" * 30}, []),
        ({}, []),
    ],
)
async def test_the_time_that_libcal_has_is_passed_on(
    headers: dict[str, str], told: list[datetime]
) -> None:
    clock, heard = HurriedClock(), list[datetime]()
    server = Server(clock, httpx.Response(200, headers=headers, json=[]))
    await exchange_with(server, clock, heard).get("/hours/1", {})
    assert heard == told
