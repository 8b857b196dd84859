from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from kiosk.core.tickets import EventKind, TicketEvent
from kiosk.handoff.courier import Courier
from kiosk.handoff.desk_route import DeskRoute
from kiosk.handoff.hand_offs import HandOffs
from kiosk.handoff.replies import LONGEST_WAIT, Replies
from tests.fakes.chance import seeded
from tests.fakes.clock import TurnableClock
from tests.fakes.desk import FakeDesk
from tests.fakes.waiting import eventually
from tests.handoff.asking import send
from tests.handoff.ear import Ear


@pytest.fixture
def replies(route: DeskRoute, clock: TurnableClock) -> Replies:
    return Replies(route, clock, seeded())


@pytest.fixture
async def ticket_id(hand_offs: HandOffs, courier: Courier) -> UUID:
    """A ticket that is at the desk."""
    ticket = await send(hand_offs)
    await courier.deliver_due()
    return ticket.id


async def test_everything_is_heard_until_the_ticket_is_closed(
    replies: Replies, desk: FakeDesk, ticket_id: UUID
) -> None:
    async with Ear().listening(replies, ticket_id) as ear:
        desk.claim(ticket_id, "Ana")
        desk.reply(ticket_id, "In the map room.")
        desk.release(ticket_id)
        desk.claim(ticket_id, "Bo")
        desk.close(ticket_id)
        await ear.task
    assert [(event.kind, event.librarian) for event in ear.heard] == [
        (EventKind.CLAIMED, "Ana"),
        (EventKind.MESSAGE, "Ana"),
        (EventKind.RELEASED, "Ana"),
        (EventKind.CLAIMED, "Bo"),
        (EventKind.CLOSED, "Bo"),
    ]
    assert desk.streams == 0


async def test_a_broken_connection_loses_nothing_and_doubles_nothing(
    replies: Replies, desk: FakeDesk, ticket_id: UUID, clock: TurnableClock
) -> None:
    async with Ear().listening(replies, ticket_id) as ear:
        desk.claim(ticket_id)
        for number in range(5):
            desk.reply(ticket_id, f"line {number}")
            await eventually(lambda number=number: f"line {number}" in ear.texts)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
            desk.cut_streams()
            await clock.until_sleeping()
            desk.reply(ticket_id, f"meanwhile {number}")
            await clock.wake_next()
        desk.close(ticket_id)
        await ear.task
    expected = [text for number in range(5) for text in (f"line {number}", f"meanwhile {number}")]
    assert ear.texts == expected
    assert len({event.id for event in ear.heard}) == len(ear.heard)


async def test_listening_goes_on_after_the_desk_was_down(
    replies: Replies, desk: FakeDesk, ticket_id: UUID, clock: TurnableClock
) -> None:
    async with Ear().listening(replies, ticket_id) as ear:
        await eventually(lambda: desk.streams == 1)
        desk.down = True
        for _ in range(10):
            await clock.wake_next()
        await clock.until_sleeping()
        assert max(clock.slept) <= LONGEST_WAIT
        desk.down = False
        desk.claim(ticket_id)
        desk.reply(ticket_id, "Here I am.")
        await clock.wake_next()
        await eventually(lambda: ear.texts == ["Here I am."])


async def test_after_good_news_a_broken_connection_is_renewed_at_once(
    replies: Replies, desk: FakeDesk, ticket_id: UUID, clock: TurnableClock
) -> None:
    """Old failures do not slow down a conversation that is going on."""
    async with Ear().listening(replies, ticket_id) as ear:
        desk.down = True
        for _ in range(10):
            await clock.wake_next()
        await clock.until_sleeping()
        desk.down = False
        desk.claim(ticket_id)
        await clock.wake_next()
        await eventually(lambda: ear.heard)
        desk.cut_streams()
        await clock.until_sleeping()
        assert clock.sleeping[0] <= 1


async def test_a_visit_that_was_restored_hears_only_what_is_new(
    replies: Replies, desk: FakeDesk, ticket_id: UUID
) -> None:
    desk.claim(ticket_id)
    desk.reply(ticket_id, "seen before the crash")
    desk.reply(ticket_id, "new")
    async with Ear().listening(replies, ticket_id, after=2) as ear:
        await eventually(lambda: ear.texts == ["new"])


async def test_a_desk_that_repeats_itself_is_heard_once(clock: TurnableClock) -> None:
    """Some proxies drop ``Last-Event-ID``."""

    class ForgetfulRoute:
        async def events(self, _ticket_id: UUID, after: int) -> AsyncIterator[TicketEvent]:
            del after
            for number, kind in ((1, EventKind.CLAIMED), (2, EventKind.MESSAGE)):
                yield TicketEvent(number, kind, "Ana", "", clock.now())

    replies = Replies(ForgetfulRoute(), clock, seeded())  # type: ignore[arg-type]  # an iterator is enough
    async with Ear().listening(replies, UUID(int=1)) as ear:
        for _ in range(3):
            await clock.wake_next()
        assert [event.id for event in ear.heard] == [1, 2]


async def test_replies_come_also_where_the_letter_is_still_on_its_way(
    replies: Replies, hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    ticket = await send(hand_offs)
    async with Ear().listening(replies, ticket.id) as ear:
        await clock.until_sleeping()
        await courier.deliver_due()
        desk.claim(ticket.id)
        await clock.wake_next()
        await eventually(lambda: ear.heard)


async def test_the_end_of_a_visit_ends_the_connection(
    replies: Replies, desk: FakeDesk, ticket_id: UUID, clock: TurnableClock
) -> None:
    async with Ear().listening(replies, ticket_id):
        await eventually(lambda: desk.streams == 1)
    await eventually(lambda: desk.streams == 0)
    assert clock.sleeping == []
