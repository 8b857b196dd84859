"""Times and days as the screen writes them: shorter than in a sentence, by the same words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list

from kiosk.assistant.languages import Language
from kiosk.assistant.wording import Wording
from kiosk.core.hours import DAY_MINUTES, OpenSpan

NEAR_DAYS = 7
NO_BREAK = "\u00a0"
_NIGHT = 6
_ANY_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


class Times:
    """Writes times for one language, in the library's zone."""

    def __init__(self, language: Language, zone: ZoneInfo) -> None:
        self._locale = language.locale
        self._formats = language.formats
        self._zone = zone
        # A time of day reads the same at every moment.
        self._wording = Wording(language, _ANY_MOMENT, zone)

    def span(self, span: OpenSpan) -> str:
        """Opening and closing; a question mark where no end was told."""
        closes = "?" if span.closes is None else self._wording.clock(span.closes)
        return f"{self._wording.clock(span.opens)} – {closes}"  # noqa: RUF001  the dash of a range

    def all_day(self) -> str:
        """Midnight to midnight."""
        return self.span(OpenSpan(0, DAY_MINUTES))

    def moment(self, then: datetime, now: datetime) -> str:
        """A time, with its day where that is not today: "1 am", "Fri 9 am", "Dec 4, 9 am"."""
        local, today = then.astimezone(self._zone), now.astimezone(self._zone).date()
        clock = self._wording.clock(local.hour * 60 + local.minute)
        if self._same_night(local, today):
            return _unbroken(clock)
        near = 0 < (local.date() - today).days < NEAR_DAYS
        pattern = "EEE" if near else "MMM d"
        return _unbroken(f"{format_date(local.date(), pattern, locale=self._locale)} {clock}")

    def day(self, day: date, today: date) -> str:
        """A day on a card: "Friday", with the date where it is not within a week."""
        pattern = "EEEE" if 0 <= (day - today).days < NEAR_DAYS else "EEE, MMM d"
        return format_date(day, pattern, locale=self._locale)

    def long_day(self, day: date, today: date) -> str:
        """A day in full: "Saturday, November 28", with the year where it is another."""
        pattern = self._formats.date if day.year == today.year else self._formats.date_with_year
        return format_date(day, pattern, locale=self._locale)

    def calendar_date(self, day: date) -> str:
        """A day without its weekday: "August 20, 2026"."""
        return format_date(day, "long", locale=self._locale)

    def heading(self, now: datetime) -> str:
        """The clock of the home screen: "Wednesday, November 25 · 9:12 pm"."""
        local = now.astimezone(self._zone)
        wall = format_time(local, self._formats.time, locale=self._locale)
        wall = wall.replace("\u202f", " ").lower()
        return f"{self.long_day(local.date(), local.date())} · {wall}"

    def _same_night(self, local: datetime, today: date) -> bool:
        small_hours = local.hour < _NIGHT and local.date() == today + timedelta(days=1)
        return local.date() == today or small_hours


def unbroken_number(number: str) -> str:
    """A phone number that is neither broken into two lines nor turned around in Arabic."""
    if not number:
        return ""
    # A hyphen between digits is no place to break (Unicode's LB25), and a non-breaking one would
    # come from another typeface, in a taller line.
    return f"\u2066{number.replace(' ', NO_BREAK)}\u2069"


def list_of(parts: Sequence[str], language: str) -> str:
    """Parts of one line, with the comma of that language (CLDR)."""
    return format_list(parts, style="unit-short", locale=language.replace("-", "_"))


def _unbroken(text: str) -> str:
    """A time stays on one line."""
    return text.replace(" ", NO_BREAK)
