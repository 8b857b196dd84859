"""With a keyboard alone: every page's way through by Tab, and where one is on it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from tests.ui.scene import Scene

MOST_STOPS = 80
AROUND = 16
BACK = Qt.KeyboardModifier.ShiftModifier


def stops(scene: Scene) -> list[QQuickItem]:
    """Everything that Tab should come to."""
    return [item for item in scene.items() if item.isEnabled() and item.activeFocusOnTab()]


def walk(scene: Scene, modifier: Qt.KeyboardModifier) -> list[QQuickItem]:
    """Where Tab comes to, until it is where it was before."""
    found: list[QQuickItem] = []
    for _ in range(MOST_STOPS):
        item = scene.window.activeFocusItem()
        if item in found:
            break
        found.append(item)
        scene.press(Qt.Key.Key_Tab, modifier)
    return found


def picture_around(scene: Scene, item: QQuickItem) -> QImage:
    edge = QPoint(AROUND, AROUND)
    place = scene.place_of(item).toAlignedRect()
    return scene.window.grabWindow().copy(QRect(place.topLeft() - edge, place.bottomRight() + edge))


def assert_complete(scene: Scene) -> None:
    """Both ways around, nothing is left out and nothing holds on to the focus."""
    wanted = stops(scene)
    names = {item.objectName() or str(item.property("text")) for item in wanted}
    assert len(wanted) > 1
    for modifier in (Qt.KeyboardModifier.NoModifier, BACK):
        reached = walk(scene, modifier)
        # Comes where the way leads above the end of a conversation.
        passing = {item for item in (*reached, *wanted) if item.objectName() == "newest"}
        assert set(reached) - passing == set(wanted) - passing, (modifier, names)


def assert_visible(scene: Scene) -> None:
    """Each looks different with the focus than without."""
    order = walk(scene, Qt.KeyboardModifier.NoModifier)
    half = len(order) // 2  # far enough that its ring is in no other picture
    for item, other in zip(order, [*order[half:], *order[:half]], strict=True):
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        scene.look()
        with_focus = picture_around(scene, item)
        other.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        scene.look()
        assert picture_around(scene, item) != with_focus, item.objectName()


async def test_home(scene: Scene) -> None:
    assert_complete(scene)
    assert_visible(scene)


async def test_a_conversation(scene: Scene) -> None:
    await scene.ask("when does the law library close tonight?")
    assert_complete(scene)
    assert_visible(scene)


async def test_the_sheet_keeps_the_focus_to_itself(scene: Scene) -> None:
    await scene.ask("when does the law library close tonight?")
    scene.stage.hand_off.compose()
    scene.look()
    assert_complete(scene)
    assert_visible(scene)
    assert {item.objectName() for item in walk(scene, BACK)} >= {"handOffCancel", "handOffSend"}


async def test_the_focus_comes_back_where_one_writes(scene: Scene) -> None:
    await scene.ask("when does the law library close tonight?")
    assert scene.window.activeFocusItem() is scene.find("chatField")
    scene.stage.hand_off.compose()
    scene.look()
    scene.press(Qt.Key.Key_Escape)
    assert scene.window.activeFocusItem() is scene.find("chatField")
    scene.stage.visit.end()
    scene.look()
    assert scene.window.activeFocusItem() is scene.find("homeField")
