"""A fresh installation for each journey, and what stands around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.installation import Desk, Installation
from tests.journeys.libcal import LibCal
from tests.journeys.visitor import Visitor


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """A terminal of which nothing runs yet."""
    installation = Installation.at(tmp_path / "home")
    yield installation
    installation.close()


@pytest.fixture
def libcal(installation: Installation) -> Iterator[LibCal]:
    """LibCal, up, and the terminal set up to ask it."""
    libcal = LibCal()
    libcal.start()
    installation.set(LIBCAL__BASE_URL=libcal.url)
    yield libcal
    libcal.stop()


@pytest.fixture
def desk(installation: Installation, tmp_path: Path) -> Iterator[Desk]:
    """The staff desk, up, and the terminal let in."""
    desk = Desk.at(tmp_path / "desk", installation)
    yield desk
    desk.server.close()


@pytest.fixture
def patron(installation: Installation) -> Iterator[Visitor]:
    """Somebody in front of the screen; whatever was started goes before they do."""
    visitor = Visitor()
    yield visitor
    installation.close()
    visitor.leave()
