import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.core.paths import Folders, resource_folder
from kiosk.ui.appearance import Look
from kiosk.ui.immortals import make_immortal
from kiosk.ui.keyboard import Showing
from kiosk.ui.window import load_fonts
from tests.fakes.clock import TurnableClock
from tests.ui.scene import Scene, alder_bay_database

AFTERNOON = datetime(2026, 11, 24, 21, 12, tzinfo=UTC)
"""12 past 4 pm in New York, on the Tuesday before Thanksgiving."""

Curtain = Callable[..., Awaitable[Scene]]
"""Opens one more screen of this terminal; takes what ``Scene.open`` takes."""


@pytest.fixture(scope="session", autouse=True)
def application() -> Iterator[QGuiApplication]:
    """The one application of this process, without a screen."""
    make_immortal()
    application = QGuiApplication.instance() or QGuiApplication(["tests"])
    assert isinstance(application, QGuiApplication)
    application.setQuitOnLastWindowClosed(False)
    load_fonts(resource_folder() / "fonts")
    return application


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database after one synchronisation, made once."""
    path = tmp_path_factory.mktemp("filled") / "terminal.db"
    asyncio.run(alder_bay_database(path, AFTERNOON))
    return path


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock(AFTERNOON)


@pytest.fixture
async def raise_curtain(
    filled: Path, tmp_path: Path, clock: TurnableClock
) -> AsyncIterator[Curtain]:
    folders = Folders.at(str(tmp_path))
    folders.data.mkdir(parents=True)
    shutil.copy(filled, folders.terminal_database)
    async with AsyncExitStack() as stack:

        async def open_scene(**given: Any) -> Scene:
            return await stack.enter_async_context(Scene.open(folders, clock, **given))

        yield open_scene


@pytest.fixture
async def scene(raise_curtain: Curtain) -> Scene:
    """The screen as a patron finds it."""
    return await raise_curtain()


@pytest.fixture
async def touch_screen(raise_curtain: Curtain) -> Scene:
    """The screen of a terminal that has no other keyboard; nothing on it moves."""
    scene = await raise_curtain(showing=Showing.AUTO)
    scene.stage.appearance.restore(Look(reduced_motion=True))
    scene.look()
    return scene
