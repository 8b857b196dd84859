"""Puts together what answers from the cache, for the screen and for ``kiosk ask`` alike."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from babel.core import get_global

from kiosk.assistant.holiday_files import read_holidays
from kiosk.assistant.languages import Languages
from kiosk.assistant.local import LocalAnswers
from kiosk.assistant.occasions import HolidayCalendar
from kiosk.core.clock import Clock
from kiosk.core.content import Content
from kiosk.core.paths import resource_folder
from kiosk.core.settings import Settings
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory


def local_answers(
    *,
    settings: Settings,
    content: Content,
    directory: Callable[[], Directory],
    calendar: Calendar,
    languages: Languages,
    clock: Clock,
    is_time_doubtful: Callable[[], bool],
) -> LocalAnswers:
    """Answers about this library.

    Args:
        settings: Age of old facts.
        content: The library's own words.
        directory: Gives the places as they are now.
        calendar: Gives the hours.
        languages: What is spoken.
        clock: Read at each question.
        is_time_doubtful: Whether the clock may be wrong.
    """
    return LocalAnswers(
        directory,
        calendar,
        languages,
        clock,
        holidays=HolidayCalendar(
            lambda: read_holidays(resource_folder() / "holidays.toml"),
            lambda: content.country or _country_of(calendar.zone),
        ),
        crisis_line=content.crisis_line.in_language,
        is_time_doubtful=is_time_doubtful,
        stale_after=timedelta(minutes=settings.stale_after_minutes),
    )


def _country_of(zone: ZoneInfo) -> str:
    """The country that CLDR says a time zone is in; empty for those of no country."""
    territory = get_global("zone_territories").get(zone.key, "")
    return territory if len(territory) == len("US") else ""
