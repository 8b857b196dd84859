"""What the model may look up: hours, places and the library's knowledge, read-only.

Each result goes to the model as JSON, and its facts stay with us: what the screen shows of them
comes from here, never from the model's words.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from kiosk.assistant.answers import Fact, HoursFact, OpenNowFact, PlaceFact
from kiosk.assistant.knowledge import Knowledge, Match
from kiosk.assistant.model import ToolCall, ToolDescription
from kiosk.assistant.replies import known
from kiosk.core.clock import Clock
from kiosk.core.knowledge import Entry
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.store.worker import DatabaseThread

MOST_DAYS = 14
MOST_CHARACTERS = 12_000
MOST_ENTRIES = 4
MOST_OF_AN_ENTRY = 1_500
_LOCATION = {"type": "integer", "description": "location_id from list_places"}
_DATE = {"type": "string", "description": "ISO date such as 2026-11-28"}

DESCRIPTIONS = (
    ToolDescription(
        "list_places",
        "Every library and department with its location_id, address, phone, floor and directions.",
        {"type": "object", "properties": {}, "additionalProperties": False},
    ),
    ToolDescription(
        "hours_of_place",
        f"Published opening hours of one place, at most {MOST_DAYS} days at once.",
        {
            "type": "object",
            "properties": {"location_id": _LOCATION, "first": _DATE, "last": _DATE},
            "required": ["location_id", "first", "last"],
            "additionalProperties": False,
        },
    ),
    ToolDescription(
        "open_now",
        "Whether one place is open at this moment and until when.",
        {
            "type": "object",
            "properties": {"location_id": _LOCATION},
            "required": ["location_id"],
            "additionalProperties": False,
        },
    ),
    ToolDescription(
        "search_knowledge",
        "The library's own answers about borrowing, printing, finding, rooms, rules and services.",
        {
            "type": "object",
            "properties": {
                "query": {"type": "string", "description": "the question in a few words"},
                "language": {
                    "type": "string",
                    "description": "BCP 47 tag of the query; try the other languages too",
                },
            },
            "required": ["query"],
            "additionalProperties": False,
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look-up brought.

    Attributes:
        content: JSON for the model.
        facts: The facts in it.
        fetched: When they were fetched, as far as known.
        entries: The entries of the library's knowledge in it.
    """

    content: str
    facts: tuple[Fact, ...] = ()
    fetched: tuple[datetime, ...] = ()
    entries: tuple[Entry, ...] = ()


class Tools:
    """Runs look-ups on the database's thread.

    Args:
        directory: Gives the places as they are now.
        calendar: Gives the hours.
        knowledge: The library's own answers.
        clock: Read at each look-up.
        database_thread: Where the cache is read.
        languages: BCP 47 tags in which the library's knowledge may be written.
        is_time_doubtful: Whether the clock may be wrong; no hours are told then.
    """

    def __init__(
        self,
        directory: Callable[[], Directory],
        calendar: Calendar,
        knowledge: Knowledge,
        clock: Clock,
        database_thread: DatabaseThread,
        *,
        languages: Sequence[str],
        is_time_doubtful: Callable[[], bool],
    ) -> None:
        self._languages = languages
        self._directory = directory
        self._is_time_doubtful = is_time_doubtful
        self._calendar = calendar
        self._knowledge = knowledge
        self._clock = clock
        self._database_thread = database_thread
        self._table: Mapping[str, Callable[[Mapping[str, Any], str], Looked]] = MappingProxyType(
            {
                "list_places": self._list_places,
                "hours_of_place": self._hours_of_place,
                "open_now": self._open_now,
                "search_knowledge": self._search_knowledge,
            }
        )

    @property
    def descriptions(self) -> tuple[ToolDescription, ...]:
        """What the model is told of them."""
        return DESCRIPTIONS

    async def run(self, call: ToolCall, language: str) -> Looked:
        """The result of one call; a wrong call gets a result that says what is wrong.

        Args:
            call: As the model made it.
            language: BCP 47 tag of the answer that it is for.

        Raises:
            StorageError: the cache cannot be read.
        """
        return await self._database_thread.run(lambda: self._run(call, language))

    def _run(self, call: ToolCall, language: str) -> Looked:
        try:
            arguments = json.loads(call.arguments or "{}")
            if not isinstance(arguments, dict) or call.name not in self._table:
                raise ValueError("no such tool")  # noqa: TRY301  answered three lines below
            looked = self._table[call.name](arguments, language)
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            return Looked(json.dumps({"error": f"the call is wrong: {error}"}))
        return replace(looked, content=looked.content[:MOST_CHARACTERS])

    def _list_places(self, _arguments: Mapping[str, Any], _language: str) -> Looked:
        places = self._directory().all()
        # A list of everything is a way to find ids, not an answer: it puts no card on the screen.
        return Looked(json.dumps([_told(place) for place in places], ensure_ascii=False))

    def _hours_of_place(self, arguments: Mapping[str, Any], _language: str) -> Looked:
        self._believe_the_clock()
        place = self._place(arguments)
        first = date.fromisoformat(str(arguments["first"]))
        last = date.fromisoformat(str(arguments["last"]))
        if not timedelta() <= last - first < timedelta(days=MOST_DAYS):
            raise ValueError(f"last must be at most {MOST_DAYS - 1} days after first")
        days = self._calendar.days(place.location_id, first, last)
        facts = tuple(HoursFact(day) for day in days)
        return _looked(place, facts, known(*(day.fetched_at for day in days)))

    def _open_now(self, arguments: Mapping[str, Any], _language: str) -> Looked:
        self._believe_the_clock()
        place = self._place(arguments)
        state = self._calendar.open_now(place.location_id, self._clock.now())
        fact = OpenNowFact(place.location_id, state.open, state.until)
        return _looked(place, (fact,), known(state.fetched_at))

    def _search_knowledge(self, arguments: Mapping[str, Any], language: str) -> Looked:
        query = str(arguments["query"])[:MOST_OF_AN_ENTRY]
        asked_in = str(arguments.get("language") or language)
        today = self._clock.now().astimezone(self._calendar.zone).date()
        matches: list[Match] = []
        # Models ask in English, or say that they do, whatever language the answer is for.
        for tag in dict.fromkeys([asked_in, *self._languages]):
            found = self._knowledge.find(query, language=tag, day=today, most=MOST_ENTRIES)
            matches += found.matches
            if found.sure:
                matches = list(found.matches)
                break
        best = sorted(matches, key=lambda match: -match.score)[:MOST_ENTRIES]
        return looked_up(tuple(dict.fromkeys(match.entry for match in best)))

    def _believe_the_clock(self) -> None:
        if self._is_time_doubtful():
            raise ValueError("this terminal is not sure of the time; say nothing about hours")

    def _place(self, arguments: Mapping[str, Any]) -> Place:
        place = self._directory().get(int(arguments["location_id"]))
        if place is None:
            raise ValueError("there is no such location_id; call list_places")
        return place


def looked_up(entries: tuple[Entry, ...]) -> Looked:
    """Entries of the library's knowledge as the model is told of them."""
    told = [
        {
            "id": entry.id,
            "question": entry.question,
            "answer": entry.answer[:MOST_OF_AN_ENTRY],
            "links": [{"title": link.title, "url": link.url} for link in entry.links],
        }
        for entry in entries
    ]
    return Looked(json.dumps({"entries": told}, ensure_ascii=False), entries=entries)


def place_fact(place: Place) -> PlaceFact:
    """A place as a fact."""
    return PlaceFact(place.location_id, place.name, place.address, place.phone)


def _told(place: Place) -> dict[str, Any]:
    return place_fact(place).to_json() | {
        "category": place.category,
        "parent_id": place.parent_id,
        "floor": place.floor,
        "directions": place.directions,
    }


def _looked(place: Place, facts: tuple[Fact, ...], fetched: tuple[datetime, ...]) -> Looked:
    content = {"place": place.name, "facts": [fact.to_json() for fact in facts]}
    return Looked(json.dumps(content, ensure_ascii=False), facts, fetched)
