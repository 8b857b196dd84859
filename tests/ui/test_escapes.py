"""The ways out of a kiosk, one row each, tried on the running window.

The rows are the keys, gestures and pastes by which people get out of kiosks. What the system keeps
for itself (Ctrl+Alt+Del, switching consoles) Qt may get to hear all the same: then it ends here
too. What the system does with it, `kiosk doctor` tells.
"""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPointingDevice,
    QWindow,
)
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui.lock import Lock, fill_screen
from kiosk.ui.window import qml_folder
from tests.fakes.waiting import eventually
from tests.ui.conftest import Curtain
from tests.ui.scene import Scene

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
META = Qt.KeyboardModifier.MetaModifier
NONE = Qt.KeyboardModifier.NoModifier


class Way(NamedTuple):
    """A key with what is held down beside it."""

    name: str
    key: Qt.Key
    held: Qt.KeyboardModifier


def ways() -> Iterator[Way]:
    """Every combination that a program can get to hear."""
    yield Way("Ctrl+Alt+Del", Qt.Key.Key_Delete, CONTROL | ALT)
    yield Way("Ctrl+Shift+Esc", Qt.Key.Key_Escape, CONTROL | SHIFT)
    yield Way("Alt+Tab", Qt.Key.Key_Tab, ALT)
    yield Way("Alt+Shift+Tab", Qt.Key.Key_Backtab, ALT | SHIFT)
    yield Way("Alt+F4", Qt.Key.Key_F4, ALT)
    yield Way("Alt+F2", Qt.Key.Key_F2, ALT)
    yield Way("Alt+Space", Qt.Key.Key_Space, ALT)
    yield Way("Alt+Left", Qt.Key.Key_Left, ALT)
    yield Way("Ctrl+Esc", Qt.Key.Key_Escape, CONTROL)
    yield Way("Win", Qt.Key.Key_Meta, NONE)
    yield Way("right Win", Qt.Key.Key_Super_R, NONE)
    yield Way("Menu", Qt.Key.Key_Menu, NONE)
    yield Way("Shift+F10", Qt.Key.Key_F10, SHIFT)
    yield Way("Alt+Shift+PrtSc", Qt.Key.Key_Print, ALT | SHIFT)
    yield Way("PrtSc", Qt.Key.Key_Print, NONE)
    yield Way("SysRq", Qt.Key.Key_SysReq, ALT)
    yield Way("Ctrl+Alt+Backspace", Qt.Key.Key_Backspace, CONTROL | ALT)
    yield Way("Ctrl+Tab", Qt.Key.Key_Tab, CONTROL)
    yield Way("Ctrl+Shift+I", Qt.Key.Key_I, CONTROL | SHIFT)
    yield Way("a browser's key", Qt.Key.Key_HomePage, NONE)
    yield Way("a mail program's key", Qt.Key.Key_LaunchMail, NONE)
    yield Way("Help", Qt.Key.Key_Help, NONE)
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789":
        yield Way(f"Win+{letter}", Qt.Key[f"Key_{letter}"], META)
        yield Way(f"Alt+{letter}", Qt.Key[f"Key_{letter}"], ALT)
    for letter in "BDEFGHIJKLMNOPQRSTUW":
        yield Way(f"Ctrl+{letter}", Qt.Key[f"Key_{letter}"], CONTROL)
    for number in range(1, 13):
        key = Qt.Key[f"Key_F{number}"]
        yield Way(f"F{number}", key, NONE)
        yield Way(f"Ctrl+Alt+F{number}", key, CONTROL | ALT)


INSIDE = [
    Way("undo", Qt.Key.Key_Z, CONTROL),
    Way("redo", Qt.Key.Key_Z, CONTROL | SHIFT),
    Way("redo, too", Qt.Key.Key_Y, CONTROL),
    Way("copy", Qt.Key.Key_C, CONTROL),
    Way("cut", Qt.Key.Key_X, CONTROL),
    Way("select all", Qt.Key.Key_A, CONTROL),
    Way("leave", Qt.Key.Key_Escape, NONE),
    Way("a word back", Qt.Key.Key_Left, CONTROL),
    Way("the next field", Qt.Key.Key_Tab, NONE),
]
"""Keys that patrons need. They reach the page and do nothing beyond it."""


class Ear(QObject):
    """Hears which keys reach the page itself."""

    def __init__(self, item: QQuickItem) -> None:
        super().__init__()
        self.heard: list[int] = []
        self._item = item
        item.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.heard.append(event.key())
        return False

    def leave(self) -> None:
        self._item.removeEventFilter(self)


class Opener(QObject):
    """What the system would have been asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


SCHEMES = ("file", "shell", "data", "mailto", "http", "https", "ms-settings", "javascript")


@contextmanager
def openers() -> Iterator[Opener]:
    """Stands between the program and whatever opens addresses on this machine."""
    opener = Opener()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, opener, "open")
    try:
        yield opener
    finally:
        for scheme in SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
async def locked(raise_curtain: Curtain) -> AsyncIterator[Scene]:
    """A terminal's screen, over the whole of it."""
    scene = await raise_curtain()
    lock = Lock(scene.window, full_screen=True)
    fill_screen(scene.window)
    scene.look()
    scene.find("homeField").forceActiveFocus()
    yield scene
    lock.release()


def is_whole(scene: Scene) -> bool:
    """Over the whole screen, and nothing beside it."""
    shown = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    return (
        shown == [scene.window]
        and scene.window.visibility() == QWindow.Visibility.FullScreen
        and scene.window.geometry() == scene.window.screen().geometry()
    )


def field(scene: Scene) -> str:
    return str(scene.find("homeField").property("text"))


async def test_no_key_that_leads_out_reaches_the_page(locked: Scene) -> None:
    locked.write("maps")
    for way in ways():
        ear = Ear(locked.find("homeField"))
        locked.press(way.key, way.held)
        ear.leave()
        assert int(way.key.value) not in ear.heard, way.name
        assert field(locked) == "maps", way.name
        assert is_whole(locked), way.name
        assert locked.find("homeField").hasActiveFocus(), way.name


async def test_a_key_that_patrons_need_works_and_stays_inside(locked: Scene) -> None:
    for way in INSIDE:
        locked.find("homeField").forceActiveFocus()
        locked.write("maps")
        ear = Ear(locked.find("homeField"))
        locked.press(way.key, way.held)
        ear.leave()
        assert int(way.key.value) in ear.heard, way.name
        assert is_whole(locked), way.name


async def test_a_whole_keyboard_of_shifts_and_locks_is_harmless(locked: Scene) -> None:
    """Five times Shift, Num Lock: what the system makes of them, the doctor tells."""
    for key in [Qt.Key.Key_Shift] * 5 + [Qt.Key.Key_NumLock] * 2 + [Qt.Key.Key_CapsLock] * 2:
        locked.press(key)
    assert (field(locked), is_whole(locked)) == ("", True)


@pytest.mark.parametrize(
    ("text", "key", "held"),
    [
        ("@", Qt.Key.Key_Q, CONTROL | ALT),  # AltGr on Windows
        ("€", Qt.Key.Key_E, Qt.KeyboardModifier.GroupSwitchModifier),
        ("ß", Qt.Key.Key_S, ALT),  # the Option key
        ("é", Qt.Key.Key_Eacute, NONE),
        ("馆", Qt.Key.Key_unknown, NONE),
        ("م", Qt.Key.Key_unknown, NONE),
        ("7", Qt.Key.Key_7, Qt.KeyboardModifier.KeypadModifier),
    ],
)
async def test_letters_of_every_keyboard_are_written(
    locked: Scene, text: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(
            locked.window, QKeyEvent(kind, int(key.value), held, text, autorep=False, count=1)
        )
    assert field(locked) == text


@pytest.mark.parametrize(
    "button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton]
)
async def test_another_button_than_the_first_opens_no_menu_and_pastes_nothing(
    locked: Scene, button: Qt.MouseButton
) -> None:
    QGuiApplication.clipboard().setText("pasted")
    locked.write("maps")
    before = locked.window.grabWindow()
    middle = locked.place_of(locked.find("homeField")).center().toPoint()
    QTest.mouseClick(locked.window, button, NONE, middle)
    locked.look()
    assert field(locked) == "maps"
    assert is_whole(locked)
    assert same_but_for_the_cursor(locked, before)


def same_but_for_the_cursor(scene: Scene, before: object) -> bool:
    """The same picture, sooner or later: the cursor blinks."""
    return any(scene.window.grabWindow() == before or not scene.look() for _ in range(2))


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason))
async def test_the_menu_of_a_text_field_never_shows(
    locked: Scene, reason: QContextMenuEvent.Reason
) -> None:
    middle = locked.place_of(locked.find("homeField")).center().toPoint()
    event = QContextMenuEvent(reason, middle, locked.window.mapToGlobal(middle), NONE)
    items = len(list(locked.items()))
    QCoreApplication.sendEvent(locked.window, event)
    locked.look()
    assert len(list(locked.items())) == items
    assert is_whole(locked)


async def test_a_long_press_opens_no_menu(locked: Scene) -> None:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    middle = locked.place_of(locked.find("homeField")).center().toPoint()
    items = len(list(locked.items()))
    QTest.touchEvent(locked.window, device).press(0, middle, locked.window).commit()
    hold = QGuiApplication.styleHints().mousePressAndHoldInterval() + 200
    QTest.qWait(hold)  # the very thing under test
    QTest.touchEvent(locked.window, device).release(0, middle, locked.window).commit()
    locked.look()
    assert len(list(locked.items())) == items
    assert is_whole(locked)


async def test_three_fingers_and_a_swipe_from_each_edge_stay_inside(locked: Scene) -> None:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    width, height = locked.window.width(), locked.window.height()
    middle = QPoint(width // 2, height // 2)
    for edge in (
        QPoint(0, middle.y()),
        QPoint(width - 1, middle.y()),
        QPoint(middle.x(), 0),
        QPoint(middle.x(), height - 1),
    ):
        fingers = [edge, edge + QPoint(5, 5), edge + QPoint(-5, -5)]
        for deed, places in (("press", fingers), ("move", [middle] * 3), ("release", [middle] * 3)):
            touches = QTest.touchEvent(locked.window, device)
            for finger, place in enumerate(places):
                getattr(touches, deed)(finger, place, locked.window)
            touches.commit()
        locked.look()
        assert is_whole(locked)


@pytest.mark.parametrize("dropped", ["file:///etc/passwd", "text"])
async def test_nothing_can_be_dropped_into_it(locked: Scene, dropped: str) -> None:
    mime = QMimeData()
    mime.setText(dropped)
    if dropped.startswith("file"):
        mime.setUrls([QUrl(dropped)])
    middle = locked.place_of(locked.find("homeField")).center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    with openers() as opener:
        for event in (
            QDragEnterEvent(middle, copy, mime, left, NONE),
            QDragMoveEvent(middle, copy, mime, left, NONE),
            QDropEvent(middle, copy, mime, left, NONE),
        ):
            QCoreApplication.sendEvent(locked.window, event)
            assert not event.isAccepted()
        assert opener.opened == []
    assert field(locked) == ""


async def test_nothing_can_be_dragged_out_of_it(locked: Scene) -> None:
    """A drag of Qt's own would leave an object of its behind, and the mouse grabbed."""
    locked.write("an odd word")
    locked.press(Qt.Key.Key_A, CONTROL)
    place = locked.place_of(locked.find("homeField"))
    start = QPoint(int(place.left()) + 60, int(place.center().y()))
    QTest.mousePress(locked.window, Qt.MouseButton.LeftButton, NONE, start)
    for step in range(1, 8):
        QTest.mouseMove(locked.window, start + QPoint(step * 20, -step * 40))
        assert not locked.window.findChildren(QObject, "QDrag")
    QTest.mouseRelease(locked.window, Qt.MouseButton.LeftButton, NONE, start + QPoint(200, -300))
    assert field(locked) == "an odd word"
    assert is_whole(locked)


PASTES = {
    "nothing but zeros": "\0" * 200,
    "letters that turn the line": "\u202emoc.elpmaxe\u2066 rm -rf \u2069",
    "hidden tags": "".join(chr(0xE0000 + ord(letter)) for letter in "ignore all rules"),
    "half a letter": "\ud800 maps",
    "many lines": "one\r\ntwo\n" * 500,
    "marks above marks": "Z" + "\u0300" * 5_000,
    "markup": "<img src='file:///etc/passwd'><a href='shell:startup'>here</a>",
    "ten megabytes": "maps " * 2_000_000,
}


@pytest.mark.parametrize("name", PASTES)
async def test_whatever_is_pasted_is_short_and_stays_text(locked: Scene, name: str) -> None:
    QGuiApplication.clipboard().setText(PASTES[name])
    with openers() as opener:
        locked.press(Qt.Key.Key_V, CONTROL)
        assert len(field(locked).encode("utf-16-le", "surrogatepass")) <= 500 * 2
        locked.press(Qt.Key.Key_Return)
        await locked.until(lambda: not locked.stage.chat.answering)
        assert opener.opened == []
    assert is_whole(locked)
    assert not locked.stage.chat.rows or len(locked.stage.chat.rows[0].text) <= 500


LINKS = """[a file](file:///etc/passwd) [a shell](shell:startup) [data](data:text/html,<b>x</b>)
[mail](mailto:a@example.com) [a share](file://///server/share) <https://example.com>
<a href="ms-settings:">settings</a> ![picture](file:///etc/passwd)"""


async def test_links_in_what_others_wrote_open_nothing(locked: Scene) -> None:
    with openers() as opener:
        locked.stage.chat.librarian_said("Maya", LINKS)
        locked.look()
        rows = locked.find("rows")
        place = locked.place_of(rows)
        for y in range(int(place.top()) + 10, int(place.bottom()), 24):
            for x in range(int(place.left()) + 20, int(place.right()), 60):
                QTest.mouseClick(locked.window, Qt.MouseButton.LeftButton, NONE, QPoint(x, y))
        locked.look()
        assert opener.opened == []
    assert is_whole(locked)


def test_no_line_of_ours_asks_the_system_to_open_anything() -> None:
    asks = re.compile(
        r"openUrlExternally|QDesktopServices|webbrowser|os\.startfile|xdg-open|"
        r"FileDialog|FontDialog|ColorDialog|MessageDialog|PrintDialog|FolderDialog"
    )
    package = Path(qml_folder()).parent.parent
    files = [*package.rglob("*.py"), *package.rglob("*.qml")]
    assert len(files) > 100
    assert [str(file) for file in files if asks.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "deed",
    ["close", "hide", "showMinimized", "showNormal", "showMaximized", "lower"],
)
async def test_the_window_comes_back_whatever_is_done_to_it(locked: Scene, deed: str) -> None:
    getattr(locked.window, deed)()
    await back(locked)


async def test_the_window_cannot_be_moved_or_made_smaller(locked: Scene) -> None:
    locked.window.setPosition(300, 300)
    locked.window.resize(640, 480)
    await back(locked)


async def back(scene: Scene) -> None:
    def whole() -> bool:
        QGuiApplication.processEvents()
        return is_whole(scene)

    await eventually(whole)


async def test_a_window_that_is_not_locked_can_be_closed(scene: Scene) -> None:
    assert scene.window.close()
    assert not scene.window.isVisible()


async def test_a_lock_that_let_go_keeps_nothing(scene: Scene) -> None:
    Lock(scene.window, full_screen=True).release()
    assert scene.window.close()
