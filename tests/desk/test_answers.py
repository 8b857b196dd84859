"""A request that arrives more than once is done once."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kiosk.core.fields import Json
from kiosk.core.tickets import Ticket, TicketState
from kiosk.desk.answers import Answers, KeyedRequest
from kiosk.desk.queue import Queue
from kiosk.desk.records import Answer, Terminal
from kiosk.desk.refusals import BadRequest, Conflict, KeyReused
from kiosk.desk.tables import terminals
from kiosk.desk.tickets import Tickets
from tests.desk.running import ticket_json
from tests.fakes.clock import NOON, TurnableClock


def keyed(terminal: Terminal, body: Json, *, key: str = "", path: str = "/tickets") -> KeyedRequest:
    return KeyedRequest(terminal.id, key or body["id"], path, body)


def open_ticket(tickets: Tickets, terminal: Terminal, body: Json, key: str = "") -> Answer:
    request = keyed(terminal, body, key=key)
    return tickets.open(terminal, request, Ticket.from_json(body), staffed=False)


def test_the_first_answer_comes_again_though_the_world_went_on(
    tickets: Tickets, terminal: Terminal
) -> None:
    body = ticket_json()
    open_ticket(tickets, terminal, ticket_json())
    first = open_ticket(tickets, terminal, body)
    again = open_ticket(tickets, terminal, dict(reversed(body.items())))

    assert first.body["position"] == 2
    assert (again.status, again.body) == (first.status, first.body)
    assert (first.repeated, again.repeated) == (False, True)


def test_another_body_under_the_same_key_is_refused(tickets: Tickets, terminal: Terminal) -> None:
    body = ticket_json()
    open_ticket(tickets, terminal, body)

    with pytest.raises(KeyReused):
        open_ticket(tickets, terminal, body | {"question": "Something else"})


def test_the_same_key_elsewhere_is_another_request(terminal: Terminal) -> None:
    body = ticket_json()

    here, there = keyed(terminal, body), keyed(terminal, body, path="/beats")

    assert here.fingerprint != there.fingerprint


def test_a_ticket_that_is_known_under_another_key_is_not_opened_twice(
    tickets: Tickets, terminal: Terminal, queue: Queue
) -> None:
    body = ticket_json()
    open_ticket(tickets, terminal, body)

    with pytest.raises(Conflict):
        open_ticket(tickets, terminal, body, key="another")
    assert queue.counts()[TicketState.WAITING] == 1


def test_a_letter_that_arrives_ten_times_at_once_is_one_ticket(
    tickets: Tickets, terminal: Terminal, queue: Queue
) -> None:
    body = ticket_json()

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: open_ticket(tickets, terminal, body), range(10)))

    assert [card.id for card in queue.cards()] == [UUID(body["id"])]
    assert [answer.repeated for answer in answers].count(False) == 1
    assert {answer.body["code"] for answer in answers} == {body["code"]}


def test_keys_are_kept_for_thirty_days_and_no_longer(
    answers: Answers, tickets: Tickets, terminal: Terminal, clock: TurnableClock
) -> None:
    body = ticket_json()
    open_ticket(tickets, terminal, body)

    clock.advance(hours=30 * 24)
    assert answers.forget_old() == 0
    assert open_ticket(tickets, terminal, body).repeated

    clock.advance(seconds=1)
    assert answers.forget_old() == 1


def test_work_that_fails_leaves_no_answer(answers: Answers, terminal: Terminal) -> None:
    request = keyed(terminal, ticket_json())

    def fails(_connection: object) -> Answer:
        raise Conflict("not now")

    with pytest.raises(Conflict):
        answers.once(request, fails)
    assert answers.once(request, lambda _: Answer(201, {})).repeated is False


def test_a_name_that_is_taken_is_no_repeated_request(answers: Answers, terminal: Terminal) -> None:
    def takes_a_token_twice(connection: Connection) -> Answer:
        row = {"name": "T", "token_hash": "x", "created_at": NOON}
        connection.execute(terminals.insert(), [row, row])
        return Answer(201, {})

    with pytest.raises(IntegrityError):
        answers.once(keyed(terminal, ticket_json()), takes_a_token_twice)


@pytest.mark.parametrize("key", ["", "x" * 101, "a\nb"])
def test_a_key_is_asked_for(terminal: Terminal, key: str) -> None:
    with pytest.raises(BadRequest, match="Idempotency-Key"):
        KeyedRequest(terminal.id, key, "/tickets", {})
