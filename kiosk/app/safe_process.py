"""The process behind ``kiosk ui --safe``: today's hours and the way to a person, nothing else.

It reads the cache and opens no connection. What it cannot read it leaves out: with no database
at all it still says where a person is.
"""

import logging
import os
import signal
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

from PySide6.QtCore import Q_ARG, QMetaObject, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.app.beat_pipe import BeatPipe
from kiosk.app.clock_trust import TrustMaker
from kiosk.app.configuration import Configuration
from kiosk.app.library import content_of, shipped_languages, zone_of
from kiosk.app.staff import staff_door
from kiosk.assistant.languages import Languages
from kiosk.core.clock import Clock
from kiosk.core.content import Content
from kiosk.core.errors import ContentError, KioskError
from kiosk.core.heartbeat import Beat, Ready
from kiosk.core.paths import resource_folder
from kiosk.core.reasons import Reason
from kiosk.core.settings import Settings
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.hours.time_trust import ClockTrust
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from kiosk.store.places import PlacesTable
from kiosk.ui.glance import glance
from kiosk.ui.immortals import make_immortal
from kiosk.ui.lock import Lock, fill_screen
from kiosk.ui.other_screens import Curtain, OtherScreens
from kiosk.ui.safe import GROUND, SafePage, SafeWindow
from kiosk.ui.safe_words import SafeWords
from kiosk.ui.screen_language import screen_language
from kiosk.ui.times import Times
from kiosk.ui.window import load_fonts, log_qt_messages

_log = logging.getLogger(__name__)

BEAT_MILLISECONDS = 1000
PULSE_MILLISECONDS = 250
"""A signal is heard when Python runs; Qt's loop alone would not let it."""


def run(
    configuration: Configuration, clock: Clock, make_trust: TrustMaker, *, watched: bool
) -> int:
    """Show the page until told to go: 0 then, or a reason code where staff told it."""
    settings = configuration.settings
    # The graphics card may be what broke the full screen.
    os.environ["QT_QUICK_BACKEND"] = "software"
    make_immortal()
    log_qt_messages()
    application = QGuiApplication([])
    application.setApplicationName("library-kiosk")
    quit_soon = _quit_from_any_thread(application)
    pipe = BeatPipe.take_over(quit_soon) if watched else None
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), lambda *_: quit_soon())
    load_fonts(resource_folder() / "fonts")
    languages = shipped_languages()
    spoken = screen_language(languages, settings.language)
    pages = SafePages(configuration, clock, languages, spoken.tag_now, make_trust)
    window = SafeWindow(pages.page)
    lock = Lock(window, full_screen=settings.screen.full_screen)
    others = None
    if settings.screen.full_screen:
        fill_screen(window)
        others = OtherScreens(window, lambda: Curtain(QColor(GROUND), window.title_said))
    else:
        window.show()
    door = staff_door(window, settings, configuration.folders, clock)
    door.closeAsked.connect(lambda: application.exit(Reason.STAFF))
    door.restartAsked.connect(lambda: application.exit(Reason.STAFF_RESTART))
    window.set_door(door)
    timers = [_every(PULSE_MILLISECONDS, lambda: None)]
    if pipe is not None:
        pipe.restored()  # a visit cannot go on here, and must not stay
        pipe.send(Ready())
        timers.append(_every(BEAT_MILLISECONDS, lambda: _beat(pipe, window)))
    code = application.exec()
    for timer in timers:
        timer.stop()
    door.release()
    lock.release()
    if others is not None:
        others.close()
    if pipe is not None:
        pipe.close()
    return code


class SafePages:
    """What can be said, each time anew. Whatever is wrong, it says where a person is.

    Args:
        configuration: How this terminal is set up.
        clock: Tells the time.
        languages: Those that the program brings.
        language: BCP 47 tag of the one that the screen speaks.
        make_trust: Makes what judges the clock.
    """

    def __init__(
        self,
        configuration: Configuration,
        clock: Clock,
        languages: Languages,
        language: str,
        make_trust: TrustMaker = ClockTrust,
    ) -> None:
        self._configuration = configuration
        self._clock = clock
        self._languages = languages
        self._language = language
        # The database is opened for each page; what is remembered of the clock must outlive that.
        self._newest_fetch: datetime | None = None
        self._trust = make_trust(clock, lambda: self._newest_fetch)

    def page(self) -> SafePage:
        """The page as of now."""
        content = _content(self._configuration.settings)
        words = SafeWords(content, self._language)
        try:
            return self._with_hours(content, words, self._clock.now())
        except KioskError as error:
            _log.warning("the safe page is without hours: %s", error)
            return words.page_without_hours()

    def _with_hours(self, content: Content, words: SafeWords, now: datetime) -> SafePage:
        settings, folders = self._configuration.settings, self._configuration.folders
        zone = zone_of(settings, content)
        times = Times(self._languages.get(self._language), zone)
        with closing(open_database(folders.terminal_database)) as database:
            places = PlacesTable(database)
            self._newest_fetch = places.newest_fetch()
            if self._trust.doubt():
                return words.page_without_time()
            directory = Directory(places.all(), content.places).in_language(self._language)
            seen = glance(directory.all(), Calendar(HoursTable(database), zone), times, now)
        return words.page(seen, times, now, timedelta(minutes=settings.stale_after_minutes))


def _content(settings: Settings) -> Content:
    try:
        return content_of(settings)
    except ContentError as error:
        _log.warning("the safe page is without the library's own words: %s", error)
        return Content()


def _beat(pipe: BeatPipe, window: SafeWindow) -> None:
    pipe.send(Beat(window.frames))
    window.update()


def _every(milliseconds: int, job: Callable[[], None]) -> QTimer:
    timer = QTimer()
    timer.timeout.connect(job)
    timer.start(milliseconds)
    return timer


def _quit_from_any_thread(application: QGuiApplication) -> Callable[[], None]:
    def quit_soon() -> None:
        # Not "quit": that asks the window, and a locked window says no.
        QMetaObject.invokeMethod(
            application, "exit", Qt.ConnectionType.QueuedConnection, Q_ARG(int, 0)
        )

    return quit_soon
