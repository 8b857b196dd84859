"""A terminal on a real X screen, and a screen reader beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.graphical_session import GraphicalSession, graphical_session, why_not
from tests.accessibility.tree import ScreenReader
from tests.journeys.installation import Desk, Installation
from tests.journeys.libcal import LibCal
from tests.journeys.visitor import Visitor

MORNING = "2026-12-01T10:00:00-05:00"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[GraphicalSession]:
    """A screen and an accessibility bus of this test's own."""
    if reason := why_not():
        pytest.skip(reason)
    with graphical_session(tmp_path / "session") as session:
        yield session


@pytest.fixture
def installation(session: GraphicalSession, tmp_path: Path) -> Iterator[Installation]:
    """A terminal that covers that screen, as in the entrance hall."""
    installation = Installation.at(tmp_path / "home")
    installation.environment |= {
        **session.variables,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "KIOSK_SCREEN__FULL_SCREEN": "true",
    }
    yield installation
    installation.close()


@pytest.fixture
def desk(installation: Installation, tmp_path: Path) -> Iterator[Desk]:
    """The staff desk, up, and the terminal let in."""
    desk = Desk.at(tmp_path / "desk", installation)
    yield desk
    desk.server.close()


@pytest.fixture
def libcal(installation: Installation) -> Iterator[LibCal]:
    """LibCal, up, and the terminal set up to ask it."""
    libcal = LibCal()
    libcal.start()
    installation.set(LIBCAL__BASE_URL=libcal.url)
    yield libcal
    libcal.stop()


@pytest.fixture
def patron(installation: Installation) -> Iterator[Visitor]:
    """Somebody at the keyboard of the same screen."""
    visitor = Visitor()
    yield visitor
    installation.close()
    visitor.leave()


@pytest.fixture
def reader(
    session: GraphicalSession,
    installation: Installation,
    libcal: LibCal,
    desk: Desk,
    patron: Visitor,
) -> Iterator[ScreenReader]:
    """A screen reader, and the terminal in front of it with its hours loaded."""
    assert libcal.url
    assert desk.url
    with ScreenReader(session.accessibility_bus) as reader:
        installation.start("ui", "--now", MORNING, "--driver", patron.address)
        patron.wait_for_screen()
        reader.find("heading", "Open now")
        yield reader
