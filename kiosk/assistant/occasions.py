"""When days are that have a name: what the library's own notes say, else the country's calendar.

"Are you open on Thanksgiving" is about the day that the library itself marks so. Only where its
notes name no such day, the rule decides: ``resources/holidays.toml`` and, for what moves, the
calendars of the ``holidays`` package.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from kiosk.assistant.words import Phrase, words

_ASIDE = re.compile(r" \(.*\)$")
_AHEAD = timedelta(days=99)


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """When a holiday is.

    Attributes:
        month, day: The same date each year; 0 where it moves.
        names: What the ``holidays`` package calls it in English, else.
        country: ISO code of the country whose calendar has it; empty for the library's own.
        of: Another holiday from which it is ``offset`` days away.
        offset: Days.
    """

    month: int = 0
    day: int = 0
    names: tuple[str, ...] = ()
    country: str = ""
    of: str = ""
    offset: int = 0


class HolidayCalendar:
    """The rules of one country.

    Args:
        rules: Reads them, by the key of each holiday, when the first holiday is asked for.
        country: Finds the ISO 3166 code of the library's country, empty where it is not known.
    """

    def __init__(
        self, rules: Callable[[], Mapping[str, HolidayRule]], country: Callable[[], str]
    ) -> None:
        self._rules = cache(rules)
        self._country = cache(country)
        self._years: dict[tuple[str, int], list[tuple[date, set[str]]]] = {}

    def in_year(self, key: str, year: int) -> date | None:
        """The date of a holiday in a year; None where no rule tells it."""
        rule = self._rules().get(key)
        if rule is None:
            return None
        if rule.month:
            return date(year, rule.month, rule.day)
        if rule.of:
            other = self.in_year(rule.of, year)
            return None if other is None else other + timedelta(days=rule.offset)
        listed = self._listed(rule.country or self._country(), year)
        found = [day for day, names in listed if not names.isdisjoint(rule.names)]
        return min(found, default=None)

    def _listed(self, country: str, year: int) -> list[tuple[date, set[str]]]:
        if (country, year) not in self._years:
            self._years[country, year] = _days_of(country, year) if country else []
        return self._years[country, year]


def _days_of(country: str, year: int) -> list[tuple[date, set[str]]]:
    # Loaded late: it takes a tenth of a second that only a question about a holiday needs.
    import holidays  # noqa: PLC0415  the reason above

    if country not in holidays.list_supported_countries():
        return []
    known = holidays.country_holidays(country).supported_categories
    listed = holidays.country_holidays(
        country, years=year, observed=False, categories=known, language="en_US"
    )
    return [
        (day, {_ASIDE.sub("", name).casefold() for name in names.split("; ")})
        for day, names in listed.items()
    ]


class Occasions:
    """Finds days by their names.

    Args:
        calendar: The country's.
        notes: What the library wrote beside the days from one date to another.
        names: Every name of a day, by its key, in the languages the library may write in.
    """

    def __init__(
        self,
        calendar: HolidayCalendar,
        notes: Callable[[date, date], Sequence[tuple[date, str]]],
        names: Mapping[str, Sequence[Phrase]],
    ) -> None:
        self._calendar = calendar
        self._notes = notes
        self._names = names

    def dates(self, key: str, said: Phrase, now: datetime) -> tuple[date, ...]:
        """The coming days of that name, today included; none where nobody tells them.

        Args:
            key: Of ``resources/holidays.toml``, or one that only notes tell.
            said: The name as the patron wrote it.
            now: In the library's zone.
        """
        noted = self._noted([said, *self._names.get(key, ())], now.date())
        if len(noted) == 1:
            return tuple(noted)
        by_rule = self._coming(key, now.date())
        if by_rule is not None and (by_rule in noted or not noted):
            return (by_rule,)
        return tuple(noted)

    def _coming(self, key: str, today: date) -> date | None:
        for year in (today.year, today.year + 1):
            found = self._calendar.in_year(key, year)
            if found is not None and found >= today:
                return found
        return None

    def _noted(self, names: Sequence[Phrase], today: date) -> list[date]:
        found: dict[date, bool] = {}
        for day, note in self._notes(today, today + _AHEAD):
            said = words(note)
            if any(_holds(said, name) for name in names):
                found[day] = found.get(day, False) or any(said == name for name in names)
        exact = [day for day, is_exact in found.items() if is_exact]
        return sorted(exact or found)


def _holds(said: Phrase, name: Phrase) -> bool:
    return any(said[n : n + len(name)] == name for n in range(len(said) - len(name) + 1))
