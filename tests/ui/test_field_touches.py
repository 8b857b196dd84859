"""Fingers on fields and keys: real touches, as a touch screen sends them."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.ui.keys import key, words_in
from tests.ui.scene import Scene


@pytest.fixture(scope="module")
def glass() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def middle(scene: Scene, item: QQuickItem) -> QPoint:
    return scene.place_of(item).center().toPoint()


def touch(scene: Scene, glass: QPointingDevice, item: QQuickItem) -> None:
    place = middle(scene, item)
    QTest.touchEvent(scene.window, glass).press(1, place).commit()
    QTest.touchEvent(scene.window, glass).release(1, place).commit()
    scene.look()


async def test_a_finger_on_a_field_brings_it_up_and_its_keys_write(
    touch_screen: Scene, glass: QPointingDevice
) -> None:
    scene = touch_screen
    touch(scene, glass, scene.find("homeField"))
    for letter in "hi":
        touch(scene, glass, key(scene, letter))
    assert words_in(scene, "homeField") == "hi"


async def test_the_second_of_two_quick_fingers_counts_before_the_first_is_lifted(
    touch_screen: Scene, glass: QPointingDevice
) -> None:
    scene = touch_screen
    touch(scene, glass, scene.find("homeField"))
    one, other = middle(scene, key(scene, "e")), middle(scene, key(scene, "r"))
    QTest.touchEvent(scene.window, glass).press(1, one).commit()
    QTest.touchEvent(scene.window, glass).stationary(1).press(2, other).commit()
    QTest.touchEvent(scene.window, glass).release(1, one).stationary(2).commit()
    QTest.touchEvent(scene.window, glass).release(2, other).commit()
    scene.look()
    assert words_in(scene, "homeField") == "er"


async def test_a_finger_that_slides_off_a_letter_writes_it_once(
    touch_screen: Scene, glass: QPointingDevice
) -> None:
    scene = touch_screen
    touch(scene, glass, scene.find("homeField"))
    one, other = middle(scene, key(scene, "e")), middle(scene, key(scene, "p"))
    QTest.touchEvent(scene.window, glass).press(1, one).commit()
    QTest.touchEvent(scene.window, glass).move(1, other).commit()
    QTest.touchEvent(scene.window, glass).release(1, other).commit()
    scene.look()
    assert words_in(scene, "homeField") == "e"


async def test_a_finger_that_slides_off_enter_asks_nothing(
    touch_screen: Scene, glass: QPointingDevice
) -> None:
    scene = touch_screen
    touch(scene, glass, scene.find("homeField"))
    touch(scene, glass, key(scene, "e"))
    one, other = middle(scene, scene.find("keyEnter")), middle(scene, key(scene, "p"))
    QTest.touchEvent(scene.window, glass).press(1, one).commit()
    QTest.touchEvent(scene.window, glass).move(1, other).commit()
    QTest.touchEvent(scene.window, glass).release(1, other).commit()
    scene.look()
    assert scene.stage.chat.count == 0


async def test_backspace_goes_on_while_it_is_held(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    scene.write("abcdefgh")
    place = middle(scene, scene.find("keyBackspace"))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(scene.window, left, none, place)
    await scene.until(lambda: words_in(scene, "homeField") == "")
    QTest.mouseRelease(scene.window, left, none, place)
    assert scene.sees("keySpace")


async def test_one_touch_of_backspace_takes_one_letter(
    touch_screen: Scene, glass: QPointingDevice
) -> None:
    scene = touch_screen
    touch(scene, glass, scene.find("homeField"))
    scene.write("abc")
    touch(scene, glass, scene.find("keyBackspace"))
    assert words_in(scene, "homeField") == "ab"


async def test_between_two_keys_there_is_nothing_to_miss(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    row = [scene.place_of(key(scene, letter)) for letter in "qwertyuiop"]
    gaps = [after.left() - before.right() for before, after in pairwise(row)]
    assert max(map(abs, gaps)) < 1


async def test_it_goes_when_something_else_than_a_field_is_touched(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.stage.hand_off.compose()
    scene.look()
    scene.tap("handOffName")
    assert scene.sees("keySpace")
    scene.tap("handOffCancel")
    scene.tap("homeField")
    assert scene.sees("keySpace")
    scene.find("talkToLibrarian").forceActiveFocus()
    scene.look()
    assert not scene.sees("keySpace")


async def test_what_is_touched_under_it_hears_the_whole_touch(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    scene.tap("talkToLibrarian")
    assert scene.sees("handOffSend")
