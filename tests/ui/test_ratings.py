"""Thumbs under an answer: what is counted, what is shown before it is sent, and what is sent."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from dataclasses import replace
from typing import Any

import pytest

from kiosk.assistant.answers import Answer, Done, Piece, Route, Source, TextPiece, Turn
from kiosk.assistant.privacy import Masking
from kiosk.assistant.requests import Intent
from kiosk.core.errors import StorageUnreadable
from kiosk.core.feedback import MAX_FEEDBACK
from kiosk.core.tallies import Reason, Verdict
from kiosk.ui.chat import NOTICE, ChatModel
from kiosk.ui.ratings import Judged, PatronRatings
from tests.fakes.counter import CountedInMemory
from tests.fakes.waiting import eventually
from tests.ui.scene import Scene

EMAIL = "ana@uni.edu"


class Library:
    """Answers everything from one entry of its knowledge."""

    async def answer(
        self, question: str, history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncIterator[Piece]:
        del history, here
        yield TextPiece("Ten cents.")
        sources = (Source("print-cost", "What does printing cost?"),)
        answer = Answer(question, "Ten cents.", language, Intent.KNOWLEDGE, Route.LOCAL)
        yield Done(replace(answer, sources=sources))

    def begin_visit(self) -> None:
        """Nothing is remembered."""


class Remembered:
    """Ratings that keep what they were given.

    Attributes:
        can_send: There are librarians.
        broken: Nothing can be kept.
    """

    def __init__(self) -> None:
        self.can_send = True
        self.broken = False
        self.counted: list[Judged] = []
        self.sent: list[tuple[str, Judged]] = []

    def count(self, judged: Judged) -> None:
        self.counted.append(judged)

    def as_sent(self, question: str, said: Sequence[str]) -> str:
        return question.replace(EMAIL, f"[email {said.count(question)}]")

    async def send(self, question: str, judged: Judged) -> None:
        if self.broken:
            raise StorageUnreadable("the disk is full")
        self.sent.append((question, judged))


@pytest.fixture
def ratings() -> Remembered:
    return Remembered()


@pytest.fixture
async def chat(ratings: Remembered) -> AsyncIterator[ChatModel]:
    """A conversation with one answer, in row 1."""
    tasks: list[asyncio.Task[None]] = []

    def spawn(job: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        tasks.append(asyncio.get_running_loop().create_task(job))
        return tasks[-1]

    async def no_cards(_answer: Answer, _language: str) -> tuple[dict[str, Any], ...]:
        return ()

    chat = ChatModel(
        answers=Library(), cards=no_cards, ratings=ratings, spawn=spawn, language="en", here=None
    )
    chat.ask(f"print for {EMAIL}?")
    await eventually(lambda: not chat.answering)
    yield chat
    await asyncio.gather(*tasks)


def judged(verdict: Verdict, reason: Reason = Reason.NONE) -> Judged:
    return Judged("knowledge", "print-cost", "en", verdict, reason)


def test_an_answer_knows_what_it_was_made_of(chat: ChatModel) -> None:
    row = chat.rows[1]
    assert (row.intent, row.entry, row.language) == ("knowledge", "print-cost", "en")


def test_a_thumb_is_counted_once_when_the_visit_ends(chat: ChatModel, ratings: Remembered) -> None:
    chat.rate(1, "up", "")
    chat.rate(1, "down", "")
    chat.rate(1, "down", "wrong")
    assert ratings.counted == []
    chat.forget()
    chat.forget()
    assert ratings.counted == [judged(Verdict.DOWN, Reason.WRONG)]


def test_a_thumb_up_has_no_reason_and_sends_nothing(chat: ChatModel, ratings: Remembered) -> None:
    chat.rate(1, "down", "wrong")
    chat.rate(1, "up", "wrong")
    assert chat.rows[1].to_send == ""
    chat.sendQuestion(1)
    chat.forget()
    assert ratings.counted == [judged(Verdict.UP)]
    assert ratings.sent == []


def test_a_patrons_own_words_cannot_be_rated(chat: ChatModel, ratings: Remembered) -> None:
    chat.rate(0, "up", "")
    chat.forget()
    assert ratings.counted == []


async def test_what_is_shown_is_what_is_sent_and_once(chat: ChatModel, ratings: Remembered) -> None:
    chat.rate(1, "down", "missing")
    assert chat.rows[1].to_send == "print for [email 1]?"
    chat.sendQuestion(1)
    chat.sendQuestion(1)
    chat.rate(1, "up", "")  # it has been judged, and sent
    await eventually(lambda: ratings.sent)
    assert ratings.sent == [("print for [email 1]?", judged(Verdict.DOWN, Reason.MISSING))]
    assert chat.rows[1].sent


def test_without_librarians_nothing_is_offered(chat: ChatModel, ratings: Remembered) -> None:
    ratings.can_send = False
    chat.rate(1, "down", "")
    assert chat.rows[1].to_send == ""


async def test_a_question_that_could_not_be_kept_does_not_look_sent(
    chat: ChatModel, ratings: Remembered
) -> None:
    ratings.broken = True
    chat.rate(1, "down", "")
    chat.sendQuestion(1)
    await eventually(lambda: chat.rows[-1].kind == NOTICE)
    assert not chat.rows[1].sent


def test_a_thumb_survives_a_crash(chat: ChatModel, ratings: Remembered) -> None:
    chat.rate(1, "down", "wrong")
    left = chat.snapshot()
    chat.restore(left)
    chat.forget()
    assert ratings.counted == [judged(Verdict.DOWN, Reason.WRONG)]


@pytest.mark.parametrize("field", [{"verdict": "maybe"}, {"verdict": "down", "reason": "I am Ana"}])
def test_a_snapshot_with_another_verdict_is_refused(chat: ChatModel, field: dict[str, str]) -> None:
    left = chat.snapshot()
    left[1].update(field)
    with pytest.raises(ValueError, match="is not a valid"):
        chat.restore(left)


async def test_the_real_ones_count_in_words_of_ours_and_mask_what_was_told_before() -> None:
    counter = CountedInMemory()
    ratings = PatronRatings(counter, None, Masking)
    ratings.count(judged(Verdict.DOWN, Reason.WRONG))
    await ratings.send("nobody is there", judged(Verdict.DOWN))
    assert not ratings.can_send
    assert dict(counter.counted) == {("thumbs", "down", "knowledge", "print-cost", "wrong"): 1}
    shown = ratings.as_sent(f"mail {EMAIL} please", [f"I am {EMAIL}", f"mail {EMAIL} please"])
    assert shown == "mail [email 1] please"
    assert len(ratings.as_sent("long " * MAX_FEEDBACK, [])) <= MAX_FEEDBACK


async def test_a_patron_says_why_and_lets_the_librarians_have_the_question(scene: Scene) -> None:
    await scene.ask("how do I quote a podcast?")
    scene.tap("thumbDown")
    assert scene.text_of("thanks") == "What was not right?"
    reasons = [item for item in scene.items() if item.objectName() == "reason"]
    assert [str(item.property("text")) for item in reasons] == [
        "It is wrong",
        "Not what I asked",
        "Hard to understand",
        "Something is missing",
    ]
    scene.tap_item(reasons[3])
    assert scene.text_of("thanks") == "Thank you."
    assert not scene.sees("toSend")  # off by default
    scene.tap("askToSend")
    await scene.until(lambda: scene.sees("toSend"))
    assert scene.text_of("toSend") == "“how do I quote a podcast?”"
    scene.tap("sendQuestion")
    await scene.until(lambda: scene.desk.feedback)
    assert scene.desk.feedback[0].reason is Reason.MISSING
    assert "librarians" in scene.text_of("thanks")
    assert not scene.sees("reason")


async def test_a_patron_thinks_better_of_it(scene: Scene) -> None:
    scene.resize("portrait")
    await scene.ask("where is the makerspace?")
    scene.tap("thumbDown")
    scene.tap("askToSend")
    scene.tap("keepQuestion")
    assert not scene.sees("toSend")
    scene.tap("thumbUp")
    assert scene.stage.chat.rows[1].verdict == "up"
    assert not scene.sees("reason")
    assert scene.desk.feedback == []
