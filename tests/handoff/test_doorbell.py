import asyncio

from kiosk.handoff.doorbell import Doorbell
from tests.fakes.clock import TurnableClock


async def test_without_a_ring_the_wait_ends_by_the_clock(clock: TurnableClock) -> None:
    waiting = asyncio.ensure_future(Doorbell(clock).wait(60))
    await clock.until_sleeping()
    clock.advance(59)
    await asyncio.sleep(0)
    assert not waiting.done()
    clock.advance(1)
    await waiting


async def test_a_ring_ends_the_wait_and_leaves_nobody_asleep(clock: TurnableClock) -> None:
    bell = Doorbell(clock)
    waiting = asyncio.ensure_future(bell.wait(60))
    await clock.until_sleeping()
    bell.ring()
    await waiting
    assert clock.sleeping == []


async def test_a_ring_before_the_wait_is_not_missed_and_counts_once(clock: TurnableClock) -> None:
    bell = Doorbell(clock)
    bell.ring()
    bell.ring()
    await bell.wait(60)
    waiting = asyncio.ensure_future(bell.wait(60))
    await clock.until_sleeping()
    assert not waiting.done()
    waiting.cancel()


async def test_a_cancelled_wait_leaves_nobody_asleep(clock: TurnableClock) -> None:
    waiting = asyncio.ensure_future(Doorbell(clock).wait(60))
    await clock.until_sleeping()
    waiting.cancel()
    await asyncio.wait({waiting})
    assert waiting.cancelled()
    assert clock.sleeping == []
