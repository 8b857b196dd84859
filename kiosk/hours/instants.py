"""From the clock on the wall to the one instant that it means.

Opening hours are written for people who look at a wall clock, and twice a year that clock
jumps. The rule here: a door opens or closes **the first time** the clock shows that time or has
jumped past it.

- *Autumn*, 1:00 to 2:00 happens twice: "until 1:30 am" is the first 1:30.
- *Spring*, 2:00 to 3:00 does not happen: "until 2:30 am" is the moment when the clock jumps to
  3:00, for nobody would read 3:15 on the wall and find that it is not yet 2:30.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


def instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The first instant, in UTC, at which the wall clock has reached that time.

    Args:
        day: The date in ``zone`` that the minutes count from.
        minutes: Minutes on the wall clock after that date's 00:00; past 1440 is the next date.
        zone: The library's zone.
    """
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    # The standard library picks the first of two (fold=0), but puts a time that does not
    # happen behind the jump by as much as it is missing: walk back to the jump itself.
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    while _wall(moment - _MINUTE, zone) >= wall:
        moment -= _MINUTE
    return moment


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The instant as the library's wall clock shows it, with the offset of that moment.

    The offset is fixed on purpose. Python compares and subtracts two times of one ``ZoneInfo``
    by the wall clock alone, which is an hour off in autumn, and finds a time in the doubled hour
    equal to nothing in any other zone.
    """
    there = moment.astimezone(zone)
    return there.replace(tzinfo=timezone(there.utcoffset() or timedelta()), fold=0)


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
