"""A terminal's numbers on the wire to the staff desk.

A report holds the totals of whole days as they stand, so that it may come twice or get lost
without anything being counted twice or not at all.
"""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.core.clock import iso_utc
from kiosk.core.errors import WireError
from kiosk.core.fields import Json, a_text, an_enum, an_instant, an_object
from kiosk.core.tallies import LABELS, Count, Tally, word_of_ours

MAX_DAYS = 31
MAX_COUNTS = 2_000
"""Of one day. A terminal that answers in five languages makes some dozens."""

MAX_AMOUNT = 2**53
"""What every reader of JSON holds exactly."""

MAX_LABEL = 80


@dataclass(frozen=True, slots=True)
class DayCounts:
    """All that was counted on one day of the library's calendar, so far."""

    day: date
    counts: tuple[Count, ...]

    def to_json(self) -> Json:
        return {"day": self.day.isoformat(), "counts": [_count_json(c) for c in self.counts]}

    @classmethod
    def from_json(cls, body: object) -> "DayCounts":
        """Check a day that arrived. Raises WireError."""
        fields = an_object(body, "day")
        counts = fields.get("counts")
        if not isinstance(counts, list) or len(counts) > MAX_COUNTS:
            raise WireError(f"'counts' must be a list of at most {MAX_COUNTS}")
        read = tuple(_count(count) for count in counts)
        if len({(count.name, count.labels) for count in read}) < len(read):
            raise WireError("'counts' holds the same labels twice")
        return cls(a_day(fields, "day"), read)


@dataclass(frozen=True, slots=True)
class TallyReport:
    """What a terminal tells the desk.

    Attributes:
        taken_at: When the totals were read, in UTC by the terminal's clock. Of two reports that
            overtook each other on the way the later one counts.
        days: Each takes the place of what was told of that day before.
    """

    taken_at: datetime
    days: tuple[DayCounts, ...]

    def to_json(self) -> Json:
        return {"taken_at": iso_utc(self.taken_at), "days": [day.to_json() for day in self.days]}

    @classmethod
    def from_json(cls, body: object) -> "TallyReport":
        """Check a report that arrived. Raises WireError."""
        fields = an_object(body, "report")
        days = fields.get("days")
        if not isinstance(days, list) or not 0 < len(days) <= MAX_DAYS:
            raise WireError(f"'days' must be a list of 1 to {MAX_DAYS} days")
        read = tuple(DayCounts.from_json(day) for day in days)
        if len({day.day for day in read}) < len(read):
            raise WireError("'days' holds the same day twice")
        return cls(an_instant(fields, "taken_at"), read)


def a_day(fields: Json, name: str) -> date:
    """A day such as ``2026-11-25``. Raises WireError."""
    try:
        return date.fromisoformat(a_text(fields, name, 10))
    except ValueError as error:
        raise WireError(f"{name!r} must be a day like 2026-11-25") from error


def a_label(fields: Json, name: str) -> str:
    """A word of ours, or nothing. Raises WireError."""
    value = a_text(fields, name, MAX_LABEL, empty=True)
    if word_of_ours(value) != value:
        raise WireError(f"{name!r} must be a word of the terminal's own")
    return value


def _count_json(count: Count) -> Json:
    return {"name": count.name.value, "labels": count.by_label, "amount": count.amount}


def _count(body: object) -> Count:
    fields = an_object(body, "count")
    name = an_enum(Tally, fields, "name")
    labels = an_object(fields.get("labels"), "count's labels")
    if set(labels) != set(LABELS[name]):
        raise WireError(f"the labels of {name.value!r} must be: {', '.join(LABELS[name])}")
    return Count(name, tuple(a_label(labels, key) for key in LABELS[name]), _amount(fields))


def _amount(fields: Json) -> int:
    amount = fields.get("amount")
    if not isinstance(amount, int) or isinstance(amount, bool) or not 0 <= amount <= MAX_AMOUNT:
        raise WireError(f"'amount' must be a whole number from 0 to {MAX_AMOUNT}")
    return amount
