"""Notices who wants to write, and with what: a finger on a field, or a key of a real keyboard."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.keyboard import KeyboardModel


class FieldTouches(QObject):
    """Watches the window, without taking anything, and tells the keyboard on the screen.

    It comes up when the finger leaves the field again: before, the rest of the touch would meet
    a key that was not there when it began. For the same reason it goes, where nothing can be
    written any more, when the finger is up and the focus has found its place.
    """

    def __init__(self, window: QQuickWindow, keyboard: KeyboardModel) -> None:
        super().__init__()
        self._window = window
        self._keyboard = keyboard
        self._is_on_field = False
        self._is_pressed = False
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._settle)
        window.focusObjectChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        match event.type():
            case QEvent.Type.TouchBegin if isinstance(event, QTouchEvent):
                self._begin(event.point(0).position())
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._begin(event.position())
            case QEvent.Type.TouchEnd:
                self._end(by_finger=True)
            case QEvent.Type.TouchCancel:
                self._is_on_field = False
                self._lift()
            case QEvent.Type.MouseButtonRelease:
                self._end(by_finger=False)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and event.spontaneous():
                self._keyboard.real_key_pressed()
        return super().eventFilter(watched, event)

    def _begin(self, point: QPointF) -> None:
        self._is_pressed = True
        self._is_on_field = is_field_at(self._window.contentItem(), point)
        if self._is_on_field:
            self._keyboard.field_pressed()

    def _end(self, *, by_finger: bool) -> None:
        if self._is_on_field:
            self._is_on_field = False
            self._keyboard.field_touched(by_finger=by_finger)
        self._lift()

    def _lift(self) -> None:
        self._is_pressed = False
        self._settled.start()

    def _focus_moved(self) -> None:
        self._keyboard.focus_moved()
        self._settled.start()

    def _settle(self) -> None:
        if not self._is_pressed:
            self._keyboard.focus_settled()


def is_field_at(item: QQuickItem, point: QPointF) -> bool:
    """Whether something can be written in, of what is seen at that point of the item."""
    accepts = bool(item.flags() & QQuickItem.Flag.ItemAcceptsInputMethod)
    if accepts and item.contains(point):
        return True
    return any(_is_in(item, child, point) for child in item.childItems())


def _is_in(parent: QQuickItem, child: QQuickItem, point: QPointF) -> bool:
    if not (child.isVisible() and child.isEnabled()):
        return False
    inside = child.mapFromItem(parent, point)
    return (not child.clip() or child.contains(inside)) and is_field_at(child, inside)
