"""Opens the real screen over the demo library, and takes its picture in every kind."""

import shutil
import tempfile
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.core.paths import Folders, resource_folder
from kiosk.ui.appearance import Look, Theme
from kiosk.ui.immortals import make_immortal
from kiosk.ui.keyboard import Showing
from kiosk.ui.window import load_fonts
from tests.fakes.clock import TurnableClock
from tests.shots.faults import faults_of
from tests.shots.kinds import Kind
from tests.shots.sheet import contact_sheet
from tests.ui import screens
from tests.ui.scene import Scene, alder_bay_database

AFTERNOON = datetime(2026, 11, 24, 21, 12, tzinfo=UTC)


class Studio:
    """Takes pictures into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        make_immortal()
        self._application = QGuiApplication.instance() or QGuiApplication(["shots"])
        load_fonts(resource_folder() / "fonts")

    async def take(self, wanted: list[Kind]) -> list[str]:
        """Take them all; what is wrong in them comes back, a line each."""
        faults: list[str] = []
        with tempfile.TemporaryDirectory() as where:
            filled = Path(where) / "filled.db"
            await alder_bay_database(filled, AFTERNOON)
            for number, (spoken, kinds) in enumerate(
                groupby(wanted, key=lambda kind: (kind.page, kind.language))
            ):
                home = Path(where) / str(number)
                faults += await self._visit(*spoken, list(kinds), filled, home)
        self._write_sheets(wanted)
        return faults

    async def _visit(
        self, page: str, language: str, kinds: list[Kind], filled: Path, home: Path
    ) -> list[str]:
        folders = Folders.at(str(home))
        folders.data.mkdir(parents=True)
        shutil.copy(filled, folders.terminal_database)
        faults: list[str] = []
        async with AsyncExitStack() as stack:
            clock = TurnableClock(AFTERNOON)
            scene = await stack.enter_async_context(
                Scene.open(folders, clock, showing=Showing.AUTO)
            )
            scene.stage.appearance.restore(Look(reduced_motion=True))
            scene.stage.language.choose(language)
            await scene.stage.home.refresh()
            await screens.SCREENS[page](scene)
            for kind in kinds:
                faults += await self._picture(scene, kind)
        return faults

    async def _picture(self, scene: Scene, kind: Kind) -> list[str]:
        low = kind.page == "low"
        scale = float(kind.text)
        look = Look(Theme(kind.theme), text_scale=scale, low_reach=low, reduced_motion=True)
        scene.stage.appearance.restore(look)
        scene.resize(kind.size)
        await scene.until(lambda: not any(map(_is_loading, scene.items())))
        picture = scene.window.grabWindow()
        picture.save(str(self._file(kind)))
        return [f"{kind}: {fault}" for fault in faults_of(scene, picture)]

    def _file(self, kind: Kind) -> Path:
        folder = self._folder / kind.page
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{kind.size} {kind.theme} {kind.language} {kind.text}.png"

    def _write_sheets(self, wanted: list[Kind]) -> None:
        for page, kinds in groupby(wanted, key=lambda kind: kind.page):
            pictures = [(str(kind), QImage(str(self._file(kind)))) for kind in kinds]
            contact_sheet(page, pictures).save(str(self._folder / f"{page}.png"))


def _is_loading(item: QQuickItem) -> bool:
    """A picture, such as a floor plan, that is still being read."""
    if not item.inherits("QQuickImage") or item.property("source").isEmpty():
        return False
    return bool(item.property("progress") < 1)
