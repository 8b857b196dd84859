"""A question that the patron lets the librarians have: kept, brought once, and then gone."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.core.tallies import Reason
from kiosk.handoff.courier import Courier, Obstacle, Round
from kiosk.handoff.feedback import FeedbackLetters
from kiosk.handoff.hand_offs import HandOffs
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread
from tests.fakes.chance import seeded
from tests.fakes.clock import TurnableClock
from tests.fakes.desk import FakeDesk
from tests.handoff.asking import send
from tests.noise import Noise

QUESTION = "How do I quote a podcast from [name 1]?"


@pytest.fixture
def letters(
    outbox: Outbox, database_thread: DatabaseThread, clock: TurnableClock, courier: Courier
) -> FeedbackLetters:
    return FeedbackLetters(
        outbox,
        database_thread,
        clock=clock,
        zone=ZoneInfo("Asia/Tokyo"),
        random=seeded(2),
        posted=courier.nudge,
    )


async def write(letters: FeedbackLetters) -> None:
    await letters.send(
        QUESTION, intent="unknown", entry="cite-sources", reason=Reason.MISSING, language="en"
    )


async def test_feedback_is_delivered_as_it_was_shown(
    letters: FeedbackLetters, courier: Courier, desk: FakeDesk, outbox: Outbox
) -> None:
    await write(letters)
    assert await courier.deliver_due() == Round(delivered=1)
    (feedback,) = desk.feedback
    assert (feedback.question, feedback.entry) == (QUESTION, "cite-sources")
    assert feedback.day.isoformat() == "2026-11-26"  # the library's
    assert outbox.waiting_count() == 0


async def test_feedback_waits_for_the_desk_and_arrives_once(
    letters: FeedbackLetters, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    await write(letters)
    desk.lose_answers = 1
    assert (await courier.deliver_due()).obstacle is Obstacle.DESK_AWAY
    clock.advance(minutes=5)
    assert await courier.deliver_due() == Round(delivered=1)
    assert len(desk.feedback) == 1


async def test_feedback_and_tickets_do_not_wait_for_each_other(
    letters: FeedbackLetters, hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    await write(letters)
    await send(hand_offs)
    await write(letters)
    assert await courier.deliver_due() == Round(delivered=3)
    assert (len(desk.feedback), len(desk.received)) == (2, 1)


async def test_feedback_that_the_desk_refuses_is_parked(
    letters: FeedbackLetters,
    courier: Courier,
    desk: FakeDesk,
    outbox: Outbox,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("a feedback was refused and is parked")
    desk.refuse_once = 422
    await write(letters)
    assert await courier.deliver_due() == Round(parked=1)
    assert [letter.kind for letter in outbox.parked()] == ["feedback"]


async def test_its_words_are_gone_from_the_file_once_it_is_delivered(
    letters: FeedbackLetters, courier: Courier, path: Path
) -> None:
    await write(letters)
    await courier.deliver_due()
    for file in path.parent.glob(f"{path.name}*"):
        assert b"podcast" not in file.read_bytes()
