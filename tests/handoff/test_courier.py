import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from kiosk.core.clock import iso_utc
from kiosk.handoff.courier import (
    IDLE_WAIT,
    LONGEST_WAIT,
    TOKEN_WAIT,
    Courier,
    Obstacle,
    Round,
    TakenBack,
)
from kiosk.handoff.hand_offs import HandOffs, Standing
from kiosk.store.connection import Database
from kiosk.store.outbox import PARKED_KEPT, Outbox
from kiosk.store.transactions import writing
from tests.fakes.clock import NOON, TurnableClock
from tests.fakes.desk import FakeDesk
from tests.fakes.waiting import eventually
from tests.handoff.asking import QUESTION, Screen, compose, send
from tests.noise import Noise


def questions(desk: FakeDesk) -> list[str]:
    return [ticket.question for ticket in desk.received]


@contextlib.asynccontextmanager
async def running(courier: Courier) -> AsyncIterator[asyncio.Task[None]]:
    """The courier at work, as long as the block lasts."""
    task = asyncio.ensure_future(courier.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()


async def test_a_ticket_is_delivered_as_it_was_composed(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, outbox: Outbox
) -> None:
    ticket = await send(hand_offs)
    assert await courier.deliver_due() == Round(delivered=1)
    assert desk.received == [ticket]
    assert outbox.waiting_count() == 0
    assert await courier.deliver_due() == Round()


async def test_a_hand_off_survives_a_dead_desk(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    """The letter stays in the outbox and goes out when the desk is back."""
    desk.down = True
    ticket = await send(hand_offs)
    assert (await courier.deliver_due()).obstacle is Obstacle.DESK_AWAY
    assert desk.received == []

    desk.down = False
    clock.advance(minutes=5)
    assert await courier.deliver_due() == Round(delivered=1)
    assert desk.received == [ticket]


async def test_the_screen_learns_of_a_delivery_with_the_place_in_the_queue(
    hand_offs: HandOffs, courier: Courier
) -> None:
    screen, second_screen = Screen(), Screen()
    courier.tell(screen)
    courier.tell(second_screen)
    tickets = [await send(hand_offs), await send(hand_offs, "And where is the 1912 one?")]
    await hand_offs.say(tickets[0].id, "It is blue.")
    await courier.deliver_due()
    assert [(view.id, view.position) for view in screen.views] == [
        (tickets[0].id, 1),
        (tickets[1].id, 2),
    ]
    assert second_screen.views == screen.views


async def _deliver_at_the_second_try(
    courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.lose_answers = 1
    assert (await courier.deliver_due()).obstacle is Obstacle.DESK_AWAY
    clock.advance(minutes=2)
    assert await courier.deliver_due() == Round(delivered=1)


async def test_a_letter_whose_answer_got_lost_arrives_once(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    ticket = await send(hand_offs)
    await _deliver_at_the_second_try(courier, desk, clock)
    await hand_offs.say(ticket.id, "It is blue.")
    await _deliver_at_the_second_try(courier, desk, clock)
    assert desk.received == [ticket]
    assert desk.said(ticket.id) == ["It is blue."]
    assert len(desk.requests) == 4


async def test_further_words_never_overtake_the_ticket(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.down = True
    ticket = await send(hand_offs)
    await courier.deliver_due()
    await hand_offs.say(ticket.id, "It is blue.")
    desk.down = False
    assert await courier.deliver_due() == Round()
    clock.advance(minutes=2)
    assert await courier.deliver_due() == Round(delivered=2)
    assert desk.said(ticket.id) == ["It is blue."]


async def test_a_refused_ticket_is_parked_and_told(
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    outbox: Outbox,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("a ticket was refused and is parked: The staff desk answered 422")
    screen = Screen()
    courier.tell(screen)
    desk.refusing = 422
    ticket = await send(hand_offs)
    await hand_offs.say(ticket.id, "It is blue.")
    assert await courier.deliver_due() == Round(parked=1)
    assert screen.refused == [ticket.id]
    assert [letter.last_error for letter in outbox.parked()] == ["The staff desk answered 422"] * 2

    desk.refusing = 0
    assert await courier.deliver_due() == Round()


async def test_a_refused_message_is_parked_and_the_conversation_goes_on(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, outbox: Outbox, expected_logs: Noise
) -> None:
    expected_logs.allow("a message was refused and is parked: The staff desk answered 409")
    screen = Screen()
    courier.tell(screen)
    ticket = await send(hand_offs)
    await courier.deliver_due()
    desk.close(ticket.id)
    await hand_offs.say(ticket.id, "Thank you!")
    assert await courier.deliver_due() == Round(parked=1)
    assert screen.refused == []
    assert len(outbox.parked()) == 1


async def test_a_ticket_that_the_desk_refuses_because_it_has_it_is_delivered(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    """The answer got lost so long ago that the desk does not know the key any more."""
    ticket = await send(hand_offs)
    desk.lose_answers = 1
    await courier.deliver_due()
    desk.forget_keys()
    screen = Screen()
    courier.tell(screen)
    clock.advance(hours=24 * 31)
    assert await courier.deliver_due() == Round(delivered=1)
    assert [view.id for view in screen.views] == [ticket.id]
    assert await hand_offs.standing(ticket.id) is Standing.DELIVERED


async def test_one_letter_that_breaks_the_desk_does_not_hold_up_the_others(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    async def choke(request: httpx.Request) -> None:
        if b"poison" in request.content:
            raise httpx.RemoteProtocolError("the desk fell over")

    desk.before_answer = choke
    await send(hand_offs, "poison")
    await send(hand_offs)
    assert await courier.deliver_due() == Round(obstacle=Obstacle.DESK_AWAY)
    assert await courier.deliver_due() == Round(delivered=1)
    assert QUESTION in questions(desk)
    clock.advance(minutes=2)
    assert await courier.deliver_due() == Round(obstacle=Obstacle.DESK_AWAY)


async def test_a_letter_that_was_damaged_on_the_disk_is_parked(
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    database: Database,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("is parked")
    for body in ("{half", '{"id": 7}', "[]"):
        ticket = await send(hand_offs, "Damage me")
        with writing(database):
            database.execute("UPDATE outbox SET body = ? WHERE id = ?", [body, str(ticket.id)])
    healthy = await send(hand_offs)
    assert await courier.deliver_due() == Round(delivered=1, parked=3)
    assert desk.received == [healthy]


# A wrong token is not the letter's fault.


async def test_a_wrong_token_parks_nothing_and_is_told_once(
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    clock: TurnableClock,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("check this terminal's token")
    desk.token = "another"
    ticket = await send(hand_offs)
    async with running(courier):
        for _ in range(3):
            await clock.until_sleeping()
            assert clock.sleeping == [TOKEN_WAIT]
            await clock.wake_next()
        assert len(expected_logs.heard) == 1
        desk.token = "terminal-token"
        await clock.wake_next()
        await eventually(lambda: desk.received == [ticket])


async def test_looking_when_nothing_is_due_does_not_make_it_well(
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    clock: TurnableClock,
    expected_logs: Noise,
) -> None:
    """The hourly cleaning, or the network coming back, must not repeat the complaint."""
    expected_logs.allow("check this terminal's token")
    desk.token = "another"
    clock.advance(0.5)
    await send(hand_offs)
    async with running(courier):
        for _ in range(4):
            await clock.until_sleeping()
            asked = len(clock.slept)
            courier.nudge()
            await eventually(lambda asked=asked: len(clock.slept) > asked)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
            clock.advance(1)
    assert len(expected_logs.heard) == 1


async def test_a_token_that_goes_wrong_between_ticket_and_look_parks_nothing(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, expected_logs: Noise
) -> None:
    expected_logs.allow("check this terminal's token")

    async def revoke(_: httpx.Request) -> None:
        desk.token = "another"

    ticket = await send(hand_offs)
    desk.refuse_once = 409
    desk.before_answer = revoke
    assert (await courier.deliver_due()).obstacle is Obstacle.NOT_KNOWN_THERE
    assert await hand_offs.standing(ticket.id) is Standing.KEPT


# For as long as the program runs.


async def test_a_new_letter_is_delivered_without_waiting(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    async with running(courier):
        await clock.until_sleeping()
        assert clock.sleeping == [IDLE_WAIT]
        ticket = await send(hand_offs)
        await eventually(lambda: desk.received == [ticket])


async def test_while_the_desk_is_away_the_courier_tries_less_and_less_often(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.down = True
    ticket = await send(hand_offs)
    async with running(courier):
        await clock.wake_next()
        # How often it looks in between is its own business; that the waits grow is not.
        while max(clock.slept) <= 20:
            await clock.wake_next()
        assert max(clock.slept[:3]) <= 4
        assert max(clock.slept) <= LONGEST_WAIT
        desk.down = False
        for _ in range(3):
            await clock.wake_next()
            await clock.until_sleeping()
        assert desk.received == [ticket]
        assert clock.sleeping == [IDLE_WAIT]


async def test_a_whole_weekend_of_letters_goes_out_in_order(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.down = True
    sent = [await send(hand_offs, f"Question {number}") for number in range(20)]
    async with running(courier):
        await clock.wake_next()
        clock.advance(hours=60)
        desk.down = False
        await clock.wake_next()
        await eventually(lambda: len(desk.received) == 20)
    assert {ticket.id for ticket in desk.received} == {ticket.id for ticket in sent}


async def test_a_wrong_clock_does_not_stop_the_post(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.down = True
    clock.set_wall(NOON + timedelta(days=400))
    ticket = await send(hand_offs)
    await courier.deliver_due()
    clock.set_wall(NOON)
    desk.down = False
    assert await courier.deliver_due() == Round(delivered=1)
    assert desk.received == [ticket]


async def test_a_database_that_cannot_be_written_is_told_once_and_tried_again(
    *,
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    clock: TurnableClock,
    database: Database,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("readonly database")
    ticket = await send(hand_offs)
    database.execute("PRAGMA query_only = ON")
    async with running(courier):
        for _ in range(2):
            assert await clock.wake_next() == LONGEST_WAIT
        await clock.until_sleeping()
        database.execute("PRAGMA query_only = OFF")
        await clock.wake_next()
        await eventually(lambda: desk.received == [ticket])
    assert len(expected_logs.heard) == 1


async def test_the_words_of_a_refused_letter_do_not_stay_for_ever(
    *,
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    clock: TurnableClock,
    outbox: Outbox,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("is parked")
    desk.refusing = 422
    await send(hand_offs)
    async with running(courier):
        await clock.until_sleeping()
        assert len(outbox.parked()) == 1
        clock.advance(PARKED_KEPT.total_seconds() + 1)
        await clock.until_sleeping()
        assert outbox.parked() == []


async def test_no_words_of_the_patron_are_logged(
    *,
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    clock: TurnableClock,
    caplog: pytest.LogCaptureFixture,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("is parked")
    ticket = await send(hand_offs)
    desk.proxy_error = 502
    await courier.deliver_due()
    desk.proxy_error, desk.refusing = 0, 422
    clock.advance(minutes=2)
    await courier.deliver_due()
    for words in (ticket.question, ticket.code, "atlas"):
        assert words not in caplog.text


async def test_a_letter_is_sent_as_it_was_kept_also_by_a_later_start(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, database: Database
) -> None:
    ticket = await send(hand_offs)
    (body,) = database.execute("SELECT body FROM outbox").fetchone()
    assert json.loads(body) == ticket.to_json()
    assert json.loads(body)["created_at"] == iso_utc(NOON)
    await courier.deliver_due()
    assert desk.received == [ticket]


async def test_a_round_that_is_cancelled_keeps_the_letter(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, outbox: Outbox
) -> None:
    reached = asyncio.Event()

    async def hang(_: httpx.Request) -> None:
        reached.set()
        await asyncio.Event().wait()

    ticket = await send(hand_offs)
    desk.before_answer = hang
    task = asyncio.ensure_future(courier.deliver_due())
    await reached.wait()
    task.cancel()
    await asyncio.wait({task})
    assert outbox.waiting_count() == 1
    desk.before_answer = None
    assert await courier.deliver_due() == Round(delivered=1)
    assert desk.received == [ticket]


async def test_nothing_that_was_not_sent_is_delivered(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    compose(hand_offs)
    assert await courier.deliver_due() == Round()
    assert desk.requests == []


# What the patron does not want sent any more


async def test_what_was_never_sent_is_dropped_while_the_desk_is_away(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, outbox: Outbox
) -> None:
    desk.down = True
    ticket = await send(hand_offs)
    await courier.deliver_due()
    assert await courier.take_back(ticket.id) is TakenBack.DROPPED
    assert (outbox.ticket(ticket.id), outbox.waiting_count()) == (None, 0)
    assert await courier.take_back(ticket.id) is TakenBack.DROPPED


async def test_what_the_desk_has_is_not_dropped(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    ticket = await send(hand_offs)
    await courier.deliver_due()
    assert await courier.take_back(ticket.id) is TakenBack.TOO_LATE
    assert desk.received == [ticket]


async def test_a_desk_that_got_it_without_our_knowing_is_asked(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, outbox: Outbox
) -> None:
    screen = Screen()
    courier.tell(screen)
    desk.lose_answers = 1
    ticket = await send(hand_offs)
    await courier.deliver_due()
    assert await courier.take_back(ticket.id) is TakenBack.TOO_LATE
    assert [view.id for view in screen.views] == [ticket.id]
    assert outbox.waiting_count() == 0


async def test_a_desk_that_did_not_get_it_says_so(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    desk.proxy_error = 502
    ticket = await send(hand_offs)
    await courier.deliver_due()
    desk.proxy_error = 0
    assert await courier.take_back(ticket.id) is TakenBack.DROPPED
    assert desk.received == []


async def test_what_may_have_arrived_is_forgotten_here_and_said_so(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, outbox: Outbox
) -> None:
    desk.lose_answers = 1
    ticket = await send(hand_offs)
    await courier.deliver_due()
    desk.down = True
    assert await courier.take_back(ticket.id) is TakenBack.UNSURE
    assert outbox.waiting_count() == 0


async def test_what_was_sent_before_this_process_began_is_not_known(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk, clock: TurnableClock
) -> None:
    desk.down = True
    clock.set_wall(NOON - timedelta(seconds=5))
    ticket = await send(hand_offs)
    assert await courier.take_back(ticket.id) is TakenBack.UNSURE


async def test_what_the_desk_refused_can_be_dropped(
    hand_offs: HandOffs,
    courier: Courier,
    desk: FakeDesk,
    outbox: Outbox,
    expected_logs: Noise,
) -> None:
    expected_logs.allow("refused")
    desk.refusing = 422
    ticket = await send(hand_offs)
    await courier.deliver_due()
    desk.down = True
    assert await courier.take_back(ticket.id) is TakenBack.DROPPED
    assert outbox.parked() == []


async def test_a_letter_on_its_way_is_waited_for(
    hand_offs: HandOffs, courier: Courier, desk: FakeDesk
) -> None:
    """Whoever drops while the letter is at the desk's door learns what became of it."""
    at_the_door, go_on = asyncio.Event(), asyncio.Event()

    async def hold(_request: httpx.Request) -> None:
        at_the_door.set()
        await go_on.wait()

    desk.before_answer = hold
    ticket = await send(hand_offs)
    delivering = asyncio.ensure_future(courier.deliver_due())
    await at_the_door.wait()
    dropping = asyncio.ensure_future(courier.take_back(ticket.id))
    go_on.set()
    assert await delivering == Round(delivered=1)
    assert await dropping is TakenBack.TOO_LATE
