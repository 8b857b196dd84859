"""What a patron's hands can do to the window, and nothing else gets through.

The operating system does the real locking; `kiosk doctor` says what it still lets through. This
adds to it. One table says which keys pass; every other key, and every other button, menu, drag
and drop, ends here before QML or Qt's own defaults hear of it. A full-screen window also stays
where it is: it is not closed, hidden, made smaller or moved.
"""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier
_LEVEL = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
"""Where a key stands, or that another layout is on, says nothing of what it does."""

RETRY_MILLISECONDS = 100
"""A window manager that insists must not keep us busy."""

_MOVING = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Insert,
)
"""Move in a text or a list, and take away from a text."""

_STEERING = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
)
"""Move between what can be pressed, press it, leave it."""

_MODIFYING = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
"""Do nothing by themselves; without them nothing could be composed."""

_EDITING = (
    Qt.Key.Key_A,
    Qt.Key.Key_C,
    Qt.Key.Key_V,
    Qt.Key.Key_X,
    Qt.Key.Key_Y,
    Qt.Key.Key_Z,
)
"""With Ctrl: select all, copy, paste, cut, redo, undo. The end of a visit wipes what they keep."""

_COMPOSING = range(Qt.Key.Key_Multi_key.value, Qt.Key.Key_Dead_Longsolidusoverlay.value + 1)
"""Compose, the keys of input methods, accents that wait for their letter."""

# Numbers, because a keyboard may have keys that Qt has no name for.
_PLAIN = frozenset(key.value for key in (*_MOVING, *_STEERING))
_CONTROLLED = frozenset(key.value for key in (*_MOVING, *_EDITING))
_SILENT = frozenset(key.value for key in _MODIFYING) | frozenset(_COMPOSING)

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_BUTTONS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    }
)
_NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.DragLeave,
        QEvent.Type.Drop,
        QEvent.Type.HelpRequest,
        QEvent.Type.WhatsThis,
    }
)
_TAKEN = _KEYS | _BUTTONS | {QEvent.Type.ContextMenu}
_DISPLACED = frozenset(
    {QEvent.Type.WindowStateChange, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide}
)


class Lock(QObject):
    """An event filter for one window; lets go of it with ``release``."""

    def __init__(self, window: QWindow, *, full_screen: bool) -> None:
        super().__init__()
        self._window = window
        self._full_screen = full_screen
        self._timer = QTimer(self, interval=RETRY_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self._put_back)
        window.installEventFilter(self)
        if full_screen:
            window.screenChanged.connect(self._screen_went)
            application().focusWindowChanged.connect(self._focus_went)

    def release(self) -> None:
        """From now on the window can be closed."""
        self._window.removeEventFilter(self)
        self._timer.stop()
        if self._full_screen:
            self._window.screenChanged.disconnect(self._screen_went)
            application().focusWindowChanged.disconnect(self._focus_went)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if self._full_screen and event.type() in _DISPLACED:
            self._timer.start()
        if self._refuses(event):
            # Accepted: "nobody wanted it" would let Qt or the system do what it does by default.
            event.setAccepted(event.type() in _TAKEN)
            return True
        return super().eventFilter(watched, event)

    def _refuses(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close:
            return self._full_screen
        if isinstance(event, QKeyEvent):
            return not passes(event)
        if isinstance(event, QMouseEvent) and event.type() in _BUTTONS:
            return event.button() is not Qt.MouseButton.LeftButton
        return event.type() in _NEVER

    def _screen_went(self, _screen: object) -> None:
        self._timer.start()

    def _focus_went(self, window: QWindow | None) -> None:
        if window is None:
            self._timer.start()

    def _put_back(self) -> None:
        """Over the whole screen and in front, whatever was done to it."""
        window = self._window
        if window.visibility() != QWindow.Visibility.FullScreen:
            fill_screen(window)
        place = window.screen().geometry()
        if window.geometry() != place:
            window.setGeometry(place)
        if _takes_keys(window) and application().focusWindow() is None:
            window.raise_()
            window.requestActivate()


def fill_screen(window: QWindow) -> None:
    """Show a window over its whole screen, without a frame, in front of everything."""
    window.setFlag(Qt.WindowType.FramelessWindowHint)
    window.setFlag(Qt.WindowType.WindowStaysOnTopHint)
    # Not showFullScreen: that wants the keys also for a window that takes none.
    window.setWindowStates(Qt.WindowState.WindowFullScreen)
    window.setVisible(True)
    if _takes_keys(window):
        window.requestActivate()


def _takes_keys(window: QWindow) -> bool:
    return not window.flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def passes(event: QKeyEvent) -> bool:
    """Whether a patron needs this key, with what is held down beside it."""
    key, held = event.key(), event.modifiers() & ~_LEVEL
    if key in _SILENT:
        return True
    if held in (_NONE, _SHIFT):
        return key in _PLAIN or _is_written(event)
    if held in (_CONTROL, _CONTROL | _SHIFT):
        return key in _CONTROLLED
    # AltGr: Windows tells it as Ctrl and Alt, others as Alt. What it writes has a text.
    return held & _META == _NONE and bool(held & _ALT) and _is_written(event) and _is_third(event)


def _is_written(event: QKeyEvent) -> bool:
    """Writes something; a release tells no text, and does nothing either."""
    text = event.text()
    return bool(text) and text.isprintable()


def _is_third(event: QKeyEvent) -> bool:
    """On the third level of a key: Alt+F writes an f, which it would without Alt too."""
    return event.key() > sys.maxunicode or event.text().casefold() != chr(event.key()).casefold()


def application() -> QGuiApplication:
    """The one there is."""
    found = QGuiApplication.instance()
    if not isinstance(found, QGuiApplication):
        raise TypeError("a window needs an application first")
    return found
