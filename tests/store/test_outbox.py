import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core.errors import StorageError, StorageUnreadable
from kiosk.core.tickets import PatronMessage, Ticket
from kiosk.store.connection import Database
from kiosk.store.database import memory_database, open_database
from kiosk.store.outbox import PARKED_KEPT, TICKET_KEPT, Letter, LetterKind, Outbox
from tests.fakes.chance import seeded
from tests.store.examples import FETCHED as NOW
from tests.store.examples import UNKNOWN_ID, a_message, a_ticket

SOON = NOW + timedelta(seconds=30)
SECRET_WORDS = "Ulmenholz und Quittengelee"  # found nowhere else in the file


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


def post(outbox: Outbox, *, messages: int = 0) -> tuple[Ticket, list[PatronMessage]]:
    """A ticket and what was said after it."""
    ticket, said = a_ticket(), [a_message(f"and {number}") for number in range(messages)]
    outbox.post_ticket(ticket)
    for message in said:
        outbox.post_message(ticket.id, message)
    return ticket, said


def ids(letters: list[Letter]) -> list[UUID]:
    return [letter.id for letter in letters]


def test_a_new_letter_is_due_at_once(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    (letter,) = outbox.due(NOW)
    assert (letter.id, letter.ticket_id, letter.kind) == (ticket.id, ticket.id, LetterKind.TICKET)
    assert (letter.attempts, letter.last_error, letter.parked_at) == (0, "", None)
    assert outbox.waiting_count() == 1
    assert outbox.next_due() is not None


def test_a_new_letter_is_due_also_after_the_clock_was_set_back(outbox: Outbox) -> None:
    post(outbox)
    assert len(outbox.due(NOW - timedelta(days=400))) == 1


def test_the_ticket_and_its_letter_are_kept_together_or_not_at_all(
    database: Database, outbox: Outbox
) -> None:
    database.execute(
        "CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    )
    ticket = a_ticket()
    with pytest.raises(StorageUnreadable, match="disk full"):
        outbox.post_ticket(ticket)
    assert outbox.ticket(ticket.id) is None


def test_letters_survive_the_program(path: Path) -> None:
    ticket = a_ticket()
    with open_database(path) as database:
        Outbox(database).post_ticket(ticket)
    with open_database(path) as database:
        assert ids(Outbox(database).due(NOW)) == [ticket.id]


def test_letters_are_due_in_the_order_in_which_they_were_posted(outbox: Outbox) -> None:
    first, said = post(outbox, messages=2)
    second, _ = post(outbox)
    assert ids(outbox.due(NOW)) == [first.id, said[0].id, said[1].id, second.id]
    assert ids(outbox.due(NOW, limit=1)) == [first.id]


def test_a_message_never_overtakes_its_ticket(outbox: Outbox) -> None:
    ticket, _ = post(outbox, messages=2)
    other, _ = post(outbox)
    outbox.failed(ticket.id, SOON, "The desk answered 503")
    assert ids(outbox.due(NOW)) == [other.id]
    assert len(outbox.due(SOON)) == 4


def test_a_message_never_overtakes_an_earlier_one(outbox: Outbox) -> None:
    ticket, said = post(outbox, messages=2)
    outbox.delivered(ticket.id, NOW)
    outbox.failed(said[0].id, SOON, "The desk answered 503")
    assert outbox.due(NOW) == []


def test_a_failed_letter_waits_and_remembers_why(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    outbox.failed(ticket.id, SOON, "The desk answered 503")
    assert outbox.due(NOW) == []
    assert outbox.next_due() == SOON
    (letter,) = outbox.due(SOON)
    assert (letter.attempts, letter.last_error) == (1, "The desk answered 503")


def test_a_wait_of_less_than_a_second_is_not_lost(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    outbox.failed(ticket.id, NOW + timedelta(seconds=0.3), "The desk answered 503")
    assert outbox.due(NOW) == []
    assert ids(outbox.due(NOW + timedelta(seconds=1))) == [ticket.id]


def test_a_letter_that_failed_under_a_wrong_clock_does_not_wait_for_years(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    outbox.failed(ticket.id, NOW + timedelta(days=400), "The desk did not answer")
    assert ids(outbox.due(NOW)) == [ticket.id]


def test_a_delivered_ticket_leaves_its_code_and_no_letter(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    outbox.delivered(ticket.id, SOON)
    assert outbox.waiting_count() == 0
    assert outbox.next_due() is None
    record = outbox.ticket(ticket.id)
    assert record is not None
    assert (record.code, record.delivered_at, record.parked) == ("K7M4", SOON, False)


def test_a_delivered_message_leaves_the_ticket_as_it_was(outbox: Outbox) -> None:
    ticket, said = post(outbox, messages=1)
    outbox.delivered(said[0].id, SOON)
    record = outbox.ticket(ticket.id)
    assert record is not None
    assert record.delivered_at is None


def test_a_refused_ticket_is_parked_with_all_that_was_said_on_it(outbox: Outbox) -> None:
    ticket, said = post(outbox, messages=2)
    outbox.park(ticket.id, NOW, "The desk answered 422")
    assert outbox.due(NOW) == []
    assert outbox.waiting_count() == 0
    assert ids(outbox.parked()) == [ticket.id, said[0].id, said[1].id]
    assert {letter.last_error for letter in outbox.parked()} == {"The desk answered 422"}
    record = outbox.ticket(ticket.id)
    assert record is not None
    assert record.parked


def test_a_refused_message_does_not_hold_up_the_next(outbox: Outbox) -> None:
    ticket, said = post(outbox, messages=2)
    outbox.delivered(ticket.id, NOW)
    outbox.park(said[0].id, NOW, "The desk answered 422")
    assert ids(outbox.due(NOW)) == [said[1].id]
    record = outbox.ticket(ticket.id)
    assert record is not None
    assert not record.parked


def test_nothing_more_can_be_said_on_a_ticket_that_is_refused_or_unknown(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    outbox.park(ticket.id, NOW, "The desk answered 422")
    for ticket_id in (ticket.id, UNKNOWN_ID):
        with pytest.raises(StorageError, match="without a ticket"):
            outbox.post_message(ticket_id, a_message())


def test_what_was_shown_of_the_desks_events_is_remembered(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    assert outbox.last_event_id(ticket.id) == 0
    outbox.set_last_event_id(ticket.id, 41)
    assert outbox.last_event_id(ticket.id) == 41
    assert outbox.last_event_id(UNKNOWN_ID) == 0


def test_a_dropped_ticket_is_forgotten_with_its_letters(outbox: Outbox) -> None:
    ticket, _ = post(outbox, messages=1)
    kept, _ = post(outbox)
    outbox.drop(ticket.id)
    assert outbox.ticket(ticket.id) is None
    assert ids(outbox.due(NOW)) == [kept.id]


def test_refused_letters_and_old_tickets_are_forgotten_in_time(outbox: Outbox) -> None:
    delivered, _ = post(outbox)
    outbox.delivered(delivered.id, NOW)
    refused, _ = post(outbox)
    outbox.park(refused.id, NOW, "The desk answered 422")

    outbox.forget_old(NOW + TICKET_KEPT)
    assert outbox.ticket(delivered.id) is not None
    outbox.forget_old(NOW + TICKET_KEPT + timedelta(seconds=1))
    assert outbox.ticket(delivered.id) is None
    assert ids(outbox.parked()) == [refused.id]
    outbox.forget_old(NOW + PARKED_KEPT + timedelta(seconds=1))
    assert outbox.parked() == []
    assert outbox.ticket(refused.id) is None


def test_a_letter_that_waits_is_never_forgotten(outbox: Outbox) -> None:
    ticket, _ = post(outbox)
    outbox.forget_old(NOW + timedelta(days=1000))
    assert ids(outbox.due(NOW)) == [ticket.id]


def test_a_letter_does_not_print_the_patrons_words(outbox: Outbox) -> None:
    post(outbox)
    assert "atlas" in outbox.due(NOW)[0].body
    assert "atlas" not in repr(outbox.due(NOW))


# What was sent is gone from the disk.


def on_disk(path: Path) -> bytes:
    """Everything that lies in the database's folder."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def post_secret_words(outbox: Outbox, repeats: int = 1) -> Ticket:
    words = (SECRET_WORDS + ". ") * repeats
    ticket = a_ticket(words[:2000])
    outbox.post_ticket(ticket)
    outbox.post_message(ticket.id, a_message(words[:4000]))
    return ticket


def deliver_all(outbox: Outbox) -> None:
    for letter in outbox.due(NOW):
        outbox.delivered(letter.id, NOW)


def test_delivered_words_are_gone_from_the_file_and_its_log(path: Path, outbox: Outbox) -> None:
    post_secret_words(outbox)
    assert SECRET_WORDS.encode() in on_disk(path)
    deliver_all(outbox)
    assert SECRET_WORDS.encode() not in on_disk(path)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(1, 150), min_size=1, max_size=6), st.integers())
def test_words_of_any_length_are_gone_in_whatever_order_they_leave(
    path: Path, outbox: Outbox, lengths: list[int], seed: int
) -> None:
    """Rows share pages, overflow them and are moved between them."""
    order = seeded(seed)
    for repeats in lengths:
        post_secret_words(outbox, repeats)
    while letters := outbox.due(NOW):
        letter = order.choice(letters)
        outbox.failed(letter.id, NOW, "The desk answered 503")
        outbox.delivered(letter.id, NOW)
    assert SECRET_WORDS.encode() not in on_disk(path)


def test_the_words_of_a_dropped_ticket_are_gone(path: Path, outbox: Outbox) -> None:
    outbox.drop(post_secret_words(outbox).id)
    assert SECRET_WORDS.encode() not in on_disk(path)


def test_the_words_of_a_forgotten_letter_are_gone(path: Path, outbox: Outbox) -> None:
    outbox.park(post_secret_words(outbox).id, NOW, "The desk answered 422")
    outbox.forget_old(NOW + PARKED_KEPT + timedelta(seconds=1))
    assert SECRET_WORDS.encode() not in on_disk(path)


def test_while_another_process_reads_the_words_wait_and_are_gone_afterwards(
    path: Path, database: Database, outbox: Outbox
) -> None:
    database.execute("PRAGMA busy_timeout = 1")
    post_secret_words(outbox)
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM tickets").fetchall()
        deliver_all(outbox)
        assert not outbox.scrub()
    assert outbox.scrub()
    assert SECRET_WORDS.encode() not in on_disk(path)


def test_an_outbox_in_memory_works_the_same() -> None:
    with memory_database() as database:
        outbox = Outbox(database)
        post_secret_words(outbox)
        deliver_all(outbox)
        assert outbox.waiting_count() == 0
        assert outbox.scrub()


@given(st.lists(st.sampled_from(["post", "say", "deliver", "fail", "park"]), max_size=30))
def test_whatever_happens_no_letter_is_lost_or_overtakes(steps: list[str]) -> None:
    """Every letter leaves once, and those of a ticket leave in their order."""
    now, sent, left, tickets = NOW, [], [], []
    with memory_database() as database:
        outbox = Outbox(database)
        for step in steps:
            due = outbox.due(now)
            match step:
                case "post":
                    ticket = a_ticket()
                    outbox.post_ticket(ticket)
                    tickets.append(ticket.id)
                    sent.append((ticket.id, ticket.id))
                case "say" if tickets:
                    message = a_message()
                    record = outbox.ticket(tickets[-1])
                    if record and not record.parked:
                        outbox.post_message(tickets[-1], message)
                        sent.append((tickets[-1], message.id))
                case "deliver" if due:
                    outbox.delivered(due[0].id, now)
                    left.append((due[0].ticket_id, due[0].id))
                case "fail" if due:
                    outbox.failed(due[0].id, now + timedelta(seconds=5), "")
                case "park" if due:
                    outbox.park(due[-1].id, now, "")
            now += timedelta(seconds=1)
        here = [(one.ticket_id, one.id) for one in outbox.parked()]
        here += [(one.ticket_id, one.id) for one in outbox.due(now + timedelta(seconds=5))]
    assert sorted(left + here) == sorted(sent)
    for ticket_id in tickets:
        mine = [pair for pair in sent if pair[0] == ticket_id]
        gone = [pair for pair in left if pair[0] == ticket_id]
        assert gone == [pair for pair in mine if pair in gone]
