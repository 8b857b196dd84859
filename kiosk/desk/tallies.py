"""What the terminals counted: numbers by terminal and day, in words of ours."""

from datetime import date, timedelta, tzinfo

from sqlalchemy import Connection, delete, func, insert, select

from kiosk.core.clock import Clock
from kiosk.core.tallies import Count
from kiosk.core.tally_report import DayCounts, TallyReport
from kiosk.desk.database import Database
from kiosk.desk.records import Terminal
from kiosk.desk.tables import tallies, tally_days, terminals

KEPT = timedelta(days=400)


class Tallies:
    """The totals of every terminal and day.

    Args:
        database: The desk's.
        clock, zone: Say which day it is.
    """

    def __init__(self, database: Database, clock: Clock, zone: tzinfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    @property
    def today(self) -> date:
        """The day it is in the library."""
        return self._clock.now().astimezone(self._zone).date()

    def keep(self, terminal: Terminal, report: TallyReport) -> None:
        """Put a report's totals in the place of what was told of those days before.

        What was read at the terminal before what is kept already came late, and changes nothing.
        """
        with self._database.writing() as connection:
            for day in report.days:
                if _is_news(connection, terminal, day, report):
                    _replace(connection, terminal, day, report)

    def totals(self, first: date, last: date, terminal: str = "") -> list[Count]:
        """The sums from one day to another, both included.

        Args:
            first: The first day.
            last: The last.
            terminal: The name of one terminal; empty for all.
        """
        chosen = (
            select(tallies.c.name, tallies.c.labels, func.sum(tallies.c.amount))
            .where(tallies.c.day.between(first, last))
            .group_by(tallies.c.name, tallies.c.labels)
        )
        if terminal:
            chosen = chosen.join(terminals).where(terminals.c.name == terminal)
        with self._database.reading() as connection:
            rows = connection.execute(chosen).all()
        return [Count.of_joined(name, labels, int(amount)) for name, labels, amount in rows]

    def of_today(self) -> list[tuple[str, Count]]:
        """What each terminal counted today so far, with the terminal's name."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(terminals.c.name, tallies.c.name, tallies.c.labels, tallies.c.amount)
                .join_from(tallies, terminals)
                .where(tallies.c.day == self.today)
            ).all()
        return [(terminal, Count.of_joined(*count)) for terminal, *count in rows]

    def forget_old(self) -> int:
        """Remove days after their 400; how many of all terminals comes back."""
        oldest = self.today - KEPT
        with self._database.writing() as connection:
            connection.execute(delete(tallies).where(tallies.c.day < oldest))
            return connection.execute(delete(tally_days).where(tally_days.c.day < oldest)).rowcount


def _is_news(
    connection: Connection, terminal: Terminal, day: DayCounts, report: TallyReport
) -> bool:
    known = connection.scalar(
        select(tally_days.c.taken_at).where(
            tally_days.c.terminal_id == terminal.id, tally_days.c.day == day.day
        )
    )
    return known is None or known <= report.taken_at


def _replace(
    connection: Connection, terminal: Terminal, day: DayCounts, report: TallyReport
) -> None:
    key = {"terminal_id": terminal.id, "day": day.day}
    for table in (tallies, tally_days):
        connection.execute(
            delete(table).where(table.c.terminal_id == terminal.id, table.c.day == day.day)
        )
    connection.execute(insert(tally_days).values(**key, taken_at=report.taken_at))
    rows = [
        key | {"name": count.name.value, "labels": count.joined, "amount": count.amount}
        for count in day.counts
    ]
    if rows:
        connection.execute(insert(tallies), rows)
