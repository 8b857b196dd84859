"""Facts as cards: what an answer rests on, drawn from the database and never from a model.

A card is a dictionary for QML's ``FactCard``, by its ``kind``:

- ``hours``: place, openState, dayLabel, headline, until, opens, note, asOf, stale, and days
  (day, state, hours, note, marked)
- ``places``: asOf, stale, rows (name, openState, until, opens, note)
- ``place``: name, floor, address, phone, directions, accessibility, code (a QR code as an address
  of data), plan (the address of a floor plan; empty for none), x, y (of the place on it, as
  fractions), hereX, hereY (of this terminal on it; -1 where it is not)
- ``source``: title, source, updated, address, links (title, address)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QUrl

from kiosk.assistant.answers import (
    Answer,
    Fact,
    HoursFact,
    NextOpenFact,
    OpenNowFact,
    PlaceFact,
    Source,
)
from kiosk.core.clock import Clock
from kiosk.core.content import Translated
from kiosk.core.hours import HoursDay, Status
from kiosk.core.knowledge import Entry
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.ui.glance import PlaceGlance, glance, place_glance
from kiosk.ui.take_along import contact_card, qr_picture
from kiosk.ui.times import Times, unbroken_number

Card = dict[str, Any]
WEEK = 7
MANY_PLACES = 3
LONG_LIST = 3
FAR_APART = timedelta(days=2 * WEEK)

_STATES: Mapping[Status, str] = {
    Status.OPEN: "open",
    Status.ALL_DAY: "open",
    Status.CLOSED: "closed",
    Status.BY_APPOINTMENT: "appointment",
    Status.TEXT: "words",
    Status.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True)
class Premises:
    """Whose places they are.

    Attributes:
        name: The library system's.
        folder: Where its floor plans are; None where it has none.
        here: The place that this terminal stands in.
    """

    name: Translated[str]
    folder: Path | None
    here: int | None


class Entries(Protocol):
    """The library's knowledge: ``store.knowledge.KnowledgeTable``."""

    def get(self, entry_id: str, language: str) -> Entry | None:
        """An entry in that language, else in one that it is written in."""


class Cards:
    """Makes the cards of an answer. Reads the cache, so it runs on the database's thread.

    Cards speak the language of the screen, which is nearly always that of the answer: their words
    are QML's, so their times and names must not be in another.
    """

    def __init__(
        self,
        directory: Callable[[], Directory],
        calendar: Calendar,
        entries: Entries,
        times: Times,
        *,
        clock: Clock,
        language: str,
        premises: Premises,
    ) -> None:
        self._directory = directory
        self._calendar = calendar
        self._entries = entries
        self._times = times
        self._clock = clock
        self._language = language
        self._premises = premises

    def of(self, answer: Answer) -> tuple[Card, ...]:
        """The cards of an answer, most wanted first."""
        return (*self._of_facts(answer), *self._of_sources(answer))

    def _of_facts(self, answer: Answer) -> tuple[Card, ...]:
        now = self._clock.now()
        by_place: dict[int, list[Fact]] = {}
        for fact in answer.facts:
            by_place.setdefault(fact.location_id, []).append(fact)
        if len(by_place) >= MANY_PLACES and not _are_of_days(answer.facts):
            return (self._places(list(by_place), answer, now),)
        directory = self._directory().in_language(self._language)
        cards: list[Card] = []
        for location_id, facts in by_place.items():
            place = directory.get(location_id)
            if place is not None:
                cards.extend(self._of_place(place, facts, answer, now))
        return tuple(cards)

    def _of_sources(self, answer: Answer) -> list[Card]:
        cards = []
        for source in answer.sources:
            entry = self._entries.get(source.id, answer.language)
            if entry is not None:
                cards.append(self._source(source, entry))
        return cards

    def _source(self, source: Source, entry: Entry) -> Card:
        return {
            "kind": "source",
            "title": source.title,
            "source": entry.source,
            "updated": self._times.calendar_date(entry.updated) if entry.updated else "",
            "address": _readable(entry.url),
            "links": [
                {"title": link.title, "address": _readable(link.url)} for link in entry.links
            ],
        }

    def _of_place(
        self, place: Place, facts: Sequence[Fact], answer: Answer, now: datetime
    ) -> list[Card]:
        cards = []
        days = [fact.day.date for fact in facts if isinstance(fact, HoursFact)]
        if days or any(isinstance(fact, OpenNowFact | NextOpenFact) for fact in facts):
            cards.append(self._hours(place, days, answer, now))
        if any(isinstance(fact, PlaceFact) for fact in facts):
            cards.append(self._place(place))
        return cards

    def _place(self, place: Place) -> Card:
        library = self._premises.name.in_language(self._language)
        return {
            "kind": "place",
            "name": place.name,
            "floor": place.floor,
            "address": place.address,
            "phone": unbroken_number(place.phone),
            "directions": place.directions,
            "accessibility": place.accessibility,
            "code": qr_picture(contact_card(place, library)),
            **self._on_plan(place),
        }

    def _on_plan(self, place: Place) -> Card:
        if place.map is None or self._premises.folder is None:
            return {"plan": "", "x": 0.0, "y": 0.0, "hereX": -1.0, "hereY": -1.0}
        here = self._premises.here and self._directory().get(self._premises.here)
        is_same = here and here.map and here.map.plan == place.map.plan
        x, y = (here.map.x, here.map.y) if here and here.map and is_same else (-1.0, -1.0)
        plan = QUrl.fromLocalFile(str(self._premises.folder / place.map.plan)).toString()
        return {"plan": plan, "x": place.map.x, "y": place.map.y, "hereX": x, "hereY": y}

    def _hours(self, place: Place, asked: Sequence[date], answer: Answer, now: datetime) -> Card:
        today = self._calendar.today(now)
        one_day = asked[0] if len(asked) == 1 and asked[0] != today else None
        card = self._of_day(place, one_day, now) if one_day else self._of_now(place, now)
        marked = set(asked) or {self._calendar.open_now(place.location_id, now).opened_on}
        return card | {
            "kind": "hours",
            "place": place.name,
            "asOf": self._as_of(answer, now),
            "stale": answer.stale,
            "days": [
                self._row(day, today, marked=day.date in marked)
                for day in self._around(place, asked, today)
            ],
        }

    def _around(self, place: Place, asked: Sequence[date], today: date) -> list[HoursDay]:
        """A week with the days asked for in it; where they are far apart, these alone."""
        first = min([*asked, today]) if _near(asked, today) else min(asked)
        last = max([first + timedelta(days=WEEK - 1), *asked])
        days = self._calendar.days(place.location_id, first, last)
        far_apart = last - first > FAR_APART
        return [day for day in days if day.date in asked] if far_apart else list(days)

    def _of_now(self, place: Place, now: datetime) -> Card:
        seen = place_glance(place, self._calendar, self._times, now)
        return {
            "openState": seen.open_state,
            "dayLabel": "",
            "until": seen.until,
            "opens": seen.opens,
            "headline": "",
            "note": seen.note,
        }

    def _of_day(self, place: Place, day: date, now: datetime) -> Card:
        record = self._calendar.day(place.location_id, day)
        return {
            "openState": _STATES[record.status],
            "dayLabel": self._times.long_day(day, self._calendar.today(now)),
            "until": "",
            "opens": "",
            "headline": self._spans(record),
            "note": record.note,
        }

    def _places(self, location_ids: Sequence[int], answer: Answer, now: datetime) -> Card:
        found = map(self._directory().in_language(self._language).get, location_ids)
        places = [place for place in found if place is not None]
        seen = glance(places, self._calendar, self._times, now)
        return {
            "kind": "places",
            "asOf": self._as_of(answer, now),
            "stale": answer.stale,
            "rows": [_glance_row(row) for row in seen.places],
        }

    def _row(self, day: HoursDay, today: date, *, marked: bool) -> Card:
        return {
            "day": self._times.day(day.date, today),
            "state": _STATES[day.status],
            "hours": self._spans(day),
            "note": day.note,
            "marked": marked,
        }

    def _spans(self, day: HoursDay) -> str:
        """The spans as a patron reads them; empty where QML has a word for the status."""
        if day.status is Status.ALL_DAY:
            return self._times.all_day()
        return ", ".join(self._times.span(span) for span in day.spans)

    def _as_of(self, answer: Answer, now: datetime) -> str:
        return self._times.at(answer.as_of, now) if answer.as_of else ""


def say_all_of(answer: Answer, cards: Sequence[Card]) -> bool:
    """Whether the words are nothing but a list of days which the cards show, better.

    Such an answer has a heading for each place and a line for each day, and no line more.
    """
    days = [fact for fact in answer.facts if isinstance(fact, HoursFact)]
    lines = answer.text.splitlines()
    return (
        len(days) == len(answer.facts) >= LONG_LIST
        and len(lines) == len(days) + len(cards)
        and all(card["kind"] == "hours" for card in cards)
    )


def _are_of_days(facts: Sequence[Fact]) -> bool:
    return any(isinstance(fact, HoursFact | PlaceFact) for fact in facts)


def _near(asked: Sequence[date], today: date) -> bool:
    return all(0 <= (day - today).days < WEEK for day in asked)


def _readable(address: str) -> str:
    """A web address as people copy it down."""
    return address.removeprefix("https://").removesuffix("/")


def _glance_row(row: PlaceGlance) -> Card:
    return {
        "name": row.name,
        "openState": row.open_state,
        "until": row.until,
        "opens": row.opens,
        "note": row.note,
    }
