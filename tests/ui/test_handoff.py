"""A hand-off from its preview to its end: a real outbox, a desk that behaves, no window."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from kiosk.core.tickets import Author
from kiosk.handoff.courier import Courier
from kiosk.handoff.desk_route import DeskRoute
from kiosk.handoff.hand_offs import HandOffs
from kiosk.handoff.queue_watch import LOOK_SECONDS, QueueWatch
from kiosk.handoff.replies import Replies
from kiosk.store.database import Database, open_database
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread
from kiosk.ui.handoff import (
    PATIENCE_SECONDS,
    Earlier,
    HandOffModel,
    Phase,
    PreviewModel,
    PreviewRow,
)
from tests.fakes.chance import seeded
from tests.fakes.clock import TurnableClock
from tests.fakes.counter import CountedInMemory
from tests.fakes.desk import FakeDesk
from tests.fakes.waiting import eventually
from tests.noise import Noise


class Counter:
    """A terminal's side of a hand-off, and what it said to its listeners."""

    def __init__(self, database: Database, route: DeskRoute) -> None:
        clock, outbox = TurnableClock(), Outbox(database)
        self.database = database
        self.thread = DatabaseThread()
        self.preview = PreviewModel()
        self.tasks: list[asyncio.Task[None]] = []
        self.courier = Courier(outbox, self.thread, route, clock, seeded())
        self.hand_offs = HandOffs(outbox, self.thread, clock, seeded(3), self.courier.nudge)
        self.replies = Replies(route, clock, seeded())
        self.queue = QueueWatch(route, clock)
        self.counted = CountedInMemory()
        self.clock = clock
        self.model = self.another()
        self.spoken: list[tuple[str, str]] = []
        self.noticed: list[tuple[str, str]] = []
        self.failures: list[bool] = []
        self.dropped: list[str] = []
        self.too_late: list[bool] = []
        self._listen_to(self.model)

    def another(self) -> HandOffModel:
        """The same terminal after its screen was started again."""
        return HandOffModel(
            hand_offs=self.hand_offs,
            replies=self.replies,
            queue=self.queue,
            take_back=self.courier.take_back,
            counter=self.counted,
            clock=self.clock,
            preview=self.preview,
            spawn=self._spawn,
            location_id=9101,
            language="en",
        )

    def restarted(self, left: dict[str, Any]) -> HandOffModel:
        """Go on with what the last screen left."""
        self.model.forget()
        self.model = self.another()
        self._listen_to(self.model)
        self.model.restore(left)
        return self.model

    def compose(self, question: str = "Where is the atlas?") -> None:
        self.model.compose()
        self.model.fill(question, [PreviewRow("patron", "You", question)])

    async def send(self) -> None:
        self.compose()
        self.model.send(" Ada ", "")
        await eventually(lambda: self.model.phase_now is Phase.KEEPING)

    async def deliver(self) -> None:
        await self.send()
        self.courier.tell(self.model)
        await self.courier.deliver_due()

    def lose_the_tables(self) -> None:
        """From now on nothing can be written or read."""
        self.database.execute("alter table tickets rename to lost")

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.thread.close()

    def _listen_to(self, model: HandOffModel) -> None:
        model.spoken.connect(lambda name, text: self.spoken.append((name, text)))
        model.noticed.connect(lambda kind, name: self.noticed.append((kind, name)))
        model.failed.connect(lambda: self.failures.append(True))
        model.dropped.connect(self.dropped.append)
        model.tooLate.connect(lambda: self.too_late.append(True))

    def _spawn(self, job: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        self.tasks.append(asyncio.get_running_loop().create_task(job))
        return self.tasks[-1]


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
async def counter(tmp_path: Path, desk: FakeDesk) -> AsyncIterator[Counter]:
    with open_database(tmp_path / "terminal.db") as database:
        async with desk.client() as client:
            counter = Counter(database, DeskRoute(client))
            yield counter
            await counter.close()


def test_without_a_desk_nothing_is_offered() -> None:
    model = HandOffModel(
        hand_offs=None,
        replies=None,
        queue=None,
        take_back=None,
        counter=CountedInMemory(),
        clock=TurnableClock(),
        preview=PreviewModel(),
        spawn=asyncio.ensure_future,  # type: ignore[arg-type]  never called
        location_id=None,
        language="en",
    )
    model.compose()
    model.send("", "")
    model.say("hello?")
    assert not model.available
    assert model.phase == "none"


async def test_the_preview_goes_along_as_far_as_it_was_kept(
    counter: Counter, desk: FakeDesk
) -> None:
    counter.model.compose()
    counter.model.fill(
        "Where is the atlas?",
        [PreviewRow("patron", "You", "mine"), PreviewRow("assistant", "Assistant", "not mine")],
    )
    counter.preview.toggle(1)
    counter.preview.toggle(7)
    counter.model.send("", "")
    await eventually(lambda: counter.model.phase_now is Phase.KEEPING)
    await counter.courier.deliver_due()
    assert [(line.author, line.text) for line in desk.received[0].transcript] == [
        (Author.PATRON, "mine")
    ]
    assert counter.preview.count == 0


async def test_a_line_left_out_can_be_taken_back_in(counter: Counter) -> None:
    counter.compose()
    counter.preview.toggle(0)
    assert counter.preview.kept_lines() == ()
    counter.preview.toggle(0)
    assert len(counter.preview.kept_lines()) == 1


async def test_cancel_sends_nothing(counter: Counter) -> None:
    counter.compose()
    assert counter.model.composing
    counter.model.cancel()
    counter.model.cancel()
    assert (counter.model.phase, counter.model.question, counter.preview.count) == ("none", "", 0)
    counter.model.send("", "")
    assert counter.tasks == []


async def test_an_empty_question_is_not_sent(counter: Counter) -> None:
    counter.compose(" \x00 ")
    counter.model.send("", "")
    assert counter.tasks == []
    assert counter.model.composing


async def test_a_double_tap_on_send_makes_one_ticket(counter: Counter, desk: FakeDesk) -> None:
    counter.compose()
    counter.model.send("", "")
    counter.model.send("", "")
    counter.model.cancel()
    await eventually(lambda: counter.model.phase_now is Phase.KEEPING)
    await counter.courier.deliver_due()
    assert len(desk.received) == 1


async def test_the_patron_sees_the_place_in_the_queue(counter: Counter) -> None:
    await counter.deliver()
    model = counter.model
    assert (model.phase, model.position, model.staffed) == ("waiting", 1, True)
    assert model.active
    assert len(model.code) == 4


async def test_a_ticket_of_another_visit_changes_nothing(counter: Counter) -> None:
    await counter.send()
    counter.model.parked(uuid4())
    assert counter.model.phase_now is Phase.KEEPING


async def test_a_refused_ticket_says_so(
    counter: Counter, desk: FakeDesk, expected_logs: Noise
) -> None:
    expected_logs.allow("refused")
    desk.refusing = 422
    await counter.deliver()
    assert counter.model.phase_now is Phase.PARKED


async def test_a_librarian_comes_speaks_and_goes(counter: Counter, desk: FakeDesk) -> None:
    await counter.deliver()
    ticket = desk.received[0].id
    desk.claim(ticket, "Maya")
    await eventually(lambda: counter.model.claimed)
    assert counter.model.librarian == "Maya"
    counter.model.say("thank you")
    await eventually(counter.tasks[-1].done)
    await counter.courier.deliver_due()
    assert desk.said(ticket) == ["thank you"]
    desk.reply(ticket, "Box 14")
    await eventually(lambda: counter.spoken == [("Maya", "Box 14")])
    desk.release(ticket)
    await eventually(lambda: counter.model.phase_now is Phase.WAITING)
    desk.claim(ticket, "Noor")
    desk.close(ticket)
    await eventually(lambda: counter.model.phase_now is Phase.NONE)
    assert [kind for kind, _ in counter.noticed] == ["claimed", "released", "claimed", "closed"]
    assert counter.model.snapshot() is None


async def test_a_librarians_words_after_the_visit_appear_nowhere(
    counter: Counter, desk: FakeDesk
) -> None:
    await counter.deliver()
    await eventually(lambda: desk.streams == 1)
    counter.model.forget()
    desk.claim(desk.received[0].id)
    desk.reply(desk.received[0].id, "Box 14")
    await eventually(lambda: desk.streams == 0)
    assert (counter.spoken, counter.noticed) == ([], [])
    assert counter.model.phase == "none"


# A disk that fails


async def test_what_could_not_be_kept_is_not_shown_as_sent(counter: Counter) -> None:
    counter.compose()
    counter.lose_the_tables()
    counter.model.send("", "")
    await eventually(lambda: counter.failures)
    assert counter.model.phase == "none"


async def test_a_failure_after_the_visit_is_not_told_to_the_next_patron(counter: Counter) -> None:
    counter.compose()
    counter.lose_the_tables()
    counter.model.send("", "")
    counter.model.forget()
    counter.compose("The next patron's question")
    await eventually(lambda: all(task.done() for task in counter.tasks))
    assert counter.failures == []
    assert counter.model.question == "The next patron's question"
    assert counter.preview.count == 1


async def test_further_words_that_could_not_be_kept_are_told(counter: Counter) -> None:
    await counter.send()
    counter.lose_the_tables()
    counter.model.say("are you there?")
    await eventually(lambda: counter.failures)
    counter.failures.clear()
    counter.model.say("still?")
    counter.model.forget()
    await eventually(lambda: all(task.done() for task in counter.tasks))
    assert counter.failures == []


# The screen starts again


def left_by(counter: Counter) -> dict[str, Any]:
    left = counter.model.snapshot()
    assert left is not None
    return left


async def test_a_ticket_delivered_while_no_screen_was_there_is_caught_up(counter: Counter) -> None:
    await counter.send()
    left = left_by(counter)
    await counter.courier.deliver_due()
    model = counter.restarted(left)
    await eventually(lambda: model.phase_now is Phase.WAITING)


async def test_a_ticket_refused_while_no_screen_was_there_is_caught_up(
    counter: Counter, desk: FakeDesk, expected_logs: Noise
) -> None:
    expected_logs.allow("refused")
    await counter.send()
    left = left_by(counter)
    desk.refusing = 422
    await counter.courier.deliver_due()
    model = counter.restarted(left)
    await eventually(lambda: model.phase_now is Phase.PARKED)


async def test_a_ticket_still_on_its_way_stays_kept(counter: Counter) -> None:
    await counter.send()
    model = counter.restarted(left_by(counter))
    await eventually(counter.tasks[-1].done)
    assert model.phase_now is Phase.KEEPING


async def test_a_claimed_ticket_goes_on_without_a_word_twice(
    counter: Counter, desk: FakeDesk
) -> None:
    await counter.deliver()
    desk.claim(desk.received[0].id, "Maya")
    await eventually(lambda: counter.model.claimed)
    model = counter.restarted(left_by(counter))
    assert (model.claimed, model.librarian) == (True, "Maya")
    desk.reply(desk.received[0].id, "Box 14")
    await eventually(lambda: counter.spoken == [("Maya", "Box 14")])
    assert [kind for kind, _ in counter.noticed] == ["claimed"]


async def test_a_screen_that_died_while_sending_tells_whether_it_was_sent(
    counter: Counter,
) -> None:
    counter.compose()
    counter.model.send("", "")
    left = left_by(counter)
    assert left["phase"] == "keeping"
    for task in counter.tasks:
        task.cancel()  # before anything was written
    model = counter.restarted(left)
    await eventually(lambda: counter.failures)
    assert model.phase_now is Phase.NONE


async def test_a_disk_that_cannot_be_asked_leaves_the_ticket_kept(counter: Counter) -> None:
    await counter.send()
    left = left_by(counter)
    counter.lose_the_tables()
    model = counter.restarted(left)
    await eventually(counter.tasks[-1].done)
    assert (model.phase_now, counter.failures) == (Phase.KEEPING, [])


async def test_what_is_caught_up_after_the_visit_appears_nowhere(counter: Counter) -> None:
    await counter.send()
    left = left_by(counter)
    await counter.courier.deliver_due()
    model = counter.restarted(left)
    model.forget()
    await eventually(lambda: all(task.done() for task in counter.tasks))
    assert model.phase_now is Phase.NONE


async def test_the_place_in_the_queue_moves_up(counter: Counter, desk: FakeDesk) -> None:
    other = counter.hand_offs.compose("First?", (), language="en", location_id=None)
    await counter.hand_offs.send(other)
    await counter.deliver()
    assert counter.model.position == 2
    desk.claim(other.id, "Noor")
    desk.staffed = False
    await counter.clock.until_sleeping()
    counter.clock.advance(LOOK_SECONDS)
    await eventually(lambda: counter.model.position == 1)
    assert not counter.model.staffed


async def test_what_is_not_at_the_desk_yet_can_be_taken_back(
    counter: Counter, desk: FakeDesk
) -> None:
    desk.down = True
    await counter.deliver()
    counter.model.drop()
    await eventually(lambda: counter.model.phase_now is Phase.NONE)
    desk.down = False
    await counter.courier.deliver_due()
    assert desk.received == []
    assert counter.dropped == [""]


async def test_a_double_tap_drops_once(counter: Counter) -> None:
    await counter.send()
    counter.model.drop()
    assert counter.model.dropping
    counter.model.drop()
    await eventually(lambda: counter.model.phase_now is Phase.NONE)
    assert counter.dropped == [""]
    assert not counter.model.dropping


async def test_what_may_have_arrived_all_the_same_is_told_with_its_code(
    counter: Counter, desk: FakeDesk
) -> None:
    desk.lose_answers = 1
    await counter.deliver()
    code, desk.down = counter.model.code, True
    counter.model.drop()
    await eventually(lambda: counter.dropped)
    assert counter.dropped == [code]


async def test_what_arrived_while_its_answer_got_lost_goes_on(
    counter: Counter, desk: FakeDesk
) -> None:
    desk.lose_answers = 1
    await counter.deliver()
    assert counter.model.phase_now is Phase.KEEPING
    counter.model.drop()
    await eventually(lambda: counter.too_late)
    assert counter.model.phase_now is Phase.WAITING
    assert (counter.dropped, len(desk.received)) == ([], 1)


async def test_a_ticket_dropped_after_the_visit_is_not_told_to_the_next_patron(
    counter: Counter,
) -> None:
    await counter.send()
    counter.model.drop()
    counter.model.forget()
    await eventually(lambda: all(task.done() for task in counter.tasks))
    assert counter.dropped == []


async def test_a_ticket_that_is_not_at_the_desk_after_a_while_is_late(
    counter: Counter, desk: FakeDesk
) -> None:
    desk.down = True
    await counter.deliver()
    assert not counter.model.late
    await counter.clock.until_sleeping()
    counter.clock.advance(PATIENCE_SECONDS)
    await eventually(lambda: counter.model.late)
    desk.down = False
    await counter.courier.deliver_due()
    assert (counter.model.phase_now, counter.model.late) == (Phase.WAITING, False)


async def test_a_ticket_that_arrives_at_once_is_never_late(counter: Counter) -> None:
    await counter.deliver()
    counter.clock.advance(PATIENCE_SECONDS)
    await eventually(lambda: len(counter.clock.sleeping) == 1)
    assert not counter.model.late


async def test_an_address_goes_along_and_is_forgotten_here(
    counter: Counter, desk: FakeDesk
) -> None:
    counter.compose()
    counter.model.contact.text = "ada@example.org"
    counter.model.contact.agreed = True
    counter.model.send("", counter.model.contact.given)
    await eventually(lambda: counter.model.phase_now is Phase.KEEPING)
    await counter.courier.deliver_due()
    assert desk.received[0].contact == "ada@example.org"
    assert counter.model.hasContact
    assert (counter.model.contact.text, counter.model.contact.agreed) == ("", False)


async def test_an_address_is_forgotten_with_the_preview(counter: Counter) -> None:
    counter.compose()
    counter.model.contact.text = "ada@example.org"
    counter.model.cancel()
    assert counter.model.contact.text == ""
    counter.compose()
    counter.model.contact.text = "ada@example.org"
    counter.model.forget()
    assert counter.model.contact.text == ""


async def test_what_the_desk_has_already_is_not_taken_back(
    counter: Counter, desk: FakeDesk
) -> None:
    await counter.send()
    await counter.courier.deliver_due()
    counter.model.drop()
    await eventually(lambda: counter.too_late)
    assert counter.model.phase_now is Phase.KEEPING
    assert (counter.dropped, len(desk.received)) == ([], 1)


async def test_a_ticket_that_cannot_be_forgotten_is_shown_as_it_was(counter: Counter) -> None:
    await counter.send()
    counter.lose_the_tables()
    counter.model.drop()
    await eventually(counter.tasks[-1].done)
    assert counter.model.phase_now is Phase.KEEPING


async def answered(counter: Counter, desk: FakeDesk) -> None:
    """A librarian took the question and closed it."""
    await counter.deliver()
    ticket = desk.received[0].id
    desk.claim(ticket, "Maya")
    desk.close(ticket)
    await eventually(lambda: counter.model.property("asksIfResolved"))


async def test_a_question_that_is_answered_is_counted(counter: Counter, desk: FakeDesk) -> None:
    await answered(counter, desk)
    counter.model.tellIfResolved(True)  # noqa: FBT003  as QML calls it
    assert counter.counted.counted == {("resolved", "yes"): 1}
    assert not counter.model.property("asksIfResolved")
    assert counter.model.phase_now is Phase.NONE


async def test_a_question_that_is_not_can_be_sent_again(counter: Counter, desk: FakeDesk) -> None:
    await answered(counter, desk)
    code = desk.received[0].code
    counter.model.tellIfResolved(False)  # noqa: FBT003  as QML calls it
    assert counter.counted.counted == {("resolved", "no"): 1}
    assert counter.model.phase_now is Phase.COMPOSING
    assert counter.model.continued == Earlier(code, "Where is the atlas?")
    counter.model.cancel()
    assert counter.model.continued is None


async def test_a_second_tap_on_how_it_went_is_not_counted(counter: Counter, desk: FakeDesk) -> None:
    await answered(counter, desk)
    counter.model.tellIfResolved(True)  # noqa: FBT003  as QML calls it
    counter.model.tellIfResolved(False)  # noqa: FBT003  as QML calls it
    assert counter.counted.counted == {("resolved", "yes"): 1}
    assert counter.model.phase_now is Phase.NONE


async def test_who_leaves_is_not_asked_how_it_went(counter: Counter, desk: FakeDesk) -> None:
    await answered(counter, desk)
    counter.model.forget()
    assert not counter.model.property("asksIfResolved")
