"""Facts in the words of one language: its sentences, and CLDR's dates, times and lists."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list

from kiosk.assistant.date_marks import evening_date
from kiosk.assistant.languages import Language
from kiosk.core.hours import DAY_MINUTES

_DAY = timedelta(days=1)
_NIGHT = 6
_ONE_OCLOCK = (1, 13)


class Wording:
    """Says things in one language at one moment.

    Args:
        language: Whose sentences.
        now: The moment, aware.
        zone: The library's time zone.
    """

    def __init__(self, language: Language, now: datetime, zone: ZoneInfo) -> None:
        self._language = language
        self._locale = Locale.parse(language.locale)
        self._zone = zone
        self._now = now.astimezone(zone)

    @property
    def tag(self) -> str:
        """BCP 47 tag of the language."""
        return self._language.tag

    @property
    def now(self) -> datetime:
        """The moment, in the library's zone."""
        return self._now

    @property
    def today(self) -> date:
        """The library's date."""
        return self._now.date()

    def say(self, sentence: str, **slots: str) -> str:
        """One of the language's sentences, its first letter a capital."""
        said = self._language.answers[sentence].format(**slots)
        return said[:1].upper() + said[1:]

    def part(self, phrase: str, **slots: str) -> str:
        """A part of a sentence, as it is."""
        return self._language.answers[phrase].format(**slots)

    def clock(self, minutes: int) -> str:
        """Minutes after midnight, also past 1440, as a time of day."""
        formats = self._language.formats
        of_day = minutes % DAY_MINUTES
        if of_day in (0, DAY_MINUTES // 2):
            return formats.midnight if of_day == 0 else formats.noon
        pattern = formats.time if of_day % 60 else formats.full_hour
        wall = time(of_day // 60, of_day % 60)
        # CLDR's narrow no-break spaces are missing in many fonts, and capitals read as shouting.
        told = format_time(wall, pattern, locale=self._locale).replace("\u202f", " ").lower()
        is_one = of_day // 60 in _ONE_OCLOCK
        return (formats.one_oclock if is_one else formats.hour).format(time=told)

    def full_date(self, day: date) -> str:
        """A full date; with its year where that is not the running one."""
        formats = self._language.formats
        return format_date(day, formats.full(day, self.today), locale=self._locale)

    def day(self, day: date, said: str = "") -> str:
        """A day inside a sentence: "today", "tonight", "on Saturday, November 28"."""
        if said == "tonight" and day == evening_date(self._now):
            return self.part("tonight" if day == self.today else "last_night")
        names = {self.today: "today", self.today + _DAY: "tomorrow", self.today - _DAY: "yesterday"}
        if day in names:
            return self.part(names[day])
        return self.part("on_date", date=self.full_date(day))

    def heading(self, day: date) -> str:
        """A day at the beginning of a line of a list."""
        if day == self.today:
            return self.say("today")
        return self.full_date(day)

    def time_of(self, moment: datetime) -> str:
        """A coming moment inside a sentence, with its day where that is not plain."""
        local = moment.astimezone(self._zone)
        clock = self.clock(local.hour * 60 + local.minute)
        tonight = local.date() == self.today + _DAY and local.hour < _NIGHT
        if local.date() == self.today or tonight:
            return self.part("time_today", time=clock)
        if local.date() == self.today + _DAY:
            return self.part("time_tomorrow", time=clock)
        return self.part("time_on_date", time=clock, date=self.full_date(local.date()))

    def opening(self, moment: datetime) -> str:
        """A coming opening: "tomorrow at 9 am"."""
        local = moment.astimezone(self._zone)
        clock = self.clock(local.hour * 60 + local.minute)
        if local.date() == self.today:
            return self.part("next_today", time=clock)
        if local.date() == self.today + _DAY:
            return self.part("next_tomorrow", time=clock)
        return self.part("next_on_date", time=clock, date=self.full_date(local.date()))

    def names(self, names: Sequence[str]) -> str:
        """Several things as the language lists them."""
        return format_list(list(names), locale=self._locale)

    def either(self, names: Sequence[str]) -> str:
        """Several things of which one is meant."""
        return format_list(list(names), style="or", locale=self._locale)

    def stale(self, as_of: datetime) -> str:
        """The sentence that says how old the facts are."""
        local = as_of.astimezone(self._zone)
        clock = self.clock(local.hour * 60 + local.minute)
        return self.say("stale", date=self.full_date(local.date()), time=clock)
