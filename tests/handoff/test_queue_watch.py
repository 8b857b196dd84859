"""What a terminal knows of the queue, whatever the desk says or does not."""

import asyncio
from contextlib import aclosing

from kiosk.core.tickets import QueueView
from kiosk.handoff.desk_route import DeskRoute
from kiosk.handoff.hand_offs import HandOffs
from kiosk.handoff.queue_watch import LOOK_SECONDS, Desk, Queue, QueueWatch
from tests.fakes.clock import TurnableClock
from tests.fakes.desk import FakeDesk
from tests.handoff.asking import compose


async def looked(route: DeskRoute, clock: TurnableClock) -> Queue:
    async with aclosing(QueueWatch(route, clock).looks()) as looks:
        return await anext(looks)


async def test_a_staffed_queue_tells_how_many_wait(
    route: DeskRoute, hand_offs: HandOffs, clock: TurnableClock
) -> None:
    await route.open_ticket(compose(hand_offs))
    assert await looked(route, clock) == Queue(Desk.STAFFED, 1)


async def test_a_queue_without_librarians_says_so(
    route: DeskRoute, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.staffed = False
    assert await looked(route, clock) == Queue(Desk.UNSTAFFED)


async def test_a_desk_that_is_away_is_away(
    route: DeskRoute, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.down = True
    assert await looked(route, clock) == Queue(Desk.AWAY)
    desk.down, desk.proxy_error = False, 502
    assert await looked(route, clock) == Queue(Desk.AWAY)


async def test_of_an_older_desk_nothing_is_known(
    route: DeskRoute, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.is_old = True
    assert await looked(route, clock) == Queue(Desk.UNKNOWN)


async def test_it_looks_again_after_a_while(
    route: DeskRoute, desk: FakeDesk, clock: TurnableClock
) -> None:
    async with aclosing(QueueWatch(route, clock).looks()) as looks:
        assert (await anext(looks)).desk is Desk.STAFFED
        desk.staffed = False
        later = asyncio.ensure_future(anext(looks))
        await clock.until_sleeping()
        clock.advance(LOOK_SECONDS)
        assert (await later).desk is Desk.UNSTAFFED


def test_a_queue_survives_the_wire() -> None:
    view = QueueView(staffed=True, waiting=3)
    assert QueueView.from_json(view.to_json()) == view
