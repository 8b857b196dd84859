"""A process with two screens, of which one comes and goes. Prints what hangs where, as JSON lines.

The off-screen platform reads its screens once, at the start; so both are there all the time, and
what ``OtherScreens`` is told of them changes, by the signals of the real ones.
"""

import json
import sys

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QScreen
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.immortals import make_immortal
from kiosk.ui.lock import fill_screen
from kiosk.ui.other_screens import Curtain, CurtainWindow, OtherScreens

PATIENCE_MILLISECONDS = 20_000


def main() -> None:
    """Play it."""
    make_immortal()
    application = QGuiApplication([])
    there = application.screens()
    first, second = sorted(there, key=lambda screen: screen.geometry().x())
    patrons = QQuickWindow()
    patrons.setScreen(first)
    fill_screen(patrons)
    look = [Curtain(QColor("#f6f4ef"), "Alder Bay University Libraries")]
    others = OtherScreens(patrons, lambda: look[-1], lambda: there)

    def tell(what: str) -> None:
        deadline = QDeadlineTimer(PATIENCE_MILLISECONDS)
        while not all(_is_drawn(window, look[-1]) for window in others.curtains):
            application.processEvents()
            assert not deadline.hasExpired(), what
        windows = [window for window in application.topLevelWindows() if window.isVisible()]
        told = [what, [_told(window) for window in others.curtains], len(windows)]
        sys.stdout.write(json.dumps(told) + "\n")

    tell("start")
    look.append(Curtain(QColor("#12171b"), "Alder Bay"))
    others.repaint()
    tell("another theme")
    others.curtains[0].hide()
    others.curtains[0].close()
    application.processEvents()
    there.remove(second)
    application.screenRemoved.emit(second)
    tell("unplugged")
    there.append(second)
    application.screenAdded.emit(second)
    tell("plugged in")
    patrons.setScreen(second)
    tell("moved")
    others.close()
    tell("end")


def _is_drawn(window: CurtainWindow, look: Curtain) -> bool:
    picture = _picture(window, window.screen())
    return window.isExposed() and picture.pixelColor(2, 2) == look.ground


def _told(window: CurtainWindow) -> dict[str, object]:
    picture = _picture(window, window.screen())
    inks = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    return {
        "screen": window.screen().name(),
        "size": [window.width(), window.height()],
        "full": window.visibility() == window.Visibility.FullScreen,
        "ground": picture.pixelColor(2, 2).name(),
        "written": len(inks) > 1,
    }


def _picture(window: CurtainWindow, screen: QScreen) -> QImage:
    return screen.grabWindow(window.winId()).toImage()


if __name__ == "__main__":
    main()
