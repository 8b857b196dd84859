"""A desk for every test that asks for one."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from kiosk.core.secret import Secret
from kiosk.desk.answers import Answers
from kiosk.desk.database import Database, open_database
from kiosk.desk.people import Librarians
from kiosk.desk.queue import Queue
from kiosk.desk.records import Librarian, Terminal
from kiosk.desk.terminals import Terminals
from kiosk.desk.tickets import Tickets
from tests.desk.running import CHEAP, PASSWORD, RunningDesk, running_desk
from tests.fakes.clock import TurnableClock


@pytest.fixture
def clock() -> TurnableClock:
    """Noon, until it is turned."""
    return TurnableClock()


@pytest.fixture
def database(tmp_path: Path, clock: TurnableClock) -> Iterator[Database]:
    """An empty desk's database in a file."""
    database = open_database(tmp_path / "desk.db", clock)
    yield database
    database.close()


@pytest.fixture
def answers(database: Database, clock: TurnableClock) -> Answers:
    return Answers(database, clock)


@pytest.fixture
def tickets(database: Database, answers: Answers, clock: TurnableClock) -> Tickets:
    return Tickets(database, answers, clock)


@pytest.fixture
def queue(database: Database, clock: TurnableClock) -> Queue:
    return Queue(database, clock)


@pytest.fixture
def terminal(database: Database, clock: TurnableClock) -> Terminal:
    """A terminal that the desk knows."""
    return new_terminal(database, clock, "Ground floor")


@pytest.fixture
def maya(database: Database, clock: TurnableClock) -> Librarian:
    return new_librarian(database, clock, "Maya Okafor")


@pytest.fixture
def noah(database: Database, clock: TurnableClock) -> Librarian:
    return new_librarian(database, clock, "Noah Lindgren")


@pytest.fixture
async def desk(tmp_path: Path, clock: TurnableClock) -> AsyncIterator[RunningDesk]:
    """A desk that listens on loopback."""
    async with running_desk(tmp_path, clock) as running:
        yield running


def new_terminal(database: Database, clock: TurnableClock, name: str) -> Terminal:
    """Let a terminal in."""
    terminals = Terminals(database, clock)
    found = terminals.by_token(terminals.add(name, 9101).reveal())
    assert found is not None
    return found


def new_librarian(database: Database, clock: TurnableClock, name: str) -> Librarian:
    """Let a librarian in."""
    librarians = Librarians(database, clock, CHEAP)
    librarians.add(name, Secret(PASSWORD))
    found = librarians.check(name, PASSWORD)
    assert found is not None
    return found
