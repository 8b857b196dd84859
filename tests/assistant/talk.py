"""A conversation at the terminal of ``library``, with a model or without one."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache

from kiosk.assistant.answer_cache import AnswerCache
from kiosk.assistant.answers import Answer, Done, Piece, TextPiece, Turn
from kiosk.assistant.budget import Budget, Prices, Spent
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.grounding import Judge
from kiosk.assistant.local import LocalAnswers
from kiosk.assistant.markdown import plain_text
from kiosk.assistant.model import LanguageModel
from kiosk.assistant.model_answers import ModelAnswers
from kiosk.assistant.model_help import ModelHelp
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.assistant.own_answers import OwnAnswers
from kiosk.assistant.own_words import OwnWords
from kiosk.assistant.privacy import Masking
from kiosk.assistant.tools import Tools
from kiosk.core.content import ModelPrice
from kiosk.core.secret import Secret
from kiosk.core.settings import Budget as Limits
from kiosk.core.settings import OpenAI
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.store.worker import DatabaseThread
from tests.assistant.library import (
    MARLOWE,
    NOW,
    ZONE,
    MemoryHours,
    directory,
    languages,
    local_answers,
    system_hours,
    terms,
)
from tests.fakes.clock import TurnableClock
from tests.fakes.counter import CountedInMemory
from tests.fakes.knowledge import KnownQuestions
from tests.fakes.model import ModelSimulator

HISTORY_TOKENS = 1_500
_LOCAL = local_answers()
_HOURS = MemoryHours(system_hours())
_LANGUAGES = languages()


@cache
def judge() -> Judge:
    """Judges what a model says; made once, for it reads every language."""
    return Judge(_LANGUAGES.all(), terms())


class KeptInMemory:
    """Where answers are kept."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[str, datetime]] = {}

    def get(self, key: str, now: datetime) -> str | None:
        body, until = self.rows.get(key, ("", now))
        return body if until > now else None

    def put(self, key: str, body: str, now: datetime, until: datetime) -> None:  # noqa: ARG002  the Protocol's
        self.rows[key] = (body, until)


@dataclass
class Terminal:
    """What a conversation stands on; each test changes what it is about.

    Attributes:
        knowledge: The library's own answers.
        limits: What the model may cost.
        prices: What it costs.
        spent: What was spent today before this process began.
        warnings: What staff were told of the budget.
        local: Hours and places.
        hours: What they are read from.
        places: Every place, with the library's words.
    """

    knowledge: KnownQuestions = field(default_factory=KnownQuestions)
    limits: Limits = field(default_factory=Limits)
    prices: tuple[ModelPrice, ...] = ()
    spent: Spent = field(default_factory=Spent)
    clock: TurnableClock = field(default_factory=lambda: TurnableClock(NOW))
    counter: CountedInMemory = field(default_factory=CountedInMemory)
    kept: KeptInMemory = field(default_factory=KeptInMemory)
    warnings: list[str] = field(default_factory=list)
    settings: OpenAI = field(default_factory=lambda: OpenAI(model="small"))
    local: LocalAnswers = _LOCAL
    hours: MemoryHours = _HOURS
    places: Callable[[], Directory] = directory

    @asynccontextmanager
    async def conversation(
        self, model: ModelSimulator | LanguageModel | None
    ) -> AsyncIterator[Conversation]:
        """A process of the terminal, until the block is left."""
        thread = DatabaseThread()
        opened = self._opened(model) if isinstance(model, ModelSimulator) else model
        own = OwnAnswers(self.local, self.knowledge, _LANGUAGES, self.clock, ZONE)
        try:
            help_ = self._help(opened, thread) if opened is not None else None
            yield Conversation(own, help_, thread, self.counter)
        finally:
            if opened is not None:
                await opened.aclose()
            thread.close()

    async def pieces(
        self,
        model: ModelSimulator | LanguageModel | None,
        question: str,
        history: Sequence[Turn] = (),
    ) -> list[Piece]:
        """Everything that one answer is made of, in a process of its own."""
        async with self.conversation(model) as talk:
            return await heard(talk, question, history)

    async def answer(
        self,
        model: ModelSimulator | LanguageModel | None,
        question: str,
        history: Sequence[Turn] = (),
    ) -> Answer:
        """One answer, in a process of its own."""
        return whole(await self.pieces(model, question, history))

    def _opened(self, simulator: ModelSimulator) -> LanguageModel:
        key = Secret("invented-key")
        return OpenAIModel(replace(self.settings, base_url=simulator.base_url, api_key=key))

    def _help(self, model: LanguageModel, thread: DatabaseThread) -> ModelHelp:
        own_words = OwnWords(_LANGUAGES, self.knowledge.all, self.knowledge.version)
        tools = Tools(
            self.places,
            Calendar(self.hours, ZONE),
            self.knowledge,
            self.clock,
            thread,
            languages=_LANGUAGES.tags,
            is_time_doubtful=lambda: False,
        )
        return ModelHelp(
            ModelAnswers(model, tools, self.local, thread, HISTORY_TOKENS),
            budget=Budget(
                self.limits,
                Prices({price.name: price for price in self.prices}, "small"),
                spent_between=lambda _first, _last: self.spent,
                database_thread=thread,
                clock=self.clock,
                zone=ZONE,
                warn=self.warnings.append,
            ),
            cache=AnswerCache(
                self.kept,
                is_impersonal=own_words.are_all,
                version=self.knowledge.version,
                model="small",
                clock=self.clock,
                keep=timedelta(hours=self.limits.keep_answers_hours),
            ),
            currency="USD",
            make_masking=Masking,
            make_judge=judge,
            languages=_LANGUAGES,
            zone=ZONE,
            clock=self.clock,
            database_thread=thread,
            counter=self.counter,
        )


async def heard(talk: Conversation, question: str, history: Sequence[Turn] = ()) -> list[Piece]:
    """Everything that one answer of a conversation is made of."""
    async with aclosing(talk.answer(question, history, language="en", here=MARLOWE)) as stream:
        return [piece async for piece in stream]


def whole(pieces: Sequence[Piece]) -> Answer:
    """The whole answer, which is what the pieces before it said."""
    assert isinstance(pieces[-1], Done)
    answer = pieces[-1].answer
    said = "".join(piece.text for piece in pieces if isinstance(piece, TextPiece)).strip()
    assert plain_text(said) == (plain_text(answer.text) if answer.markdown else answer.text)
    return answer
