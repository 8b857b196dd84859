"""The courier's process is killed without warning, between any two letters and inside of one."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from random import SystemRandom

import httpx
import pytest

import kiosk
from kiosk.core.tickets import Ticket
from kiosk.handoff.hand_offs import HandOffs
from kiosk.store.database import open_database
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread
from tests.fakes.clock import TurnableClock
from tests.fakes.desk import TOKEN, FakeDesk
from tests.fakes.waiting import eventually
from tests.handoff.asking import send

TICKETS = 2
CHECKOUT = Path(kiosk.__file__).parent.parent


async def fill(path: Path, clock: TurnableClock) -> list[Ticket]:
    """Tickets with one message each, in a file that is closed again."""
    thread = DatabaseThread()
    with open_database(path) as database:
        hand_offs = HandOffs(Outbox(database), thread, clock, SystemRandom())
        tickets = [await send(hand_offs, f"Question {number}") for number in range(TICKETS)]
        for ticket in tickets:
            await hand_offs.say(ticket.id, f"More on {ticket.question}")
        thread.close()
    return tickets


@contextlib.asynccontextmanager
async def a_courier(path: Path, url: str) -> AsyncIterator[None]:
    """The courier's process; the power fails when the block ends.

    It is killed once only: a second kill polls the dead child, and where that is quicker than
    asyncio's own wait, asyncio warns of an unknown child.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.handoff.courier_child", str(path), url, TOKEN),
        cwd=CHECKOUT,
    )
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def waiting(path: Path) -> int:
    with open_database(path) as database:
        return Outbox(database).waiting_count()


@pytest.mark.parametrize("answered", [True, False], ids=["answered", "unanswered"])
async def test_a_courier_that_is_killed_at_every_letter_loses_and_doubles_nothing(
    path: Path, desk: FakeDesk, clock: TurnableClock, *, answered: bool
) -> None:
    """The desk has done its work each time; the answer may have left or not."""
    tickets = await fill(path, clock)
    async with desk.serving() as url:
        for _ in range(2 * TICKETS):
            reached, may_answer = asyncio.Event(), asyncio.Event()

            async def hold(
                _: httpx.Request,
                reached: asyncio.Event = reached,
                may_answer: asyncio.Event = may_answer,
            ) -> None:
                if not reached.is_set():
                    reached.set()
                    await may_answer.wait()

            desk.before_answer = hold
            async with a_courier(path, url):
                await reached.wait()
                if answered:
                    may_answer.set()
            may_answer.set()
        desk.before_answer = None
        async with a_courier(path, url):
            await eventually(lambda: len(desk.said_at_all) == TICKETS)
            await eventually(lambda: waiting(path) == 0)
    assert desk.received == tickets
    assert desk.said_at_all == [f"More on Question {number}" for number in range(TICKETS)]


async def test_nothing_of_a_delivered_letter_is_on_the_disk_after_a_power_cut(
    path: Path, desk: FakeDesk, clock: TurnableClock
) -> None:
    """Also where the power fails before the log is cut off: the next start does it."""
    await fill(path, clock)
    async with desk.serving() as url:
        for _ in range(2):
            async with a_courier(path, url):
                await eventually(lambda: len(desk.said_at_all) == TICKETS)
                await eventually(lambda: b"Question" not in on_disk(path))


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob("terminal.db*"))
