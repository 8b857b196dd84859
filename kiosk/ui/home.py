"""The home screen: what is open now, at this place and at the others, and how old that is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.core.clock import Clock
from kiosk.core.content import Content
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.hours.time_trust import TimeTrust
from kiosk.store.worker import DatabaseThread
from kiosk.ui.glance import Glance, PlaceGlance, glance, glance_without_time
from kiosk.ui.rows import RowsModel
from kiosk.ui.tasks import Spawn
from kiosk.ui.times import Times, unbroken_number

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_SECONDS = 5.0

MOST_ANNOUNCEMENTS = 2
"""At a time; a home screen is no notice board."""


@QmlElement
class PlacesModel(RowsModel):
    """The places with their state at a glance."""

    def __init__(self) -> None:
        super().__init__(PlaceGlance)


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home screen says of this place now. QML puts the words around it."""

    place_name: str = ""
    now_text: str = ""
    open_state: str = "unknown"
    until: str = ""
    opens: str = ""
    note: str = ""
    announcements: tuple[str, ...] = ()
    as_of: str = ""
    stale: bool = False
    time_unsure: bool = False


class Questions(Protocol):
    """Chooses what is offered: ``assistant.offered_questions``. On the database's thread."""

    def choose(self, language: str, now: datetime | None) -> tuple[str, ...]:
        """The questions for a screen in that language; None where the time is not certain."""


@QmlElement
class HomeModel(QObject):
    """Looks at the calendar every few seconds, so that no page left open believes in yesterday.

    Args:
        nobody_there: Whether chips may change places; under a finger they stay where they are.
    """

    def __init__(
        self,
        *,
        content: Content,
        directory: Callable[[], Directory],
        calendar: Calendar,
        times: Callable[[str], Times],
        places: PlacesModel,
        database: DatabaseThread,
        clock: Clock,
        trust: TimeTrust,
        questions: Questions,
        nobody_there: Callable[[], bool],
        here: int | None,
        stale_after: timedelta,
        spawn: Spawn,
        language: str,
    ) -> None:
        super().__init__()
        self._content = content
        self._directory = directory
        self._calendar = calendar
        self._times = times
        self._places = places
        self._database = database
        self._clock = clock
        self._trust = trust
        self._questions = questions
        self._nobody_there = nobody_there
        self._here = here
        self._stale_after = stale_after
        self._spawn = spawn
        self._language = language
        self._page = HomePage()
        self._chips: tuple[str, ...] = ()
        self._language_of_chips = ""

    languageChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(str, notify=languageChanged)
    def libraryName(self) -> str:  # noqa: N802  read from QML
        return self._content.name.in_language(self._language)

    @Property(str, notify=languageChanged)
    def deskWords(self) -> str:  # noqa: N802  read from QML
        """Where a person is found, with the phone number where the library gave one."""
        where = self._content.desk_words.in_language(self._language)
        # A number stays in one piece, and is written from left to right among Arabic words too.
        phone = unbroken_number(self._content.desk_phone)
        if not where or not phone:
            return where or phone
        both = QCoreApplication.translate("HomeModel", "{place}, {phone}")
        return both.format(place=where, phone=phone)

    chipsChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(list, notify=chipsChanged)
    def chips(self) -> list[str]:
        return list(self._chips)

    pageChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(str, notify=pageChanged)
    def placeName(self) -> str:  # noqa: N802  read from QML
        return self._page.place_name

    @Property(str, notify=pageChanged)
    def nowText(self) -> str:  # noqa: N802  read from QML
        return self._page.now_text

    @Property(str, notify=pageChanged)
    def openState(self) -> str:  # noqa: N802  read from QML
        return self._page.open_state

    @Property(str, notify=pageChanged)
    def until(self) -> str:
        return self._page.until

    @Property(str, notify=pageChanged)
    def opens(self) -> str:
        return self._page.opens

    @Property(str, notify=pageChanged)
    def note(self) -> str:
        return self._page.note

    @Property(list, notify=pageChanged)
    def announcements(self) -> list[str]:
        return list(self._page.announcements)

    @Property(str, notify=pageChanged)
    def asOf(self) -> str:  # noqa: N802  read from QML
        return self._page.as_of

    @Property(bool, notify=pageChanged)
    def stale(self) -> bool:
        return self._page.stale

    @Property(bool, notify=pageChanged)
    def timeUnsure(self) -> bool:  # noqa: N802  read from QML
        """Whether the clock may be wrong; then nothing is said of now."""
        return self._page.time_unsure

    def set_language(self, tag: str) -> None:
        """Say it in another language from now on."""
        if tag != self._language:
            self._language = tag
            self.languageChanged.emit()
            self._spawn(self.refresh())

    async def refresh(self) -> None:
        """Look now."""
        language = self._language
        page, seen = await self._database.run(lambda: self._look(language))
        if language != self._language:
            return  # another look, in the language of now, is on its way
        self._places.replace(place for place in seen.places if place.location_id != self._here)
        self._show(page)
        if self._may_choose():
            chips = await self._database.run(lambda: self._choose(language))
            self._show_chips(chips, language)

    async def run(self) -> None:
        """Look for ever."""
        while True:
            await self.refresh()
            await self._clock.sleep(REFRESH_SECONDS)

    def _look(self, language: str) -> tuple[HomePage, Glance]:
        """On the database's thread."""
        now, places = self._clock.now(), self._directory().in_language(language).all()
        if self._trust.doubt():
            seen = glance_without_time(places)
            page = HomePage(time_unsure=True, announcements=self._announced(None, language))
            return self._of_here(page, seen), seen
        times = self._times(language)
        seen = glance(places, self._calendar, times, now)
        page = self._of_now(seen, times, now)
        said = self._announced(now.astimezone(self._calendar.zone).date(), language)
        return self._of_here(replace(page, announcements=said), seen), seen

    def _announced(self, day: date | None, language: str) -> tuple[str, ...]:
        return self._content.announced(day, language)[:MOST_ANNOUNCEMENTS]

    def _choose(self, language: str) -> tuple[str, ...]:
        """On the database's thread."""
        return self._questions.choose(language, None if self._trust.doubt() else self._clock.now())

    def _may_choose(self) -> bool:
        return self._nobody_there() or self._language_of_chips != self._language

    def _show_chips(self, chips: tuple[str, ...], language: str) -> None:
        """Unless somebody touched the screen meanwhile, or turned it to another language."""
        if not self._may_choose() or language != self._language:
            return
        self._language_of_chips = language
        if chips != self._chips:
            self._chips = chips
            self.chipsChanged.emit()

    def _of_now(self, seen: Glance, times: Times, now: datetime) -> HomePage:
        return HomePage(
            now_text=times.heading(now),
            as_of=times.at(seen.fetched_at, now) if seen.fetched_at else "",
            stale=seen.fetched_at is None or now - seen.fetched_at > self._stale_after,
        )

    def _of_here(self, page: HomePage, seen: Glance) -> HomePage:
        for place in seen.places:
            if place.location_id == self._here:
                return replace(
                    page,
                    place_name=place.name,
                    open_state=place.open_state,
                    until=place.until,
                    opens=place.opens,
                    note=place.note,
                )
        return page

    def _show(self, page: HomePage) -> None:
        if page != self._page:
            self._page = page
            self.pageChanged.emit()
