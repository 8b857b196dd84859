"""The staff's screen in front of a window of QML."""

from PySide6.QtGui import QPainter
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem, QQuickWindow

from kiosk.ui.staff.door import StaffDoor

IN_FRONT = 1e6


class DoorItem(QQuickPaintedItem):
    """Covers the window while the door is open, and holds the focus.

    Else an input method would write the PIN into the field that has it.
    """

    def __init__(self, door: StaffDoor, window: QQuickWindow) -> None:
        super().__init__(window.contentItem())
        self._door = door
        self._window = window
        self._before: QQuickItem | None = None
        self.setObjectName("staffDoor")
        self.setZ(IN_FRONT)
        self.setVisible(False)
        door.changed.connect(self._show)
        window.widthChanged.connect(self._resize)
        window.heightChanged.connect(self._resize)

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        self._door.paint(painter)

    def _show(self) -> None:
        if self._door.is_open and not self.isVisible():
            self._before = self._window.activeFocusItem()
            self._resize()
            self.setVisible(True)
            self.forceActiveFocus()
        elif not self._door.is_open and self.isVisible():
            self.setVisible(False)
            if self._before is not None:
                self._before.forceActiveFocus()
            self._before = None
        self.update()

    def _resize(self) -> None:
        self.setSize(self._window.size())
        self.update()
