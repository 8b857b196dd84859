"""Whether an answer is true, by the records themselves and by the slow calendar of the tests.

Its facts are compared with what the library of the tests says of their own place and day; and
its text must not state a time that none of its facts holds.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from kiosk.assistant.answers import Answer, HoursFact, NextOpenFact, OpenNowFact
from kiosk.assistant.date_marks import InstantMark, TimeMark
from kiosk.assistant.dates import DateReader
from kiosk.assistant.marking import Marker
from kiosk.assistant.place_names import PlaceNames
from kiosk.assistant.writing import Writing
from kiosk.core.hours import HoursDay, Status
from tests.assistant.library import ZONE, directory, languages, occasions, system_hours
from tests.hours.slow_calendar import Diary, Watched

AHEAD = timedelta(days=12)
"""Longer than any run of that library, and than any wait for its next opening."""

Time = tuple[int, int]
"""Hour of a dial, 0 to 11, and minute: a text may mean either half of the day."""

_RECORDS = {(day.location_id, day.date): day for day in system_hours()}
_WITH_MINUTES = re.compile(r"(?<!\d)(\d{1,2})(?:[:.\u70b9\u6642]|\s?h\s?)(\d{2})(?!\d)")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WITH_HALF = re.compile(
    r"(?<![\d:.])(\d{1,2})\s?(?:[ap]\.?\s?m\b|[ap]\.\s?m\.|[\u70b9\u6642](?!\d)|[\u0635\u0645](?!\w))",
    re.IGNORECASE,
)


def faults(answer: Answer, now: datetime) -> Iterator[str]:
    """What is not true in an answer that was given at that moment."""
    for fact in answer.facts:
        if isinstance(fact, HoursFact) and fact.day != _record(fact.day):
            yield f"{fact.day} is {_record(fact.day)}"
        if isinstance(fact, OpenNowFact):
            seen = _watched(fact.location_id, now)
            if (fact.open, fact.until) != (seen.open, seen.until):
                yield f"{fact} is {seen}"
        if isinstance(fact, NextOpenFact):
            seen = _watched(fact.location_id, now)
            if fact.opens != seen.opens_next:
                yield f"{fact} is {seen}"
    allowed = _times_of(answer, now)
    for time in _times_in(answer.text):
        if time not in allowed:
            yield f"{time} is in the text and in no fact: {answer.text[:200]!r}"


def _record(day: HoursDay) -> HoursDay:
    unknown = HoursDay(day.location_id, day.date, Status.UNKNOWN)
    return _RECORDS.get((day.location_id, day.date), unknown)


@lru_cache(maxsize=512)
def _watched(place: int, now: datetime) -> Watched:
    today = now.astimezone(ZONE).date()
    first = today - timedelta(days=2)
    dates = [first + timedelta(days=n) for n in range((today + AHEAD - first).days)]
    found = [_record(HoursDay(place, day, Status.UNKNOWN)) for day in dates]
    return Diary(found, ZONE).at(now)


def _times_of(answer: Answer, now: datetime) -> set[Time]:
    local_now = now.astimezone(ZONE)
    times = set(_times_in(answer.question))
    times |= {(int(number) % 12, 0) for number in _NUMBER.findall(_plain(answer.question))}
    times |= set(_times_asked(answer, local_now))
    times.add(_dial(local_now))
    if answer.as_of is not None:
        times.add(_dial(answer.as_of.astimezone(ZONE)))
    for fact in answer.facts:
        match fact:
            case HoursFact():
                ends = (end for span in fact.day.spans for end in (span.opens, span.closes))
                times |= {(end // 60 % 12, end % 60) for end in ends if end is not None}
                times |= set(_times_in(fact.day.note))
            case OpenNowFact(until=datetime() as at) | NextOpenFact(opens=datetime() as at):
                times.add(_dial(at.astimezone(ZONE)))
    return times


def _times_asked(answer: Answer, now: datetime) -> Iterator[Time]:
    """Times that the patron spelled out, such as "half past nine" or "in ten minutes"."""
    marker, writing = _marker(answer.language)
    for mark in marker.marks(writing.words(answer.question), now):
        if isinstance(mark, TimeMark):
            yield from ((minutes // 60 % 12, minutes % 60) for minutes in mark.readings)
        if isinstance(mark, InstantMark):
            yield _dial(mark.at)


@lru_cache
def _marker(tag: str) -> tuple[Marker, Writing]:
    language = languages().get(tag)
    names = PlaceNames(directory().all(), language)
    return Marker(language, names, DateReader(language.dates, occasions())), language.writing


def _dial(at: datetime) -> Time:
    return at.hour % 12, at.minute


def _times_in(text: str) -> Iterator[Time]:
    plain = _plain(text)
    for hour, minute in _WITH_MINUTES.findall(plain):
        if int(hour) <= 24 and int(minute) < 60:
            yield int(hour) % 12, int(minute)
    for hour in _WITH_HALF.findall(plain):
        yield int(hour) % 12, 0


def _plain(text: str) -> str:
    return "".join(_digit(character) for character in unicodedata.normalize("NFKC", text))


def _digit(character: str) -> str:
    return str(unicodedata.digit(character, character))
