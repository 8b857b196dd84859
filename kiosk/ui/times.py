"""Times and days as the screen writes them: shorter than in a sentence, by the same words."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time

from kiosk.assistant.languages import Formats, Language
from kiosk.assistant.wording import Wording
from kiosk.core.hours import DAY_MINUTES, OpenSpan

NEAR_DAYS = 7
NO_BREAK = "\u00a0"
SHORT_TIME = 16
_BEFORE_NUMBER = re.compile(r" (?=\d)")
_NIGHT = 6
_ANY_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


class Times:
    """Writes times for one language, in the library's zone."""

    def __init__(self, language: Language, zone: ZoneInfo) -> None:
        self._locale = Locale.parse(language.locale)
        self._formats = _short(language.formats)
        self._zone = zone
        # A time of day reads the same at every moment.
        self._wording = _wording(language, self._formats, zone)
        bare = replace(self._formats, hour="{time}", one_oclock="{time}")
        self._bare_wording = _wording(language, bare, zone)

    def span(self, span: OpenSpan) -> str:
        """Opening and closing; a question mark where no end was told."""
        clock = self._bare_wording.clock
        closes = "?" if span.closes is None else clock(span.closes)
        return f"{clock(span.opens)} – {closes}"  # noqa: RUF001  the dash of a range

    def all_day(self) -> str:
        """Midnight to midnight."""
        return self.span(OpenSpan(0, DAY_MINUTES))

    def moment(self, then: datetime, now: datetime) -> str:
        """A time, with its day where that is not today: "1 am", "Fri 9 am", "Dec 4 9 am"."""
        return self._told(then, now, "{time}")

    def at(self, then: datetime, now: datetime) -> str:
        """The same where something happens then: "opens 1 am", in Spanish "abre a la 1"."""
        return self._told(then, now, self._formats.at)

    def _told(self, then: datetime, now: datetime, today_form: str) -> str:
        local, today = then.astimezone(self._zone), now.astimezone(self._zone).date()
        clock = self._wording.clock(local.hour * 60 + local.minute)
        if self._same_night(local, today):
            return _unbroken(today_form.format(time=clock))
        near = 0 < (local.date() - today).days < NEAR_DAYS
        day = self._short_date(local.date(), "E" if near else "MMMd")
        return _unbroken(self._formats.moment.format(day=day, time=clock))

    def day(self, day: date, today: date) -> str:
        """A day on a card: "Friday", with the date where it is not within a week."""
        if 0 <= (day - today).days < NEAR_DAYS:
            return format_date(day, "EEEE", locale=self._locale)
        return self._short_date(day, "MMMEd")

    def long_day(self, day: date, today: date) -> str:
        """A day in full: "Saturday, November 28", with the year where it is another."""
        return self._date(day, self._formats.full(day, today))

    def calendar_date(self, day: date) -> str:
        """A day without its weekday: "August 20, 2026"."""
        return self._date(day, self._locale.date_formats["long"].pattern)

    def heading(self, now: datetime) -> str:
        """The clock of the home screen: "Wednesday, November 25 · 9:12 pm"."""
        local = now.astimezone(self._zone)
        wall = format_time(local, self._formats.time, locale=self._locale)
        wall = wall.replace("\u202f", " ").lower()
        return f"{self.long_day(local.date(), local.date())} · {wall}"

    def _short_date(self, day: date, skeleton: str) -> str:
        """The parts that the skeleton names, in the order of the language."""
        return self._date(day, self._locale.datetime_skeletons[skeleton].pattern)

    def _date(self, day: date, pattern: str) -> str:
        return format_date(day, self._formats.for_day(day, pattern), locale=self._locale)

    def _same_night(self, local: datetime, today: date) -> bool:
        small_hours = local.hour < _NIGHT and local.date() == today + timedelta(days=1)
        return local.date() == today or small_hours


def _short(formats: Formats) -> Formats:
    return replace(
        formats,
        time=formats.short_time or formats.time,
        full_hour=formats.short_full_hour or formats.full_hour,
    )


def _wording(language: Language, formats: Formats, zone: ZoneInfo) -> Wording:
    return Wording(replace(language, formats=formats), _ANY_MOMENT, zone)


def unbroken_number(number: str) -> str:
    """A phone number that is neither broken into two lines nor turned around in Arabic."""
    if not number:
        return ""
    # A hyphen between digits is no place to break (Unicode's LB25), and a non-breaking one would
    # come from another typeface, in a taller line.
    return f"\u2066{number.replace(' ', NO_BREAK)}\u2069"


def _unbroken(text: str) -> str:
    """A time stays on one line; of a long one ("las 4 de la tarde") the number with its article."""
    if len(text) <= SHORT_TIME:
        return text.replace(" ", NO_BREAK)
    return _BEFORE_NUMBER.sub(NO_BREAK, text)
