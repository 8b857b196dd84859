"""The window itself: fonts, Qt's complaints, touches, and a lock."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    Qt,
    QtMsgType,
    qCritical,
    qDebug,
    qInstallMessageHandler,
    qWarning,
)
from PySide6.QtGui import QKeyEvent

from kiosk.ui.window import KioskWindow, TouchWatcher, WindowError, load_fonts, log_qt_messages
from tests.noise import Noise
from tests.ui.scene import Scene


class Witness:
    """A watched thing, and what was noticed of it."""

    def __init__(self) -> None:
        self.noticed: list[str] = []
        self.watched = QObject()
        self.watcher = TouchWatcher(
            keyed=lambda: self.noticed.append("key"),
            pointed=lambda: self.noticed.append("pointer"),
        )
        self.watched.installEventFilter(self.watcher)

    def send(self, event: QEvent) -> bool:
        return QCoreApplication.sendEvent(self.watched, event)


def test_every_touch_and_key_is_noticed_and_nothing_else() -> None:
    witness = Witness()
    none = Qt.KeyboardModifier.NoModifier
    witness.send(QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_A.value), none, "a"))
    witness.send(QEvent(QEvent.Type.TouchBegin))
    witness.send(QEvent(QEvent.Type.Expose))
    assert witness.noticed == ["key", "pointer"]


async def test_full_screen_has_no_frame(scene: Scene) -> None:
    shown = KioskWindow({**scene.stage.models()})
    shown.show(full_screen=True)
    assert shown.window.visibility() == shown.window.Visibility.FullScreen
    assert shown.window.flags() & Qt.WindowType.FramelessWindowHint
    assert shown.window.flags() & Qt.WindowType.WindowStaysOnTopHint
    shown.close()


def test_a_window_without_its_models_says_what_is_missing(expected_logs: Noise) -> None:
    expected_logs.allow("Required property")
    expected_logs.allow("QQmlApplicationEngine")
    expected_logs.allow("of null")
    with pytest.raises(WindowError, match="Required property"):
        KioskWindow({})


def test_a_font_that_cannot_be_read_is_told_to_it(tmp_path: Path, expected_logs: Noise) -> None:
    expected_logs.allow("the font broken.ttf cannot be read")
    expected_logs.allow("QFontDatabase")
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    load_fonts(tmp_path)
    assert any("broken.ttf" in line for line in expected_logs.heard)


def test_what_qt_complains_of_goes_to_our_log(
    caplog: pytest.LogCaptureFixture, expected_logs: Noise
) -> None:
    expected_logs.allow("qt: ")
    before = qInstallMessageHandler(None)
    try:
        log_qt_messages()
        with caplog.at_level(logging.DEBUG, logger="qt"):
            qDebug("a detail")
            qWarning("a warning")
            qCritical("a failure")
    finally:
        qInstallMessageHandler(before)
    assert [(r.levelno, r.getMessage()) for r in caplog.records if r.name == "qt"] == [
        (logging.DEBUG, "a detail"),
        (logging.WARNING, "a warning"),
        (logging.ERROR, "a failure"),
    ]
    assert QtMsgType.QtWarningMsg is not None
