"""The keys of the keyboard on the screen, for the hands of a test."""

from PySide6.QtQuick import QQuickItem

from tests.ui.scene import Scene


def key(scene: Scene, text: str) -> QQuickItem:
    """The key or the offer that says so."""
    buttons = (item for item in scene.items() if item.inherits("QQuickAbstractButton"))
    return next(item for item in buttons if item.property("text") == text)


def tap_keys(scene: Scene, *texts: str) -> None:
    """One after the other."""
    for text in texts:
        scene.tap_item(key(scene, text))


def board(scene: Scene) -> QQuickItem:
    """All of it, from its upper edge to the lower end of the screen."""
    item = scene.find("keySpace")
    while item.objectName() != "keyboard":
        item = item.parentItem()
    return item


def words_in(scene: Scene, name: str) -> str:
    """What is written in the field that is called so, on a page or within a captioned line."""
    return str(line(scene, name).property("text"))


def line(scene: Scene, name: str) -> QQuickItem:
    """The line that is written on."""
    item = scene.find(name)
    if _is_field(item):
        return item
    return next(child for child in item.childItems() if _is_field(child))


def _is_field(item: QQuickItem) -> bool:
    return item.inherits("QQuickTextField") or item.inherits("QQuickTextArea")
