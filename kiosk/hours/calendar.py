"""When a place is open: arithmetic over the cached records, without network, SQL or guesses.

What the records do not say is None, never "closed". Three rules carry the hard cases:

- A stretch belongs to the date on which it began, so the night is asked of yesterday first.
- A run is unbroken where one stretch begins before or when the one before it ends, over
  midnight and over ``24hours`` days. A ``24hours`` day tells no closing time: if the next day
  is not told, neither is the end of the run.
- An evening whose end nobody told us (text, unknown, an empty "to") may have gone on into the
  small hours. Until ``NIGHT_ENDS``, or until the next known opening, it cannot be called closed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from kiosk.core.hours import HoursDay, Status
from kiosk.hours.instants import instant, local
from kiosk.hours.stretches import Stretch, is_told, open_ended, stretches

NIGHT_ENDS = 6 * 60
"""Minutes after midnight. The latest closing time seen at any library is 4 am."""

HORIZON_DAYS = 102
"""Yesterday to 99 days ahead is all that a sync fetches; one more finds the end of it."""

_WEEK_DAYS = 8
_DAY = timedelta(days=1)


class HoursSource(Protocol):
    """Where the records are kept."""

    def days(self, location_id: int, first: date, last: date) -> Sequence[HoursDay]:
        """The records that exist from ``first`` to ``last``, both included, by date."""

    def notes(self, first: date, last: date) -> Sequence[tuple[date, str]]:
        """What the library wrote beside the days of any place, by date, each note once a day."""


@dataclass(frozen=True, slots=True)
class OpenNow:
    """Whether a place is open at a moment.

    Attributes:
        location_id: LibCal's hours ``lid``.
        open: None where it cannot be known.
        until: End of the unbroken run, with the library's offset at that moment. None where
            nothing is known to be open, where the run goes on beyond the data, and where no
            closing time was told.
        opened_on: The date whose record decides: after midnight the one the opening began on.
        fetched_at: When the oldest record used was fetched, in UTC; None where there was none.
    """

    location_id: int
    open: bool | None
    until: datetime | None
    opened_on: date
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class NextOpen:
    """The next time a place is known to open.

    Attributes:
        location_id: LibCal's hours ``lid``.
        opens: With the library's offset, after the moment asked about; None where no opening is
            known. For a place that is open now it is the one after this run.
        unsure: Dates from the moment's own up to ``opens`` of which nobody told us whether the
            place is open: it may open sooner, and an answer has to say so.
        fetched_at: When the oldest record used was fetched, in UTC; None where there was none.
    """

    location_id: int
    opens: datetime | None
    unsure: tuple[date, ...]
    fetched_at: datetime | None


class Calendar:
    """Answers from the records of one library system, all in its own time zone."""

    def __init__(self, source: HoursSource, zone: ZoneInfo) -> None:
        self._source = source
        self._zone = zone

    @property
    def zone(self) -> ZoneInfo:
        """The library's time zone."""
        return self._zone

    def today(self, now: datetime) -> date:
        """The library's date at that moment."""
        return now.astimezone(self._zone).date()

    def day(self, location_id: int, day: date) -> HoursDay:
        """The record of one day; an ``UNKNOWN`` one where there is none."""
        return self.days(location_id, day, day)[0]

    def days(self, location_id: int, first: date, last: date) -> list[HoursDay]:
        """One record for each date, both ends included; ``UNKNOWN`` where there is none."""
        told = {day.date: day for day in self._source.days(location_id, first, last)}
        dates = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [told.get(day) or HoursDay(location_id, day, Status.UNKNOWN) for day in dates]

    def notes(self, first: date, last: date) -> Sequence[tuple[date, str]]:
        """What the library wrote beside the days of any place, by date, each note once a day."""
        return self._source.notes(first, last)

    def open_now(self, location_id: int, now: datetime) -> OpenNow:
        """Whether the place is open at ``now`` (aware), and until when."""
        now = now.astimezone(UTC)
        yesterday, today = self.days(location_id, self.today(now) - _DAY, self.today(now))
        covering = [
            (day, stretch)
            for day in (yesterday, today)
            for stretch in stretches(day, self._zone)
            if stretch.covers(now)
        ]
        if not covering:
            return self._not_open(yesterday, today, now)
        end, used = self._end_of_run(*covering[0])
        return OpenNow(
            location_id,
            open=True,
            until=None if end is None else local(end, self._zone),
            opened_on=covering[-1][0].date,
            fetched_at=_oldest(used),
        )

    def next_open(self, location_id: int, now: datetime) -> NextOpen:
        """The first known opening after ``now`` (aware) that is not the run it falls into."""
        now = now.astimezone(UTC)
        seen: list[HoursDay] = []
        covered_to = now
        for day in self._walk(location_id, self.today(now) - _DAY):
            seen.append(day)
            for stretch in stretches(day, self._zone):
                if stretch.begins > covered_to:
                    return self._found(location_id, seen, stretch.begins, now)
                if stretch.ends is not None:
                    covered_to = max(covered_to, stretch.ends)
        return self._found(location_id, seen, None, now)

    def _end_of_run(
        self, start: HoursDay, stretch: Stretch
    ) -> tuple[datetime | None, list[HoursDay]]:
        """When the run is over that ``stretch`` of day ``start`` is in, and the days used."""
        used: list[HoursDay] = []
        end, told = stretch.begins, True
        for day in self._walk(start.location_id, start.date):
            if used and self._midnight(day) > end:
                return (end if told else None), used
            if used and used[-1].status is Status.ALL_DAY and not is_told(day):
                return None, used
            used.append(day)
            for further in stretches(day, self._zone):
                if stretch.begins <= further.begins <= end:
                    told = further.ends is not None
                    end = max(end, further.ends or end)
        return None, used

    def _not_open(self, yesterday: HoursDay, today: HoursDay, now: datetime) -> OpenNow:
        is_night = now < instant(today.date, NIGHT_ENDS, self._zone)
        doubtful = self._doubtful(yesterday if is_night else None, today, now)
        return OpenNow(
            today.location_id,
            open=None if doubtful else False,
            until=None,
            opened_on=(doubtful or today).date,
            fetched_at=_oldest([yesterday, today] if is_night else [today]),
        )

    def _doubtful(
        self, last_night: HoursDay | None, today: HoursDay, now: datetime
    ) -> HoursDay | None:
        """The record because of which "closed" cannot be said, if there is one."""
        found = stretches(today, self._zone)
        if not is_told(today) or open_ended(found, now):
            return today
        begun = any(stretch.begins <= now for stretch in found)
        if last_night is None or begun or not self._may_go_on(last_night, now):
            return None
        return last_night

    def _may_go_on(self, yesterday: HoursDay, now: datetime) -> bool:
        # An appointment is not made for the night; words and silence may hide a late opening.
        if not is_told(yesterday):
            return yesterday.status is not Status.BY_APPOINTMENT
        return open_ended(stretches(yesterday, self._zone), now)

    def _found(
        self, location_id: int, seen: list[HoursDay], opens: datetime | None, now: datetime
    ) -> NextOpen:
        today = self.today(now)
        before = seen if opens is None else [d for d in seen if d.date < self.today(opens)]
        return NextOpen(
            location_id,
            opens=None if opens is None else local(opens, self._zone),
            unsure=tuple(day.date for day in before if day.date >= today and not is_told(day)),
            fetched_at=_oldest([day for day in seen if day.date >= today]),
        )

    def _midnight(self, day: HoursDay) -> datetime:
        return instant(day.date, 0, self._zone)

    def _walk(self, location_id: int, first: date) -> Iterator[HoursDay]:
        for offset in range(0, HORIZON_DAYS, _WEEK_DAYS):
            begin = first + timedelta(days=offset)
            yield from self.days(location_id, begin, begin + timedelta(days=_WEEK_DAYS - 1))


def _oldest(days: Sequence[HoursDay]) -> datetime | None:
    return min((day.fetched_at for day in days if day.fetched_at is not None), default=None)
