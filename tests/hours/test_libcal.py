import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import date, timedelta

import httpx
import pytest

from kiosk.core.errors import LibCalNonsense, LibCalRefused, LibCalUnavailable
from kiosk.core.hours import OpenSpan, Status
from kiosk.core.secret import Secret
from kiosk.demo.faults import Fault, Faults
from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from kiosk.hours.fetched import Fetched
from kiosk.hours.libcal import LibCalClient
from kiosk.hours.service import LIBCAL
from kiosk.hours.widgets import Widgets
from kiosk.net.client import http_client
from kiosk.net.exchange import Exchange
from tests.fakes.libcal import running_libcal
from tests.hours.hurried import HurriedClock

YESTERDAY = date(2026, 11, 24)
LAST = YESTERDAY + timedelta(days=100)
IDS = (9101, 9104)


@contextlib.asynccontextmanager
async def libcal(
    *,
    faults: Faults | None = None,
    clock: HurriedClock | None = None,
    ids: tuple[int, ...] = IDS,
    secret: str = CLIENT_SECRET,
    iid: int | None = None,
) -> AsyncIterator[LibCalClient]:
    """A client of Alder Bay's LibCal, which is served over HTTP."""
    clock = clock or HurriedClock()
    timeout = httpx.Timeout(0.3)
    async with (
        running_libcal(clock, faults) as url,
        http_client(url, timeout=timeout) as client,
    ):
        exchange = Exchange(LIBCAL, client, clock)
        widgets = None if iid is None else Widgets(exchange, iid, clock)
        yield LibCalClient(exchange, CLIENT_ID, Secret(secret), clock, ids, widgets=widgets)


def day(fetched: Fetched, lid: int, text: str) -> tuple[Status, tuple[OpenSpan, ...]]:
    (found,) = (d for d in fetched.days if (d.location_id, d.date.isoformat()) == (lid, text))
    return found.status, found.spans


async def test_hours_come_for_every_place_and_day_asked_for() -> None:
    clock, faults = HurriedClock(), Faults()
    async with libcal(clock=clock, faults=faults) as client:
        fetched = await client.fetch(YESTERDAY, LAST)
    assert [place.location_id for place in fetched.places] == [9101, 9104]
    assert fetched.places[0].address == "12 Harbor Walk, Alder Bay, MA 02599"
    assert fetched.places[0].phone == "(508) 555-0110"
    assert day(fetched, 9101, "2026-11-25") == (Status.OPEN, (OpenSpan(420, 1500),))
    assert day(fetched, 9101, "2026-11-26") == (Status.CLOSED, ())
    marlowe = [found.date for found in fetched.days if found.location_id == 9101]
    assert marlowe == [YESTERDAY + timedelta(days=n) for n in range(101)]
    assert {found.fetched_at for found in fetched.days} == {fetched.places[0].fetched_at}
    assert faults.asked == ["/api/1.1/hours/9101,9104"], "one request is enough for 100 days apart"
    assert fetched.silent == frozenset()


async def test_a_longer_window_is_asked_for_in_pieces() -> None:
    faults = Faults()
    async with libcal(faults=faults, ids=(9101,)) as client:
        fetched = await client.fetch(YESTERDAY, YESTERDAY + timedelta(days=250))
    assert len(faults.asked) == 4
    assert len(fetched.days) == 251


async def test_ids_and_parents_are_discovered_by_the_public_widget() -> None:
    async with libcal(ids=(), iid=9100) as client:
        fetched = await client.fetch(YESTERDAY, LAST)
    assert [place.location_id for place in fetched.places] == [*range(9101, 9107)]
    parents = {p.location_id: (p.category, p.parent_id) for p in fetched.places if p.parent_id}
    assert parents == {9105: ("department", 9101), 9106: ("department", 9101)}
    assert fetched.places[2].name == "Lindqvist Music & Arts Library"


async def test_a_missing_public_list_does_not_matter_where_the_ids_are_known() -> None:
    async with libcal(iid=1) as client:
        assert len((await client.fetch(YESTERDAY, LAST)).places) == 2


async def test_a_missing_public_list_matters_where_it_is_the_only_one() -> None:
    async with libcal(ids=(), iid=1) as client:
        with pytest.raises(LibCalRefused, match="invalid institution id"):
            await client.fetch(YESTERDAY, LAST)


async def test_an_id_that_libcal_does_not_know_is_silent_and_spoils_nothing() -> None:
    async with libcal(ids=(9101, 777)) as client:
        fetched = await client.fetch(YESTERDAY, LAST)
    assert fetched.silent == {777}
    assert [place.location_id for place in fetched.places] == [9101]


async def test_a_token_is_used_until_shortly_before_it_expires() -> None:
    clock, faults = HurriedClock(), Faults()
    async with libcal(clock=clock, faults=faults) as client:
        await client.fetch(YESTERDAY, LAST)
        faults.sign_in = Fault.BROKEN
        await client.fetch(YESTERDAY, LAST)
        clock.advance(hours=0.99)
        with pytest.raises(LibCalUnavailable, match="500"):
            await client.fetch(YESTERDAY, LAST)


async def test_a_token_that_libcal_no_longer_knows_is_renewed_once() -> None:
    faults = Faults()
    async with libcal(faults=faults) as client:
        faults.refuse_tokens = 1
        assert (await client.fetch(YESTERDAY, LAST)).days
        faults.refuse_tokens = 2
        with pytest.raises(LibCalRefused, match="401"):
            await client.fetch(YESTERDAY, LAST)


async def test_wrong_credentials_are_named_and_not_shown() -> None:
    async with libcal(secret="something-else") as client:
        with pytest.raises(LibCalRefused, match="client credentials are invalid") as refused:
            await client.fetch(YESTERDAY, LAST)
    assert "something-else" not in str(refused.value)


FAILURES = [
    (Fault.HTML, LibCalNonsense, "a web page instead of JSON"),
    (Fault.HALF_JSON, LibCalNonsense, "bytes instead of JSON"),
    (Fault.ERROR_IN_200, LibCalRefused, "Scheduled maintenance"),
    (Fault.BUSY, LibCalUnavailable, "429"),
    (Fault.BROKEN, LibCalUnavailable, "500"),
    (Fault.SLOW, LibCalUnavailable, "did not answer"),
]


@pytest.mark.parametrize(("fault", "kind", "words"), FAILURES)
async def test_an_answer_that_is_not_libcals_becomes_one_of_our_errors(
    fault: Fault, kind: type[Exception], words: str
) -> None:
    async with libcal(faults=Faults(hours=fault, slow_seconds=0.6)) as client:
        with pytest.raises(kind, match=words):
            await client.fetch(YESTERDAY, LAST)


@pytest.mark.parametrize(
    ("fault", "kind"), [(f, k) for f, k, _ in FAILURES] + [(Fault.EMPTY_LIST, LibCalNonsense)]
)
async def test_a_sign_in_that_is_not_libcals_becomes_one_of_our_errors(
    fault: Fault, kind: type[Exception]
) -> None:
    async with libcal(faults=Faults(sign_in=fault, slow_seconds=0.6)) as client:
        with pytest.raises(kind):
            await client.fetch(YESTERDAY, LAST)


async def test_nobody_there_is_unavailable() -> None:
    async with http_client("http://127.0.0.1:1/api/1.1") as http:
        clock = HurriedClock()
        client = LibCalClient(Exchange(LIBCAL, http, clock), CLIENT_ID, Secret("x"), clock, IDS)
        with pytest.raises(LibCalUnavailable):
            await client.fetch(YESTERDAY, LAST)


# What the simulator does not do: a LibCal that is played by a function.


class Played:
    """Answers with what it is given, and remembers what it was asked."""

    def __init__(self, *answers: httpx.Response, token: object = None) -> None:
        self.answers = list(answers)
        self.token = token or {"access_token": "abc", "expires_in": "3600"}
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if request.url.path.endswith("/oauth/token"):
            return httpx.Response(200, json=self.token)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def client_of(played: Played, clock: HurriedClock, ids: tuple[int, ...] = (1,)) -> LibCalClient:
    http = http_client("https://x.example/api/1.1", transport=httpx.MockTransport(played))
    return LibCalClient(Exchange(LIBCAL, http, clock), "7", Secret("s"), clock, ids)


GOOD = httpx.Response(200, json=[{"lid": "1", "dates": {"2026-11-25": {"status": "closed"}}}])


async def test_a_busy_libcal_that_says_for_how_long_is_asked_once_more() -> None:
    clock = HurriedClock()
    busy = httpx.Response(429, headers={"Retry-After": "3"})
    client = client_of(Played(busy, GOOD), clock)
    assert len((await client.fetch(YESTERDAY, LAST)).days) == 1
    assert 3.0 in clock.slept


@pytest.mark.parametrize("status", [401, 403])
async def test_a_token_that_is_refused_either_way_is_renewed_once(status: int) -> None:
    played = Played(httpx.Response(status), GOOD)
    assert (await client_of(played, HurriedClock()).fetch(YESTERDAY, LAST)).days
    assert [request.method for request in played.asked] == ["POST", "GET", "POST", "GET"]
    played = Played(httpx.Response(status))
    with pytest.raises(LibCalRefused, match=str(status)):
        await client_of(played, HurriedClock()).fetch(YESTERDAY, LAST)
    assert len(played.asked) == 4


async def test_a_libcal_that_counts_both_ends_of_its_hundred_days_is_asked_in_halves() -> None:
    too_many = httpx.Response(400, text='too many days between the "from" and "to" dates')
    played = Played(too_many, GOOD)
    fetched = await client_of(played, HurriedClock()).fetch(YESTERDAY, LAST)
    windows = [(r.url.params["from"], r.url.params["to"]) for r in played.asked[2:]]
    assert windows == [("2027-01-14", "2027-03-04"), ("2026-11-24", "2027-01-13")]
    assert [found.status for found in fetched.days] == [Status.CLOSED]


async def test_requests_are_at_most_five_a_second() -> None:
    clock = HurriedClock()
    client = client_of(Played(GOOD), clock)
    for _ in range(10):
        await client.fetch(YESTERDAY, LAST)
    assert clock.monotonic() == pytest.approx(10 * 0.2), "eleven requests, ten waits"


async def test_many_who_need_a_token_share_one() -> None:
    played = Played(GOOD)
    client = client_of(played, HurriedClock())
    await asyncio.gather(*(client.fetch(YESTERDAY, LAST) for _ in range(5)))
    assert sum(request.method == "POST" for request in played.asked) == 1


@pytest.mark.parametrize(
    "token",
    [
        {"access_token": "abc"},
        {"access_token": "", "expires_in": 1},
        {"access_token": "a\nb", "expires_in": 1},
        {"access_token": "abc", "expires_in": "soon"},
        {"access_token": 5, "expires_in": 1},
    ],
)
async def test_an_unusable_token_is_refused(token: object) -> None:
    client = client_of(Played(GOOD, token=token), HurriedClock())
    with pytest.raises(LibCalNonsense):
        await client.fetch(YESTERDAY, LAST)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (httpx.Response(400, json={"errors": ["<p>first</p>", "second"]}), "400: first; second"),
        (httpx.Response(400, text="<b>no location ids provided</b>"), "no location ids provided"),
        (httpx.Response(400), "no reason given"),
    ],
)
async def test_libcals_reason_for_a_refusal_is_passed_on(
    answer: httpx.Response, words: str
) -> None:
    client = client_of(Played(answer), HurriedClock())
    with pytest.raises(LibCalRefused, match=words):
        await client.fetch(YESTERDAY, LAST)


async def test_without_any_id_there_is_nothing_to_ask() -> None:
    client = client_of(Played(GOOD), HurriedClock(), ids=())
    with pytest.raises(LibCalNonsense, match=r"libcal\.location_ids"):
        await client.fetch(YESTERDAY, LAST)
