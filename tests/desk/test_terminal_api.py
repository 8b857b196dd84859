"""``/api/v1`` as it goes over the wire."""

import json
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import httpx
import pytest

from kiosk.core.tickets import MAX_QUESTION, TicketEvent, TicketView
from kiosk.desk.bodies import MAX_BEAT, MAX_MESSAGE
from tests.desk.running import RunningDesk, message_json, ticket_json
from tests.fakes.waiting import eventually
from tests.noise import Noise

NOWHERE = UUID(int=0)


def is_problem(answer: httpx.Response, status: int) -> bool:
    """Whether this is RFC 9457's way to say no, in one sentence."""
    body = answer.json()
    return (
        answer.status_code == status
        and answer.headers["content-type"] == "application/problem+json"
        and body["status"] == status
        and bool(body["title"])
        and body["detail"].endswith(".")
    )


async def test_a_ticket_waits_at_its_place(desk: RunningDesk) -> None:
    terminal = await desk.terminal()
    await terminal.open()

    answer = await terminal.send(ticket_json(code="R2XD"))

    assert answer.status_code == 201
    view = TicketView.from_json(answer.json())
    assert (view.code, view.state, view.position) == ("R2XD", "waiting", 2)
    assert (view.librarian, view.staffed) == ("", False)


async def test_the_same_letter_again_is_answered_as_the_first_time(desk: RunningDesk) -> None:
    terminal = await desk.terminal()
    body = ticket_json()

    first, again = await terminal.send(body), await terminal.send(body)

    assert (again.status_code, again.content) == (first.status_code, first.content)


async def test_the_same_key_with_another_body_is_refused(desk: RunningDesk) -> None:
    terminal = await desk.terminal()
    body = ticket_json()
    await terminal.send(body)

    assert is_problem(await terminal.send(body | {"question": "Something else"}), 422)


async def test_a_ticket_without_a_key_is_refused(desk: RunningDesk) -> None:
    terminal = await desk.terminal()

    assert is_problem(await terminal.client.post("/tickets", json=ticket_json()), 400)


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer wrong"}])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/tickets"),
        ("POST", "/beats"),
        ("GET", f"/tickets/{NOWHERE}"),
        ("GET", "/queue"),
    ],
)
async def test_nothing_works_without_a_token(
    desk: RunningDesk, header: dict[str, str], method: str, path: str
) -> None:
    stranger = await desk.client(f"{desk.url}/api/v1", headers=header)

    answer = await stranger.request(method, path, json={})

    assert is_problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_another_terminals_ticket_is_not_there(desk: RunningDesk) -> None:
    mine, other = await desk.terminal("A"), await desk.terminal("B")
    ticket = await mine.open()

    assert is_problem(await other.client.get(f"/tickets/{ticket}"), 404)
    assert is_problem(await other.client.get(f"/tickets/{ticket}/events"), 404)
    assert is_problem(await other.say(ticket, "Hello"), 404)
    assert (await mine.view(ticket))["state"] == "waiting"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "no uuid"),
        ("question", ""),
        ("question", "x" * (MAX_QUESTION + 1)),
        ("transcript", "no list"),
        ("language", 7),
        ("location_id", "9101"),
        ("created_at", "yesterday"),
    ],
)
async def test_a_wrong_field_is_named(desk: RunningDesk, field: str, value: object) -> None:
    terminal = await desk.terminal()

    answer = await terminal.send(ticket_json() | {field: value}, key="some-key")

    assert is_problem(answer, 400)
    assert field in answer.json()["detail"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"a": NaN}', b"[" * 10_000, b'"text"']
)
async def test_what_is_no_json_object_is_refused(desk: RunningDesk, content: bytes) -> None:
    terminal = await desk.terminal()

    answer = await terminal.client.post("/beats", content=content)

    assert is_problem(answer, 400)


async def test_a_body_that_is_too_long_is_refused(desk: RunningDesk) -> None:
    terminal = await desk.terminal()

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(64):
            yield b" " * 1024

    declared = await terminal.client.post("/beats", content=b" " * (MAX_BEAT + 1))
    undeclared = await terminal.client.post("/beats", content=endless())
    message = await terminal.say(await terminal.open(), "x" * MAX_MESSAGE)

    assert is_problem(declared, 413)
    assert is_problem(undeclared, 413)
    assert is_problem(message, 413)


async def test_unknown_addresses_and_methods_are_problems_too(desk: RunningDesk) -> None:
    terminal = await desk.terminal()

    assert is_problem(await terminal.client.get("/nothing"), 404)
    assert is_problem(await terminal.client.get("/tickets"), 405)
    assert is_problem(await terminal.client.get("/tickets/no-uuid"), 404)


async def test_a_terminal_hears_what_librarians_do(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()

    async with terminal.events(ticket) as events:
        await maya.post(f"/tickets/{ticket}/claim")
        claimed = await anext(events)
        await terminal.say(ticket, "Are you there?")
        text = "Floor 3,\nright at the stairs."
        await maya.post(f"/tickets/{ticket}/reply", data={"text": text, "message_id": str(uuid4())})
        message = await anext(events)
        await maya.post(f"/tickets/{ticket}/hand-back")
        await maya.post(f"/tickets/{ticket}/claim")
        await maya.post(f"/tickets/{ticket}/close", data={"resolved": "yes"})
        rest = [event async for event in events]

    heard = [
        TicketEvent.from_sse(event.id, event.event, json.loads(event.data))
        for event in (claimed, message, *rest)
    ]
    kinds = ["claimed", "message", "released", "claimed", "closed"]
    assert [event.kind for event in heard] == kinds
    assert {event.librarian for event in heard} == {"Maya"}
    assert heard[1].text == text
    assert [event.id for event in heard] == sorted({event.id for event in heard})


async def test_a_stream_goes_on_after_the_last_event_that_was_heard(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()
    async with terminal.events(ticket) as events:
        await maya.post(f"/tickets/{ticket}/claim")
        last = int((await anext(events)).id)
    for text in ("One", "Two"):
        await maya.post(f"/tickets/{ticket}/reply", data={"text": text, "message_id": str(uuid4())})
    await maya.post(f"/tickets/{ticket}/close")

    async with terminal.events(ticket, after=last) as events:
        missed = [(event.event, json.loads(event.data)["text"]) async for event in events]

    assert missed == [("message", "One"), ("message", "Two"), ("closed", "")]


@pytest.mark.parametrize("last", ["-1", "abc", "9" * 30, "²"])
async def test_an_event_number_that_cannot_be_is_refused(desk: RunningDesk, last: str) -> None:
    terminal = await desk.terminal()
    ticket = await terminal.open()

    answer = await terminal.client.get(
        f"/tickets/{ticket}/events", headers={"Last-Event-ID": last.encode()}
    )

    assert is_problem(answer, 400)


async def test_further_words_reach_the_ticket_once(desk: RunningDesk) -> None:
    terminal = await desk.terminal()
    ticket = await terminal.open()
    body = message_json("It is the blue one.")

    answers = [
        await terminal.client.post(
            f"/tickets/{ticket}/messages", json=body, headers={"Idempotency-Key": body["id"]}
        )
        for _ in range(2)
    ]
    other_key = await terminal.client.post(
        f"/tickets/{ticket}/messages", json=body, headers={"Idempotency-Key": "another"}
    )

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].content == answers[1].content
    assert is_problem(other_key, 409)


async def test_a_claimed_ticket_shows_a_first_name_and_no_place(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()
    behind = await terminal.open()
    await maya.post(f"/tickets/{ticket}/claim")

    view = await terminal.view(ticket)

    assert (view["state"], view["librarian"], view["position"]) == ("claimed", "Maya", None)
    assert (await terminal.view(behind))["position"] == 1


async def test_the_queue_tells_how_many_wait_at_all_terminals(desk: RunningDesk) -> None:
    here, upstairs = await desk.terminal(), await desk.terminal("Upstairs")
    assert (await here.client.get("/queue")).json() == {"staffed": False, "waiting": 0}
    await here.open()
    await upstairs.open()
    for terminal in (here, upstairs):
        assert (await terminal.client.get("/queue")).json() == {"staffed": False, "waiting": 2}


async def test_the_queue_is_only_read(desk: RunningDesk) -> None:
    terminal = await desk.terminal()
    assert is_problem(await terminal.client.post("/queue", json={}), 405)


async def test_the_desk_is_staffed_while_a_librarian_has_the_queue_open(
    desk: RunningDesk,
) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()
    assert (await terminal.view(ticket))["staffed"] is False

    async with desk.watching(maya) as queue:
        await anext(queue)
        assert (await terminal.view(ticket))["staffed"] is True
        assert (await terminal.client.get("/queue")).json()["staffed"] is True

    await eventually(lambda: not desk.service.presence.staffed)
    assert (await terminal.view(ticket))["staffed"] is False


async def test_health_is_told_without_a_token(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open(question="A secret question")
    await maya.post(f"/tickets/{ticket}/claim")
    assert (await terminal.client.post("/beats", json={"state": "running"})).status_code == 204
    anybody = await desk.client(desk.url, headers={})

    for prefix in ("", "/api/v1"):
        assert (await anybody.get(f"{prefix}/healthz")).json() == {"status": "alive"}
        assert (await anybody.get(f"{prefix}/readyz")).json() == {"status": "ready"}
        numbers = (await anybody.get(f"{prefix}/metrics")).text
        assert 'kiosk_desk_tickets{state="claimed"} 1.0' in numbers
        assert "kiosk_desk_tickets_opened_total 1.0" in numbers
        assert "kiosk_desk_claim_seconds_count 1.0" in numbers
        assert 'terminal="Ground floor"' in numbers
        assert "secret" not in numbers


async def test_a_stream_whose_storage_fails_ends_so_that_the_terminal_comes_again(
    desk: RunningDesk, expected_logs: Noise
) -> None:
    expected_logs.allow("a ticket's events cannot be read")
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()
    async with terminal.events(ticket) as events:
        await maya.post(f"/tickets/{ticket}/claim")
        await anext(events)
        desk.lose_tables("events")
        # Whoever comes or goes rings the queue's bells only; another line rings the ticket's.
        expected_logs.allow("cannot be used")
        await terminal.say(ticket, "Hello?")
        desk.service.bells.ring(ticket)
        assert [event async for event in events] == []


async def test_a_desk_that_closes_is_not_ready(desk: RunningDesk) -> None:
    anybody = await desk.client(desk.url, headers={})

    desk.service.end_streams()

    assert (await anybody.get("/readyz")).status_code == 503


async def test_a_lost_database_is_one_sentence_and_not_ready(
    desk: RunningDesk, expected_logs: Noise
) -> None:
    expected_logs.allow("cannot be used")
    terminal = await desk.terminal()
    ticket = await terminal.open()
    desk.lose_tables("answers", "events", "tickets")

    assert is_problem(await terminal.client.get(f"/tickets/{ticket}"), 503)
    assert is_problem(await terminal.client.get("/metrics"), 503)
    assert is_problem(await terminal.client.get(f"/tickets/{ticket}/events"), 503)
    assert (await terminal.client.get("/healthz")).status_code == 200
