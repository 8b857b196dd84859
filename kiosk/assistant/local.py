"""Answers from this terminal's own data: no network, no model, no guess.

The question's language is found (``tongues``), it is understood (``understanding``), each request
is replied to from the calendar and the directory (``*_replies``), and the replies become one
answer that says how old its facts are. What is not understood is answered with the way to a
person.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.assistant.answers import Answer, Fact, HoursFact, OpenNowFact, Route, unique
from kiosk.assistant.date_marks import evening_date
from kiosk.assistant.dates import DateReader
from kiosk.assistant.day_replies import DayReplies
from kiosk.assistant.languages import Language, Languages
from kiosk.assistant.list_replies import ListReplies
from kiosk.assistant.marking import Marker
from kiosk.assistant.now_replies import NowReplies
from kiosk.assistant.occasions import HolidayCalendar, Occasions
from kiosk.assistant.place_names import PlaceNames
from kiosk.assistant.place_replies import PlaceReplies
from kiosk.assistant.replies import Reply, together
from kiosk.assistant.requests import Ask, Courtesy, Intent, Request, Scope, Understood
from kiosk.assistant.tongues import Tongues, script_of
from kiosk.assistant.understanding import Understanding
from kiosk.assistant.wording import Wording
from kiosk.assistant.words import Phrase, visible
from kiosk.core.clock import Clock
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory

MAX_QUESTION = 500
"""Characters. A longer text is no question about hours."""

_MANY = 6
_INTENTS = {
    Courtesy.GREETING: (Intent.SMALLTALK, "hello"),
    Courtesy.THANKS: (Intent.SMALLTALK, "thanks"),
    Courtesy.PERSON: (Intent.HANDOFF, "handoff"),
    Courtesy.DISTRESS: (Intent.HANDOFF, "distress"),
    Courtesy.ABUSE: (Intent.SMALLTALK, "abuse"),
    Courtesy.ABOUT: (Intent.SMALLTALK, "about"),
}
_PEOPLE = (Courtesy.PERSON, Courtesy.DISTRESS, Courtesy.ABUSE, Courtesy.ABOUT)
_OF_PLACES = {
    Ask.WHERE: Intent.PLACE,
    Ask.ACCESS: Intent.PLACE,
    Ask.PHONE: Intent.CONTACT,
    Ask.NEXT: Intent.NEXT_OPEN,
}
_ABOUT_A_PLACE = frozenset({Ask.WHERE, Ask.ACCESS, Ask.PHONE})


def _no_words(_language: str) -> str:
    return ""


def _never() -> bool:
    return False


class LocalAnswers:
    """Answers questions about hours and places. Reads the cache: run it on the database's thread.

    Args:
        directory: Gives the places as they are now.
        calendar: Gives the hours.
        languages: What is spoken.
        clock: Read at each question.
        holidays: When holidays are that the library wrote nothing about.
        crisis_line: Whom somebody in distress can call, in a language.
        is_time_doubtful: Whether the clock may be wrong; nothing is then said of "now".
        stale_after: Age from which facts are called old.
    """

    def __init__(
        self,
        directory: Callable[[], Directory],
        calendar: Calendar,
        languages: Languages,
        clock: Clock,
        *,
        holidays: HolidayCalendar,
        crisis_line: Callable[[str], str] = _no_words,
        is_time_doubtful: Callable[[], bool] = _never,
        stale_after: timedelta,
    ) -> None:
        self._directory = directory
        self._calendar = calendar
        self._languages = languages
        self._clock = clock
        self._tongues = Tongues(languages)
        self._holidays = holidays
        self._crisis_line = crisis_line
        self._is_time_doubtful = is_time_doubtful
        self._stale_after = stale_after
        self._learned: dict[str, tuple[tuple[Place, ...], Understanding]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags of what is spoken."""
        return self._languages.tags

    def prepare(self, language: str) -> None:
        """Read and learn what the first question in a language would else wait for.

        Raises:
            StorageError: the cache cannot be read.
        """
        spoken, now = self._languages.get(language), self._clock.now()
        self._understanding(spoken, self._directory())
        Wording(spoken, now, self._calendar.zone).stale(now)

    def answer(
        self, question: str, *, language: str, here: int | None, alone: bool = True
    ) -> Answer:
        """The answer, or an honest "not sure" with intent ``unknown`` and route ``none``.

        Args:
            question: As typed.
            language: BCP 47 tag of the screen.
            here: LibCal id of the place where this terminal stands.
            alone: Nobody else will answer what is left open, so the text says so.

        Raises:
            StorageError: the cache cannot be read.
        """
        directory = self._directory()
        now = self._clock.now()
        spoken, understood = self._understood(question, language, directory, now)
        wording = Wording(spoken, now, self._calendar.zone)
        places = _Places(directory.in_language(spoken.tag), wording, here)
        desk = _Desk(question, understood, wording, alone)
        if understood.courtesy is not None:
            return desk.courtesy(understood.courtesy, crisis_line=self._crisis_line(spoken.tag))
        if not directory.all():
            return desk.unknown("no_places")
        if not understood.requests:
            return desk.unknown("which_day" if understood.unclear_day else "unknown")
        return desk.answer(
            [self._reply(request, places, wording) for request in understood.requests],
            self._stale_after,
        )

    def tell(self, facts: Sequence[Fact], *, language: str) -> Reply:
        """Facts that a tool looked up, in our own words.

        Raises:
            StorageError: the cache cannot be read.
        """
        wording = Wording(self._languages.get(language), self._clock.now(), self._calendar.zone)
        days = DayReplies(self._calendar, wording)
        nows = NowReplies(self._calendar, days, wording)
        directory = self._directory().in_language(wording.tag)
        told = []
        for fact in unique(facts):
            place = directory.get(fact.location_id)
            if place is not None and isinstance(fact, HoursFact):
                told.append(days.day(place, fact.day.date))
            elif place is not None and isinstance(fact, OpenNowFact):
                told.append(nows.is_open(place))
        return together(Intent.UNKNOWN, told)

    def _understood(
        self, question: str, screen: str, directory: Directory, now: datetime
    ) -> tuple[Language, Understood]:
        """The question's language, and what it asks for."""
        shown = self._languages.get(screen)
        nothing = Understood(rest=question)
        if len(question) > MAX_QUESTION:
            return shown, nothing
        seen, local = visible(question), now.astimezone(self._calendar.zone)
        read: dict[str, Understood] = {}
        if script_of(seen) == shown.writing.script:
            read[shown.tag] = self._understanding(shown, directory).understand(seen, local)
            if _is_clear(read[shown.tag]):
                return shown, read[shown.tag]
        likely = self._tongues.likely(seen, shown)
        for language in likely:
            if language.tag not in read:
                learned = self._understanding(language, directory)
                read[language.tag] = learned.understand(seen, local)
            if _is_clear(read[language.tag]):
                return language, read[language.tag]
        return likely[0], read.get(likely[0].tag, nothing)

    def _understanding(self, language: Language, directory: Directory) -> Understanding:
        """Names are learned again only when a sync brought other places."""
        places = tuple(directory.all())
        learned = self._learned.get(language.tag)
        if learned is None or learned[0] != places:
            dates = DateReader(language.dates, self._occasions(language))
            marker = Marker(language, PlaceNames(places, language), dates)
            learned = (places, Understanding(marker, language.writing))
            self._learned[language.tag] = learned
        return learned[1]

    def _occasions(self, language: Language) -> Occasions:
        """Days by name, as this language or the library's own notes call them."""
        names: dict[str, list[Phrase]] = {}
        for spoken in (language, self._languages.get("")):
            for phrase, key in spoken.dates.holidays.items():
                names.setdefault(key, []).append(phrase)
        return Occasions(self._holidays, self._calendar.notes, names)

    def _reply(self, request: Request, places: "_Places", wording: Wording) -> Reply:
        chosen = places.of(request)
        if isinstance(chosen, Reply):
            return chosen
        if request.ask in _ABOUT_A_PLACE:
            teller = PlaceReplies(places.directory, wording, places.here)
            others = {Ask.PHONE: teller.phone, Ask.ACCESS: teller.access}
            say = others.get(request.ask, teller.where)
            return together(_OF_PLACES[request.ask], [say(place) for place in chosen])
        if self._is_time_doubtful():
            return Reply(Intent.UNKNOWN, wording.say("time_unsure"), offer=True)
        days = DayReplies(self._calendar, wording)
        nows = NowReplies(self._calendar, days, wording)
        lists = ListReplies(self._calendar, days, nows, wording)
        return _Hours(days, nows, lists, wording).reply(request, chosen)


def _is_clear(understood: Understood) -> bool:
    """The whole question was understood, so this is its language."""
    # An insult of one language is a harmless word of another: it does not tell the language.
    said = understood.requests or understood.courtesy not in (None, Courtesy.ABUSE)
    return bool(said) and not understood.rest


class _Places:
    """Which places a request is about, or the question back to the patron."""

    def __init__(self, directory: Directory, wording: Wording, here: int | None) -> None:
        self.directory = directory
        self._wording = wording
        self.here = here if here is not None and directory.get(here) else None

    def of(self, request: Request) -> list[Place] | Reply:
        everyone = self.directory.all()
        if request.named:
            return self._named(request)
        libraries = [place for place in everyone if place.category != "department"] or everyone
        if request.scope is Scope.ALL:
            return everyone
        if request.scope is Scope.LIBRARIES:
            return libraries
        if self.here is not None:
            return self._get((self.here,))
        of_hours = request.ask not in _ABOUT_A_PLACE and len(request.when.days) <= 1
        if len(libraries) == 1 or (of_hours and len(libraries) <= _MANY):
            return libraries
        return self._which("which_of_all", request, libraries)

    def _named(self, request: Request) -> list[Place] | Reply:
        found: list[Place] = []
        for ids in request.named:
            places = self._get(ids) if ids else self._this()
            if len(places) > 1:
                return self._which("which_place", request, places)
            found += places
        return found

    def _this(self) -> list[Place]:
        return self._get((self.here,)) if self.here is not None else []

    def _get(self, ids: Sequence[int]) -> list[Place]:
        return [place for place in map(self.directory.get, ids) if place is not None]

    def _which(self, sentence: str, request: Request, places: Sequence[Place]) -> Reply:
        names = self._wording.either([place.name for place in places])
        intent = _OF_PLACES.get(request.ask, Intent.HOURS)
        return Reply(intent, self._wording.say(sentence, places=names))


@dataclass(frozen=True, slots=True)
class _Hours:
    """Replies to requests about opening hours."""

    days: DayReplies
    nows: NowReplies
    lists: ListReplies
    wording: Wording

    def reply(self, request: Request, places: Sequence[Place]) -> Reply:
        when = request.when
        if len(when.days) > 1:
            weeks = [self.days.week(place, when.days) for place in places]
            return together(Intent.HOURS, weeks, between="\n")
        if request.choice is not None and len(places) > 1:
            day = when.days[0] if when.days else evening_date(self.wording.now)
            said = when.said if when.days else "tonight"
            return self.lists.choice(places, request.choice, day, said)
        if request.ask is Ask.IS_OPEN and not when.days and request.choice is None:
            if len(places) > 1:
                return self.lists.now(places)
            return self.nows.is_open(places[0])
        if when.minutes is not None and len(places) > 1:
            return self.lists.moment(places, when.days[0], when.minutes)
        return self._each(request, places)

    def _each(self, request: Request, places: Sequence[Place]) -> Reply:
        replies = [self._one(request, place) for place in places]
        return together(self._intent(request, replies), replies)

    def _one(self, request: Request, place: Place) -> Reply:
        when, ask = request.when, request.ask
        if when.minutes is not None:
            return self.days.moment(place, when.days[0], when.minutes)
        if ask is Ask.CLOSES:
            return self.nows.closes(place, when)
        if ask is Ask.NEXT and (not when.days or when.said):
            return self.nows.next_open(place)
        if ask is Ask.OPENS and not when.days:
            return self.nows.opens(place)
        if ask is Ask.IS_OPEN and (when.said == "tonight" or request.choice is not None):
            day = when.days[0] if when.days else evening_date(self.wording.now)
            if day == evening_date(self.wording.now):
                return self.nows.on_night(place, day)
        day = when.days[0] if when.days else self.wording.today
        return self.days.day(place, day, when.said)

    def _intent(self, request: Request, replies: Sequence[Reply]) -> Intent:
        if request.ask is Ask.IS_OPEN:
            of_now = bool(request.when.said) or not request.when.days
            return Intent.OPEN_NOW if of_now and request.when.minutes is None else Intent.HOURS
        return replies[0].intent if replies else Intent.HOURS


@dataclass(frozen=True, slots=True)
class _Desk:
    """Makes the answer to one question."""

    question: str
    understood: Understood
    wording: Wording
    alone: bool

    def courtesy(self, courtesy: Courtesy, *, crisis_line: str) -> Answer:
        intent, sentence = _INTENTS[courtesy]
        text = self.wording.say(sentence)
        if courtesy is Courtesy.DISTRESS and crisis_line:
            text = f"{crisis_line} {text}"
        return Answer(
            self.question,
            text,
            self.wording.tag,
            intent,
            Route.LOCAL,
            offer_handoff=courtesy in _PEOPLE,
        )

    def unknown(self, sentence: str) -> Answer:
        return Answer(
            self.question,
            self.wording.say(sentence),
            self.wording.tag,
            Intent.UNKNOWN,
            Route.NONE,
            offer_handoff=True,
            rest="" if self.understood.unclear_day else self.question,
        )

    def answer(self, replies: Sequence[Reply], stale_after: timedelta) -> Answer:
        whole = together(replies[0].intent, replies, between="\n" if len(replies) > 1 else " ")
        as_of = min(whole.fetched, default=None)
        stale = as_of is not None and self.wording.now - as_of > stale_after
        lines = [whole.text]
        if stale and as_of is not None:
            lines.append(self.wording.stale(as_of))
        if self.understood.rest and self.alone:
            lines.append(self.wording.say("rest_unknown"))
        return Answer(
            self.question,
            " ".join(lines),
            self.wording.tag,
            whole.intent,
            Route.LOCAL,
            facts=unique(whole.facts),
            as_of=as_of,
            stale=stale,
            offer_handoff=whole.offer or (self.alone and bool(self.understood.rest)),
            rest=self.understood.rest,
        )
