"""Every screen but the patron's: a plain ground with the library's name, so that no desktop shows.

A screen that is plugged in or out during a visit is noticed; so is the patron's own window when
the system moves it to another screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt, SignalInstance
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QRasterWindow,
    QScreen,
    QWindow,
)
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.lock import Lock, application, fill_screen
from kiosk.ui.window import FAMILY

DARK_INK, LIGHT_INK = "#1c2126", "#f3f1eb"
MIDDLE_LIGHTNESS = 0.5


@dataclass(frozen=True, slots=True)
class Curtain:
    """What a screen shows that nobody uses.

    Attributes:
        ground: The colour of the patron's screen.
        name: The library's.
    """

    ground: QColor
    name: str


class CurtainWindow(QRasterWindow):
    """Covers one screen. Takes no focus: the keys belong to the patron's window."""

    def __init__(self, screen: QScreen, look: Callable[[], Curtain]) -> None:
        super().__init__()
        self._look = look
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self._lock = Lock(self, full_screen=True)
        fill_screen(self)

    def take_down(self) -> None:
        """The screen is gone, or has become the patron's."""
        self._lock.release()
        self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        look, room = self._look(), QRectF(0, 0, self.width(), self.height())
        painter = QPainter(self)
        painter.fillRect(room, look.ground)
        font = QFont(FAMILY)
        font.setPixelSize(max(12, round(min(room.width(), room.height()) / 18)))
        painter.setFont(font)
        is_light = look.ground.lightnessF() > MIDDLE_LIGHTNESS
        painter.setPen(QColor(DARK_INK if is_light else LIGHT_INK))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        margin = room.width() / 10
        painter.drawText(room.adjusted(margin, 0, -margin, 0), flags, look.name)
        painter.end()


class OtherScreens(QObject):
    """Keeps a curtain on every screen on which the patron's window is not."""

    def __init__(
        self,
        window: QWindow,
        look: Callable[[], Curtain],
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__()
        self._window = window
        self._look = look
        self._screens = screens
        self._curtains: dict[QScreen, CurtainWindow] = {}
        for signal in self._signals():
            signal.connect(self.arrange)
        self.arrange()

    @property
    def curtains(self) -> list[CurtainWindow]:
        """Those that hang now."""
        return list(self._curtains.values())

    def arrange(self, _screen: QScreen | None = None) -> None:
        """A curtain for every screen that is there and not the patron's."""
        wanted = [screen for screen in self._screens() if screen != self._window.screen()]
        for screen in [screen for screen in self._curtains if screen not in wanted]:
            self._curtains.pop(screen).take_down()
        for screen in wanted:
            if screen not in self._curtains:
                self._curtains[screen] = CurtainWindow(screen, self._look)

    def repaint(self) -> None:
        """Another theme, or another name."""
        for curtain in self._curtains.values():
            curtain.update()

    def close(self) -> None:
        """Take every curtain down."""
        for signal in self._signals():
            signal.disconnect(self.arrange)
        while self._curtains:
            self._curtains.popitem()[1].take_down()

    def _signals(self) -> tuple[SignalInstance, ...]:
        qt = application()
        return (qt.screenAdded, qt.screenRemoved, self._window.screenChanged)


def beside(window: QQuickWindow) -> OtherScreens:
    """The other screens of a window of QML, in its colour and with its title."""
    others = OtherScreens(window, lambda: Curtain(window.color(), window.title()))
    window.colorChanged.connect(others.repaint)
    window.windowTitleChanged.connect(others.repaint)
    return others
