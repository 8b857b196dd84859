"""The door on a real window: the gesture, the pad, the sheet, by finger, mouse and keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent, QPainter, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.core.secret import Secret
from kiosk.ui.lock import Lock
from kiosk.ui.safe import SafePage, SafeWindow
from kiosk.ui.staff.door import StaffDoor
from kiosk.ui.staff.face import Face
from kiosk.ui.staff.guard import PinGuard
from kiosk.ui.staff.over_qml import DoorItem
from kiosk.ui.staff.pad import Deed, Pad, Page
from kiosk.ui.staff.pin import hash_of
from kiosk.ui.staff.visits import Outcome, StaffVisits
from tests.fakes.clock import TurnableClock
from tests.fakes.waiting import eventually
from tests.ui.scene import SIZES, Scene

PIN = "271828"
PAGE = SafePage("Alder Bay", [("Marlowe", "Open")], "Please ask at the desk.", "", "")
LINES = [
    f"warning  lock       finding {number} of the doctor, in a long sentence " * 3
    for number in range(30)
]


@pytest.fixture(scope="module")
def kept() -> Secret:
    return hash_of(Secret(PIN))


class Staff:
    """Somebody of the staff in front of a window."""

    def __init__(self, window: SafeWindow, kept: Secret, logs: Path) -> None:
        self.window = window
        self.clock = TurnableClock()
        self.visits = StaffVisits(logs)
        guard = PinGuard(kept, self.visits, self.clock) if kept else None
        self.lock = Lock(window, full_screen=False)
        self.door = StaffDoor(window, guard, lambda: LINES, self.clock.monotonic)
        self.left: list[str] = []
        self.door.closeAsked.connect(lambda: self.left.append("closed"))
        self.door.restartAsked.connect(lambda: self.left.append("restarted"))

    def tap(self, x: int, y: int) -> None:
        QTest.mouseClick(
            self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y)
        )
        QGuiApplication.processEvents()

    def knock(self, times: int = 5) -> None:
        for _ in range(times):
            self.tap(4, 4)

    def press(self, deed: str) -> None:
        place = next(p for button, p in self.door.face().places() if button.deed == deed)
        self.tap(*place.center().toPoint().toTuple())

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def type(self, pin: str) -> None:
        for digit in pin:
            self.press(digit)

    async def enter(self, pin: str = PIN) -> None:
        self.type(pin)
        self.press(Deed.CHECK)
        await self.judged()

    async def judged(self) -> None:
        def holds() -> bool:
            QGuiApplication.processEvents()
            return not self.door.pad.is_checking

        await eventually(holds)


@pytest.fixture
def staff(kept: Secret, tmp_path: Path) -> Iterator[Staff]:
    window = SafeWindow(lambda: PAGE)
    window.resize(1080, 1920)
    window.show()
    staff = Staff(window, kept, tmp_path)
    window.set_door(staff.door)
    yield staff
    window.close()


def test_four_taps_open_nothing_and_the_fifth_does(staff: Staff) -> None:
    staff.knock(4)
    assert not staff.door.is_open
    staff.knock(1)
    assert staff.door.is_open


def test_five_touches_open_it_too_and_none_counts_twice(staff: Staff) -> None:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    told = []
    for _ in range(5):
        QTest.touchEvent(staff.window, device).press(0, QPoint(9, 9), staff.window).commit()
        QTest.touchEvent(staff.window, device).release(0, QPoint(9, 9), staff.window).commit()
        QGuiApplication.processEvents()
        told.append(staff.door.is_open)
    assert told == [False] * 4 + [True]


def test_without_a_pin_the_corner_does_nothing(tmp_path: Path) -> None:
    window = SafeWindow(lambda: PAGE)
    window.show()
    staff = Staff(window, Secret(""), tmp_path)
    staff.knock(20)
    assert not staff.door.is_open
    window.close()


async def test_the_right_pin_opens_the_sheet_and_staff_close_the_kiosk(staff: Staff) -> None:
    staff.knock()
    await staff.enter()
    assert staff.door.pad.page is Page.SHEET
    staff.press(Deed.CLOSE)
    assert staff.left == ["closed"]
    assert [v.outcome for v in staff.visits.all()] == [Outcome.RIGHT, Outcome.CLOSED]


async def test_staff_restart_the_screen(staff: Staff) -> None:
    staff.knock()
    await staff.enter()
    staff.press(Deed.RESTART)
    assert (staff.left, staff.door.is_open) == (["restarted"], False)


async def test_a_real_keyboard_does_all_of_it(staff: Staff) -> None:
    staff.knock()
    for digit in "1" + PIN:
        staff.key(Qt.Key[f"Key_{digit}"])
    for _ in range(7):
        staff.key(Qt.Key.Key_Backspace)
    for digit in PIN:
        staff.key(Qt.Key[f"Key_{digit}"])
    staff.key(Qt.Key.Key_Return)
    await staff.judged()
    for _ in range(2):
        staff.key(Qt.Key.Key_Down)
    assert staff.door.pad.focus == Deed.RESTART
    staff.key(Qt.Key.Key_Up)
    staff.key(Qt.Key.Key_Backtab)
    assert staff.door.pad.focus == Deed.BACK, "it goes round"
    staff.key(Qt.Key.Key_Tab)
    staff.key(Qt.Key.Key_Return)
    assert staff.left == ["closed"]


async def test_a_wrong_pin_is_said_and_five_of_them_make_everybody_wait(staff: Staff) -> None:
    staff.knock()
    await staff.enter("000001")
    assert staff.door.pad.message() == "That is not the PIN."
    assert staff.door.pad.typed == ""
    for _ in range(4):
        await staff.enter("000001")
    assert staff.door.pad.message() == "Too many wrong tries. Wait 30 s."
    await staff.enter(PIN)
    assert staff.door.pad.page is Page.PIN
    staff.clock.advance(10)
    staff.door.tick()
    assert "Wait 20 s" in staff.door.pad.message()
    staff.clock.advance(20)
    staff.door.tick()
    await staff.enter(PIN)
    assert staff.door.pad.page is Page.SHEET


def test_fewer_than_six_digits_are_not_even_looked_at(staff: Staff) -> None:
    staff.knock()
    staff.type("27182")
    staff.press(Deed.CHECK)
    assert not staff.door.pad.is_checking
    staff.type("8" * 20)
    assert len(staff.door.pad.typed) == 12
    assert staff.visits.all() == []


def test_escape_and_walking_away_shut_it_and_forget_the_digits(staff: Staff) -> None:
    staff.knock()
    staff.type("2718")
    staff.key(Qt.Key.Key_Escape)
    assert not staff.door.is_open
    staff.knock()
    assert staff.door.pad.typed == ""
    staff.type("2718")
    staff.clock.advance(31)
    staff.door.tick()
    assert not staff.door.is_open


def test_a_finger_that_slides_off_a_key_presses_none(staff: Staff) -> None:
    staff.knock()
    places = {button.deed: place for button, place in staff.door.face().places()}
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(staff.window, left, none, places["1"].center().toPoint())
    QTest.mouseRelease(staff.window, left, none, places["5"].center().toPoint())
    assert staff.door.pad.typed == ""


async def test_what_the_doctor_says_can_be_read_to_its_end(staff: Staff) -> None:
    staff.knock()
    await staff.enter()
    staff.press(Deed.REPORT)

    def told() -> bool:
        QGuiApplication.processEvents()
        return staff.door.pad.lines is not None

    await eventually(told)
    seen = set()
    while staff.door.pad.first_line not in seen:
        first = staff.door.pad.first_line
        seen.add(first)
        shown = staff.door.face().lines_shown()
        staff.press(Deed.MORE)
        assert staff.door.pad.first_line in {first + shown, 0}
    assert max(seen) + shown >= len(LINES)
    staff.press(Deed.BACK)
    assert staff.door.pad.page is Page.SHEET


async def test_over_the_patrons_page_it_takes_every_key_and_touch(
    scene: Scene, kept: Secret, tmp_path: Path
) -> None:
    clock = TurnableClock()
    guard = PinGuard(kept, StaffVisits(tmp_path), clock)
    door = StaffDoor(scene.window, guard, lambda: LINES, clock.monotonic)
    item = DoorItem(door, scene.window)
    before = scene.window.grabWindow()
    field = scene.find("homeField")
    assert field.hasActiveFocus()
    for _ in range(5):
        scene.tap_at(QPoint(4, 4))
    assert item.isVisible()
    assert scene.window.grabWindow() != before
    scene.write(PIN)
    commit = QInputMethodEvent()
    commit.setCommitString("271")
    QCoreApplication.sendEvent(QGuiApplication.focusObject(), commit)
    scene.tap_at(scene.place_of(field).center().toPoint())
    assert str(field.property("text")) == ""
    assert not scene.stage.chat.rows
    assert door.pad.typed.startswith(PIN)
    scene.press(Qt.Key.Key_Escape)
    assert not item.isVisible()
    assert field.hasActiveFocus()
    scene.resize("portrait")
    door.open()
    scene.look()
    assert (item.width(), item.height()) == SIZES["portrait"]
    door.release()


@pytest.mark.parametrize("size", [*SIZES.values(), (640, 480)])
@pytest.mark.parametrize("page", list(Page))
def test_everything_is_on_the_screen_large_enough_and_apart(
    size: tuple[int, int], page: Page
) -> None:
    pad = Pad()
    pad.show(page)
    pad.lines = LINES
    face = Face(pad, *size)
    places = [place for _, place in face.places()]
    room = QRectF(0, 0, *size)
    assert all(room.contains(place) for place in places)
    assert min(min(place.width(), place.height()) for place in places) >= 44
    assert not any(
        one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :]
    )
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    face.paint(painter)
    painter.end()
    assert len({image.pixelColor(x, int(places[0].center().y())).rgb() for x in range(size[0])}) > 3
