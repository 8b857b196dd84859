"""One visit on the whole screen, and what is left of it afterwards."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.core.errors import WireError
from kiosk.ui.appearance import Look
from tests.ui.conftest import Curtain
from tests.ui.scene import Scene

LEFT = {
    "look": {"theme": "dark", "text_scale": 1.0, "low_reach": False, "reduced_motion": False},
    "language": "en",
    "reading": {"on": False, "volume": 0.5, "rate": 0.0},
}
"""What every snapshot has besides its rows and its ticket."""


async def claimed(scene: Scene) -> None:
    """A visit whose question a librarian has taken."""
    await scene.ask("where is the 1911 atlas?")
    scene.stage.hand_off.compose()
    scene.stage.hand_off.send("", "")
    await scene.until(lambda: scene.desk.received)
    scene.desk.claim(scene.desk.received[0].id)
    await scene.until(lambda: scene.stage.hand_off.claimed)


async def test_a_claimed_ticket_silences_the_assistant(scene: Scene) -> None:
    await claimed(scene)
    await scene.ask("when does the law library close?")

    await scene.until(lambda: scene.desk.said_at_all)
    assert scene.desk.said_at_all == ["when does the law library close?"]
    assert [row.kind for row in scene.stage.chat.rows][-1] == "patron"
    assert not scene.stage.chat.answering


async def test_the_assistant_speaks_again_when_the_librarian_hands_back(scene: Scene) -> None:
    await claimed(scene)
    scene.desk.release(scene.desk.received[0].id)
    await scene.until(lambda: not scene.stage.hand_off.claimed)
    await scene.ask("when does the law library close?")
    assert scene.stage.chat.rows[-1].kind == "answer"


async def test_the_end_of_a_visit_leaves_nothing_on_the_screen(scene: Scene) -> None:
    scene.tap("homeField")
    scene.write("my secret")
    await scene.ask("where is the 1911 atlas?")
    scene.tap("chatField")
    scene.write("my other secret")
    scene.stage.hand_off.compose()
    scene.look()
    scene.tap("handOffName")
    scene.write("Ada")
    scene.stage.appearance.nextTheme()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("my third secret")

    scene.stage.visit.end()
    scene.look()

    assert scene.stage.chat.count == 0
    assert scene.stage.preview.count == 0
    assert scene.stage.hand_off.question == ""
    assert scene.stage.appearance.look == Look()
    assert clipboard.text() == ""
    assert scene.kept[-1] is None
    assert scene.text_of("homeField") == ""
    scene.stage.chat.notice("the next patron")
    scene.stage.hand_off.compose()
    scene.look()
    assert scene.text_of("chatField") == ""
    assert scene.text_of("handOffName") == ""


async def test_what_was_typed_cannot_be_brought_back_by_undo(scene: Scene) -> None:
    scene.tap("homeField")
    scene.write("my secret")
    scene.stage.visit.end()
    scene.look()
    assert scene.text_of("homeField") == ""
    scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scene.text_of("homeField") == ""


async def test_what_was_typed_and_deleted_cannot_be_brought_back_by_undo(scene: Scene) -> None:
    scene.tap("homeField")
    scene.write("my")
    scene.press(Qt.Key.Key_Backspace)
    scene.press(Qt.Key.Key_Backspace)
    scene.stage.visit.end()
    scene.look()
    scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scene.text_of("homeField") == ""


async def test_a_question_that_was_asked_cannot_be_brought_back_by_undo(scene: Scene) -> None:
    scene.tap("homeField")
    scene.write("my secret")
    scene.press(Qt.Key.Key_Return)
    await scene.until(lambda: not scene.stage.chat.answering)
    scene.stage.visit.end()
    scene.look()
    scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scene.text_of("homeField") == ""


async def test_a_restored_visit_goes_on_where_it_was(scene: Scene, raise_curtain: Curtain) -> None:
    await claimed(scene)
    scene.stage.appearance.nextTheme()
    left = scene.kept[-1]

    again = await raise_curtain(desk=scene.desk, left=left)

    assert again.stage.chat.rows == scene.stage.chat.rows
    assert again.stage.hand_off.snapshot() == scene.stage.hand_off.snapshot()
    assert again.stage.appearance.look.theme == "dark"
    assert again.stage.visit.phase == "active"


@pytest.mark.parametrize(
    "left",
    [
        {},
        LEFT | {"rows": 5, "ticket": None},
        LEFT | {"rows": [{"kind": "patron"}], "ticket": None},
        LEFT | {"rows": [], "ticket": {"ticket_id": 5}},
        LEFT | {"rows": [], "ticket": []},
    ],
)
async def test_a_snapshot_that_is_nonsense_is_refused_and_leaves_a_clean_screen(
    scene: Scene, left: dict[str, Any]
) -> None:
    scene.stage.chat.notice("half a visit")
    with pytest.raises(WireError):
        scene.stage.restore(left)
    assert scene.stage.chat.count == 0
    assert scene.stage.hand_off.snapshot() is None
    assert scene.stage.appearance.look == Look()
    assert scene.stage.visit.phase == "idle"
    assert scene.kept[-1] is None


async def test_a_visit_without_a_ticket_is_restored_too(scene: Scene) -> None:
    await scene.ask("where is the makerspace?")
    left = scene.kept[-1]
    assert left is not None
    rows = scene.stage.chat.rows
    scene.stage.visit.end()
    scene.stage.restore(left)
    assert scene.stage.chat.rows == rows
    scene.look()


async def test_a_librarians_words_count_as_life(scene: Scene) -> None:
    await claimed(scene)
    scene.clock.advance(299)
    scene.desk.reply(scene.desk.received[0].id, "Box 14")
    await scene.until(lambda: scene.stage.chat.rows[-1].text == "Box 14")
    scene.clock.advance(299)
    scene.stage.visit.tick()
    assert scene.stage.visit.phase == "active"


async def test_a_ticket_that_could_not_be_kept_is_told_in_the_conversation(scene: Scene) -> None:
    scene.stage.hand_off.failed.emit()
    assert scene.stage.chat.rows[-1].text.startswith("This could not be sent from here.")
