"""The real screen over the demo library, and the hands and eyes of a patron."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app.knowledge import load_knowledge
from kiosk.app.terminal import Links, Terminal, open_terminal
from kiosk.core.clock import FixedClock
from kiosk.core.heartbeat import Visit
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.secret import Secret
from kiosk.core.settings import Desk, LibCal, Settings
from kiosk.hours.inspection import Inspection
from kiosk.hours.sources import fetcher_for
from kiosk.hours.sync import Sync
from kiosk.hours.time_trust import StatedClock
from kiosk.net.client import http_client
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from kiosk.store.knowledge import KnowledgeTable
from kiosk.store.places import PlacesTable
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import Synced, SyncLog
from kiosk.store.worker import DatabaseThread
from kiosk.ui.announcer import Announcer
from kiosk.ui.appearance import Appearance, usual_look
from kiosk.ui.chat import Answers, ChatModel
from kiosk.ui.desk_model import DeskModel
from kiosk.ui.field_touches import FieldTouches
from kiosk.ui.handoff import HandOffModel, PreviewModel
from kiosk.ui.home import HomeModel, PlacesModel
from kiosk.ui.key_layouts import read_layouts
from kiosk.ui.keyboard import KeyboardModel, Showing
from kiosk.ui.lock import Lock
from kiosk.ui.pinyin import PinyinWords
from kiosk.ui.reading import Reading, Voice
from kiosk.ui.screen_language import screen_language
from kiosk.ui.screen_reader import ScreenReader
from kiosk.ui.stage import Stage
from kiosk.ui.typing_target import FocusedField
from kiosk.ui.visit import VisitModel
from kiosk.ui.window import KioskWindow, TouchWatcher
from tests.assistant.library import languages, terms
from tests.fakes.chance import seeded
from tests.fakes.clock import TurnableClock
from tests.fakes.desk import TOKEN, FakeDesk
from tests.fakes.libcal import running_libcal
from tests.fakes.waiting import eventually

MARLOWE = 9101
SIZES = {
    "landscape": (1920, 1080),
    "portrait": (1080, 1920),
    "five to four": (1280, 1024),
    "small": (1366, 768),
}
_SECRET = Secret("demo-secret-of-alder-bay")


async def alder_bay_database(path: Path, now: datetime) -> None:
    """Fill a new database as one synchronisation and a start do, over real HTTP."""
    clock = FixedClock(now)
    thread = DatabaseThread()
    libcal = LibCal(
        client_id="9100", client_secret=_SECRET, iid=9100, location_ids=tuple(range(9101, 9107))
    )
    with open_database(path) as database:
        async with running_libcal(clock) as url, http_client(url) as client:
            await Sync(
                fetcher=fetcher_for(libcal, client, clock),
                hours_table=HoursTable(database),
                places_table=PlacesTable(database),
                inspection=Inspection(HoursTable(database), Quarantine(database)),
                sync_log=SyncLog(database, Synced.LIBCAL),
                database_thread=thread,
                clock=clock,
                zone=ZoneInfo("America/New_York"),
                random=seeded(),
                trust=StatedClock(),
            ).once()
        load_knowledge(resource_folder() / "demo", KnowledgeTable(database, terms()), imports=False)
        thread.close()


@dataclass(repr=False)  # a window that is gone cannot be shown where a test fails
class Scene:
    """A terminal's screen in a test.

    Attributes:
        kept: What the watchdog would hold: a snapshot after each change, None at the end.
        desk: The staff's side.
    """

    terminal: Terminal
    stage: Stage
    window: QQuickWindow
    clock: TurnableClock
    desk: FakeDesk
    links: Links
    kept: list[Visit | None]
    folders: Folders
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @classmethod
    @contextlib.asynccontextmanager
    async def open(
        cls,
        folders: Folders,
        clock: TurnableClock,
        *,
        answers: Answers | None = None,
        desk: FakeDesk | None = None,
        with_desk: bool = True,
        theme: str = "light",
        showing: Showing = Showing.NEVER,
        left: Visit | None = None,
        voice: Voice | None = None,
    ) -> AsyncIterator["Scene"]:
        """Show the window; take everything down at the end.

        ``answers`` speaks instead of the terminal's own data, ``desk`` instead of a staffed
        one (none where ``with_desk`` is false), ``left`` is a visit to go on with, and ``voice``
        is what reads aloud.
        """
        desk = desk or FakeDesk()
        async with contextlib.AsyncExitStack() as stack:
            url = await stack.enter_async_context(desk.serving()) if with_desk else ""
            settings = Settings(
                location=MARLOWE,
                content=str(resource_folder() / "demo"),
                desk=Desk(url=url, token=Secret(TOKEN)),
            )
            terminal = open_terminal(settings, folders, clock, languages())
            stack.callback(terminal.close)
            links = await stack.enter_async_context(terminal.connections())
            tasks: list[asyncio.Task[None]] = []
            stack.push_async_callback(_end, tasks)
            kept: list[Visit | None] = []
            stage = _stage(
                terminal,
                links,
                answers or links.conversation,
                theme=theme,
                showing=showing,
                voice=voice,
                tasks=tasks,
                kept=kept,
            )
            if links.courier is not None:
                links.courier.tell(stage.hand_off)
                tasks.append(asyncio.create_task(links.courier.run()))
            await stage.home.refresh()
            shown = KioskWindow({**stage.models()})
            lock = Lock(shown.window, full_screen=False)
            watcher = TouchWatcher(keyed=stage.visit.touch, pointed=stage.visit.point)
            stage.language.changed.connect(shown.retranslate)
            stage.emptied.connect(shown.forget)
            touches = FieldTouches(shown.window, stage.keyboard)
            reader = ScreenReader(shown.window, stage.announcer, stage.reading, stage.language)
            shown.window.installEventFilter(watcher)
            shown.window.installEventFilter(touches)
            shown.show(full_screen=False)
            scene = cls(terminal, stage, shown.window, clock, desk, links, kept, folders, tasks)
            try:
                if left is not None:
                    stage.restore(left)
                scene.look()
                yield scene
            finally:
                shown.window.removeEventFilter(watcher)
                shown.window.removeEventFilter(touches)
                reader.leave()
                # What the application speaks is the application's, and outlives the screen.
                stage.language.reset()
                lock.release()
                shown.close()

    # Hands

    def resize(self, size: str) -> None:
        """Another screen."""
        self.window.resize(*SIZES[size])
        self.look()

    def look(self) -> None:
        """Let bindings, layouts and drawing settle."""
        for _ in range(3):
            QGuiApplication.processEvents()
            self.window.grabWindow()

    async def until(self, condition: Callable[[], object]) -> None:
        """Let asyncio and Qt run until it holds."""

        def holds() -> object:
            QGuiApplication.processEvents()
            return condition()

        await eventually(holds)
        self.look()

    def tap(self, name: str) -> None:
        """Press and release in the middle of what is called so."""
        self.tap_item(self.find(name))

    def tap_item(self, item: QQuickItem) -> None:
        """The same for an item in hand."""
        self.tap_at(self.place_of(item).center().toPoint())

    def tap_at(self, point: QPoint) -> None:
        """The same for a point of the window."""
        QTest.mouseClick(
            self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
        )
        self.look()

    def write(self, text: str) -> None:
        """Key by key, to whatever has the focus."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                QCoreApplication.sendEvent(self.window, QKeyEvent(kind, 0, none, letter))
        self.look()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key."""
        QTest.keyClick(self.window, key, modifier)
        self.look()

    async def ask(self, question: str) -> None:
        """Ask, and wait for the whole answer."""
        self.stage.chat.ask(question)
        await self.until(lambda: not self.stage.chat.answering)

    # Eyes

    def items(self) -> Iterator[QQuickItem]:
        """Everything that is visible, from back to front."""
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            yield item
            waiting.extend(child for child in reversed(item.childItems()) if _shows(child))

    def sees(self, name: str) -> bool:
        """Whether something called so is visible."""
        return any(item.objectName() == name for item in self.items())

    def find(self, name: str) -> QQuickItem:
        """The visible item that is called so."""
        return next(item for item in self.items() if item.objectName() == name)

    def text_of(self, name: str) -> str:
        """What is written there."""
        return str(self.find(name).property("text"))

    def texts(self) -> list[str]:
        """Every text that is visible."""
        return [str(item.property("text")) for item in self.items() if is_text(item)]

    def place_of(self, item: QQuickItem) -> QRectF:
        """Where it is in the window."""
        corner = item.mapToScene(QPointF(0, 0))
        return QRectF(corner.x(), corner.y(), item.width(), item.height())


def _shows(item: QQuickItem) -> bool:
    return item.isVisible() and item.opacity() > 0


def is_text(item: QQuickItem) -> bool:
    """A ``Text`` that says something."""
    return item.inherits("QQuickText") and bool(item.property("text"))


def _stage(
    terminal: Terminal,
    links: Links,
    answers: Answers,
    *,
    theme: str,
    showing: Showing,
    voice: Voice | None,
    tasks: list[asyncio.Task[None]],
    kept: list[Visit | None],
) -> Stage:
    def spawn(job: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        tasks.append(asyncio.get_running_loop().create_task(job))
        return tasks[-1]

    places, preview = PlacesModel(), PreviewModel()
    language = screen_language(terminal.languages, "en")
    visit = VisitModel(terminal.settings.screen, terminal.clock)
    chat = ChatModel(
        answers=answers,
        cards=terminal.cards_of,
        ratings=links.ratings,
        spawn=spawn,
        language=language.tag_now,
        here=MARLOWE,
    )
    return Stage(
        appearance=Appearance(
            usual_look(theme, reduced_motion=False),
            accent=terminal.content.accent,
            logo=terminal.logo,
        ),
        language=language,
        home=HomeModel(
            content=terminal.content,
            directory=terminal.directory,
            calendar=terminal.calendar,
            times=terminal.times,
            spawn=spawn,
            language=language.tag_now,
            places=places,
            database=terminal.thread,
            clock=terminal.clock,
            trust=terminal.trust,
            questions=terminal.questions,
            nobody_there=lambda: visit.is_idle,
            here=MARLOWE,
            stale_after=timedelta(days=1),
        ),
        places=places,
        chat=chat,
        hand_off=HandOffModel(
            hand_offs=links.hand_offs,
            replies=links.replies,
            queue=links.queue,
            take_back=links.courier.take_back if links.courier else None,
            counter=terminal.counter,
            clock=terminal.clock,
            preview=preview,
            spawn=spawn,
            location_id=MARLOWE,
            language=language.tag_now,
        ),
        preview=preview,
        desk=DeskModel(links.queue, spawn),
        visit=visit,
        keyboard=KeyboardModel(
            layouts=read_layouts(resource_folder() / "keyboards", terminal.languages.tags),
            pinyin=PinyinWords(resource_folder() / "keyboards" / "pinyin.tsv"),
            target=FocusedField(),
            showing=showing,
        ),
        reading=Reading(voice, language=language.tag_now),
        announcer=Announcer(chat, language=language.tag_now),
        keep=kept.append,
    )


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, BaseException) and not isinstance(outcome, asyncio.CancelledError):
            raise outcome
