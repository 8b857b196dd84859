"""Marks in every place that a patron's words reach; after the visit none of them is anywhere.

A new place is a line in ``PLACES``. ``tests/ui/test_traces.py`` runs this in a process of its own.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QClipboard, QGuiApplication

from kiosk.assistant.answers import Draft, Piece, SentAs, TextPiece, Turn
from tests.ui.conftest import Curtain
from tests.ui.scene import MARLOWE, Scene
from tests.ui.traces import Mark, clipboard_texts, python_holders, qt_holders, undoable

Plant = Callable[[Scene, Mark], Awaitable[None]]


async def asked(scene: Scene, mark: Mark) -> None:
    await scene.ask(f"where is the {mark.words()} atlas?")


async def asked_with_an_answer(scene: Scene, mark: Mark) -> None:
    await scene.ask(f"my name is {mark.words()}. how much does printing cost?")


async def followed_up(scene: Scene, mark: Mark) -> None:
    await scene.ask("is the law library open on friday?")
    await scene.ask(f"and on saturday for {mark.words()}?")


async def asked_in_another_language(scene: Scene, mark: Mark) -> None:
    await scene.ask(f"¿dónde está el atlas de {mark.words()}?")


async def judged(scene: Scene, mark: Mark) -> None:
    await scene.ask(f"how do I print {mark.words()}?")
    scene.stage.chat.rate(scene.stage.chat.count - 1, "down", "wrong")


async def of_the_librarian(scene: Scene, mark: Mark) -> None:
    scene.stage.chat.librarian_said("Maya", f"It is {mark.words()}.")


async def not_sent(scene: Scene, mark: Mark) -> None:
    scene.look()
    scene.tap("chatField")
    scene.write(mark.words())


async def deleted(scene: Scene, mark: Mark) -> None:
    scene.tap("chatField")
    scene.write(mark.words())
    for _ in mark.words():
        scene.press(Qt.Key.Key_Backspace)


async def name_not_sent(scene: Scene, mark: Mark) -> None:
    scene.stage.hand_off.compose()
    scene.look()
    scene.tap("handOffName")
    scene.write(mark.words())


async def contact_not_sent(scene: Scene, mark: Mark) -> None:
    scene.tap("handOffContact")
    scene.write(mark.words())


async def question_of_the_sheet(scene: Scene, mark: Mark) -> None:
    scene.stage.hand_off.question = mark.words()


async def copied(scene: Scene, mark: Mark) -> None:
    assert scene
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(mark.words())
    if clipboard.supportsSelection():
        clipboard.setText(mark.words(), QClipboard.Mode.Selection)


PLACES: dict[str, Plant] = {
    "asked": asked,
    "asked with an answer": asked_with_an_answer,
    "followed up": followed_up,
    "asked in another language": asked_in_another_language,
    "judged": judged,
    "a librarian's words": of_the_librarian,
    "typed, not sent": not_sent,
    "typed and deleted": deleted,
    "the sheet's name": name_not_sent,
    "the sheet's contact": contact_not_sent,
    "the sheet's question": question_of_the_sheet,
    "copied": copied,
}
"""In the order of a visit. Those that are seen nowhere while it lasts are in ``UNSEEN``."""

UNSEEN = {"typed and deleted"}


class Echo:
    """Answers with the question, and is asked to stop before it is done."""

    async def answer(
        self, question: str, history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncIterator[Piece]:
        """As ``Answers``."""
        assert (language, here, len(history)) == ("en", MARLOWE, 0)
        yield SentAs(f"sent: {question}")
        yield TextPiece(f"**{question}**, I think. ")
        yield Draft(f"or {question}")
        await asyncio.Event().wait()

    def begin_visit(self) -> None:
        """As ``Answers``."""


async def test_of_an_answer_that_is_still_coming_nothing_can_be_reached_afterwards(
    raise_curtain: Curtain,
) -> None:
    scene, mark = await raise_curtain(answers=Echo()), Mark("answered")
    scene.stage.chat.ask(mark.words())
    await scene.until(lambda: len(scene.stage.chat.rows[-1].text) > len("or"))
    assert len(python_holders([mark])["answered"]) > 3

    await _end(scene)

    assert (python_holders([mark]), qt_holders(scene.window, [mark])) == ({}, {})


async def _end(scene: Scene) -> None:
    scene.stage.visit.end()
    await scene.until(lambda: scene.sees("homeField"))
    # As Qt's own loop does between two events; a test turns it by hand.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    scene.look()
    await scene.terminal.thread.run(lambda: None)  # what was asked of it before is done
    assert scene.kept.pop() is None
    scene.kept.clear()
    scene.tasks[:] = [task for task in scene.tasks if not task.done()]  # as a group of tasks does


async def test_of_a_visit_nothing_can_be_reached_afterwards(scene: Scene) -> None:
    marks = [Mark(place) for place in PLACES]
    for mark in marks:
        await PLACES[mark.place](scene, mark)
    scene.look()
    seen = {*python_holders(marks), *qt_holders(scene.window, marks)}
    seen |= {mark.place for mark in marks if any(map(mark.is_in, clipboard_texts()))}
    assert seen == set(PLACES) - UNSEEN, "the search finds what is there"

    await _end(scene)

    assert qt_holders(scene.window, marks) == {}
    assert python_holders(marks) == {}
    assert undoable(scene.window) == []
    assert clipboard_texts() in (["", ""], [""])


def test_a_mark_is_found_however_it_is_written() -> None:
    marks = [Mark("utf-8"), Mark("utf-16-le"), Mark("let go")]
    held = [{"deep": (f"<{mark.words()}>".encode(mark.place),)} for mark in marks[:2]]
    assert sorted(python_holders(marks)) == ["utf-16-le", "utf-8"]
    assert len(held) == len(marks) - 1
