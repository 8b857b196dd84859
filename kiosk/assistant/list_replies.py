"""Which places are open: now, on a day, late, latest, earliest, round the clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.assistant.answers import HoursFact, OpenNowFact
from kiosk.assistant.day_replies import DayReplies
from kiosk.assistant.now_replies import NowReplies
from kiosk.assistant.replies import Reply, known, together
from kiosk.assistant.requests import Choice, Intent
from kiosk.assistant.wording import Wording
from kiosk.core.hours import DAY_MINUTES, HoursDay, Status
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar

LATE = 22 * 60
"""From this time on a place is "open late", in minutes after midnight."""

_FOR_EVER = 2 * DAY_MINUTES


@dataclass(frozen=True, slots=True)
class _Row:
    """A place and its day."""

    place: Place
    record: HoursDay
    opens: int | None
    closes: int | None


class ListReplies:
    """Says which of several places are open."""

    def __init__(
        self, calendar: Calendar, days: DayReplies, nows: NowReplies, wording: Wording
    ) -> None:
        self._calendar = calendar
        self._days = days
        self._nows = nows
        self._wording = wording

    def now(self, places: Sequence[Place]) -> Reply:
        """Which of them are open at this moment."""
        moment = self._wording.now
        states = [(place, self._calendar.open_now(place.location_id, moment)) for place in places]
        is_open = [
            self._until(place, self._wording.time_of(state.until) if state.until else "")
            for place, state in states
            if state.open
        ]
        closed = [place.name for place, state in states if state.open is False]
        unsure = [self._nows.is_open(place) for place, state in states if state.open is None]
        lines = [
            self._list("list_open_now", is_open) if is_open else "",
            self._list("list_closed_now" if is_open else "none_open_now", closed),
        ]
        told = [(place, state) for place, state in states if state.open is not None]
        reply = Reply(
            Intent.OPEN_NOW,
            " ".join(line for line in lines if line),
            tuple(OpenNowFact(s.location_id, s.open, s.until) for _, s in told),
            known(*(state.fetched_at for _, state in told)),
        )
        return together(Intent.OPEN_NOW, [reply, *unsure])

    def moment(self, places: Sequence[Place], day: date, minutes: int) -> Reply:
        """Which of them are open at a moment of a day."""
        rows = [(place, *self._days.at(place, day, minutes)) for place in places]
        spoken = self._days.moment_phrase(day, minutes)
        lines = [
            self._list(sentence, [row[0].name for row in rows if row[2] is wanted], moment=spoken)
            for sentence, wanted in (("list_open_at", True), ("list_not_open_at", False))
        ]
        lines += [
            self._days.sentence(place, record) for place, record, told in rows if told is None
        ]
        return Reply(
            Intent.HOURS,
            " ".join(line for line in lines if line),
            tuple(HoursFact(record) for _, record, _ in rows),
            known(*(record.fetched_at for _, record, _ in rows)),
        )

    def choice(self, places: Sequence[Place], choice: Choice, day: date, said: str) -> Reply:
        """Those of them that the choice is about, on a day."""
        rows = [self._row(place, day) for place in places]
        told = [row for row in rows if row.closes is not None or row.record.status is Status.CLOSED]
        # What cannot be compared is told in the library's own words.
        unsure = [
            self._days.sentence(row.place, row.record, said) for row in rows if row not in told
        ]
        text = " ".join([*self._chosen(choice, told, self._wording.day(day, said)), *unsure])
        facts = tuple(HoursFact(row.record) for row in rows)
        fetched = known(*(row.record.fetched_at for row in rows))
        return Reply(Intent.HOURS, text, facts, fetched, offer=not told)

    def _chosen(self, choice: Choice, told: Sequence[_Row], day: str) -> list[str]:
        chosen = _CHOOSERS[choice]([row for row in told if row.closes is not None])
        if chosen:
            names = self._wording.names([self._item(choice, row) for row in chosen])
            return [self._wording.say(f"{choice.value}_yes", places=names, day=day)]
        if not told:
            return []
        everyone = self._wording.names([row.place.name for row in told])
        late = self._wording.clock(LATE)
        return [self._wording.say(f"{choice.value}_no", places=everyone, day=day, time=late)]

    def _item(self, choice: Choice, row: _Row) -> str:
        if choice is Choice.EARLIEST and row.opens is not None:
            opens = self._wording.clock(row.opens)
            return self._wording.part("earliest_item", place=row.place.name, opens=opens)
        if row.closes is None or row.closes >= _FOR_EVER:
            return self._until(row.place, "")
        return self._until(row.place, self._wording.clock(row.closes))

    def _until(self, place: Place, until: str) -> str:
        name = "list_item_until" if until else "list_item"
        return self._wording.part(name, place=place.name, until=until)

    def _list(self, sentence: str, names: Sequence[str], **slots: str) -> str:
        if not names:
            return ""
        return self._wording.say(sentence, places=self._wording.names(names), **slots)

    def _row(self, place: Place, day: date) -> _Row:
        record = self._calendar.day(place.location_id, day)
        if record.status is Status.ALL_DAY:
            closes = _FOR_EVER if self._days.runs_on(record) else DAY_MINUTES
            return _Row(place, record, 0, closes)
        if not record.spans:
            return _Row(place, record, None, None)
        closes_at = _FOR_EVER if self._days.runs_on(record) else record.spans[-1].closes
        return _Row(place, record, record.spans[0].opens, closes_at)


def _all_day(row: _Row) -> bool:
    return row.record.status is Status.ALL_DAY or (row.opens == 0 and row.closes == _FOR_EVER)


def _latest(rows: Sequence[_Row]) -> list[_Row]:
    last = max((row.closes or 0 for row in rows), default=0)
    return [row for row in rows if row.closes == last]


def _earliest(rows: Sequence[_Row]) -> list[_Row]:
    first = min((row.opens for row in rows if row.opens is not None), default=None)
    return [row for row in rows if row.opens == first]


_CHOOSERS: dict[Choice, Callable[[Sequence[_Row]], list[_Row]]] = {
    Choice.LATE: lambda rows: [row for row in rows if (row.closes or 0) >= LATE],
    Choice.LATEST: _latest,
    Choice.EARLIEST: _earliest,
    Choice.ALL_NIGHT: lambda rows: [row for row in rows if _all_day(row)],
    Choice.PAST_MIDNIGHT: lambda rows: [row for row in rows if (row.closes or 0) > DAY_MINUTES],
}
