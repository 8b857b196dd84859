"""What this terminal counted, by day of the library's calendar. Numbers and words of ours only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.core.tallies import Count
from kiosk.core.tally_report import MAX_COUNTS, DayCounts
from kiosk.store.connection import Database
from kiosk.store.transactions import reading, writing

KEPT_DAYS = 400
"""So that a month can be held against the same month of last year."""


@dataclass(frozen=True, slots=True)
class UnsentDay:
    """A day of which the desk does not know all.

    Attributes:
        totals: As they stand.
        changes: How often the day was added to; ``mark_sent`` takes it back, so that what is
            counted while a report is on its way is not taken for sent.
    """

    totals: DayCounts
    changes: int


class Tallies:
    """The tables ``tallies`` and ``tally_days``. Every method may raise StorageUnreadable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, day: date, counts: Iterable[Count]) -> None:
        """Add to the totals of a day, all or nothing; days older than is kept are forgotten."""
        with writing(self._database):
            for count in counts:
                self._database.execute(
                    "INSERT INTO tallies (day, name, labels, amount) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
                    [
                        day.isoformat(),
                        count.name.value,
                        count.joined,
                        count.amount,
                    ],
                )
            self._database.execute(
                "INSERT INTO tally_days (day, changes, sent) VALUES (?, 1, 0) "
                "ON CONFLICT (day) DO UPDATE SET changes = changes + 1",
                [day.isoformat()],
            )
            self._forget_before(day - timedelta(days=KEPT_DAYS))

    def totals(self, first: date, last: date) -> tuple[Count, ...]:
        """The sums from one day to another, both included, the largest of each tally first."""
        with reading(self._database):
            rows = self._database.execute(
                "SELECT name, labels, sum(amount) FROM tallies WHERE day BETWEEN ? AND ? "
                "GROUP BY name, labels ORDER BY name, sum(amount) DESC, labels",
                [first.isoformat(), last.isoformat()],
            ).fetchall()
            return tuple(Count.of_joined(*row) for row in rows)

    def unsent(self, most: int) -> list[UnsentDay]:
        """The oldest days of which the desk does not know all."""
        with reading(self._database):
            rows = self._database.execute(
                "SELECT day, changes FROM tally_days WHERE changes > sent ORDER BY day LIMIT ?",
                [most],
            ).fetchall()
            return [UnsentDay(self._of(date.fromisoformat(day)), changes) for day, changes in rows]

    def mark_sent(self, days: Sequence[UnsentDay]) -> None:
        """The desk has these totals."""
        with writing(self._database):
            for day in days:
                self._database.execute(
                    "UPDATE tally_days SET sent = ? WHERE day = ?",
                    [day.changes, day.totals.day.isoformat()],
                )

    def _of(self, day: date) -> DayCounts:
        rows = self._database.execute(
            "SELECT name, labels, amount FROM tallies WHERE day = ? "
            "ORDER BY amount DESC, name, labels LIMIT ?",
            [day.isoformat(), MAX_COUNTS],
        ).fetchall()
        return DayCounts(day, tuple(Count.of_joined(*row) for row in rows))

    def _forget_before(self, day: date) -> None:
        for table in ("tallies", "tally_days"):
            self._database.execute(
                f"DELETE FROM {table} WHERE day < ?",  # noqa: S608  constants
                [day.isoformat()],
            )
