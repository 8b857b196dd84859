"""What is said of this moment: open or not, until when, when it opens next, when it closes."""

from datetime import date

from kiosk.assistant.answers import HoursFact, NextOpenFact, OpenNowFact
from kiosk.assistant.date_marks import evening_date
from kiosk.assistant.day_replies import DayReplies
from kiosk.assistant.replies import Reply, known
from kiosk.assistant.requests import Intent
from kiosk.assistant.when import When
from kiosk.assistant.wording import Wording
from kiosk.core.hours import DAY_MINUTES, HoursDay, Status
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar, NextOpen, OpenNow

_LONG_RUN_SECONDS = 24 * 3600


class NowReplies:
    """Says how a place stands at this moment."""

    def __init__(self, calendar: Calendar, days: DayReplies, wording: Wording) -> None:
        self._calendar = calendar
        self._days = days
        self._wording = wording

    def is_open(self, place: Place) -> Reply:
        """Whether it is open now, and until when."""
        state = self._state(place)
        if state.open is None:
            return self._cannot_say(place, state)
        text = self.open_sentence(place, state) if state.open else self._closed(place)
        return Reply(Intent.OPEN_NOW, text, (_fact(state),), known(state.fetched_at))

    def next_open(self, place: Place) -> Reply:
        """When it opens the next time."""
        found = self._calendar.next_open(place.location_id, self._wording.now)
        if found.opens is None:
            return self._no_next_open(place, found)
        when = self._wording.opening(found.opens)
        text = self._wording.say("next_open", place=place.name, when=when)
        if found.unsure:
            text += " " + self._wording.say("next_open_unsure")
        fact = NextOpenFact(place.location_id, found.opens)
        fetched = known(found.fetched_at)
        return Reply(Intent.NEXT_OPEN, text, (fact,), fetched, offer=bool(found.unsure))

    def opens(self, place: Place) -> Reply:
        """When it opens, of no day in particular: today's hours if it is open, else next time."""
        if self._state(place).open:
            return self._days.day(place, self._wording.today)
        return self.next_open(place)

    def on_night(self, place: Place, day: date) -> Reply:
        """Whether it is open tonight: that day's hours, and the run if it is open already."""
        state = self._state(place)
        record = self._calendar.day(place.location_id, day)
        text = self._days.sentence(place, record, "tonight")
        if not self._is_last_run(state, record):
            return self._with_hours(Intent.OPEN_NOW, text, record)
        return self._with_run(Intent.OPEN_NOW, self.open_sentence(place, state), record, state)

    def closes(self, place: Place, when: When) -> Reply:
        """When it closes on a day, or the day that is running."""
        state = self._state(place)
        running = state.opened_on if state.open else self._wording.today
        day = when.days[0] if when.days else running
        record = self._calendar.day(place.location_id, day)
        if not self._is_last_run(state, record):
            text = self._closing(place, record, when)
            return self._with_hours(Intent.HOURS, text, record)
        if self._days.runs_on(record) or record.status is Status.ALL_DAY or state.until is None:
            text = self.open_sentence(place, state)
        else:
            text = self._closing(place, record, when)
        return self._with_run(Intent.HOURS, text, record, state)

    def open_sentence(self, place: Place, state: OpenNow) -> str:
        """That a place is open now, and until when."""
        if state.until is None:
            return self._wording.say("open_no_end", place=place.name)
        until = self._wording.time_of(state.until)
        left = (state.until - self._wording.now).total_seconds()
        name = "open_round_clock" if left > _LONG_RUN_SECONDS else "open_until"
        return self._wording.say(name, place=place.name, until=until)

    def _state(self, place: Place) -> OpenNow:
        return self._calendar.open_now(place.location_id, self._wording.now)

    def _closed(self, place: Place) -> str:
        return self._wording.say("closed_now", place=place.name)

    def _cannot_say(self, place: Place, state: OpenNow) -> Reply:
        """Unknown is told with what the library says of the day, in its own words."""
        record = self._calendar.day(place.location_id, state.opened_on)
        unknown = record.status is Status.UNKNOWN and not record.note
        text = self._wording.say("now_unknown" if unknown else "maybe_open", place=place.name)
        if not unknown:
            text += " " + self._days.sentence(place, record)
        return Reply(
            Intent.OPEN_NOW,
            text,
            (_fact(state), HoursFact(record)),
            known(state.fetched_at, record.fetched_at),
            offer=True,
        )

    def _no_next_open(self, place: Place, found: NextOpen) -> Reply:
        record = self._calendar.day(place.location_id, self._wording.today)
        fact, fetched = NextOpenFact(place.location_id, None), known(found.fetched_at)
        if record.status not in (Status.BY_APPOINTMENT, Status.TEXT):
            text = self._wording.say("next_open_unknown", place=place.name)
            return Reply(Intent.NEXT_OPEN, text, (fact,), fetched, offer=True)
        text = self._wording.say("next_open_by_words", place=place.name)
        text += " " + self._days.sentence(place, record)
        fetched += known(record.fetched_at)
        return Reply(Intent.NEXT_OPEN, text, (fact, HoursFact(record)), fetched, offer=True)

    def _closing(self, place: Place, record: HoursDay, when: When) -> str:
        plain = self._days.sentence(place, record, when.said)
        if record.status is not Status.OPEN or len(record.spans) != 1 or record.note:
            return plain
        closes = record.spans[0].closes
        is_tonight = record.date == evening_date(self._wording.now)
        if closes is None or self._days.runs_on(record):
            return plain
        if closes >= DAY_MINUTES and not is_tonight:
            return plain  # "closes at 1 am on Saturday" would be read as the wrong night
        said = "tonight" if closes >= DAY_MINUTES else when.said
        name = "closed_already" if self._has_passed(record.date, closes) else "closes_on"
        clock = self._wording.clock(closes)
        day = self._wording.day(record.date, said)
        return self._wording.say(name, place=place.name, closes=clock, day=day)

    def _has_passed(self, day: date, minutes: int) -> bool:
        now = self._wording.now
        gone = (now.date() - day).days * DAY_MINUTES + now.hour * 60 + now.minute
        return gone >= minutes

    def _is_last_run(self, state: OpenNow, record: HoursDay) -> bool:
        """Whether the run that is going on now is the one that the day ends with."""
        if not state.open or state.opened_on != record.date:
            return False
        later = [
            span.opens for span in record.spans if not self._has_passed(record.date, span.opens)
        ]
        return not later

    def _with_hours(self, intent: Intent, text: str, record: HoursDay) -> Reply:
        offer = record.status is Status.UNKNOWN
        return Reply(intent, text, (HoursFact(record),), known(record.fetched_at), offer)

    def _with_run(self, intent: Intent, text: str, record: HoursDay, state: OpenNow) -> Reply:
        facts = (HoursFact(record), _fact(state))
        return Reply(intent, text, facts, known(record.fetched_at, state.fetched_at))


def _fact(state: OpenNow) -> OpenNowFact:
    return OpenNowFact(state.location_id, state.open, state.until)
