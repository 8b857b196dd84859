"""The wire, spoken with the fake desk and with the real one over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace
from pathlib import Path
from random import SystemRandom
from uuid import uuid4

import pytest

from kiosk.core.clock import SystemClock
from kiosk.core.errors import DeskRefused, DeskTokenRefused
from kiosk.core.secret import Secret
from kiosk.core.tickets import PatronMessage, Ticket, TicketEvent, TicketState
from kiosk.handoff.courier import Courier
from kiosk.handoff.desk_route import DeskRoute, desk_client
from kiosk.handoff.hand_offs import HandOffs
from kiosk.handoff.replies import Replies
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread
from tests.desk.running import running_desk
from tests.fakes.clock import NOON
from tests.fakes.waiting import eventually
from tests.handoff.asking import Screen, compose, send
from tests.handoff.desks import LIBRARIAN, Desk, fake_desk, real_desk, staffed
from tests.handoff.ear import Ear


@pytest.fixture(params=["fake", "real"])
async def either(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Desk]:
    """Each desk in its turn."""
    async with fake_desk() if request.param == "fake" else real_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
async def way(either: Desk) -> AsyncIterator[DeskRoute]:
    """The way to it."""
    async with desk_client(either.url, either.token) as client:
        yield DeskRoute(client)


@pytest.fixture
async def opened(way: DeskRoute, hand_offs: HandOffs) -> Ticket:
    """A ticket that it has."""
    ticket = compose(hand_offs)
    await way.open_ticket(ticket)
    return ticket


def a_message(text: str = "It is blue.") -> PatronMessage:
    return PatronMessage(uuid4(), text, NOON)


async def test_an_opened_ticket_waits_and_a_repeated_one_changes_nothing(
    way: DeskRoute, opened: Ticket
) -> None:
    again = await way.open_ticket(opened)
    assert (again.id, again.code) == (opened.id, opened.code)
    assert (again.state, again.position) == (TicketState.WAITING, 1)
    assert (again.librarian, await way.view(opened.id)) == ("", again)


async def test_the_queue_tells_how_many_wait(way: DeskRoute, either: Desk, opened: Ticket) -> None:
    assert (await way.queue()).waiting == 1
    await either.claim(opened.id)
    assert (await way.queue()).waiting == 0


async def test_the_same_key_with_another_body_is_refused(way: DeskRoute, opened: Ticket) -> None:
    with pytest.raises(DeskRefused, match="422"):
        await way.open_ticket(replace(opened, question="Something else?"))
    message = a_message()
    await way.send_message(opened.id, message)
    with pytest.raises(DeskRefused, match="422"):
        await way.send_message(opened.id, replace(message, text="It is red."))


async def test_a_ticket_that_was_never_opened_is_refused(
    way: DeskRoute, hand_offs: HandOffs
) -> None:
    unknown = compose(hand_offs).id
    with pytest.raises(DeskRefused, match="404"):
        await way.view(unknown)
    with pytest.raises(DeskRefused, match="404"):
        await way.send_message(unknown, a_message())
    with pytest.raises(DeskRefused, match="404"):
        await anext(way.events(unknown, 0))


async def test_a_closed_ticket_takes_no_more_words(
    way: DeskRoute, either: Desk, opened: Ticket
) -> None:
    await either.claim(opened.id)
    await either.close(opened.id)
    with pytest.raises(DeskRefused, match="409"):
        await way.send_message(opened.id, a_message())
    assert (await way.view(opened.id)).state is TicketState.CLOSED


async def test_a_wrong_token_is_refused_as_such(either: Desk, opened: Ticket) -> None:
    async with desk_client(either.url, Secret("wrong")) as client:
        with pytest.raises(DeskTokenRefused):
            await DeskRoute(client).view(opened.id)


async def test_a_claimed_ticket_names_the_librarian(
    way: DeskRoute, either: Desk, opened: Ticket
) -> None:
    await either.claim(opened.id)
    view = await way.view(opened.id)
    assert (view.state, view.librarian, view.position) == (TicketState.CLAIMED, LIBRARIAN, None)


async def test_a_conversation_is_heard_to_its_end(
    way: DeskRoute, either: Desk, opened: Ticket
) -> None:
    replies = Replies(way, SystemClock(), SystemRandom())
    heard: list[TicketEvent] = []
    await either.claim(opened.id)
    async for event in replies.listen(opened.id):
        heard.append(event)
        match len(heard):
            case 1:
                await either.reply(opened.id, "In the map room.")
            case 2:
                await either.release(opened.id)
                await either.claim(opened.id)
            case 4:
                await either.close(opened.id)
    kinds = ["claimed", "message", "released", "claimed", "closed"]
    assert [event.kind for event in heard] == kinds
    assert {event.librarian for event in heard} == {LIBRARIAN}


async def test_what_was_missed_is_heard_later(way: DeskRoute, either: Desk, opened: Ticket) -> None:
    await either.claim(opened.id)
    async with aclosing(way.events(opened.id, 0)) as events:
        first = await anext(events)
    await either.reply(opened.id, "One")
    await either.reply(opened.id, "Two")
    await either.close(opened.id)
    texts = [event.text async for event in way.events(opened.id, first.id)]
    assert texts == ["One", "Two", ""]


async def test_a_hand_off_goes_on_over_a_restart_of_the_desk(
    tmp_path: Path, outbox: Outbox, database_thread: DatabaseThread
) -> None:
    """Sent while nobody listens, answered by a desk that is restarted in between."""
    folder = tmp_path / "desk"
    async with running_desk(folder) as first_start:
        token = first_start.service.terminals.add("Ground floor", 9101)
        port = int(first_start.url.rpartition(":")[2])

    clock, random, screen = SystemClock(), SystemRandom(), Screen()
    async with (
        desk_client(first_start.url, token) as client,
        asyncio.timeout(60),
        asyncio.TaskGroup() as tasks,
        AsyncExitStack() as stack,
    ):
        courier = Courier(outbox, database_thread, DeskRoute(client), clock, random)
        courier.tell(screen)
        hand_offs = HandOffs(outbox, database_thread, clock, random, courier.nudge)
        at_work = tasks.create_task(courier.run())
        ticket = await send(hand_offs)
        replies, ear = Replies(DeskRoute(client), clock, random), Ear()
        await stack.enter_async_context(ear.listening(replies, ticket.id))
        async with running_desk(folder, port=port) as second_start:
            await eventually(lambda: [one.id for one in screen.views] == [ticket.id], within=20)
            desk = await staffed(second_start, token)
            await desk.claim(ticket.id)
            await desk.reply(ticket.id, "One moment.")
            await eventually(lambda: ear.texts == ["One moment."], within=20)
        await hand_offs.say(ticket.id, "Thank you!")
        async with running_desk(folder, port=port) as third_start:
            desk = await staffed(third_start, token)
            # Asked on the thread that owns the connection: the courier is using it meanwhile.
            await eventually(
                lambda: database_thread.run(lambda: outbox.waiting_count() == 0), within=20
            )
            await desk.close(ticket.id)
            await asyncio.wait_for(ear.task, 20)
        at_work.cancel()
    assert [event.kind for event in ear.heard] == ["claimed", "message", "closed"]
