"""Where what is typed on the screen goes: to the field that has the focus, as from any keyboard."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent


class TypingTarget(Protocol):
    """Takes what is typed."""

    def commit(self, text: str, replacing: int = 0) -> None:
        """Write it, in place of so many signs before the cursor."""

    def compose(self, text: str) -> None:
        """Show what is being composed; empty to show nothing any more."""

    def press(self, key: Qt.Key) -> None:
        """A key that writes nothing itself."""


class FocusedField:
    """Types into whatever has the focus, so that undo, limits and signals work as ever."""

    def commit(self, text: str, replacing: int = 0) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text, -replacing, replacing)
        self._send(event)

    def compose(self, text: str) -> None:
        self._send(QInputMethodEvent(text, []))

    def press(self, key: Qt.Key) -> None:
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._send(QKeyEvent(kind, key, none))

    def _send(self, event: QEvent) -> None:
        # PySide says that there always is one.
        focused: QObject | None = QGuiApplication.focusObject()
        if focused is not None:
            QCoreApplication.sendEvent(focused, event)
