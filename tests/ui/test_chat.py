"""The rows of a conversation, without a window."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from dataclasses import replace
from typing import Any

import pytest

from kiosk.assistant.answers import Answer, Done, Draft, Piece, Source, TextPiece
from kiosk.assistant.privacy import Masking
from kiosk.core.errors import LibCalUnavailable
from kiosk.core.tallies import Uncounted
from kiosk.core.tickets import Author
from kiosk.ui.chat import ANSWER, MOST_ROWS, NOTICE, PATRON, ChatModel
from kiosk.ui.pace import SECONDS
from kiosk.ui.ratings import PatronRatings
from tests.fakes.waiting import eventually
from tests.ui.speakers import Speaker, answer_to


class Talk:
    """A conversation with a speaker, and what was said of it to others."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.tasks: list[asyncio.Task[None]] = []
        self.forwarded: list[str] = []
        self.chat = ChatModel(
            answers=speaker,
            cards=self._cards,
            ratings=PatronRatings(Uncounted(), None, Masking),
            spawn=self._spawn,
            language="en",
            here=9101,
        )
        self.chat.forwarded.connect(self.forwarded.append)

    async def ask(self, question: str) -> None:
        self.chat.ask(question)
        await eventually(lambda: not self.chat.answering)

    @property
    def said(self) -> list[tuple[str, str]]:
        return [(row.kind, row.text) for row in self.chat.rows]

    async def _cards(self, answer: Answer, _language: str) -> tuple[dict[str, Any], ...]:
        return ({"kind": "place", "name": answer.question},)

    def _spawn(self, job: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        self.tasks.append(asyncio.get_running_loop().create_task(job))
        return self.tasks[-1]


async def test_an_answer_grows_and_then_stands_with_its_cards() -> None:
    talk = Talk(Speaker("Until ", "1 am."))
    talk.speaker.hold()
    talk.chat.ask("  open?  ")
    assert talk.chat.answering
    await eventually(lambda: talk.said == [(PATRON, "open?"), (ANSWER, "Until")])
    assert talk.chat.rows[-1].streaming
    talk.speaker.go_on()
    await eventually(lambda: not talk.chat.answering)
    row = talk.chat.rows[-1]
    assert (row.text, row.streaming) == ("Until 1 am.", False)
    assert row.cards == ({"kind": "place", "name": "open?"},)


async def test_a_whole_answer_is_kept_for_the_next_process_before_its_task_has_ended() -> None:
    talk = Talk(Speaker("hm"))
    kept: list[tuple[bool, bool]] = []
    talk.chat.changed.connect(
        lambda: kept.append((talk.chat.answering, talk.chat.rows[-1].streaming))
    )
    await talk.ask("one?")
    assert kept == [(True, True), (True, False), (False, False)]


async def test_nothing_asked_is_nothing_said() -> None:
    talk = Talk(Speaker("hm"))
    talk.chat.ask("   ")
    assert talk.said == []


async def test_a_second_question_waits_for_the_first_answer() -> None:
    talk = Talk(Speaker("hm"))
    talk.chat.ask("one?")
    talk.chat.ask("two?")
    await eventually(lambda: not talk.chat.answering)
    assert [question for question, _ in talk.speaker.asked] == ["one?"]


async def test_the_assistant_hears_what_was_said_before() -> None:
    talk = Talk(Speaker("hm"))
    await talk.ask("one?")
    talk.chat.notice("a line of the terminal's own")
    await talk.ask("two?")
    _, history = talk.speaker.asked[1]
    assert [(turn.author, turn.text) for turn in history] == [
        (Author.PATRON, "one?"),
        (Author.ASSISTANT, "hm"),
    ]


async def test_the_oldest_questions_leave_a_visit_that_goes_on_for_ever() -> None:
    talk = Talk(Speaker("hm"))
    for n in range(MOST_ROWS):
        await talk.ask(f"{n}?")
    assert talk.chat.count == MOST_ROWS
    assert talk.said[-2:] == [(PATRON, f"{MOST_ROWS - 1}?"), (ANSWER, "hm")]
    assert talk.said[0][0] == PATRON

    for n in range(MOST_ROWS + 1):
        talk.chat.notice(f"line {n}")
    assert talk.chat.count == MOST_ROWS
    assert talk.said[-1] == (NOTICE, f"line {MOST_ROWS}")


async def test_a_question_leaves_with_its_answer_and_cards_stay_with_theirs() -> None:
    talk = Talk(Speaker("hm"))
    for n in range(MOST_ROWS // 2):
        await talk.ask(f"{n}?")
    talk.chat.set_language("fr")
    talk.chat.notice("a line of the terminal's own")
    assert talk.said[0] == (PATRON, "1?")
    await eventually(lambda: all(task.done() for task in talk.tasks))
    answered = [row for row in talk.chat.rows if row.kind == ANSWER]
    assert [row.cards[0]["name"] for row in answered] == [f"{n}?" for n in range(1, MOST_ROWS // 2)]


async def test_the_view_is_told_which_question_is_answered_and_who_spoke_last() -> None:
    talk = Talk(Speaker("hm"))
    assert (talk.chat.lastSpeaker, talk.chat.answeredQuestion) == ("", -1)
    await talk.ask("one?")
    assert (talk.chat.lastSpeaker, talk.chat.answeredQuestion) == (ANSWER, 0)
    talk.chat.notice("Maya is here now.")
    talk.chat.silence(silent=True)
    talk.chat.ask("hello?")
    assert (talk.chat.lastSpeaker, talk.chat.answeredQuestion) == (PATRON, 0)


async def test_stop_keeps_what_is_there_and_offers_another_try() -> None:
    talk = Talk(Speaker("Until ", "1 am."))
    talk.speaker.hold()
    talk.chat.ask("open?")
    await eventually(lambda: talk.chat.rows[-1].text)
    talk.chat.stop()
    await eventually(lambda: not talk.chat.answering)
    row = talk.chat.rows[-1]
    assert (row.text, row.streaming, row.can_retry) == ("Until", False, True)


async def test_stop_before_the_first_word_says_so() -> None:
    talk = Talk(Speaker("Until "))
    talk.chat.ask("open?")
    talk.chat.stop()  # before the answer has even begun
    await eventually(lambda: not talk.chat.answering)
    assert talk.said == [(PATRON, "open?"), (ANSWER, "Stopped.")]


async def test_stop_with_nothing_to_stop_does_nothing() -> None:
    talk = Talk(Speaker("hm"))
    talk.chat.stop()
    assert talk.said == []


async def test_retry_replaces_the_answer() -> None:
    talk = Talk(Speaker("half of ", fails=LibCalUnavailable("no line")))
    await talk.ask("open?")
    row = talk.chat.rows[-1]
    assert row.text.startswith("half of\n\n")
    assert (row.can_retry, row.offer_person) == (True, True)

    talk.speaker.fails, talk.speaker.words = None, ("whole",)
    talk.chat.retry()
    await eventually(lambda: not talk.chat.answering)
    assert talk.said == [(PATRON, "open?"), (ANSWER, "whole")]


async def test_a_failure_before_the_first_word_is_the_whole_answer() -> None:
    error = LibCalUnavailable("no line")
    talk = Talk(Speaker(fails=error))
    await talk.ask("open?")
    assert talk.said[-1] == (ANSWER, error.patron_text)


async def test_retry_with_nothing_asked_does_nothing() -> None:
    talk = Talk(Speaker("hm"))
    talk.chat.retry()
    assert talk.said == []


async def test_an_answer_is_dressed_while_it_comes_and_no_mark_is_seen() -> None:
    answer = replace(answer_to("open?", "**Until** 1 am", broken_off=True), markdown=True)
    talk = Talk(Speaker("**Unt", "il** 1 am", answer=answer))
    talk.speaker.hold()
    talk.chat.ask("open?")
    await eventually(lambda: talk.chat.rows[-1].text)
    assert [block["markup"] for block in talk.chat.rows[-1].blocks] == ["<b>Unt</b>"]
    assert talk.chat.rows[-1].text == "Unt"
    talk.speaker.go_on()
    await eventually(lambda: not talk.chat.answering)
    row = talk.chat.rows[-1]
    assert row.text == "Until 1 am"
    assert [block["markup"] for block in row.blocks] == ["<b>Until</b> 1 am"]
    assert row.can_retry


def talk_of(*pieces: Piece, pause: float, whole: Answer) -> tuple[Talk, list[str]]:
    """A talk whose answer comes in these pieces, and what was seen after each."""
    talk = Talk(Speaker())
    seen: list[str] = []

    async def answer(*_: Any, **__: Any) -> AsyncIterator[Piece]:
        for piece in pieces:
            yield piece
            await asyncio.sleep(pause)
            seen.append(talk.chat.rows[-1].text)
        yield Done(whole)

    talk.speaker.answer = answer  # type: ignore[method-assign]  # another way to speak
    return talk, seen


async def test_a_draft_gives_way_to_what_is_said() -> None:
    pieces = [TextPiece("One. "), Draft("Two is com"), TextPiece("Three.")]
    whole = replace(answer_to("?", "One. Three."), markdown=True)
    talk, seen = talk_of(*pieces, pause=2 * SECONDS, whole=whole)
    await talk.ask("?")
    assert seen == ["One.", "One. Two is com", "One. Three."]


async def test_words_that_come_faster_than_they_can_be_read_are_shown_together() -> None:
    words = [TextPiece(f"{number} ") for number in range(50)]
    text = "".join(piece.text for piece in words)
    talk, seen = talk_of(*words, pause=0, whole=replace(answer_to("?", text), markdown=True))
    await talk.ask("?")
    assert seen[0] == "0"
    assert len(set(seen)) < len(words)
    assert talk.said[-1] == (ANSWER, text.strip())


async def test_what_waits_to_be_shown_comes_also_when_the_answer_stalls() -> None:
    talk = Talk(Speaker())
    stalled = asyncio.Event()

    async def answer(*_: Any, **__: Any) -> AsyncIterator[Piece]:
        yield TextPiece("One. ")
        yield TextPiece("Two.")
        await stalled.wait()
        yield Done(answer_to("?", "One. Two."))

    talk.speaker.answer = answer  # type: ignore[method-assign]  # another way to speak
    talk.chat.ask("?")
    await eventually(lambda: talk.said[-1] == (ANSWER, "One. Two."))
    assert talk.chat.rows[-1].streaming
    stalled.set()
    await eventually(lambda: not talk.chat.answering)


async def test_stop_and_failure_keep_the_words_that_waited_to_be_shown() -> None:
    error = LibCalUnavailable("no line")
    talk = Talk(Speaker("One. ", "Two.", fails=error))
    await talk.ask("?")
    assert talk.said[-1] == (ANSWER, f"One. Two.\n\n{error.patron_text}")

    talk = Talk(Speaker())

    async def answer(*_: Any, **__: Any) -> AsyncIterator[Piece]:
        yield TextPiece("One. ")
        yield TextPiece("Two.")
        talk.chat.stop()
        await asyncio.Event().wait()

    talk.speaker.answer = answer  # type: ignore[method-assign]  # another way to speak
    await talk.ask("?")
    assert talk.said[-1] == (ANSWER, "One. Two.")
    assert talk.chat.rows[-1].can_retry


async def test_words_that_waited_are_not_shown_to_the_next_patron() -> None:
    talk = Talk(Speaker())

    async def answer(*_: Any, **__: Any) -> AsyncIterator[Piece]:
        yield TextPiece("One. ")
        yield TextPiece("Two.")
        talk.chat.forget()
        talk.chat.notice("a line of the terminal's own")
        await asyncio.Event().wait()

    talk.speaker.answer = answer  # type: ignore[method-assign]  # another way to speak
    talk.chat.ask("?")
    await eventually(lambda: all(task.done() for task in talk.tasks))
    await asyncio.sleep(2 * SECONDS)
    assert talk.said == [(NOTICE, "a line of the terminal's own")]


async def test_what_may_have_been_meant_can_be_asked() -> None:
    near = (Source("print-cost", "How much does printing cost?"),)
    talk = Talk(Speaker("Hm.", answer=answer_to("print", "Hm.", suggestions=near)))
    await talk.ask("print")
    assert talk.chat.rows[-1].suggestions == ("How much does printing cost?",)


async def test_the_assistant_is_told_that_a_visit_ended() -> None:
    talk = Talk(Speaker("hm"))
    talk.chat.forget()
    assert talk.speaker.visits == 1


async def test_while_a_librarian_has_the_conversation_the_assistant_is_silent() -> None:
    talk = Talk(Speaker("hm"))
    talk.chat.silence(silent=True)
    talk.chat.ask("are you there?")
    assert talk.forwarded == ["are you there?"]
    assert talk.said == [(PATRON, "are you there?")]
    assert talk.speaker.asked == []


async def test_after_the_end_of_a_visit_its_answer_says_nothing_more() -> None:
    talk = Talk(Speaker("Until ", "1 am."))
    talk.speaker.hold()
    talk.chat.ask("open?")
    await eventually(lambda: talk.chat.rows[-1].text)
    talk.chat.forget()
    assert not talk.chat.answering
    talk.chat.ask("the next patron's")
    talk.speaker.go_on()
    await eventually(lambda: not talk.chat.answering)
    await eventually(lambda: all(task.done() for task in talk.tasks))
    assert talk.said == [(PATRON, "the next patron's"), (ANSWER, "Until 1 am.")]


async def test_a_snapshot_gives_the_same_rows() -> None:
    talk, again = Talk(Speaker("hm")), Talk(Speaker("hm"))
    await talk.ask("one?")
    talk.chat.librarian_said("Maya", "Hello")
    talk.chat.notice("Maya has joined")
    again.chat.restore(talk.chat.snapshot())
    assert again.chat.rows == talk.chat.rows
    assert again.said[-1] == (NOTICE, "Maya has joined")


async def test_an_answer_that_was_coming_when_the_screen_died_can_be_asked_for_again() -> None:
    talk, again = Talk(Speaker("Until ", "1 am.")), Talk(Speaker("Until 1 am."))
    talk.speaker.hold()
    talk.chat.ask("open?")
    await eventually(lambda: talk.chat.rows[-1].text)
    again.chat.restore(talk.chat.snapshot())
    talk.chat.forget()
    row = again.chat.rows[-1]
    assert (row.streaming, row.can_retry) == (False, True)
    again.chat.retry()
    await eventually(lambda: not again.chat.answering)
    assert again.said == [(PATRON, "open?"), (ANSWER, "Until 1 am.")]


@pytest.mark.parametrize(
    "row",
    [
        {"kind": PATRON},
        {"kind": "king", "text": "x", "cards": ()},
        {"kind": PATRON, "text": 5, "cards": ()},
        {"kind": PATRON, "text": "x", "cards": (), "crown": True},
        5,
    ],
)
def test_a_row_that_is_not_ours_is_refused(row: Any) -> None:
    chat = Talk(Speaker()).chat
    with pytest.raises((KeyError, TypeError, ValueError)):
        chat.restore([row])
    assert chat.rows == ()
