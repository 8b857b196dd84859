from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import StorageError, WireError
from kiosk.core.tickets import MAX_LINES, MAX_MESSAGE, MAX_QUESTION, Author, Line, Ticket
from kiosk.handoff.courier import Courier
from kiosk.handoff.hand_offs import CODE_DIGITS, CODE_LETTERS, HandOffs, Standing
from kiosk.store.connection import Database
from kiosk.store.database import memory_database
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread
from tests.fakes.chance import seeded
from tests.fakes.clock import NOON, TurnableClock
from tests.fakes.desk import FakeDesk
from tests.handoff.asking import QUESTION, compose, send
from tests.noise import Noise


async def test_a_ticket_is_what_the_patron_saw(hand_offs: HandOffs) -> None:
    ticket = hand_offs.compose(
        " Where is it? ",
        [Line(Author.PATRON, "atlas")],
        language="de",
        location_id=None,
        name=" Wren ",
        contact="wren@example.org",
    )
    assert (ticket.question, ticket.name, ticket.contact) == (
        "Where is it?",
        "Wren",
        "wren@example.org",
    )
    assert ticket.transcript == (Line(Author.PATRON, "atlas"),)
    assert (ticket.language, ticket.location_id) == ("de", None)
    assert ticket.created_at == NOON


async def test_name_and_contact_may_be_left_out(hand_offs: HandOffs) -> None:
    ticket = compose(hand_offs)
    assert (ticket.name, ticket.contact) == ("", "")


async def test_composing_keeps_nothing(hand_offs: HandOffs, outbox: Outbox) -> None:
    compose(hand_offs)
    assert outbox.waiting_count() == 0


@pytest.mark.parametrize("question", ["", "   ", "\x00", "\ud800"])
async def test_an_empty_question_is_no_ticket(hand_offs: HandOffs, question: str) -> None:
    with pytest.raises(WireError, match="question"):
        compose(hand_offs, question)


async def test_a_code_can_be_read_out_without_mistakes(hand_offs: HandOffs) -> None:
    codes = {compose(hand_offs).code for _ in range(500)}
    assert not set("".join(codes)) & set("0O1IL2Z5S8BUVAE")
    assert all(code[0] in CODE_LETTERS and len(code) == 4 for code in codes)
    assert set("".join(codes)) == set(CODE_LETTERS + CODE_DIGITS)
    assert len(codes) > 480


async def test_every_ticket_has_an_id_of_its_own(hand_offs: HandOffs) -> None:
    assert len({compose(hand_offs).id for _ in range(100)}) == 100


any_text = st.text(st.characters(codec=None))


@given(any_text, st.lists(st.builds(Line, st.sampled_from(Author), any_text), max_size=5), any_text)
def test_whatever_was_typed_or_pasted_can_be_sent(
    question: str, lines: list[Line], name: str
) -> None:
    with memory_database() as database:
        outbox, thread = Outbox(database), DatabaseThread()
        hand_offs = HandOffs(outbox, thread, TurnableClock(), seeded())
        ticket = hand_offs.compose("?" + question, lines, language="en", location_id=1, name=name)
        outbox.post_ticket(ticket)
        thread.close()
        assert len(outbox.due(NOON)) == 1
    assert Ticket.from_json(ticket.to_json()) == ticket


async def test_what_is_too_long_is_cut_where_it_hurts_least(hand_offs: HandOffs) -> None:
    lines = [Line(Author.PATRON, f"line {number}") for number in range(MAX_LINES + 5)]
    ticket = hand_offs.compose("x" * 5000, lines, language="en", location_id=1, name="n" * 500)
    assert ticket.question == "x" * MAX_QUESTION
    assert len(ticket.name) == 200
    assert [ticket.transcript[0].text, ticket.transcript[-1].text] == ["line 5", "line 204"]


async def test_a_sent_ticket_is_kept_before_it_is_said_to_be(
    hand_offs: HandOffs, outbox: Outbox
) -> None:
    ticket = await send(hand_offs)
    assert [letter.id for letter in outbox.due(NOON)] == [ticket.id]
    assert await hand_offs.standing(ticket.id) is Standing.KEPT


async def test_what_could_not_be_kept_is_not_said_to_be(
    hand_offs: HandOffs, database: Database
) -> None:
    database.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError, match="readonly"):
        await send(hand_offs)


async def test_further_words_are_kept_behind_the_ticket(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    ticket = await send(hand_offs)
    await hand_offs.say(ticket.id, "It is blue.")
    await hand_offs.say(ticket.id, "And large.")
    await courier.deliver_due()
    assert desk.said(ticket.id) == ["It is blue.", "And large."]


async def test_a_long_text_goes_in_several_messages(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    ticket = await send(hand_offs)
    text = "ab" * MAX_MESSAGE + "c"
    await hand_offs.say(ticket.id, text)
    await courier.deliver_due()
    assert len(desk.said(ticket.id)) == 3
    assert "".join(desk.said(ticket.id)) == text


@pytest.mark.parametrize("text", ["", " \n ", "\x00"])
async def test_no_words_are_no_message(hand_offs: HandOffs, outbox: Outbox, text: str) -> None:
    ticket = await send(hand_offs)
    await hand_offs.say(ticket.id, text)
    assert outbox.waiting_count() == 1


async def test_a_stretch_of_blanks_in_a_long_text_is_no_message_of_its_own(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    ticket = await send(hand_offs)
    await hand_offs.say(ticket.id, "a" * MAX_MESSAGE + " " * MAX_MESSAGE + "b")
    await courier.deliver_due()
    assert desk.said(ticket.id) == ["a" * MAX_MESSAGE, "b"]


async def test_where_a_ticket_stands_is_known_without_the_desk(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, expected_logs: Noise
) -> None:
    delivered = await send(hand_offs)
    await courier.deliver_due()
    desk.refusing = 422
    expected_logs.allow("a ticket was refused")
    refused = await send(hand_offs, "Refuse me")
    await courier.deliver_due()
    unknown = compose(hand_offs)
    assert await hand_offs.standing(delivered.id) is Standing.DELIVERED
    assert await hand_offs.standing(refused.id) is Standing.PARKED
    assert await hand_offs.standing(unknown.id) is Standing.UNKNOWN


async def test_the_courier_is_called_after_each_letter(
    outbox: Outbox, database_thread: DatabaseThread, clock: TurnableClock
) -> None:
    calls: list[int] = []
    posted: Callable[[], None] = lambda: calls.append(outbox.waiting_count())  # noqa: E731  typed
    hand_offs = HandOffs(outbox, database_thread, clock, seeded(), posted)
    ticket = await send(hand_offs, QUESTION)
    await hand_offs.say(ticket.id, "It is blue.")
    assert calls == [1, 2]
