"""Puts together what answers questions, for the screen and for ``kiosk ask`` alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from babel.core import Locale, UnknownLocaleError, get_global

from kiosk.assistant.holiday_files import read_holidays
from kiosk.assistant.knowledge_search import KnowledgeSearch
from kiosk.assistant.languages import Languages
from kiosk.assistant.local import LocalAnswers
from kiosk.assistant.occasions import HolidayCalendar
from kiosk.assistant.own_answers import OwnAnswers
from kiosk.assistant.terms import Terms
from kiosk.core.clock import Clock
from kiosk.core.content import Content
from kiosk.core.paths import resource_folder
from kiosk.core.settings import Settings
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directories
from kiosk.store.connection import Database
from kiosk.store.knowledge import KnowledgeTable
from kiosk.store.places import PlacesTable


@dataclass(frozen=True, slots=True)
class Known:
    """What answers are made of on this terminal.

    Attributes:
        settings, content: As configured.
        clock: Read at each question.
        languages: What is spoken.
        terms: What texts are found by.
        directory: Gives the places as they are now.
        calendar: Gives the hours.
        table: The library's knowledge.
        knowledge: The search over it.
        is_time_doubtful: Whether the clock may be wrong.
        local: Answers about hours and places.
        own: Answers about everything that the terminal knows.
    """

    settings: Settings
    content: Content
    clock: Clock
    languages: Languages
    terms: Terms
    directory: Directories
    calendar: Calendar
    table: KnowledgeTable
    knowledge: KnowledgeSearch
    is_time_doubtful: Callable[[], bool]
    local: LocalAnswers
    own: OwnAnswers


def known_of(  # noqa: PLR0917  the installation in its parts, none of which has a default
    database: Database,
    settings: Settings,
    content: Content,
    languages: Languages,
    calendar: Calendar,
    clock: Clock,
    is_time_doubtful: Callable[[], bool],
) -> Known:
    """Everything that this terminal answers from."""
    terms = Terms(languages, resource_folder() / "search")
    table = KnowledgeTable(database, terms)
    knowledge = KnowledgeSearch(table, terms)
    directory = Directories(PlacesTable(database).all, content.places)
    local = _local_answers(
        settings, content, directory, calendar, languages, clock, is_time_doubtful
    )
    return Known(
        settings=settings,
        content=content,
        clock=clock,
        languages=languages,
        terms=terms,
        directory=directory,
        calendar=calendar,
        table=table,
        knowledge=knowledge,
        is_time_doubtful=is_time_doubtful,
        local=local,
        own=OwnAnswers(local, knowledge, languages, clock, calendar.zone),
    )


def _local_answers(  # noqa: PLR0917  as above
    settings: Settings,
    content: Content,
    directory: Directories,
    calendar: Calendar,
    languages: Languages,
    clock: Clock,
    is_time_doubtful: Callable[[], bool],
) -> LocalAnswers:
    zone = calendar.zone.key
    return LocalAnswers(
        directory,
        calendar,
        languages,
        clock,
        holidays=HolidayCalendar(
            lambda: read_holidays(resource_folder() / "holidays.toml"),
            lambda: country_of(content, zone),
        ),
        crisis_line=content.crisis_line.in_language,
        is_time_doubtful=is_time_doubtful,
        stale_after=timedelta(minutes=settings.stale_after_minutes),
    )


def weekend_of(country: str) -> frozenset[int]:
    """The days of a country's weekend, as CLDR has them; Monday is 0."""
    try:
        locale = Locale.parse(f"und_{country}" if country else "und")
    except (UnknownLocaleError, ValueError):  # a country without a language of its own in CLDR
        locale = Locale("en")
    first, last = locale.weekend_start, locale.weekend_end
    return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))


def country_of(content: Content, zone: str) -> str:
    """As the library says, else where CLDR says that the time zone is; empty for no country."""
    if content.country:
        return content.country
    territory = get_global("zone_territories").get(zone, "")
    return territory if len(territory) == len("US") else ""
