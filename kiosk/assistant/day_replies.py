"""What is said of one day at one place, and of a moment in it."""

from collections.abc import Sequence
from datetime import date, timedelta

from kiosk.assistant.answers import HoursFact
from kiosk.assistant.date_marks import evening_date
from kiosk.assistant.replies import Reply, known, together
from kiosk.assistant.requests import Intent
from kiosk.assistant.wording import Wording
from kiosk.core.hours import DAY_MINUTES, HoursDay, OpenSpan, Status
from kiosk.core.places import Place
from kiosk.hours.calendar import NIGHT_ENDS, Calendar

_DAY = timedelta(days=1)
_NAMES = {
    Status.OPEN: "open",
    Status.CLOSED: "closed",
    Status.ALL_DAY: "all_day",
    Status.BY_APPOINTMENT: "by_appointment",
    Status.TEXT: "text",
    Status.UNKNOWN: "unknown",
}
_TOLD = {Status.OPEN, Status.CLOSED, Status.ALL_DAY}


class DayReplies:
    """Says what is published for days, never more than that."""

    def __init__(self, calendar: Calendar, wording: Wording) -> None:
        self._calendar = calendar
        self._wording = wording

    def day(self, place: Place, day: date, said: str = "") -> Reply:
        """One day at one place."""
        record = self._calendar.day(place.location_id, day)
        return _reply(self.sentence(place, record, said), record)

    def week(self, place: Place, days: Sequence[date]) -> Reply:
        """Several days at one place, a line each."""
        records = [self._calendar.day(place.location_id, day) for day in days]
        heading = self._wording.say("week_heading", place=place.name)
        lines = [_reply(self._line(record), record) for record in records]
        return together(Intent.HOURS, [Reply(Intent.HOURS, heading), *lines], between="\n")

    def sentence(self, place: Place, record: HoursDay, said: str = "") -> str:
        """What the record says, as a sentence; with the library's note where there is one."""
        slots = {"place": place.name, "day": self._wording.day(record.date, said)}
        name = self._sentence_name(record)
        if record.date < evening_date(self._wording.now) and record.status in _TOLD:
            name = f"{name}_past"
        text = self._wording.say(name, **slots, **self._details(record))
        if record.note and record.status is not Status.TEXT and not _is_words_only(record):
            text += " " + self._wording.say("remark", note=record.note)
        return text

    def spans(self, record: HoursDay) -> str:
        """The open hours of a day, inside a sentence."""
        last = record.spans[-1]
        return self._wording.names(
            [
                self._span(span, runs_on=span is last and self.runs_on(record))
                for span in record.spans
            ]
        )

    def runs_on(self, record: HoursDay) -> bool:
        """Whether the place stays open when that day is over and the next begins at midnight."""
        if record.status is not Status.ALL_DAY and not _ends_at_midnight(record):
            return False
        after = self._calendar.day(record.location_id, record.date + _DAY)
        return after.status is Status.ALL_DAY or bool(after.spans and after.spans[0].opens == 0)

    def moment(self, place: Place, day: date, minutes: int) -> Reply:
        """Whether a place is open at a moment, resting on the day on which that opening began."""
        record, is_open = self.at(place, day, minutes)
        plain = self.sentence(place, record)
        if is_open is None:
            return _reply(plain, record)
        moment = self.moment_phrase(day, minutes)
        if not is_open:
            text = self._wording.say(
                "at_moment_not_open", moment=moment, place=place.name, day_sentence=plain
            )
        elif record.status is Status.ALL_DAY:
            text = self._wording.say("at_moment_all_day", moment=moment, place=place.name)
        else:
            text = self._wording.say(
                "at_moment_open", moment=moment, place=place.name, day_sentence=plain
            )
        return _reply(text, record)

    def moment_phrase(self, day: date, minutes: int) -> str:
        """A moment at the beginning of a sentence: "At 9 pm on Saturday, November 28"."""
        tonight = day == evening_date(self._wording.now) and minutes >= DAY_MINUTES
        # Midnight is told of the day that it ends, a later hour of the date on the calendar.
        of_day = day if tonight or minutes <= DAY_MINUTES else day + _DAY
        spoken = self._wording.day(of_day, "tonight" if tonight else "")
        return self._wording.say("moment", time=self._wording.clock(minutes), day=spoken)

    def at(self, place: Place, day: date, minutes: int) -> tuple[HoursDay, bool | None]:
        """The record that decides about a moment, and whether the place is open then."""
        location_id = place.location_id
        of_day, clock = day + minutes // DAY_MINUTES * _DAY, minutes % DAY_MINUTES
        before = self._calendar.day(location_id, of_day - _DAY)
        record = self._calendar.day(location_id, of_day)
        if _covers(before, clock + DAY_MINUTES):
            return before, True
        if _covers(record, clock):
            return record, True
        asked = record if of_day == day else before
        told = _is_told(record) and (clock >= NIGHT_ENDS or _is_told(before))
        return asked, False if told else None

    def _sentence_name(self, record: HoursDay) -> str:
        if _is_words_only(record):
            return "text_on"
        if record.status is Status.UNKNOWN:
            return "not_published" if record.date >= self._wording.today else "no_record"
        return f"{_NAMES[record.status]}_on"

    def _details(self, record: HoursDay) -> dict[str, str]:
        spans = self.spans(record) if record.spans else ""
        return {"spans": spans, "note": record.note}

    def _line(self, record: HoursDay) -> str:
        words_only = record.status is Status.TEXT or _is_words_only(record)
        name = "week_text" if words_only else f"week_{_NAMES[record.status]}"
        state = self._wording.part(name, **self._details(record))
        if record.note and not words_only:
            state += f" ({record.note})"
        return self._wording.part("week_line", day=self._wording.heading(record.date), state=state)

    def _span(self, span: OpenSpan, *, runs_on: bool) -> str:
        opens = self._wording.clock(span.opens)
        if span.closes is None:
            return self._wording.part("ends_unknown", opens=opens)
        if runs_on:
            return self._wording.part("runs_on", opens=opens)
        return self._wording.part("span", opens=opens, closes=self._wording.clock(span.closes))


def _reply(text: str, record: HoursDay) -> Reply:
    return Reply(
        Intent.HOURS,
        text,
        (HoursFact(record),),
        known(record.fetched_at),
        offer=record.status is Status.UNKNOWN,
    )


def _is_words_only(record: HoursDay) -> bool:
    return record.status is Status.UNKNOWN and bool(record.note)


def _ends_at_midnight(record: HoursDay) -> bool:
    return bool(record.spans) and record.spans[-1].closes == DAY_MINUTES


def _is_told(record: HoursDay) -> bool:
    ends = all(span.closes is not None for span in record.spans)
    return record.status in _TOLD and ends


def _covers(record: HoursDay, minutes: int) -> bool:
    if record.status is Status.ALL_DAY:
        return 0 <= minutes < DAY_MINUTES
    return any(
        span.closes is not None and span.opens <= minutes < span.closes for span in record.spans
    )
