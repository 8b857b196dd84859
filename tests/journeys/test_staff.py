"""Staff get out, by real keys on a real window: of the whole screen, and of what is left of it."""

import contextlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import kiosk
from kiosk.app.children import Child
from kiosk.core.paths import resource_folder
from kiosk.core.secret import Secret
from kiosk.ui.safe import GROUND as SAFE_GROUND
from kiosk.ui.staff.face import GROUND as STAFF_GROUND
from kiosk.ui.staff.face import KEY, Face
from kiosk.ui.staff.pad import Pad, Page
from kiosk.ui.staff.pin import hash_of
from tests.journeys.installation import Installation
from tests.journeys.looking import processes_with, uis_of, wait_until
from tests.journeys.visitor import Visitor
from tests.journeys.xserver import HEIGHT, WIDTH, Screen, x_server

PIN = "271828"
MORNING = "2026-12-01T10:00:00-05:00"
EDGE = HEIGHT - 3
OUT = [
    ("Alt", "F4"),
    ("Alt", "Space"),
    ("Alt", "Tab"),
    ("Control", "W"),
    ("Control", "Q"),
    ("Control", "Escape"),
    ("Control", "Alt", "Delete"),
    ("Control", "Shift", "Escape"),
    ("Shift", "Shift"),
    ("Win",),
    ("Menu",),
    ("F11",),
]


@pytest.fixture
def screen(installation: Installation) -> Iterator[Screen]:
    """The terminal's screen, of which nothing is to be seen yet."""
    with x_server() as (variables, screen):
        installation.environment |= variables
        installation.set(SCREEN__FULL_SCREEN="true", STAFF__PIN_HASH=hash_of(Secret(PIN)).reveal())
        yield screen
        installation.close()


def test_patrons_do_not_get_out_and_staff_do(
    installation: Installation, patron: Visitor, screen: Screen
) -> None:
    terminal = installation.start("run", "--now", MORNING, "--driver", patron.address)
    patron.wait_for_screen()
    screen.wait_for(SAFE_GROUND, 3, EDGE, "the home page is there")
    first = patron.pid()
    for keys in OUT:
        screen.press(*keys)
    assert patron.pid() == first
    assert patron.sees("homeField")
    assert screen.colour(3, EDGE) == SAFE_GROUND

    _open_the_door(screen)
    _enter_the_pin(screen)
    _choose(screen, 2)
    patron.wait_for_screen()
    assert patron.pid() != first
    assert _reasons(installation) == ["staff_restart"]

    _leave_by_the_door(screen)
    _assert_it_ended_well(installation, terminal)
    assert _reasons(installation) == ["staff_restart", "staff"]


def test_staff_get_out_where_the_page_is_broken(
    installation: Installation, screen: Screen, tmp_path: Path
) -> None:
    with _broken_page(tmp_path):
        terminal = installation.start("run", "--now", MORNING)
        wait_until(lambda: uis_of(installation.home, safe=True), "the safe page is started")
        screen.wait_for(SAFE_GROUND, 3, EDGE, "the safe page is there")
        assert set(_reasons(installation)) == {"crash"}
        _leave_by_the_door(screen)
        _assert_it_ended_well(installation, terminal)
    assert _reasons(installation)[-1] == "staff"


@contextlib.contextmanager
def _broken_page(folder: Path) -> Iterator[None]:
    """Processes that are started meanwhile run a copy of the program whose page is broken."""
    package = Path(kiosk.__file__).parent
    copy = folder / "copy"
    shutil.copytree(package, copy / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "resources").symlink_to(resource_folder())
    with (copy / "kiosk/ui/qml/Kiosk/Main.qml").open("a") as page:
        page.write("This is not QML.\n")
    # Python looks for a program's modules where it is started first.
    with contextlib.chdir(copy):
        yield


def _open_the_door(screen: Screen) -> None:
    for _ in range(5):
        screen.tap(5, 5)
    screen.wait_for(STAFF_GROUND, 3, EDGE, "the staff's door is open")


def _enter_the_pin(screen: Screen) -> None:
    for digit in PIN:
        screen.press(digit)
    screen.press("Return")
    sheet = Pad()
    sheet.show(Page.SHEET)
    _, first = next(Face(sheet, WIDTH, HEIGHT).places())
    screen.wait_for(KEY, int(first.left()) + 30, int(first.center().y()), "the sheet is there")


def _choose(screen: Screen, place: int) -> None:
    """The n-th button of the sheet, by the keyboard."""
    for _ in range(place):
        screen.press("Tab")
    screen.press("Return")


def _leave_by_the_door(screen: Screen) -> None:
    _open_the_door(screen)
    _enter_the_pin(screen)
    _choose(screen, 1)


def _assert_it_ended_well(installation: Installation, terminal: Child) -> None:
    wait_until(lambda: not terminal.running(), "the terminal has ended")
    assert terminal.wait() == 0
    assert processes_with("KIOSK_HOME", str(installation.home)) == set()
    assert _outcomes(installation)[-2:] == ["right", "closed"]


def _outcomes(installation: Installation) -> list[str]:
    return _told(installation.folders.logs / "staff.jsonl", "outcome")


def _reasons(installation: Installation) -> list[str]:
    return _told(installation.folders.logs / "ends.jsonl", "name")


def _told(file: Path, key: str) -> list[str]:
    lines = file.read_text().splitlines() if file.exists() else []
    return [json.loads(line)[key] for line in lines]
