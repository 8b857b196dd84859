"""What is due is thrown away, and a failure is tried again."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC

import pytest

from kiosk.desk.answers import Answers
from kiosk.desk.database import Database
from kiosk.desk.feedback import FeedbackBox
from kiosk.desk.housekeeping import Housekeeping
from kiosk.desk.people import Sessions
from kiosk.desk.queue import Queue
from kiosk.desk.records import Librarian
from kiosk.desk.tables import answers as answers_table
from kiosk.desk.tables import sessions as sessions_table
from kiosk.desk.tallies import Tallies
from tests.fakes.clock import TurnableClock
from tests.noise import Noise


@pytest.fixture
async def housekeeping(
    database: Database, answers: Answers, queue: Queue, clock: TurnableClock
) -> AsyncIterator[Housekeeping]:
    """Running until the test is over."""
    keeping = Housekeeping(
        sessions=Sessions(database, clock),
        answers=answers,
        queue=queue,
        tallies=Tallies(database, clock, UTC),
        feedback=FeedbackBox(database, answers, clock),
        clock=clock,
    )
    running = asyncio.create_task(keeping.run())
    await clock.until_sleeping()
    yield keeping
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest.mark.usefixtures("housekeeping")
async def test_sessions_that_are_over_go_within_the_hour(
    database: Database, maya: Librarian, clock: TurnableClock
) -> None:
    Sessions(database, clock).begin(maya)

    clock.advance(hours=13)
    await clock.until_sleeping()

    with database.reading() as connection:
        assert connection.execute(sessions_table.select()).all() == []


@pytest.mark.usefixtures("housekeeping")
async def test_a_storage_that_fails_is_told_and_tried_again(
    database: Database, clock: TurnableClock, expected_logs: Noise
) -> None:
    expected_logs.allow("nothing was tidied up")
    with database.writing() as connection:
        answers_table.drop(connection)

    clock.advance(hours=1)
    await clock.until_sleeping()

    assert "nothing was tidied up" in expected_logs.heard[-1]
