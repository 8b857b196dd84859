"""The staff's door: watches a window for the gesture, and while it is open takes all its input.

An event filter, so that it needs nothing of the page below: a page that hangs on a broken model,
or the safe page, has the same door.
"""

import threading
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTouchEvent, QWindow

from kiosk.ui.staff.corner import CornerTaps
from kiosk.ui.staff.face import Face, unit_of
from kiosk.ui.staff.guard import PinGuard
from kiosk.ui.staff.pad import Deed, Pad, Page
from kiosk.ui.staff.visits import Outcome

TICK_MILLISECONDS = 500
PATIENCE_SECONDS = 30.0
"""Somebody who walked away leaves no open door."""

READING_SECONDS = 180.0

_INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
    }
)
_DOWN = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
    }
)
_UP = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd})
_FORWARD = frozenset(key.value for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Right))
_BACKWARD = frozenset(key.value for key in (Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Left))
_ENTER = frozenset(key.value for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))


class StaffDoor(QObject):
    """One window's door. Without a guard (no PIN is set) it never opens.

    Args:
        examine: What the doctor says, line by line; called on a thread of its own.
    """

    def __init__(
        self,
        window: QWindow,
        guard: PinGuard | None,
        examine: Callable[[], list[str]],
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__()
        self._window = window
        self._guard = guard
        self._examine = examine
        self._monotonic = monotonic
        self._taps = CornerTaps()
        self._pad: Pad | None = None
        self._pressed = ""
        self._used_at = 0.0
        self._judged.connect(self._after_check)
        self._examined.connect(self._after_examination)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        if guard is not None:
            window.installEventFilter(self)

    changed = Signal()
    """What is to be drawn is different, or the door opened or closed."""

    closeAsked = Signal()  # noqa: N815  Qt's way to name signals
    restartAsked = Signal()  # noqa: N815  as above
    _judged = Signal(bool)
    _examined = Signal(list)

    @property
    def is_open(self) -> bool:
        """Whether it is in front of everything."""
        return self._pad is not None

    @property
    def pad(self) -> Pad:
        """What is shown; a new one where it is closed."""
        return self._pad or Pad()

    def face(self) -> Face:
        """What is shown, in the size of the window."""
        return Face(self.pad, self._window.width(), self._window.height())

    def paint(self, painter: QPainter) -> None:
        """Draw it over the whole window."""
        self.face().paint(painter, self._pressed)

    def open(self) -> None:
        """Ask for the PIN."""
        if self._guard is not None and self._pad is None:
            self._pad, self._pressed, self._used_at = Pad(), "", self._monotonic()
            self._timer.start(TICK_MILLISECONDS)
            self.tick()
            self.changed.emit()

    def shut(self) -> None:
        """Back to the patrons' page; whatever was typed is forgotten."""
        self._pad = None
        self._timer.stop()
        self.changed.emit()

    def release(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._window.removeEventFilter(self)

    def tick(self) -> None:
        """Time passed."""
        if self._pad is None or self._guard is None:
            return
        patience = READING_SECONDS if self._pad.page is Page.REPORT else PATIENCE_SECONDS
        if self._monotonic() - self._used_at > patience and not self._pad.is_checking:
            self.shut()
            return
        wait = -int(-self._guard.wait // 1)
        if wait != self._pad.wait:
            self._pad.wait, self._pad.was_wrong = wait, False
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if self._pad is None:
            self._look_for_gesture(event)
            return super().eventFilter(watched, event)
        if event.type() not in _INPUT:
            return super().eventFilter(watched, event)
        self._used_at = self._monotonic()
        self._take(event)
        event.accept()
        return True

    def _look_for_gesture(self, event: QEvent) -> None:
        point = _point(event) if event.type() in _UP else None
        if point is None:
            return
        unit = unit_of(self._window.width(), self._window.height())
        if self._taps.tap(point.x(), point.y(), unit, self._monotonic()):
            # The page below has to hear of the end of this touch first.
            QTimer.singleShot(0, self, self.open)

    def _take(self, event: QEvent) -> None:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                self._key(event)
            return
        point = _point(event)
        if point is None:
            return
        deed = self.face().deed_at(point)
        if event.type() in _DOWN:
            self._pressed = deed
            self.changed.emit()
        elif event.type() in _UP:
            pressed, self._pressed = self._pressed, ""
            self.changed.emit()
            if deed and deed == pressed:
                self._do(deed)

    def _key(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if text and text in "0123456789":
            self._do(text)
        elif key == Qt.Key.Key_Backspace.value:
            self._do(Deed.DELETE)
        elif key == Qt.Key.Key_Escape.value:
            self._do(Deed.BACK)
        elif key in _ENTER or (key == Qt.Key.Key_Space.value and self.pad.focus):
            self._do(self.pad.focus or Deed.CHECK)
        elif key in _FORWARD | _BACKWARD:
            self.pad.move_focus(1 if key in _FORWARD else -1)
            self.changed.emit()

    def _do(self, deed: str) -> None:
        pad, page = self.pad, self.pad.page
        match deed, page:
            case Deed.BACK, Page.REPORT:
                pad.show(Page.SHEET)
            case Deed.BACK, _:
                self.shut()
            case Deed.DELETE, Page.PIN:
                pad.delete()
            case Deed.CHECK, Page.PIN:
                self._check()
            case Deed.CLOSE, Page.SHEET:
                self._leave(Outcome.CLOSED)
            case Deed.RESTART, Page.SHEET:
                self._leave(Outcome.RESTARTED)
            case Deed.REPORT, Page.SHEET:
                self._report()
            case Deed.MORE, Page.REPORT:
                self._turn_page()
            case digit, Page.PIN if digit.isdecimal():
                pad.type(digit)
        self.changed.emit()

    def _check(self) -> None:
        pad, guard = self._pad, self._guard
        if pad is None or guard is None or not pad.is_ready():
            return
        pad.is_checking = True
        typed = pad.typed
        _in_background("staff-pin", lambda: self._judged.emit(guard.check(typed)))

    def _after_check(self, right: bool) -> None:  # noqa: FBT001  a signal's argument
        if self._pad is not None:
            self._pad.judged(right=right)
            self.tick()
            self.changed.emit()

    def _leave(self, outcome: Outcome) -> None:
        if self._guard is not None:
            self._guard.note(outcome)
        self.shut()
        (self.closeAsked if outcome is Outcome.CLOSED else self.restartAsked).emit()

    def _report(self) -> None:
        self.pad.lines = None
        self.pad.show(Page.REPORT)
        _in_background("staff-doctor", lambda: self._examined.emit(self._examine()))

    def _after_examination(self, lines: list[str]) -> None:
        if self._pad is not None:
            self._pad.lines = lines
            self.changed.emit()

    def _turn_page(self) -> None:
        after = self.pad.first_line + self.face().lines_shown()
        self.pad.first_line = after if after < len(self.pad.lines or ()) else 0


def _point(event: QEvent) -> QPointF | None:
    """Where the finger, or the mouse with its first button, is."""
    if isinstance(event, QTouchEvent):
        points = event.points()
        return points[0].position() if points else None
    # A finger is heard as a touch already, and must not count twice.
    if (
        isinstance(event, QMouseEvent)
        and event.button() is Qt.MouseButton.LeftButton
        and event.source() is Qt.MouseEventSource.MouseEventNotSynthesized
    ):
        return event.position()
    return None


def _in_background(name: str, job: Callable[[], None]) -> None:
    threading.Thread(target=job, name=name, daemon=True).start()
