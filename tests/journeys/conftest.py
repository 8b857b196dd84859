"""A fresh installation for each journey, and what stands around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.installation import Desk, Installation
from tests.journeys.libcal import LibCal


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
def desk(installation: Installation) -> Desk:
    """The staff desk, up, and the terminal let in."""
    return Desk.of(installation)
