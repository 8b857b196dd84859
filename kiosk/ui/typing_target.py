"""Where what is typed on the screen goes: to the field that has the focus, as from any keyboard."""

from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent


class TypingTarget(Protocol):
    """Takes what is typed. What is composed stays with the field that it was begun in."""

    def commit(self, text: str, replacing: int = 0) -> None:
        """Write it, in place of so many signs before the cursor."""

    def compose(self, text: str) -> None:
        """Show what is being composed; empty to end it."""

    def press(self, key: Qt.Key) -> None:
        """A key that writes nothing itself."""

    def takes_text(self) -> bool:
        """Whether there is a field that has the focus."""

    def takes_address(self) -> bool:
        """Whether that field is for an e-mail address."""


class FocusedField:
    """Types into whatever has the focus, so that undo, limits and signals work as ever.

    The focus may go elsewhere, and the field with its sheet, while something is composed: that
    is never written into another field.
    """

    def __init__(self) -> None:
        self._is_composing = False
        self._begun_in: QObject | None = None

    def commit(self, text: str, replacing: int = 0) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text, -replacing, replacing)
        self._send(event)

    def compose(self, text: str) -> None:
        if text and not self._is_composing:
            self._begin()
        self._send(QInputMethodEvent(text, []))
        if not text:
            self._end()

    def press(self, key: Qt.Key) -> None:
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._send(QKeyEvent(kind, key, none))

    def takes_text(self) -> bool:
        return bool(_asked(Qt.InputMethodQuery.ImEnabled))

    def takes_address(self) -> bool:
        hints = _asked(Qt.InputMethodQuery.ImHints)
        wanted = Qt.InputMethodHint.ImhEmailCharactersOnly
        return self.takes_text() and bool(Qt.InputMethodHint(hints) & wanted)

    def _begin(self) -> None:
        self._is_composing = True
        self._begun_in = _focused()
        if self._begun_in is not None:
            self._begun_in.destroyed.connect(self._lose)

    def _end(self) -> None:
        if self._begun_in is not None:
            self._begun_in.destroyed.disconnect(self._lose)
        self._begun_in = None
        self._is_composing = False

    def _lose(self) -> None:
        self._begun_in = None

    def _send(self, event: QEvent) -> None:
        field = self._begun_in if self._is_composing else _focused()
        if field is not None:
            QCoreApplication.sendEvent(field, event)


def _focused() -> QObject | None:
    # PySide says that there always is one.
    return QGuiApplication.focusObject()


def _asked(what: Qt.InputMethodQuery) -> Any:
    """What the field says of itself; None where there is none."""
    field = _focused()
    if field is None:
        return None
    query = QInputMethodQueryEvent(what)
    QCoreApplication.sendEvent(field, query)
    return query.value(what)
