"""Where the patron may be written to later, and whether they agreed to that."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.tickets import MAX_NAME
from kiosk.handoff.contact import ContactKind, look_at

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ContactModel(QObject):
    """An address while it is written. It leaves the terminal only with the patron's consent."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._is_agreed = False

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, words: str) -> None:
        if words != self._text:
            self._text = words[:MAX_NAME]
            # Who emptied the field and writes another address is asked again.
            self._is_agreed = self._is_agreed and bool(self._text.strip())
            self.changed.emit()

    text = Property(str, _get_text, _set_text, notify=changed)

    def _get_agreed(self) -> bool:
        return self._is_agreed

    def _set_agreed(self, agreed: bool) -> None:  # noqa: FBT001  Qt's signature
        self._is_agreed = agreed
        self.changed.emit()

    agreed = Property(bool, _get_agreed, _set_agreed, notify=changed)

    @Property(bool, notify=changed)
    def filled(self) -> bool:
        return bool(self._text.strip())

    @Property(bool, notify=changed)
    def unusable(self) -> bool:
        """Nobody could be reached with it."""
        return look_at(self._text).kind is ContactKind.UNUSABLE

    @Property(str, notify=changed)
    def suggestion(self) -> str:
        """What was perhaps meant; empty where it seems right."""
        return look_at(self._text).suggestion

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Sending may go on: who agreed to be written to gave something to write to."""
        return not (self._is_agreed and look_at(self._text).kind is ContactKind.UNUSABLE)

    @Property(str, notify=changed)
    def given(self) -> str:
        """What goes along: nothing without consent."""
        return self._text.strip() if self._is_agreed else ""

    @Slot()
    def takeSuggestion(self) -> None:  # noqa: N802  called from QML
        """That is what was meant."""
        self._set_text(look_at(self._text).suggestion or self._text)

    def forget(self) -> None:
        """The next patron finds nothing of it."""
        self._text, self._is_agreed = "", False
        self.changed.emit()
