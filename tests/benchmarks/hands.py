"""What a patron's hand does, from inside of the UI process."""

from collections.abc import Iterator

from PySide6.QtCore import Q_ARG, QMetaObject
from PySide6.QtQuick import QQuickItem, QQuickWindow


def flick(window: QQuickWindow, pixels_a_second: float) -> None:
    """The conversation, as with a finger that leaves the glass at that speed; down is positive."""
    arguments = Q_ARG("double", 0.0), Q_ARG("double", pixels_a_second)
    QMetaObject.invokeMethod(_rows(window), "flick", *arguments)  # type: ignore[call-overload]  # PySide's signature hides them


def place_of_rows(window: QQuickWindow) -> float:
    """How far the conversation is scrolled, in pixels."""
    return float(_rows(window).property("contentY"))


def _rows(window: QQuickWindow) -> QQuickItem:
    return next(item for item in _items(window.contentItem()) if item.objectName() == "rows")


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)
