"""What is typed on the screen reaches the field that it is meant for, and no other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.ui.typing_target import FocusedField
from tests.ui.keys import key, line, tap_keys, words_in
from tests.ui.scene import Scene


def compose(scene: Scene, letters: str) -> None:
    scene.stage.keyboard.set_language("zh")
    scene.look()
    tap_keys(scene, *letters)


def composed_in(field: QQuickItem) -> str:
    return str(field.property("preeditText"))


async def sheet(scene: Scene) -> None:
    scene.stage.hand_off.compose()
    scene.look()


async def test_what_is_composed_stays_in_its_field_when_another_is_touched(
    touch_screen: Scene,
) -> None:
    scene = touch_screen
    await sheet(scene)
    scene.tap("handOffName")
    compose(scene, "li")
    assert composed_in(line(scene, "handOffName")) == "li"
    scene.tap("handOffQuestion")
    assert (words_in(scene, "handOffName"), composed_in(line(scene, "handOffName"))) == ("li", "")
    assert words_in(scene, "handOffQuestion") == ""
    tap_keys(scene, "n")
    assert composed_in(line(scene, "handOffQuestion")) == "n"


async def test_what_is_composed_in_a_sheet_that_closes_is_written_nowhere(
    touch_screen: Scene,
) -> None:
    scene = touch_screen
    await sheet(scene)
    scene.tap("handOffName")
    compose(scene, "li")
    scene.stage.hand_off.cancel()
    scene.look()
    assert (words_in(scene, "homeField"), composed_in(scene.find("homeField"))) == ("", "")
    scene.tap("homeField")
    compose(scene, "ni")
    scene.tap("keySpace")
    assert words_in(scene, "homeField") == "你"


async def test_a_field_that_is_gone_takes_no_more_and_another_nothing_of_it(
    touch_screen: Scene,
) -> None:
    scene = touch_screen
    await sheet(scene)
    scene.tap("handOffName")
    target = FocusedField()
    target.compose("li")
    scene.stage.hand_off.cancel()
    await scene.until(lambda: not scene.sees("handOffName"))
    target.commit("li")
    target.compose("")
    assert words_in(scene, "homeField") == ""
    target.commit("b")
    assert words_in(scene, "homeField") == "b"


async def test_what_is_composed_is_asked_with_the_rest_by_the_button(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    scene.tap("keySigns")
    tap_keys(scene, "?")
    scene.tap("keySigns")
    compose(scene, "wifi")
    scene.tap("send")
    await scene.until(lambda: scene.stage.chat.rows and not scene.stage.chat.answering)
    assert scene.stage.chat.rows[0].text == "?wifi"
    assert words_in(scene, "chatField") == ""


async def test_a_language_that_is_followed_leaves_nothing_half_composed(
    touch_screen: Scene,
) -> None:
    scene = touch_screen
    scene.tap("homeField")
    compose(scene, "ni")
    scene.stage.keyboard.set_language("fr")
    assert (words_in(scene, "homeField"), composed_in(scene.find("homeField"))) == ("ni", "")


async def test_what_is_composed_is_gone_with_the_visit(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    compose(scene, "mima")
    scene.stage.visit.end()
    scene.look()
    assert (words_in(scene, "homeField"), composed_in(scene.find("homeField"))) == ("", "")
    scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert words_in(scene, "homeField") == ""


async def test_what_is_composed_in_a_conversation_is_gone_with_the_visit(
    touch_screen: Scene,
) -> None:
    scene = touch_screen
    await scene.ask("are you open?")
    scene.tap("chatField")
    field = line(scene, "chatField")
    compose(scene, "mima")
    scene.stage.visit.end()
    scene.look()
    assert (field.property("text"), composed_in(field)) == ("", "")
    assert words_in(scene, "homeField") == ""


async def test_an_accent_is_for_the_letter_that_was_typed_last_here(touch_screen: Scene) -> None:
    scene = touch_screen
    await sheet(scene)
    scene.tap("handOffName")
    tap_keys(scene, "b")
    scene.tap("handOffQuestion")
    tap_keys(scene, "e")
    scene.tap("handOffName")
    assert not scene.sees("offer")
    assert words_in(scene, "handOffName") == "b"


async def test_an_address_is_written_with_its_parts_in_one_touch_each(touch_screen: Scene) -> None:
    scene = touch_screen
    await sheet(scene)
    scene.stage.keyboard.set_language("ar")
    scene.tap("handOffContact")
    tap_keys(scene, *"ada")
    tap_keys(scene, "-", "l", "@", "x", ".org")
    assert words_in(scene, "handOffContact") == "ada-l@x.org"
    assert scene.text_of("handOffContact") == "ada-l@x.org"  # what is sent
    scene.tap("handOffName")
    tap_keys(scene, "ض")
    assert words_in(scene, "handOffName") == "ض"


async def test_who_does_not_see_the_keys_can_press_them_too(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    for name in ("h", "i"):
        action = QAccessible.queryAccessibleInterface(key(scene, name)).actionInterface()
        action.doAction("Press")
    assert words_in(scene, "homeField") == "hi"
    back = QAccessible.queryAccessibleInterface(scene.find("keyBackspace")).actionInterface()
    back.doAction("Press")
    assert words_in(scene, "homeField") == "h"
    assert QGuiApplication.focusObject() is scene.find("homeField")


async def test_no_key_takes_the_focus_from_the_field(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    for name in ("keyShift", "keySigns", "keySigns", "keyAt", "keySpace", "keyBackspace"):
        scene.tap(name)
        assert QGuiApplication.focusObject() is scene.find("homeField")
