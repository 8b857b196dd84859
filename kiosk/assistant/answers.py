"""What comes back for a question: the words, and the facts that they rest on.

``to_json`` of an answer and of its facts is the ``kiosk ask`` contract.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from kiosk.assistant.requests import Intent
from kiosk.core.clock import iso_utc
from kiosk.core.hours import HoursDay, OpenSpan, wall_clock
from kiosk.core.tickets import Author

Json = dict[str, Any]


class Route(StrEnum):
    """Who answered: this terminal's own data, the language model, or nobody."""

    LOCAL = "local"
    MODEL = "model"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HoursFact:
    """What is published for one day at one place."""

    day: HoursDay

    @property
    def location_id(self) -> int:
        return self.day.location_id

    def to_json(self) -> Json:
        return {
            "kind": "hours",
            "location_id": self.day.location_id,
            "date": self.day.date.isoformat(),
            "status": self.day.status.value,
            "spans": [_span(span) for span in self.day.spans],
            "note": self.day.note,
        }


@dataclass(frozen=True, slots=True)
class OpenNowFact:
    """Whether a place is open at the moment of the question.

    Attributes:
        location_id: LibCal's hours ``lid``.
        open: None where it cannot be known.
        until: End of the unbroken run, in the library's zone.
    """

    location_id: int
    open: bool | None
    until: datetime | None

    def to_json(self) -> Json:
        return {
            "kind": "open_now",
            "location_id": self.location_id,
            "open": self.open,
            "until": None if self.until is None else self.until.isoformat(timespec="seconds"),
        }


@dataclass(frozen=True, slots=True)
class NextOpenFact:
    """When a place opens next, in the library's zone; None where it is not known."""

    location_id: int
    opens: datetime | None

    def to_json(self) -> Json:
        return {
            "kind": "next_open",
            "location_id": self.location_id,
            "opens": None if self.opens is None else self.opens.isoformat(timespec="seconds"),
        }


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Where a place is and how to reach it."""

    location_id: int
    name: str
    address: str
    phone: str

    def to_json(self) -> Json:
        return {
            "kind": "place",
            "location_id": self.location_id,
            "name": self.name,
            "address": self.address,
            "phone": self.phone,
        }


Fact = HoursFact | OpenNowFact | NextOpenFact | PlaceFact


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the library's own knowledge that an answer cites."""

    id: str
    title: str

    def to_json(self) -> Json:
        return {"id": self.id, "title": self.title}


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer.

    Attributes:
        question: As it was asked.
        text: As the patron reads it: plain text, or checked Markdown where ``markdown`` says so.
        language: BCP 47 tag of the text.
        intent: What kind of question it was.
        route: Who answered.
        facts: What the text rests on, nothing that was not asked for.
        sources: Entries of the library's knowledge that were cited.
        as_of: When the oldest fact used was fetched, in UTC; None where no fact was used.
        stale: Whether that is longer ago than the settings allow; the text says so.
        offer_handoff: Whether the way to a person should be offered beside it.
        rest: The part of the question that this answer leaves open. Not part of the contract.
        broken_off: The model stopped half way, and another try may help. Not part of it either.
        markdown: The text is Markdown: the library's own, or a model's. Not part of it either.
        suggestions: Entries of the library's knowledge that may be what was meant, to be offered
            as questions. Not part of it either.
    """

    question: str
    text: str
    language: str
    intent: Intent
    route: Route
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    as_of: datetime | None = None
    stale: bool = False
    offer_handoff: bool = False
    rest: str = ""
    broken_off: bool = False
    markdown: bool = False
    suggestions: tuple[Source, ...] = ()

    def to_json(self, *, took_ms: float) -> Json:
        """The object that ``kiosk ask --json`` prints.

        Args:
            took_ms: Milliseconds from the question to the whole answer.
        """
        return {
            "question": self.question,
            "text": self.text,
            "language": self.language,
            "intent": self.intent.value,
            "route": self.route.value,
            "facts": [fact.to_json() for fact in self.facts],
            "sources": [source.to_json() for source in self.sources],
            "as_of": None if self.as_of is None else iso_utc(self.as_of),
            "stale": self.stale,
            "offer_handoff": self.offer_handoff,
            "took_ms": round(took_ms, 1),
        }


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of the visit so far."""

    author: Author
    text: str


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A further bit of the answer's text, to be put behind what came before: Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The words so far of a sentence that is still coming, to be shown behind all ``TextPiece``.

    Each draft takes the place of the one before; the next ``TextPiece`` or ``Done`` takes it away.
    It never holds a fact: whatever could be one waits for the end of its sentence.
    """

    text: str


@dataclass(frozen=True, slots=True)
class SentAs:
    """The patron's line as it left the terminal, where that is not how it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The end of an answer, with the whole of it."""

    answer: Answer


Piece = TextPiece | Draft | SentAs | Done


def _span(span: OpenSpan) -> list[str | None]:
    return [wall_clock(span.opens), None if span.closes is None else wall_clock(span.closes)]


def unique(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts in order, each once."""
    return tuple(dict.fromkeys(facts))
