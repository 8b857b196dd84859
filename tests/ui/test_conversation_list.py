"""The rows of a conversation: where the view is when something is asked, grows, or comes."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem

from kiosk.assistant.answers import Answer, Done, Piece, Route, TextPiece, Turn
from kiosk.assistant.requests import Intent
from kiosk.ui.chat import MOST_ROWS
from tests.ui import screens
from tests.ui.conftest import Curtain
from tests.ui.scene import Scene

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

LINES = 40


class Teller:
    """Answers with as many lines as a question has letters, and the rest when it is told to."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def answer(
        self, question: str, _history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncIterator[Piece]:
        assert here
        told = ["A line of the answer.\n\n"] * len(question)
        yield TextPiece(told[0])
        await self.go_on.wait()
        yield TextPiece("".join(told[1:]))
        yield Done(Answer(question, "".join(told), language, Intent.UNKNOWN, Route.LOCAL))

    def begin_visit(self) -> None:
        self.go_on.set()


@pytest.fixture
def teller() -> Teller:
    return Teller()


@pytest.fixture
async def talk(raise_curtain: Curtain, teller: Teller) -> Scene:
    """Three questions and answers that fill more than a small screen."""
    scene = await raise_curtain(answers=teller)
    scene.resize("small")
    for question in ("first?", "second?", "3?"):
        await scene.ask(question)
    return scene


def top_of(scene: Scene, words: str, kept_in: str = "words") -> float:
    """How far below the upper edge of the list a bubble begins, or another text."""
    bubble = next(item for item in scene.items() if item.property(kept_in) == words)
    return bubble.mapToItem(scene.find("rows"), QPointF(0, 0)).y()


def scrolled(scene: Scene) -> float:
    return float(scene.find("rows").property("contentY"))


async def read_above(scene: Scene) -> float:
    """A page up; where the view is then."""
    scene.press(Qt.Key.Key_PageUp)
    await rest(scene)
    return scrolled(scene)


async def rest(scene: Scene) -> None:
    """Let a motion come to its end."""
    seen = [-1.0]

    def stands() -> bool:
        seen.append(scrolled(scene))
        return len(seen) > 5 and len(set(seen[-5:])) == 1

    await scene.until(stands)


def shown_rows(scene: Scene) -> list[QQuickItem]:
    """The rows that exist as items, seen or not."""
    [content] = [item for item in scene.find("rows").childItems() if item.inherits("QQuickItem")][
        :1
    ]
    return [item for item in content.childItems() if item.property("toldByCards") is not None]


async def test_a_question_goes_to_the_top_also_above_a_short_answer(talk: Scene) -> None:
    await talk.ask("4?")
    assert 0 < top_of(talk, "4?") < 60


async def test_an_answer_that_grows_past_the_view_does_not_move_its_question(
    talk: Scene, teller: Teller
) -> None:
    teller.go_on.clear()
    question = "?" * LINES
    talk.stage.chat.ask(question)
    await talk.until(lambda: talk.stage.chat.rows[-1].text)
    before = top_of(talk, question)
    teller.go_on.set()
    await talk.until(lambda: not talk.stage.chat.answering)
    assert talk.find("rows").property("contentHeight") > 2 * talk.find("rows").height()
    assert top_of(talk, question) == before
    assert not talk.sees("newest")


async def test_a_reply_comes_into_view_where_the_end_is_seen(talk: Scene) -> None:
    for n in range(12):
        talk.stage.chat.librarian_said("Maya", f"line {n}")
        talk.look()
        assert 0 < top_of(talk, f"line {n}") < talk.find("rows").height() - 30
    assert not talk.sees("newest")


async def test_who_reads_above_only_sees_a_button_with_a_dot(talk: Scene) -> None:
    there = await read_above(talk)
    assert talk.sees("newest")
    assert not talk.sees("somethingNew")
    assert screens.spoken_name(talk.find("newest")) == "Newest"

    talk.stage.chat.librarian_said("Maya", "I am on my way.")
    talk.look()
    assert scrolled(talk) == pytest.approx(there, abs=1)  # the list rounds where it rests
    assert talk.sees("somethingNew")
    assert screens.spoken_name(talk.find("newest")) == "Newest: there is something new"


async def test_the_beginning_of_a_long_answer_is_not_pulled_away_by_a_reply(talk: Scene) -> None:
    question = "?" * LINES
    await talk.ask(question)
    before = top_of(talk, question)
    talk.stage.chat.librarian_said("Maya", "I am on my way.")
    talk.look()
    assert top_of(talk, question) == before
    assert talk.sees("somethingNew")


async def test_the_button_leads_to_the_end_and_what_comes_is_followed_again(talk: Scene) -> None:
    await read_above(talk)
    talk.stage.chat.librarian_said("Maya", "I am on my way.")
    talk.look()
    talk.tap("newest")
    await rest(talk)
    assert not talk.sees("newest")
    assert talk.find("chatField").property("activeFocus")

    talk.stage.chat.librarian_said("Maya", "Two minutes.")
    talk.look()
    assert 0 < top_of(talk, "Two minutes.") < talk.find("rows").height()


async def test_after_the_button_a_growing_answer_is_followed_to_its_last_word(
    talk: Scene, teller: Teller
) -> None:
    teller.go_on.clear()
    talk.stage.chat.ask("?" * LINES)
    await talk.until(lambda: talk.stage.chat.rows[-1].text)
    await read_above(talk)
    assert talk.sees("somethingNew")
    talk.tap("newest")
    await rest(talk)
    teller.go_on.set()
    await talk.until(lambda: not talk.stage.chat.answering)
    rows = talk.find("rows")
    assert rows.property("atYEnd")


async def test_a_question_of_ones_own_ends_reading_above(talk: Scene) -> None:
    await read_above(talk)
    await talk.ask("four?")
    assert 0 < top_of(talk, "four?") < 60
    assert not talk.sees("newest")


async def test_who_comes_to_the_end_needs_no_button(talk: Scene) -> None:
    await read_above(talk)
    talk.press(Qt.Key.Key_End)
    await rest(talk)
    assert not talk.sees("newest")


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Home])
async def test_keys_scroll_while_the_field_has_the_focus(talk: Scene, key: Qt.Key) -> None:
    before = scrolled(talk)
    talk.press(key)
    await rest(talk)
    assert scrolled(talk) < before
    assert talk.find("chatField").property("activeFocus")


async def test_keys_stop_at_the_ends(talk: Scene) -> None:
    for key, edge in ((Qt.Key.Key_PageUp, "atYBeginning"), (Qt.Key.Key_PageDown, "atYEnd")):
        for _ in range(9):
            talk.press(key)
            await rest(talk)
        assert talk.find("rows").property(edge)


async def test_home_and_end_belong_to_the_words_that_are_written(talk: Scene) -> None:
    before = scrolled(talk)
    talk.write("until")
    talk.press(Qt.Key.Key_Home)
    assert (scrolled(talk), talk.find("chatField").property("cursorPosition")) == (before, 0)
    talk.press(Qt.Key.Key_PageUp)
    await rest(talk)
    assert scrolled(talk) < before


async def test_with_reduced_motion_the_view_is_there_at_once(talk: Scene) -> None:
    talk.stage.appearance.restore(replace(talk.stage.appearance.look, reduced_motion=True))
    await read_above(talk)
    talk.tap("newest")
    assert not talk.sees("newest")


async def test_where_nothing_is_beyond_an_edge_nothing_says_so(
    raise_curtain: Curtain, teller: Teller
) -> None:
    scene = await raise_curtain(answers=teller)
    await scene.ask("one?")
    assert not scene.sees("scrollLine")
    assert not any(item.objectName() == "fade" for item in scene.items())
    await scene.ask("?" * LINES)
    assert scene.sees("scrollLine")
    assert sum(item.objectName() == "fade" for item in scene.items()) == 2


async def test_a_long_visit_draws_no_more_than_a_short_one(talk: Scene) -> None:
    for n in range(MOST_ROWS):
        talk.stage.chat.notice(f"line {n}")
    talk.look()
    assert len(shown_rows(talk)) < 40
    talk.press(Qt.Key.Key_Home)
    await rest(talk)
    assert 0 < len(shown_rows(talk)) < 40


async def test_rows_that_leave_move_no_reader(talk: Scene) -> None:
    for n in range(MOST_ROWS):
        talk.stage.chat.notice(f"line {n}")
    talk.look()
    await read_above(talk)
    read = f"line {MOST_ROWS - 9}"
    before = top_of(talk, read, "text")
    talk.stage.chat.notice("one more")
    talk.look()
    assert top_of(talk, read, "text") == pytest.approx(before, abs=1)


async def test_the_end_of_a_visit_leaves_the_list_as_it_was_found(talk: Scene) -> None:
    await read_above(talk)
    talk.stage.chat.librarian_said("Maya", "Are you there?")
    talk.stage.visit.startOver()
    await talk.ask("one?")
    assert not talk.sees("newest")
    assert 0 < top_of(talk, "one?") < 60
