"""Light or dark, and the library's accent colour."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PRODUCT_ACCENT = "#0e5a6b"


@QmlElement
class Appearance(QObject):
    """How the screen looks. A patron's choice lasts for the visit."""

    def __init__(self, *, theme: str, accent: str) -> None:
        super().__init__()
        self._usual = theme == "dark"
        self._dark = self._usual
        self._accent = QColor(accent or PRODUCT_ACCENT)

    darkChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(bool, notify=darkChanged)
    def dark(self) -> bool:
        return self._dark

    @Property(QColor, constant=True)
    def accent(self) -> QColor:
        return self._accent

    @Slot()
    def toggleDark(self) -> None:  # noqa: N802  called from QML
        """Swap light and dark for this visit."""
        self.set_dark(dark=not self._dark)

    def set_dark(self, *, dark: bool) -> None:
        """Use this theme, as a restored visit had it."""
        if dark != self._dark:
            self._dark = dark
            self.darkChanged.emit()

    def reset(self) -> None:
        """Back to the terminal's usual theme, at the end of a visit."""
        self.set_dark(dark=self._usual)
