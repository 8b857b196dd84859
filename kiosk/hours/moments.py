"""What time it is at a place, in the few words that a library ties its questions to."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.core.content import Occasion
from kiosk.hours.calendar import Calendar

SOON = timedelta(hours=2)
"""Before its end an opening is closing."""

_DAWN, _NOON, _DUSK = 5, 12, 17
"""Hours of the day: between them are the morning and the afternoon; the evening lasts till dawn."""


class Moments:
    """Tells the occasions of a moment.

    Args:
        calendar: The hours.
        zone: The library's.
        weekend: Its days there; Monday is 0.
    """

    def __init__(self, calendar: Calendar, zone: ZoneInfo, weekend: frozenset[int]) -> None:
        self._calendar = calendar
        self._zone = zone
        self._weekend = weekend

    def occasions(self, here: int | None, now: datetime) -> frozenset[Occasion]:
        """All that hold now.

        Args:
            here: LibCal id of the place; None where it is not known, and neither is its state.
            now: With its time zone.

        Raises:
            StorageError: the hours cannot be read.
        """
        local = now.astimezone(self._zone)
        found = {Occasion.WEEKEND} if local.weekday() in self._weekend else set()
        if _DAWN <= local.hour < _NOON:
            found.add(Occasion.MORNING)
        elif local.hour >= _DUSK or local.hour < _DAWN:
            found.add(Occasion.EVENING)
        return frozenset(found | self._state(here, now))

    def _state(self, here: int | None, now: datetime) -> set[Occasion]:
        if here is None:
            return set()
        state = self._calendar.open_now(here, now)
        if state.open is None:
            return set()
        if not state.open:
            return {Occasion.CLOSED}
        if state.until is not None and state.until - now <= SOON:
            return {Occasion.OPEN, Occasion.CLOSING}
        return {Occasion.OPEN}
