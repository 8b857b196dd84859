"""The process that the patron sees, from its start to its end.

1. Core dumps are forbidden and the watchdog's pipe is taken over, before anything can print.
2. The database is opened and migrated. A damaged one is set aside for a new one; one that
   cannot be used ends us with the reason code that makes the watchdog show the safe page.
3. Qt starts on the event loop that asyncio runs on, and the window is shown with what is cached.
4. The visit that the last UI process left behind, if any, is put back on the screen.
5. The background tasks start: heartbeat, clock, LibCal sync, courier, visit.
6. At the end (the watchdog hung up, staff or the system closed the window) the tasks are
   cancelled, then the connections and the database are closed.

A task that ends with an error nobody expected ends the process, and the watchdog starts it again.
"""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NoReturn

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.app.beat_pipe import BeatPipe
from kiosk.app.clock_trust import TrustMaker, trust_maker
from kiosk.app.configuration import Configuration
from kiosk.app.garbage import look_again, look_at_what_comes
from kiosk.app.library import shipped_languages
from kiosk.app.qt_loop import closing_generators, qt_loop
from kiosk.app.staff import staff_door
from kiosk.app.terminal import Links, Terminal, open_terminal
from kiosk.assistant.background import BackgroundConversation
from kiosk.core.clock import Clock
from kiosk.core.errors import ContentError, StorageDamaged, StorageError, WireError
from kiosk.core.heartbeat import Beat, Forget, Ready, Snapshot, Visit
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.program import own_command
from kiosk.core.reasons import Reason
from kiosk.core.settings import Screen
from kiosk.store.database import set_aside
from kiosk.ui.announcer import Announcer
from kiosk.ui.appearance import Appearance, usual_look
from kiosk.ui.beat import Heart
from kiosk.ui.chat import ChatModel
from kiosk.ui.desk_model import DeskModel
from kiosk.ui.driver import Driver
from kiosk.ui.field_touches import FieldTouches
from kiosk.ui.handoff import HandOffModel, PreviewModel
from kiosk.ui.home import HomeModel, PlacesModel
from kiosk.ui.immortals import make_immortal
from kiosk.ui.key_layouts import read_layouts
from kiosk.ui.keyboard import KeyboardModel, Showing
from kiosk.ui.lock import Lock
from kiosk.ui.other_screens import beside
from kiosk.ui.pinyin import PinyinWords
from kiosk.ui.reading import Reading
from kiosk.ui.screen_language import screen_language
from kiosk.ui.screen_reader import ScreenReader
from kiosk.ui.speech_process import SpeechProcess
from kiosk.ui.staff.door import StaffDoor
from kiosk.ui.staff.over_qml import DoorItem
from kiosk.ui.stage import Stage
from kiosk.ui.system_look import SystemLook
from kiosk.ui.typing_target import FocusedField
from kiosk.ui.visit import VisitModel
from kiosk.ui.voice_engine import usual_engine
from kiosk.ui.window import KioskWindow, TouchWatcher, load_fonts, log_qt_messages
from kiosk.watchdog.core_dumps import forbid_core_dumps

QML_CACHE = "QML_DISK_CACHE_PATH"

_log = logging.getLogger(__name__)
_LOCK_SECONDS = 0.001
"""So long a thread keeps Python's lock while the screen waits for it; Python's own 5 ms, three
times in a frame, would be a frame late."""


@dataclass(frozen=True, slots=True)
class UiOptions:
    """How this process was started.

    Attributes:
        watched: A watchdog holds the other end of our standard input and output.
        software: Draw without the graphics card.
        driver: Loopback address of a script that plays the patron; empty for none.
        clock_is_stated: A person said what time it is; it is not doubted.
    """

    watched: bool = False
    software: bool = False
    driver: str = ""
    clock_is_stated: bool = False


def run(configuration: Configuration, clock: Clock, options: UiOptions) -> int:
    """Show the window until told to go; the exit code is a reason code, or 0."""
    forbid_core_dumps()
    # Qt would keep its compiled QML in the system's folder, also where KIOSK_HOME names another.
    os.environ.setdefault(QML_CACHE, str(configuration.folders.cache / "qml"))
    ending = _Ending()
    pipe = BeatPipe.take_over(ending.ask_from_thread) if options.watched else None
    try:
        make_trust = trust_maker(clock_is_stated=options.clock_is_stated)
        terminal = _opened(configuration, clock, make_trust)
    except StorageError as error:
        _log.critical("%s", error)
        return Reason.DATABASE_UNREADABLE
    try:
        return _show(terminal, configuration.folders, pipe, ending, options)
    finally:
        look_again()
        terminal.close()
        if pipe is not None:
            pipe.close()


def _opened(configuration: Configuration, clock: Clock, make_trust: TrustMaker) -> Terminal:
    """The terminal on its database; on a new one where the old one is damaged."""
    settings, folders = configuration.settings, configuration.folders
    languages = shipped_languages()
    try:
        return open_terminal(settings, folders, clock, languages, make_trust)
    except StorageDamaged as error:
        aside = set_aside(folders.terminal_database, clock.now())
        _log.error("%s; it was kept as %s and a new one was begun", error, aside.name)
        return open_terminal(settings, folders, clock, languages, make_trust)


def _show(
    terminal: Terminal,
    folders: Folders,
    pipe: BeatPipe | None,
    ending: "_Ending",
    options: UiOptions,
) -> int:
    make_immortal()
    sys.setswitchinterval(_LOCK_SECONDS)
    log_qt_messages()
    if options.software:
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    application = QGuiApplication([])
    application.setApplicationName("library-kiosk")
    application.setQuitOnLastWindowClosed(False)  # the tasks are ended first
    application.lastWindowClosed.connect(ending.ask)
    load_fonts(resource_folder() / "fonts")
    with (
        asyncio.Runner(loop_factory=lambda: qt_loop(application)) as runner,
        closing_generators(runner.get_loop()),
    ):
        return runner.run(_Ui(terminal, folders, pipe, options).main(ending))


def _speech(screen: Screen) -> SpeechProcess | None:
    """What reads aloud; None where nothing can, or nobody wants it."""
    engine = usual_engine() if screen.read_aloud == "offer" else ""
    return SpeechProcess([*own_command(), "speak", "--engine", engine]) if engine else None


class _Ending:
    """Asked for by a signal, by the watchdog's thread, or by closing the window."""

    def __init__(self) -> None:
        self.code = 0
        self._asked = False
        self._event: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def ask_from_thread(self) -> None:
        """From any thread, also before the event loop runs."""
        self._asked = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.ask)

    def ask(self, code: int = 0) -> None:
        """From the event loop; the first one says with which code."""
        if not self._asked:
            self.code = code
        self._asked = True
        if self._event is not None:
            self._event.set()

    async def wait(self) -> None:
        """Until somebody asks."""
        self._loop, self._event = asyncio.get_running_loop(), asyncio.Event()
        if not self._asked:
            await self._event.wait()


class _Ended(Exception):
    """Raised in the task group when it is time to go, so that every task is cancelled."""


class _Ui:
    """The models, the window and the tasks of one run."""

    def __init__(
        self, terminal: Terminal, folders: Folders, pipe: BeatPipe | None, options: UiOptions
    ) -> None:
        self._terminal = terminal
        self._folders = folders
        self._pipe = pipe
        self._options = options
        self._group = asyncio.TaskGroup()
        self._speech = _speech(terminal.settings.screen)
        self._drawn = asyncio.Event()
        self._pinyin = PinyinWords(resource_folder() / "keyboards" / "pinyin.tsv")
        self._in_front: DoorItem | None = None

    async def main(self, ending: _Ending) -> int:
        """From the first frame to the last."""
        async with self._terminal.connections() as links:
            stage = self._stage(links)
            system_look = SystemLook(stage.appearance, QGuiApplication.styleHints())
            await stage.home.refresh()
            shown = KioskWindow(stage.models())
            lock = Lock(shown.window, full_screen=self._is_full_screen)
            watcher = TouchWatcher(keyed=stage.visit.touch, pointed=stage.visit.point)
            others = beside(shown.window) if self._is_full_screen else None
            stage.language.changed.connect(shown.retranslate)
            stage.emptied.connect(shown.forget)
            touches = FieldTouches(shown.window, stage.keyboard)
            reader = ScreenReader(shown.window, stage.announcer, stage.reading, stage.language)
            # The last one hears first: behind the open door nothing else hears of touches and keys.
            shown.window.installEventFilter(touches)
            door = self._door(shown.window, stage, ending)
            shown.window.installEventFilter(watcher)
            try:
                async with self._group as group:
                    heart = self._start_window(shown, ending)
                    self._restore(stage)
                    for job in self._jobs(stage, links, shown):
                        group.create_task(job)
                    await self._until(ending, heart)
            except* _Ended:
                _log.info("the window is closing")
            finally:
                system_look.deleteLater()
                reader.leave()
                self._end_speech()
                shown.window.removeEventFilter(watcher)
                shown.window.removeEventFilter(touches)
                door.release()
                lock.release()
                if others is not None:
                    others.close()
                shown.close()
        return ending.code

    @property
    def _is_full_screen(self) -> bool:
        return self._terminal.settings.screen.full_screen

    def _door(self, window: QQuickWindow, stage: Stage, ending: _Ending) -> StaffDoor:
        """The staff's way out. Whoever was here before them is forgotten."""

        def leave(reason: Reason) -> None:
            stage.visit.end()
            ending.ask(reason)

        door = staff_door(window, self._terminal.settings, self._folders, self._terminal.clock)
        door.closeAsked.connect(lambda: leave(Reason.STAFF))
        door.restartAsked.connect(lambda: leave(Reason.STAFF_RESTART))
        self._in_front = DoorItem(door, window)
        return door

    async def _until(self, ending: _Ending, heart: Heart) -> NoReturn:
        """Wait for the end and pass it on to every task of the group."""
        await ending.wait()
        heart.stop()
        raise _Ended

    def _stage(self, links: Links) -> Stage:
        terminal = self._terminal
        settings, content = terminal.settings, terminal.content
        places, preview = PlacesModel(), PreviewModel()
        look = usual_look(settings.screen.theme, reduced_motion=settings.screen.reduced_motion)
        language = screen_language(terminal.languages, settings.language)
        visit = VisitModel(settings.screen, terminal.clock)
        chat = ChatModel(
            answers=links.conversation,
            cards=terminal.cards_of,
            ratings=links.ratings,
            spawn=self._spawn,
            language=language.tag_now,
            here=settings.location,
        )
        stage = Stage(
            appearance=Appearance(look, accent=content.accent, logo=terminal.logo),
            language=language,
            home=HomeModel(
                content=content,
                directory=terminal.directory,
                calendar=terminal.calendar,
                times=terminal.times,
                spawn=self._spawn,
                language=language.tag_now,
                places=places,
                database=terminal.thread,
                clock=terminal.clock,
                trust=terminal.trust,
                questions=terminal.questions,
                nobody_there=lambda: visit.is_idle,
                here=settings.location,
                stale_after=timedelta(minutes=settings.stale_after_minutes),
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
                spawn=self._spawn,
                location_id=settings.location,
                language=language.tag_now,
            ),
            preview=preview,
            desk=DeskModel(links.queue, self._spawn),
            visit=visit,
            keyboard=self._keyboard(),
            reading=Reading(self._speech, language=language.tag_now),
            announcer=Announcer(chat, language=language.tag_now),
            keep=self._keep,
        )
        if links.courier is not None:
            links.courier.tell(stage.hand_off)
        return stage

    def _end_speech(self) -> None:
        if self._speech is not None:
            self._speech.wait_until_gone()

    def _keyboard(self) -> KeyboardModel:
        folder = resource_folder() / "keyboards"
        return KeyboardModel(
            layouts=read_layouts(folder, self._terminal.languages.tags),
            pinyin=self._pinyin,
            target=FocusedField(),
            showing=Showing(self._terminal.settings.screen.keyboard),
        )

    def _spawn(self, job: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return self._group.create_task(job)

    def _keep(self, visit: Visit | None) -> None:
        if self._pipe is not None:
            self._pipe.send(Forget() if visit is None else Snapshot(visit))

    def _start_window(self, shown: KioskWindow, ending: _Ending) -> Heart:
        for name in ("SIGTERM", "SIGINT"):
            signal.signal(getattr(signal, name), lambda *_: ending.ask_from_thread())
        heart = Heart(shown.window, first_frame=self._ready, beat=self._beat)
        shown.show(full_screen=self._is_full_screen)
        heart.start()
        return heart

    def _ready(self) -> None:
        _log.info("the first frame is on the screen")
        self._drawn.set()
        if self._pipe is not None:
            self._pipe.send(Ready())

    def _beat(self, frames: int) -> None:
        if self._pipe is not None:
            self._pipe.send(Beat(frames))

    def _restore(self, stage: Stage) -> None:
        left = self._pipe.restored() if self._pipe is not None else None
        if left is None:
            return
        try:
            stage.restore(left)
        except WireError as error:
            _log.warning("%s", error)

    def _jobs(
        self, stage: Stage, links: Links, shown: KioskWindow
    ) -> Iterator[Coroutine[Any, Any, None]]:
        yield stage.home.run()
        yield stage.visit.run()
        yield self._prepare(links.conversation)
        if links.sync is not None:
            yield links.sync.run(lambda _: self._refresh_soon(stage))
        links.tell_of_model(stage.chat.set_model_online)
        if links.knowledge_sync is not None:
            yield links.knowledge_sync.run()
        yield self._terminal.counter.run()
        if links.courier is not None:
            yield links.courier.run()
        if links.tally_reports is not None:
            yield links.tally_reports.run()
        if self._options.driver:
            yield Driver(shown.window, stage.chat).run(self._options.driver)

    async def _prepare(self, conversation: BackgroundConversation) -> None:
        # After the first frame: it is what a patron waits for.
        await self._drawn.wait()
        try:
            await self._terminal.prepare(conversation)
            await self._terminal.thread.run(self._pinyin.prepare)
        except StorageError as error:
            _log.info("what answers need is read when they need it: %s", error)
        except ContentError as error:
            # It was right when the screen started, so somebody is writing it just now.
            _log.warning("the library's knowledge stays as it was: %s", error)
        look_at_what_comes()

    def _refresh_soon(self, stage: Stage) -> None:
        self._spawn(stage.home.refresh())
