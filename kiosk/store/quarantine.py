"""The one answer of LibCal that looked wrong, kept aside until it is believed or forgotten."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kiosk.core.clock import iso_utc, parse_instant
from kiosk.core.hours import HoursDay, Status
from kiosk.store.connection import Database
from kiosk.store.transactions import reading, writing

MOST_DAYS = 50_000
"""Of all places together; the nearest are kept. A broken answer must not fill the disk."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An answer in quarantine.

    Attributes:
        since: When LibCal said it first, in UTC.
        seen: When LibCal said it last, in UTC.
        times: How often it said so.
        reasons: What is odd about it, each as a part of a sentence.
        told: What it says of each day (location id, date).
    """

    since: datetime
    seen: datetime
    times: int
    reasons: tuple[str, ...]
    told: Mapping[tuple[int, date], Status]


class Quarantine:
    """Holds at most one answer: the last that looked wrong."""

    def __init__(self, database: Database, most_days: int = MOST_DAYS) -> None:
        self._database = database
        self._most_days = most_days

    def kept(self) -> SetAside | None:
        """The answer that is kept aside, if there is one.

        Raises:
            StorageUnreadable: the file cannot be read.
        """
        with reading(self._database):
            row = self._database.execute(
                "SELECT since, seen, times, reasons, answer FROM quarantine"
            ).fetchone()
            return _set_aside(row) if row else None

    def keep(self, days: Iterable[HoursDay], reasons: Iterable[str], now: datetime) -> None:
        """Keep this answer, instead of any other.

        Raises:
            StorageUnreadable: the file cannot be written.
        """
        nearest = sorted(days, key=lambda day: (day.date, day.location_id))[: self._most_days]
        answer = json.dumps([_day(day) for day in nearest], ensure_ascii=False)
        with writing(self._database):
            self._database.execute(
                "INSERT OR REPLACE INTO quarantine (id, since, seen, times, reasons, answer) "
                "VALUES (1, ?, ?, 1, ?, ?)",
                [iso_utc(now), iso_utc(now), json.dumps(list(reasons)), answer],
            )

    def see_again(self, now: datetime) -> None:
        """LibCal said the same once more.

        Raises:
            StorageUnreadable: the file cannot be written.
        """
        with writing(self._database):
            self._database.execute(
                "UPDATE quarantine SET seen = ?, times = times + 1", [iso_utc(now)]
            )

    def clear(self) -> None:
        """Keep nothing aside.

        Raises:
            StorageUnreadable: the file cannot be written.
        """
        with writing(self._database):
            self._database.execute("DELETE FROM quarantine")


def _day(day: HoursDay) -> list[Any]:
    spans = [[span.opens, span.closes] for span in day.spans]
    return [day.location_id, day.date.isoformat(), day.status.value, spans, day.note]


def _set_aside(row: tuple[Any, ...]) -> SetAside:
    since, seen, times, reasons, answer = row
    return SetAside(
        since=parse_instant(since),
        seen=parse_instant(seen),
        times=times,
        reasons=tuple(json.loads(reasons)),
        told={
            (location_id, date.fromisoformat(day)): Status(status)
            for location_id, day, status, *_ in json.loads(answer)
        },
    )
