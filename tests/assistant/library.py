"""A small library system in memory: every kind of day that LibCal knows, around one Wednesday.

"Now" is Wednesday 25 November 2026, 4:12 pm in New York, if a test says nothing else.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from kiosk.assistant.answers import Answer
from kiosk.assistant.holiday_files import read_holidays
from kiosk.assistant.language_files import read_languages
from kiosk.assistant.languages import Language, Languages
from kiosk.assistant.local import LocalAnswers
from kiosk.assistant.occasions import HolidayCalendar, Occasions
from kiosk.assistant.terms import Terms
from kiosk.assistant.words import Phrase
from kiosk.core.clock import FixedClock
from kiosk.core.content import PlaceWords, Translated
from kiosk.core.hours import HoursDay, OpenSpan, Status, minutes_of
from kiosk.core.paths import resource_folder
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 25, 16, 12, tzinfo=ZONE)
TODAY = NOW.date()
FETCHED = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
MARLOWE, OKAFOR, LINDQVIST, TRAN, MAKERSPACE, SPECIAL = 9101, 9102, 9103, 9104, 9105, 9106
EVERYWHERE = (MARLOWE, OKAFOR, LINDQVIST, TRAN, MAKERSPACE, SPECIAL)
LIBRARIES = EVERYWHERE[:4]
FIRST, LAST = TODAY - timedelta(days=1), TODAY + timedelta(days=99)

PLACES = (
    Place(MARLOWE, "Marlowe Library", fetched_at=FETCHED),
    Place(OKAFOR, "Okafor Science Library", fetched_at=FETCHED),
    Place(LINDQVIST, "Lindqvist Music & Arts Library", fetched_at=FETCHED),
    Place(TRAN, "Tran Law Library", fetched_at=FETCHED),
    Place(MAKERSPACE, "Makerspace", "department", MARLOWE, fetched_at=FETCHED),
    Place(SPECIAL, "Special Collections", "department", MARLOWE, fetched_at=FETCHED),
)
WORDS = (
    PlaceWords(
        MARLOWE,
        short_names=("main library", "main", "Marlowe"),
        address="100 Harbor Walk",
        phone="555-0101",
        floor=Translated("Ground to fourth floor"),
    ),
    PlaceWords(OKAFOR, short_names=("science library", "Okafor"), address="12 Newton Way"),
    PlaceWords(LINDQVIST, short_names=("music library", "arts library"), phone="555-0103"),
    PlaceWords(
        TRAN, short_names=("law library", "law"), address="7 Court Street", phone="555-0104"
    ),
    PlaceWords(
        MAKERSPACE,
        floor=Translated("Second floor, east wing"),
        directions=Translated("Turn left at the stairs."),
    ),
)


class MemoryHours:
    """Hours kept in memory; a date that is not in it was never told."""

    def __init__(self, days: Sequence[HoursDay]) -> None:
        self._days = {(day.location_id, day.date): day for day in days}

    def days(self, location_id: int, first: date, last: date) -> list[HoursDay]:
        dates = (first + timedelta(days=n) for n in range((last - first).days + 1))
        found = (self._days.get((location_id, day)) for day in dates)
        return [day for day in found if day is not None]

    def notes(self, first: date, last: date) -> list[tuple[date, str]]:
        days = self._days.values()
        told = {(day.date, day.note) for day in days if day.note and first <= day.date <= last}
        return sorted(told)


def spans(*texts: str) -> tuple[OpenSpan, ...]:
    """``"08:00-25:00"``; nothing behind the dash where no closing time was told."""
    found = []
    for text in texts:
        opens, closes = text.split("-")
        found.append(OpenSpan(minutes_of(opens), minutes_of(closes) if closes else None))
    return tuple(found)


def system_hours(fetched_at: datetime = FETCHED) -> list[HoursDay]:
    """The hours of all places from yesterday to 99 days ahead."""
    found = []
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=offset)
        found += [_day(place, day, fetched_at) for place in EVERYWHERE]
    return [day for day in found if day is not None]


def _day(place: int, day: date, fetched_at: datetime) -> HoursDay | None:
    weekend = day.weekday() >= 5
    thanksgiving = day == date(2026, 11, 26)
    if thanksgiving and place != MAKERSPACE:
        return HoursDay(place, day, Status.CLOSED, note="Thanksgiving", fetched_at=fetched_at)
    match place:
        case 9101:
            hours = spans("10:00-22:00") if weekend else spans("07:00-25:00")
        case 9102:
            return _science(day, fetched_at)
        case 9103:
            hours = spans("12:00-17:00") if weekend else spans("08:00-12:00", "13:00-17:00")
        case 9104:
            if day.weekday() == 6:
                return HoursDay(place, day, Status.CLOSED, fetched_at=fetched_at)
            hours = spans("08:00-21:00")
        case 9105:
            note = "9am–4pm by appt"  # noqa: RUF001  LibCal's own dash
            return HoursDay(place, day, Status.TEXT, note=note, fetched_at=fetched_at)
        case _:
            return HoursDay(place, day, Status.BY_APPOINTMENT, fetched_at=fetched_at)
    return HoursDay(place, day, Status.OPEN, hours, fetched_at=fetched_at)


def _science(day: date, fetched_at: datetime) -> HoursDay | None:
    """Round the clock from Sunday 11 am to Friday 8 pm; nothing was told for 5 December."""
    if day == date(2026, 12, 5):
        return None
    if day.weekday() == 6:
        return HoursDay(OKAFOR, day, Status.OPEN, spans("11:00-24:00"), fetched_at=fetched_at)
    if day.weekday() == 4:
        return HoursDay(OKAFOR, day, Status.OPEN, spans("00:00-20:00"), fetched_at=fetched_at)
    if day.weekday() == 5:
        return HoursDay(OKAFOR, day, Status.OPEN, spans("08:00-"), fetched_at=fetched_at)
    return HoursDay(OKAFOR, day, Status.ALL_DAY, fetched_at=fetched_at)


@cache
def languages() -> Languages:
    """The languages that the program ships; read once."""
    return read_languages(resource_folder() / "languages")


@cache
def terms() -> Terms:
    """What its texts are found by."""
    return Terms(languages(), resource_folder() / "search")


def english() -> Language:
    """English."""
    return languages().get("en")


def directory() -> Directory:
    """All six places, with the library's own words."""
    return Directory(PLACES, WORDS)


def holidays() -> HolidayCalendar:
    """The holidays of the United States."""
    return HolidayCalendar(lambda: read_holidays(resource_folder() / "holidays.toml"), lambda: "US")


def occasions(notes: Sequence[tuple[date, str]] = ()) -> Occasions:
    """Days by their names, with what the library wrote beside some."""
    names: dict[str, list[Phrase]] = {}
    for phrase, key in english().dates.holidays.items():
        names.setdefault(key, []).append(phrase)
    return Occasions(_HOLIDAYS, lambda _first, _last: notes, names)


_LANGUAGES, _HOLIDAYS = languages(), holidays()


def local_answers(
    now: datetime = NOW,
    *,
    hours: Sequence[HoursDay] | None = None,
    places: Directory | None = None,
    stale_after: timedelta = timedelta(days=1),
    is_time_doubtful: Callable[[], bool] = lambda: False,
) -> LocalAnswers:
    """The local answers of that system at a moment."""
    known = directory() if places is None else places
    source = MemoryHours(system_hours() if hours is None else hours)
    return LocalAnswers(
        lambda: known,
        Calendar(source, ZONE),
        _LANGUAGES,
        FixedClock(now),
        holidays=_HOLIDAYS,
        crisis_line=lambda _language: "Call 988.",
        is_time_doubtful=is_time_doubtful,
        stale_after=stale_after,
    )


class Terminal:
    """The local answers of that system at any moment. What it learned of the names, it keeps."""

    def __init__(self) -> None:
        self._clock = _SetClock(NOW)
        self._hours = MemoryHours(system_hours())
        self._directory = directory()
        self._answers = LocalAnswers(
            lambda: self._directory,
            Calendar(self._hours, ZONE),
            _LANGUAGES,
            self._clock,
            holidays=_HOLIDAYS,
            crisis_line=lambda _language: "Call 988.",
            stale_after=timedelta(days=1),
        )

    def ask(self, question: str, now: datetime, *, screen: str, here: int | None) -> Answer:
        """One question, as a fresh visit."""
        self._clock.set(now)
        return self._answers.answer(question, language=screen, here=here)


class _SetClock(FixedClock):
    def set(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)


_TERMINAL = Terminal()


def ask(
    question: str, now: datetime = NOW, *, screen: str = "en", here: int | None = MARLOWE
) -> Answer:
    """One question to that system."""
    return _TERMINAL.ask(question, now, screen=screen, here=here)
