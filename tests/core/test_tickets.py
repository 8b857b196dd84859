import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import WireError
from kiosk.core.tickets import (
    MAX_LINE,
    MAX_LINES,
    MAX_MESSAGE,
    MAX_QUESTION,
    Author,
    EventKind,
    Line,
    PatronMessage,
    Ticket,
    TicketEvent,
    TicketState,
    TicketView,
)

AT = datetime(2026, 11, 25, 21, 12, tzinfo=UTC)
ID = UUID("8c8f2d8e-3a54-4a53-9a6f-0f6f1c1f6a11")

TICKET = Ticket(
    id=ID,
    code="K7M4",
    question="Where is the 1911 atlas?",
    transcript=(Line(Author.PATRON, "atlas 1911"), Line(Author.ASSISTANT, "I don't know.")),
    language="en",
    location_id=9101,
    name="",
    contact="",
    created_at=AT,
)

texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20
).filter(lambda text: text.strip() != "")
instants = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
tickets = st.builds(
    Ticket,
    id=st.uuids(),
    code=texts.map(lambda text: text[:12]).filter(lambda text: text.strip() != ""),
    question=texts,
    transcript=st.lists(st.builds(Line, st.sampled_from(Author), texts), max_size=3).map(tuple),
    language=st.just("zh-Hans"),
    location_id=st.none() | st.integers(),
    name=texts,
    contact=st.just(""),
    created_at=instants,
)


@given(tickets)
def test_a_ticket_arrives_as_it_was_sent(ticket: Ticket) -> None:
    assert Ticket.from_json(json.loads(json.dumps(ticket.to_json()))) == ticket


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "not a uuid"),
        ("id", None),
        ("code", ""),
        ("code", "much too long a code"),
        ("question", "   "),
        ("question", "x" * (MAX_QUESTION + 1)),
        ("question", 7),
        ("question", "half a \ud83d character"),
        ("question", "an end \x00 in the middle"),
        ("transcript", "a line"),
        ("transcript", ["a line"]),
        ("transcript", [{"author": "nobody", "text": "x"}]),
        ("transcript", [{"author": "patron", "text": "x" * (MAX_LINE + 1)}]),
        ("transcript", [{"author": "patron", "text": "x"}] * (MAX_LINES + 1)),
        ("language", None),
        ("location_id", "9101"),
        ("location_id", True),
        ("name", 7),
        ("created_at", "yesterday"),
        ("created_at", "2026-11-25T21:12:00"),
    ],
)
def test_a_ticket_with_a_mistake_is_refused_by_the_name_of_its_field(
    field: str, value: object
) -> None:
    body: dict[str, Any] = TICKET.to_json() | {field: value}
    with pytest.raises(WireError) as caught:
        Ticket.from_json(body)
    named = {"transcript": ("transcript", "author", "text")}.get(field, (field,))
    assert any(name in str(caught.value) for name in named)


@pytest.mark.parametrize("body", [None, [], "ticket", 7])
def test_what_is_no_object_is_refused(body: object) -> None:
    for read in (Ticket.from_json, TicketView.from_json, PatronMessage.from_json, Line.from_json):
        with pytest.raises(WireError, match="JSON object"):
            read(body)


def test_a_state_arrives_as_it_was_sent() -> None:
    for view in (
        TicketView(ID, "K7M4", TicketState.WAITING, 3, "", staffed=True),
        TicketView(ID, "K7M4", TicketState.CLAIMED, None, "Ana", staffed=False),
    ):
        assert TicketView.from_json(view.to_json()) == view


@pytest.mark.parametrize(("field", "value"), [("state", "lost"), ("position", "first")])
def test_a_state_with_a_mistake_is_refused(field: str, value: object) -> None:
    view = TicketView(ID, "K7M4", TicketState.WAITING, 3, "", staffed=True)
    with pytest.raises(WireError, match=field):
        TicketView.from_json(view.to_json() | {field: value})


def test_a_message_arrives_as_it_was_sent() -> None:
    message = PatronMessage(ID, "It has a green cover.", AT)
    assert PatronMessage.from_json(message.to_json()) == message
    with pytest.raises(WireError, match="text"):
        PatronMessage.from_json(message.to_json() | {"text": "x" * (MAX_MESSAGE + 1)})


def test_an_event_arrives_as_it_was_sent() -> None:
    event = TicketEvent(12, EventKind.MESSAGE, "Ana", "Second floor.", AT)
    assert TicketEvent.from_sse("12", "message", event.data()) == event


@pytest.mark.parametrize(("number", "kind"), [("twelve", "message"), ("12", "dance")])
def test_an_unknown_event_is_refused(number: str, kind: str) -> None:
    event = TicketEvent(12, EventKind.MESSAGE, "Ana", "Second floor.", AT)
    with pytest.raises(WireError, match="unknown event"):
        TicketEvent.from_sse(number, kind, event.data())
