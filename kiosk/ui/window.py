"""The one window: fonts, the QML engine, and what makes it fit a locked terminal."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.core.errors import KioskError
from kiosk.ui.lock import fill_screen

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.InputMethod})
POINTERS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


FAMILY = "Atkinson Hyperlegible Next"
"""The typeface of everything that is written in Latin letters."""

OTHER_SCRIPTS = ("Noto Sans Arabic", "Noto Sans CJK SC")
"""The typefaces of what it has no letters for."""


class WindowError(KioskError):
    """The window cannot be made; Qt's own words say why."""


class TouchWatcher(QObject):
    """Tells of every touch and key, without taking any."""

    def __init__(self, *, keyed: Callable[[], None], pointed: Callable[[], None]) -> None:
        super().__init__()
        self._keyed = keyed
        self._pointed = pointed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() in KEYS:
            self._keyed()
        elif event.type() in POINTERS:
            self._pointed()
        return super().eventFilter(watched, event)


def qml_folder() -> Path:
    """Where the QML modules lie, in a checkout, installed and frozen."""
    return Path(__file__).parent / "qml"


def log_qt_messages() -> None:
    """Send what Qt and QML complain of to our log instead of the console."""

    def handle(kind: QtMsgType, _context: object, message: str) -> None:
        _qt_log.log(_QT_LEVELS[kind], "%s", message)

    qInstallMessageHandler(handle)


def load_fonts(folder: Path) -> None:
    """Register the fonts that we ship, so that a bare machine looks like any other."""
    for path in sorted([*folder.glob("*.ttf"), *folder.glob("*.otf")]):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.warning("the font %s cannot be read", path.name)
    QFont.insertSubstitutions(FAMILY, OTHER_SCRIPTS)


class KioskWindow:
    """The QML engine with its root window. Keeps a Python name for each, as PySide needs."""

    def __init__(self, models: dict[str, QObject]) -> None:
        self._models = models
        self._engine = QQmlApplicationEngine()
        self._complaints: list[str] = []
        self._engine.warnings.connect(self._note)
        self._engine.addImportPath(QUrl.fromLocalFile(str(qml_folder())).toString())
        self._engine.setInitialProperties(models)
        self._engine.loadFromModule("Kiosk", "Main")
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise WindowError("the screen cannot be drawn: " + "; ".join(self._complaints))
        self.window: QQuickWindow = roots[0]

    def retranslate(self) -> None:
        """Say everything again, in the language that is spoken now."""
        self._engine.retranslate()

    def show(self, *, full_screen: bool) -> None:
        """Put it on the screen."""
        if full_screen:
            fill_screen(self.window)
        else:
            self.window.show()

    def forget(self) -> None:
        """The visit is over: what was on the screen is let go of now, not when Qt finds time.

        The fields and rows that were taken off it, what QML's own memory holds of their words,
        and the pictures that are kept in case they are shown again. Not before whatever of QML
        ended the visit has come to its own end.
        """
        QTimer.singleShot(0, self.window, self._let_go)

    def _let_go(self) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._engine.collectGarbage()
        self.window.releaseResources()

    def close(self) -> None:
        """Take it off the screen and let QML go before the models do."""
        self.window.close()
        self._engine.deleteLater()
        QGuiApplication.sendPostedEvents(self._engine, QEvent.Type.DeferredDelete)

    def _note(self, errors: list[QQmlError]) -> None:
        self._complaints.extend(error.toString() for error in errors)
