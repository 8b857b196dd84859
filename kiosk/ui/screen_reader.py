"""Between Qt's accessibility and the visit: tells screen readers, and says what has the focus."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.announcer import Announcer
from kiosk.ui.reading import Reading
from kiosk.ui.screen_language import ScreenLanguage

_Role = QAccessible.Role
_Text = QAccessible.Text


class ScreenReader(QObject):
    """One window, for who does not see it.

    What gets the focus is read aloud, so that the terminal can be worked with a keyboard alone.
    """

    def __init__(
        self,
        window: QQuickWindow,
        announcer: Announcer,
        reading: Reading,
        language: ScreenLanguage,
    ) -> None:
        super().__init__()
        self._window = window
        self._announcer = announcer
        self._reading = reading
        self._language = language
        window.activeFocusItemChanged.connect(self._read_focus)
        announcer.said.connect(self._announce)

    def leave(self) -> None:
        """The window is going: nothing of it is asked any more."""
        self._window.activeFocusItemChanged.disconnect(self._read_focus)
        self._announcer.said.disconnect(self._announce)

    def focused(self) -> str:
        """What has the focus now: its name, what it is, how it stands. Empty for nothing."""
        # Each may be nothing, whatever PySide's stubs say.
        item: QQuickItem | None = self._window.activeFocusItem()
        if item is None:
            return ""
        seen: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
        return "" if seen is None else _described(seen)

    def _announce(self, words: str, _language: str, urgent: bool) -> None:  # noqa: FBT001  a signal
        """Have a screen reader say it: at once, or when it has said what it is at."""
        event = QAccessibleAnnouncementEvent(self._window, words)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _read_focus(self) -> None:
        if self._reading.is_on and (words := self.focused()):
            self._reading.read_now(words, self._language.tag_now)


def _described(seen: QAccessibleInterface) -> str:
    name = seen.text(_Text.Name)
    parts = (name, _kind(seen.role()), _state(seen), seen.text(_Text.Value))
    return ". ".join(part for part in parts if part) if name else ""


def _kind(role: QAccessible.Role) -> str:
    match role:
        case _Role.EditableText:
            return QCoreApplication.translate("ScreenReader", "Field to write in")
        case _Role.CheckBox:
            return QCoreApplication.translate("ScreenReader", "Box to tick")
        case _Role.RadioButton | _Role.Button | _Role.ListItem:
            return QCoreApplication.translate("ScreenReader", "Button")
        case _:
            return ""


def _state(seen: QAccessibleInterface) -> str:
    state = seen.state()
    if not state.checkable:
        return ""
    if state.checked:
        return QCoreApplication.translate("ScreenReader", "chosen")
    return QCoreApplication.translate("ScreenReader", "not chosen")
