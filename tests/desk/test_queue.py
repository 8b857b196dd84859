"""Librarians claim, answer, hand back and close; two never have the same ticket."""

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core.tickets import Author, EventKind, PatronMessage, TicketState
from kiosk.desk.answers import Answers, KeyedRequest
from kiosk.desk.database import Database
from kiosk.desk.queue import Queue
from kiosk.desk.records import Librarian, Terminal
from kiosk.desk.refusals import Conflict, NotFound, Refusal
from kiosk.desk.tickets import Tickets
from tests.desk.conftest import new_librarian, new_terminal
from tests.desk.running import message_json, ticket_json
from tests.desk.test_answers import open_ticket
from tests.fakes.clock import NOON, TurnableClock


@pytest.fixture
def ticket(tickets: Tickets, terminal: Terminal) -> UUID:
    """A ticket that waits."""
    body = ticket_json(transcript=[{"author": "assistant", "text": "I don't know."}], name="Jo")
    open_ticket(tickets, terminal, body)
    return UUID(body["id"])


def say(tickets: Tickets, terminal: Terminal, ticket: UUID, text: str) -> None:
    body = message_json(text)
    request = KeyedRequest(terminal.id, body["id"], f"/tickets/{ticket}/messages", body)
    tickets.add_message(terminal, request, ticket, PatronMessage.from_json(body))


def test_a_claimed_ticket_is_with_its_librarian(
    queue: Queue, ticket: UUID, maya: Librarian, clock: TurnableClock
) -> None:
    clock.advance(minutes=4)

    assert queue.claim(ticket, maya) == timedelta(minutes=4)

    card = queue.file(ticket).card
    assert (card.state, card.owner, card.answer_due) == (TicketState.CLAIMED, maya.name, True)


def test_of_many_who_claim_at_the_same_moment_one_gets_it(
    queue: Queue, ticket: UUID, database: Database, clock: TurnableClock
) -> None:
    librarians = [new_librarian(database, clock, f"Person{n} X") for n in range(6)]
    together = threading.Barrier(len(librarians))

    def claim(librarian: Librarian) -> bool:
        together.wait()
        try:
            queue.claim(ticket, librarian)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(len(librarians)) as pool:
        won = list(pool.map(claim, librarians))

    assert won.count(True) == 1
    file = queue.file(ticket)
    assert file.card.owner == librarians[won.index(True)].name
    assert [entry.kind for entry in file.entries] == [EventKind.CLAIMED]


def test_who_comes_second_reads_who_was_first(
    queue: Queue, ticket: UUID, maya: Librarian, noah: Librarian
) -> None:
    queue.claim(ticket, maya)

    with pytest.raises(Conflict, match="Maya has this ticket now"):
        queue.claim(ticket, noah)


def test_a_ticket_is_taken_over_from_the_one_who_was_seen_to_have_it(
    queue: Queue, ticket: UUID, maya: Librarian, noah: Librarian
) -> None:
    queue.claim(ticket, maya)
    queue.claim(ticket, noah, from_owner=maya.id)

    assert queue.file(ticket).card.owner == noah.name
    with pytest.raises(Conflict, match="Noah has"):
        queue.claim(ticket, noah, from_owner=maya.id)
    with pytest.raises(Conflict, match="Noah has"):
        queue.reply(ticket, maya, "Too late", uuid4())


def test_a_ticket_that_is_handed_back_waits_at_its_old_place(
    queue: Queue, tickets: Tickets, terminal: Terminal, ticket: UUID, maya: Librarian
) -> None:
    open_ticket(tickets, terminal, ticket_json())
    queue.claim(ticket, maya)
    queue.hand_back(ticket, maya)

    assert queue.cards()[0].id == ticket
    assert queue.cards()[0].state is TicketState.WAITING
    with pytest.raises(Conflict, match="claim it first"):
        queue.reply(ticket, maya, "Hello", uuid4())


def test_a_reply_sent_twice_is_said_once(queue: Queue, ticket: UUID, maya: Librarian) -> None:
    queue.claim(ticket, maya)
    message_id = uuid4()
    queue.reply(ticket, maya, "On floor 3.", message_id)
    queue.reply(ticket, maya, "On floor 3.", message_id)

    said = [entry.text for entry in queue.file(ticket).entries if entry.text]
    assert said == ["On floor 3."]
    assert queue.file(ticket).card.answer_due is False


def test_an_answer_is_due_again_when_the_patron_speaks(
    queue: Queue, tickets: Tickets, terminal: Terminal, ticket: UUID, maya: Librarian
) -> None:
    queue.claim(ticket, maya)
    queue.reply(ticket, maya, "On floor 3.", uuid4())
    before = queue.file(ticket).card.revision
    say(tickets, terminal, ticket, "Which shelf?")

    file = queue.file(ticket)
    assert file.card.answer_due
    assert file.card.revision > before
    assert (file.entries[-1].author, file.entries[-1].text) == (Author.PATRON, "Which shelf?")


def test_a_closed_ticket_stays_closed(
    queue: Queue, tickets: Tickets, terminal: Terminal, ticket: UUID, maya: Librarian
) -> None:
    queue.claim(ticket, maya)
    queue.close(ticket, maya, resolved=False)

    card = queue.file(ticket).card
    assert (card.state, card.resolved, card.closed_at) == (TicketState.CLOSED, False, NOON)
    with pytest.raises(Conflict, match="Maya has closed this ticket"):
        queue.hand_back(ticket, maya)
    with pytest.raises(Conflict, match="closed"):
        say(tickets, terminal, ticket, "One more thing")


def test_what_is_not_there_is_not_found(queue: Queue, maya: Librarian) -> None:
    with pytest.raises(NotFound):
        queue.file(uuid4())
    with pytest.raises(NotFound):
        queue.claim(uuid4(), maya)


def test_closed_tickets_leave_the_queue_after_half_a_day(
    queue: Queue, ticket: UUID, maya: Librarian, clock: TurnableClock
) -> None:
    queue.claim(ticket, maya)
    queue.close(ticket, maya, resolved=None)

    assert [card.id for card in queue.cards()] == [ticket]
    clock.advance(hours=12)
    assert queue.cards() == []


def test_name_and_contact_are_wiped_a_month_after_closing(
    queue: Queue, ticket: UUID, maya: Librarian, clock: TurnableClock
) -> None:
    queue.claim(ticket, maya)
    queue.close(ticket, maya, resolved=True)

    clock.advance(hours=30 * 24)
    assert queue.forget_contacts() == 0
    clock.advance(seconds=1)
    assert queue.forget_contacts() == 1
    assert queue.file(ticket).name == ""
    assert queue.forget_contacts() == 0


def test_a_terminal_whose_clock_is_ahead_does_not_wait_less_than_nothing(
    queue: Queue, tickets: Tickets, terminal: Terminal
) -> None:
    open_ticket(tickets, terminal, ticket_json(sent=NOON + timedelta(days=3)))

    assert queue.cards()[0].waiting_since == NOON


STEPS = ("claim", "take over", "hand back", "reply", "close", "patron speaks")
MOVES = {
    EventKind.CLAIMED: TicketState.CLAIMED,
    EventKind.RELEASED: TicketState.WAITING,
    EventKind.CLOSED: TicketState.CLOSED,
}


@settings(
    max_examples=25,
    deadline=None,
    # The same database serves all examples; each opens a ticket of its own.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.booleans()), max_size=8))
def test_whatever_is_pressed_the_events_tell_the_tickets_state(
    database: Database, clock: TurnableClock, steps: list[tuple[str, bool]]
) -> None:
    queue, tickets = Queue(database, clock), Tickets(database, Answers(database, clock), clock)
    terminal = new_terminal(database, clock, "Ground floor")
    maya, noah = (new_librarian(database, clock, name) for name in ("Maya O", "Noah L"))
    body = ticket_json()
    open_ticket(tickets, terminal, body)
    ticket = UUID(body["id"])
    presses: dict[str, Callable[[Librarian, Librarian], object]] = {
        "claim": lambda me, _: queue.claim(ticket, me),
        "take over": lambda me, other: queue.claim(ticket, me, from_owner=other.id),
        "hand back": lambda me, _: queue.hand_back(ticket, me),
        "reply": lambda me, _: queue.reply(ticket, me, "Yes.", uuid4()),
        "close": lambda me, _: queue.close(ticket, me, resolved=None),
        "patron speaks": lambda _me, _other: say(tickets, terminal, ticket, "Hello?"),
    }
    for step, is_maya in steps:
        with contextlib.suppress(Refusal):
            presses[step](*((maya, noah) if is_maya else (noah, maya)))

    told = tickets.news(terminal, ticket, after=0)
    moves = [MOVES[event.kind] for event in told.events if event.kind in MOVES]
    view = tickets.view(terminal, ticket, staffed=False)
    assert view.state is (moves[-1] if moves else TicketState.WAITING)
    assert (view.librarian == "") is (view.state is TicketState.WAITING)
    assert told.over is (view.state is TicketState.CLOSED)
