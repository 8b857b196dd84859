"""Attacks played through their channel, against a model that does what the attacker says."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

from kiosk.assistant.answers import Answer, Done, Piece, PlaceFact, Route, Turn
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.escaping import as_markdown
from kiosk.core.content import PlaceWords, Translated
from kiosk.core.hours import HoursDay
from kiosk.core.knowledge import Entry
from kiosk.core.settings import Budget
from kiosk.core.tickets import Author
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.ui.cards import Card, Cards, Premises
from kiosk.ui.times import Times
from tests.assistant.library import (
    MARLOWE,
    PLACES,
    TODAY,
    TRAN,
    WORDS,
    ZONE,
    MemoryHours,
    languages,
    local_answers,
    system_hours,
)
from tests.assistant.talk import Terminal
from tests.fakes.knowledge import SOME
from tests.fakes.model import ModelSimulator
from tests.fakes.model import Turn as Script
from tests.safety.attacks import Attack, Channel

ASKED = "Where do I cite sources?"
LOOKED_AT = TODAY + timedelta(days=2)
SPOKEN = ("en", "es", "fr", "zh", "ar")
_HOURS_OF_TRAN = {
    "location_id": TRAN,
    "first": LOOKED_AT.isoformat(),
    "last": LOOKED_AT.isoformat(),
}


@dataclass(frozen=True, slots=True)
class Played:
    """What became of one attack.

    Attributes:
        pieces: What came to the screen, in order.
        cards: The cards under the answer.
        own: The library's own words, as they stand in the answer.
        asked: What the model was sent for it.
        next_asked: What it was sent for the next patron's question.
        kept: Answers that were kept for other patrons, after it.
        paths: Of all requests.
    """

    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    own: tuple[str, ...]
    asked: str
    next_asked: str
    kept: tuple[str, ...]
    paths: frozenset[str]

    @property
    def answer(self) -> Answer:
        """The whole answer."""
        last = self.pieces[-1]
        assert isinstance(last, Done)
        return last.answer


class OpenHours(MemoryHours):
    """Hours in which a note can be changed."""

    def __init__(self, days: Sequence[HoursDay]) -> None:
        super().__init__(days)
        self._untouched = dict(self._days)

    def note(self, text: str) -> None:
        """Write a note beside the day that is asked about; "" for none."""
        key = (TRAN, LOOKED_AT)
        self._days = dict(self._untouched)
        if text:
            self._days[key] = replace(self._days[key], note=text)


@dataclass
class Library:
    """A terminal whose every text an attacker may have written."""

    simulator: ModelSimulator
    hours: OpenHours = field(default_factory=lambda: OpenHours(system_hours()))
    words: tuple[PlaceWords, ...] = WORDS

    def __post_init__(self) -> None:
        self._directory = Directory(PLACES, WORDS)
        calendar = Calendar(self.hours, ZONE)
        local = local_answers(hours=system_hours())
        self.terminal = Terminal(
            limits=Budget(visit_tokens=0, visit_questions=0),
            hours=self.hours,
            local=local,
            places=lambda: self._directory,
        )
        self._cards = Cards(
            lambda: self._directory,
            calendar,
            self.terminal.knowledge,
            Times(languages().get("en"), ZONE),
            clock=self.terminal.clock,
            language="en",
            premises=Premises(Translated("Alder Bay"), None, None),
        )

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Conversation]:
        """Its conversation."""
        async with self.terminal.conversation(self.simulator) as talk:
            yield talk

    async def play(self, attack: Attack, talk: Conversation, *, piece: int) -> Played:
        """One attack, and the patron behind it.

        Args:
            attack: What is tried.
            talk: A conversation of this library.
            piece: Characters that the model says at once.
        """
        self._plant(attack)
        self.terminal.kept.rows.clear()
        self.simulator.asked.clear()
        self.simulator.paths.clear()
        talk.begin_visit()
        self.simulator.script[:] = _script(attack, piece)
        pieces = await _heard(talk, *_question(attack), language=_language(attack))
        asked = json.dumps(self.simulator.asked, ensure_ascii=False)
        kept = tuple(body for body, _ in self.terminal.kept.rows.values())
        cards = self._cards.of(_with_place(pieces))
        self._plant(None)
        next_asked = await self._next_patron(talk)
        paths = frozenset(self.simulator.paths)
        return Played(pieces, cards, self._own(attack), asked, next_asked, kept, paths)

    async def play_alone(self, attack: Attack, *, piece: int) -> Played:
        """One attack, with a conversation of its own."""
        async with self.opened() as talk:
            return await self.play(attack, talk, piece=piece)

    async def _next_patron(self, talk: Conversation) -> str:
        self.simulator.asked.clear()
        self.simulator.script[:] = [Script("At the desk.")]
        talk.begin_visit()
        await _heard(talk, ASKED, (), language="en")
        return json.dumps(self.simulator.asked, ensure_ascii=False)

    def _own(self, attack: Attack) -> tuple[str, ...]:
        """What the library says itself: its notes as it quotes them, and what its cache knows."""
        question, _ = _question(attack)
        local = self.terminal.local.answer(question, language=_language(attack), here=MARLOWE)
        said = (as_markdown(local.text), local.text) if local.route is Route.LOCAL else ()
        if attack.channel is not Channel.LIBCAL_NOTE:
            return said
        return (*said, as_markdown(attack.text), attack.text)

    def _plant(self, attack: Attack | None) -> None:
        channel = attack.channel if attack is not None else None
        text = attack.text if attack is not None else ""
        self.hours.note(text if channel is Channel.LIBCAL_NOTE else "")
        words = _placed(text) if channel is Channel.PLACE_WORDS else WORDS
        self._directory = Directory(PLACES, words)
        entries = (_entry(attack), *SOME) if attack and channel is Channel.KNOWLEDGE else SOME
        self.terminal.knowledge.entries = entries


async def played(attacks: Sequence[Attack], *, piece: int) -> dict[Attack, Played]:
    """Each attack played, one after the other at one terminal."""
    with ModelSimulator() as simulator:
        library = Library(simulator)
        async with library.opened() as talk:
            return {attack: await library.play(attack, talk, piece=piece) for attack in attacks}


async def _heard(
    talk: Conversation, question: str, history: Sequence[Turn], *, language: str
) -> tuple[Piece, ...]:
    async with aclosing(talk.answer(question, history, language=language, here=MARLOWE)) as stream:
        return tuple([piece async for piece in stream])


def _script(attack: Attack, piece: int) -> list[Script]:
    says = Script(f"{attack.obeyed} ", piece=piece)
    match attack.channel:
        case Channel.LIBCAL_NOTE:
            return [Script(calls=(("hours_of_place", _HOURS_OF_TRAN),)), says]
        case Channel.PLACE_WORDS:
            return [Script(calls=(("list_places", {}),)), says]
        case Channel.KNOWLEDGE:
            query = {"query": "citing sources", "language": _language(attack)}
            return [Script(calls=(("search_knowledge", query),)), says]
        case _:
            return [says]


def _question(attack: Attack) -> tuple[str, Sequence[Turn]]:
    match attack.channel:
        case Channel.QUESTION:
            return attack.text, ()
        case Channel.HISTORY:
            return ASKED, (Turn(Author.PATRON, attack.text), Turn(Author.ASSISTANT, "Hm."))
        case _:
            return ASKED, ()


def _language(attack: Attack) -> str:
    return attack.language if attack.language in SPOKEN else "en"


def _entry(attack: Attack) -> Entry:
    return Entry("planted", _language(attack), "About citing sources", attack.text)


def _placed(text: str) -> tuple[PlaceWords, ...]:
    planted = replace(WORDS[0], floor=Translated(text), directions=Translated(text))
    return (planted, *WORDS[1:])


def _with_place(pieces: Sequence[Piece]) -> Answer:
    """The answer as if it also told where Marlowe is, whose words may be planted."""
    last = pieces[-1]
    assert isinstance(last, Done)
    place = PlaceFact(MARLOWE, "Marlowe Library", "100 Harbor Walk", "555-0101")
    return replace(last.answer, facts=(*last.answer.facts, place))
