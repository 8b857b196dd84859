"""The yardstick for start and memory: the least program that shows a window with Qt Quick.

It prints a line when its first frame is drawn and ends with its standard input.
"""

import sys
import threading

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

QML = b"""
import QtQuick
Window { width: 1280; height: 800; visible: true; Text { text: "hello"; font.pixelSize: 48 } }
"""


def main() -> None:
    """Show it."""
    application = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(QML)
    [window] = engine.rootObjects()
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(_say_ready)
    threading.Thread(target=_quit_with_input, daemon=True).start()
    application.exec()


def _say_ready() -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()


def _quit_with_input() -> None:
    sys.stdin.read()
    QCoreApplication.quit()


if __name__ == "__main__":
    main()
