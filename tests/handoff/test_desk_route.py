import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from uuid import uuid4

import httpx
import pytest

from kiosk.core.errors import DeskRefused, DeskTokenRefused, DeskUnavailable
from kiosk.core.secret import Secret
from kiosk.core.tickets import EventKind, PatronMessage, TicketEvent, TicketState
from kiosk.handoff.desk_route import DeskRoute, desk_client
from kiosk.handoff.hand_offs import HandOffs
from tests.fakes.clock import NOON
from tests.fakes.desk import URL, FakeDesk
from tests.fakes.waiting import eventually
from tests.handoff.asking import compose
from tests.noise import Noise

Calls = Callable[[DeskRoute], Awaitable[object]]


async def all_events(route: DeskRoute, hand_offs: HandOffs) -> list[TicketEvent]:
    return [event async for event in route.events(compose(hand_offs).id, 0)]


def saying(*lines: str, kind: str = "text/event-stream") -> httpx.MockTransport:
    """A desk that answers everything with these lines."""
    content = "".join(f"{line}\r\n" for line in lines).encode()
    return httpx.MockTransport(
        lambda _: httpx.Response(200, headers={"Content-Type": kind}, content=content)
    )


@contextlib.asynccontextmanager
async def a_route(transport: httpx.AsyncBaseTransport) -> AsyncIterator[DeskRoute]:
    async with desk_client(URL, Secret("token"), transport) as client:
        yield DeskRoute(client)


async def test_a_ticket_is_opened_and_looked_at(
    route: DeskRoute, desk: FakeDesk, hand_offs: HandOffs
) -> None:
    ticket = compose(hand_offs)
    opened = await route.open_ticket(ticket)
    assert desk.received == [ticket]
    assert (opened.id, opened.code, opened.position) == (ticket.id, ticket.code, 1)
    desk.claim(ticket.id, "Ana")
    seen = await route.view(ticket.id)
    assert (seen.state, seen.librarian, seen.position) == (TicketState.CLAIMED, "Ana", None)


async def test_a_repeated_ticket_and_message_arrive_once(
    route: DeskRoute, desk: FakeDesk, hand_offs: HandOffs
) -> None:
    ticket = compose(hand_offs)
    message = PatronMessage(uuid4(), "It is blue.", NOON)
    for _ in range(2):
        await route.open_ticket(ticket)
        await route.send_message(ticket.id, message)
    assert desk.received == [ticket]
    assert desk.said(ticket.id) == ["It is blue."]


async def test_events_come_as_they_happen_until_the_ticket_is_closed(
    route: DeskRoute, desk: FakeDesk, hand_offs: HandOffs
) -> None:
    ticket = compose(hand_offs)
    await route.open_ticket(ticket)
    desk.claim(ticket.id, "Ana")
    kinds = []
    async for event in route.events(ticket.id, 0):
        kinds.append((event.kind, event.text))
        if event.kind is EventKind.CLAIMED:
            desk.reply(ticket.id, "In the map room. Ünïcödé\nand a second line")
        elif event.kind is EventKind.MESSAGE:
            desk.close(ticket.id)
    assert kinds == [
        (EventKind.CLAIMED, ""),
        (EventKind.MESSAGE, "In the map room. Ünïcödé\nand a second line"),
        (EventKind.CLOSED, ""),
    ]


async def test_events_resume_after_the_last_one_seen(
    route: DeskRoute, desk: FakeDesk, hand_offs: HandOffs
) -> None:
    ticket = compose(hand_offs)
    await route.open_ticket(ticket)
    desk.claim(ticket.id)
    desk.reply(ticket.id, "one")
    desk.reply(ticket.id, "two")
    desk.close(ticket.id)
    texts = [event.text async for event in route.events(ticket.id, after=2)]
    assert texts == ["two", ""]
    assert desk.last_event_ids == ["2"]


async def test_who_stops_listening_leaves_no_connection(
    route: DeskRoute, desk: FakeDesk, hand_offs: HandOffs
) -> None:
    ticket = compose(hand_offs)
    await route.open_ticket(ticket)
    desk.claim(ticket.id)
    async with contextlib.aclosing(route.events(ticket.id, 0)) as events:
        await anext(events)
        assert desk.streams == 1
    await eventually(lambda: desk.streams == 0)


@pytest.fixture(params=["open", "say", "view", "events"])
def call(request: pytest.FixtureRequest, hand_offs: HandOffs) -> Calls:
    """Each of the four things that can be asked."""
    ticket = compose(hand_offs)
    calls: dict[str, Calls] = {
        "open": lambda route: route.open_ticket(ticket),
        "say": lambda route: route.send_message(ticket.id, PatronMessage(uuid4(), "and", NOON)),
        "view": lambda route: route.view(ticket.id),
        "events": lambda route: anext(route.events(ticket.id, 0)),
    }
    return calls[request.param]


async def test_a_desk_that_is_down_is_unavailable(
    call: Calls, route: DeskRoute, desk: FakeDesk
) -> None:
    desk.down = True
    with pytest.raises(DeskUnavailable, match="did not answer: ConnectError"):
        await call(route)


@pytest.mark.parametrize("status", [400, 404, 409, 410, 422])
async def test_a_no_in_the_desks_own_words_is_a_refusal(
    call: Calls, route: DeskRoute, desk: FakeDesk, status: int
) -> None:
    desk.refusing = status
    with pytest.raises(DeskRefused, match=f"answered {status}"):
        await call(route)


@pytest.mark.parametrize("status", [302, 404, 405, 413, 429, 502, 503])
async def test_a_no_of_somebody_in_between_is_unavailable(
    call: Calls, route: DeskRoute, desk: FakeDesk, status: int
) -> None:
    """A proxy without its desk, or the sign-in page of a network, must not park a letter."""
    desk.proxy_error = status
    with pytest.raises(DeskUnavailable, match=str(status)):
        await call(route)


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_desk_that_is_busy_or_broken_is_unavailable(
    call: Calls, route: DeskRoute, desk: FakeDesk, status: int
) -> None:
    desk.refusing = status
    with pytest.raises(DeskUnavailable, match=str(status)):
        await call(route)


@pytest.mark.parametrize("status", [401, 403])
async def test_a_wrong_token_is_told_from_a_wrong_letter(
    call: Calls, route: DeskRoute, desk: FakeDesk, status: int
) -> None:
    desk.refusing = status
    with pytest.raises(DeskTokenRefused, match=r"check this terminal's token"):
        await call(route)


async def test_a_page_that_answers_everything_with_ok_is_not_the_desk(call: Calls) -> None:
    """As the sign-in page of a network does."""
    async with a_route(saying("<h1>Welcome</h1>", kind="text/html")) as route:
        with pytest.raises(DeskUnavailable):
            await call(route)


async def test_json_that_is_no_ticket_state_is_not_the_desk(hand_offs: HandOffs) -> None:
    async with a_route(saying('{"hello": 1}', kind="application/json")) as route:
        with pytest.raises(DeskUnavailable, match="'id' must be a text"):
            await route.open_ticket(compose(hand_offs))


async def test_comments_and_unknown_kinds_of_events_are_passed_over(hand_offs: HandOffs) -> None:
    transport = saying(
        *("id: 4", "event: applauded", "data: {}", ""),
        *(": ping", "", ": ping", ""),
        *("retry: 5", ""),
        *("id: 5", "event: closed", 'data: {"at": "2026-11-25T17:00:00Z"}', ""),
    )
    async with a_route(transport) as route:
        (event,) = await all_events(route, hand_offs)
    assert (event.id, event.kind) == (5, EventKind.CLOSED)


@pytest.mark.parametrize(
    "lines",
    [
        ("id: x", "event: message", 'data: {"at": "2026-11-25T17:00:00Z"}', ""),
        ("id: 4", "event: message", 'data: {"text": 7}', ""),
        ("id: 4", "event: message", "data: {half", ""),
        ("event: message", "data: []", ""),
    ],
)
async def test_an_event_that_is_none_is_passed_over_and_told_to_it(
    hand_offs: HandOffs, expected_logs: Noise, lines: tuple[str, ...]
) -> None:
    expected_logs.allow("an event that is none")
    good = ("id: 5", "event: closed", 'data: {"at": "2026-11-25T17:00:00Z"}', "")
    async with a_route(saying(*lines, *good)) as route:
        assert [event.id for event in await all_events(route, hand_offs)] == [5]
    assert len(expected_logs.heard) == 1


async def test_a_half_event_at_the_end_of_a_broken_stream_is_none(hand_offs: HandOffs) -> None:
    async with a_route(saying("id: 4", "event: message", 'data: {"at": "2026-')) as route:
        assert await all_events(route, hand_offs) == []


async def test_the_token_is_shown_to_the_desk_and_to_nobody_else(hand_offs: HandOffs) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(302, headers={"Location": "https://elsewhere.example.org"})

    async with a_route(httpx.MockTransport(answer)) as route:
        with pytest.raises(DeskUnavailable) as caught:
            await route.view(compose(hand_offs).id)
    assert [request.headers["Authorization"] for request in asked] == ["Bearer token"]
    assert "Bearer" not in repr((caught.value, asked, asked[0].headers))
