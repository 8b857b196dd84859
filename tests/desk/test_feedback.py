"""Questions from patrons at the desk: kept once, marked as done, wiped in time."""

from uuid import uuid4

import pytest

from kiosk.core.feedback import Feedback
from kiosk.desk.answers import Answers, KeyedRequest
from kiosk.desk.database import Database
from kiosk.desk.feedback import KEPT, FeedbackBox
from kiosk.desk.records import Answer, Librarian, Terminal
from kiosk.desk.refusals import Conflict, NotFound
from tests.desk.conftest import new_terminal
from tests.desk.told import TODAY, feedback_json
from tests.fakes.clock import TurnableClock


@pytest.fixture
def box(database: Database, answers: Answers, clock: TurnableClock) -> FeedbackBox:
    return FeedbackBox(database, answers, clock)


def take(
    box: FeedbackBox, terminal: Terminal, body: dict[str, object] | None = None, key: str = ""
) -> Answer:
    body = body or feedback_json()
    request = KeyedRequest(terminal.id, key or str(body["id"]), "/api/v1/feedback", body)
    return box.take(terminal, request, Feedback.from_json(body))


def test_a_question_is_kept_once_even_when_its_key_was_forgotten(
    box: FeedbackBox, terminal: Terminal
) -> None:
    body = feedback_json()
    first, again, later = (take(box, terminal, body, key) for key in ("a", "a", "b"))
    assert (first.status, again.repeated, later.status) == (201, True, 201)
    (sent,) = box.since(TODAY)
    assert (sent.question, sent.terminal) == ("How do I quote a podcast?", "Ground floor")
    assert "podcast" not in repr(sent)


def test_another_terminals_question_is_not_overwritten(
    box: FeedbackBox, terminal: Terminal, database: Database, clock: TurnableClock
) -> None:
    body = feedback_json()
    take(box, terminal, body)
    with pytest.raises(Conflict):
        take(box, new_terminal(database, clock, "Upstairs"), body)


def test_what_is_open_comes_first_and_then_the_newest(
    box: FeedbackBox, terminal: Terminal, maya: Librarian, clock: TurnableClock
) -> None:
    for question in ("one?", "two?", "three?"):
        take(box, terminal, feedback_json(question=question))
        clock.advance(minutes=1)
    box.mark(box.since(TODAY)[0].id, maya, done=True)
    assert [(sent.question, sent.done_by) for sent in box.since(TODAY)] == [
        ("two?", ""),
        ("one?", ""),
        ("three?", "Maya Okafor"),
    ]
    box.mark(box.since(TODAY)[2].id, maya, done=False)
    assert box.since(TODAY)[0].question == "three?"


def test_only_the_terminal_asked_for_is_shown(box: FeedbackBox, terminal: Terminal) -> None:
    take(box, terminal)
    assert len(box.since(TODAY, "Ground floor")) == 1
    assert box.since(TODAY, "Upstairs") == []


def test_a_question_that_is_gone_cannot_be_marked(box: FeedbackBox, maya: Librarian) -> None:
    with pytest.raises(NotFound):
        box.mark(uuid4(), maya, done=True)


def test_questions_are_wiped_after_90_days(
    box: FeedbackBox, terminal: Terminal, clock: TurnableClock
) -> None:
    take(box, terminal)
    clock.advance(KEPT.total_seconds())
    assert box.forget_old() == 0
    clock.advance(1)
    assert box.forget_old() == 1
    assert box.since(TODAY) == []
