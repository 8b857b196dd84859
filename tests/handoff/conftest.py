"""A terminal with a real outbox, and a desk to write to."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from kiosk.handoff.courier import Courier
from kiosk.handoff.desk_route import DeskRoute
from kiosk.handoff.hand_offs import HandOffs
from kiosk.store.connection import Database
from kiosk.store.database import open_database
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread
from tests.fakes.chance import seeded
from tests.fakes.clock import TurnableClock
from tests.fakes.desk import FakeDesk


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
async def route(desk: FakeDesk) -> AsyncIterator[DeskRoute]:
    async with desk.client() as client:
        yield DeskRoute(client)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the terminal's database is."""
    return tmp_path / "terminal.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with open_database(path) as opened:
        yield opened


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


@pytest.fixture
def database_thread(database: Database) -> Iterator[DatabaseThread]:
    del database  # only asked for, so that this thread ends before the file is closed
    thread = DatabaseThread()
    yield thread
    thread.close()


@pytest.fixture
def courier(
    outbox: Outbox, database_thread: DatabaseThread, route: DeskRoute, clock: TurnableClock
) -> Courier:
    return Courier(outbox, database_thread, route, clock, seeded())


@pytest.fixture
def hand_offs(
    outbox: Outbox, database_thread: DatabaseThread, clock: TurnableClock, courier: Courier
) -> HandOffs:
    return HandOffs(outbox, database_thread, clock, seeded(), courier.nudge)
