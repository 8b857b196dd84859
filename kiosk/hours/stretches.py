"""One day's record as stretches on the UTC axis, where arithmetic is safe."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.core.hours import DAY_MINUTES, HoursDay, OpenSpan, Status
from kiosk.hours.instants import instant

_TOLD = {Status.OPEN, Status.CLOSED, Status.ALL_DAY}
_WHOLE_DAY = OpenSpan(0, DAY_MINUTES)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time during which a place is known to be open.

    Attributes:
        begins: In UTC.
        ends: In UTC, after ``begins``; None where LibCal told no closing time. Of such a stretch
            only its first instant is known.
    """

    begins: datetime
    ends: datetime | None

    def covers(self, moment: datetime) -> bool:
        """Whether the place is known to be open at that moment."""
        return self.ends is not None and self.begins <= moment < self.ends


def stretches(day: HoursDay, zone: ZoneInfo) -> list[Stretch]:
    """The day's known opening, in order. Empty for a closed day and for one not told."""
    spans = (_WHOLE_DAY,) if day.status is Status.ALL_DAY else day.spans
    found = [
        Stretch(
            instant(day.date, span.opens, zone),
            None if span.closes is None else instant(day.date, span.closes, zone),
        )
        for span in sorted(spans, key=lambda span: (span.opens, span.closes is None))
    ]
    # A span inside the hour that spring skips never happens.
    return [stretch for stretch in found if stretch.ends is None or stretch.begins < stretch.ends]


def is_told(day: HoursDay) -> bool:
    """Whether the record says when the place is open: not so by appointment, text, unknown."""
    return day.status in _TOLD and (day.status is not Status.OPEN or bool(day.spans))


def open_ended(found: list[Stretch], moment: datetime) -> bool:
    """Whether the last opening up to that moment is one that nobody told us the end of."""
    begun = [stretch for stretch in found if stretch.begins <= moment]
    return bool(begun) and begun[-1].ends is None
