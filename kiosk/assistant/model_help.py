"""The model's help with what the terminal's own data leaves open.

Only as far as its budget goes; and for nothing, where it was asked the same before.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from kiosk.assistant.answer_cache import AnswerCache, KeptAnswer
from kiosk.assistant.answers import (
    Answer,
    Done,
    Piece,
    Route,
    SentAs,
    Source,
    TextPiece,
    Turn,
    unique,
)
from kiosk.assistant.budget import Budget, Step
from kiosk.assistant.escaping import as_markdown
from kiosk.assistant.grounding import Judge
from kiosk.assistant.languages import Languages
from kiosk.assistant.lessons import Lessons
from kiosk.assistant.model import Usage
from kiosk.assistant.model_answers import Asked, ModelAnswers
from kiosk.assistant.own_answers import Own, source_of
from kiosk.assistant.privacy import Masking
from kiosk.assistant.prompt import rules
from kiosk.assistant.requests import Intent
from kiosk.assistant.speech import Speech
from kiosk.assistant.tools import looked_up
from kiosk.assistant.words import visible
from kiosk.core.clock import Clock
from kiosk.core.tallies import Counter, Tally
from kiosk.store.worker import DatabaseThread


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be answered.

    Attributes:
        text: As typed.
        own: What the terminal's own data says to it.
        history: The lines of this visit before it, oldest first.
    """

    text: str
    own: Own
    history: Sequence[Turn]

    @property
    def rest(self) -> str:
        """What is left open."""
        return self.own.answer.rest

    @property
    def opening(self) -> str:
        """What is said already, as Markdown; empty where nothing is."""
        answer = self.own.answer
        if answer.route is Route.NONE:
            return ""
        return f"{answer.text if answer.markdown else as_markdown(answer.text)}\n\n"


class ModelHelp:
    """Answers with a model, within its budget.

    Args:
        answers: The model, asked and listened to.
        budget: What may be spent.
        cache: Answers that were given before.
        currency: Of the budget.
        make_masking: Makes what masks the personal data of one visit, on ``database_thread``.
        make_judge: Makes who judges what the model says; there too, for it reads every language.
        languages: What is spoken.
        zone: The library's time zone.
        clock: Read at each question.
        database_thread: Where everything runs that reads the cache, or takes its time.
        counter: Counts, without a word of what was said.
    """

    def __init__(
        self,
        answers: ModelAnswers,
        *,
        budget: Budget,
        cache: AnswerCache,
        currency: str,
        make_masking: Callable[[], Masking],
        make_judge: Callable[[], Judge],
        languages: Languages,
        zone: ZoneInfo,
        clock: Clock,
        database_thread: DatabaseThread,
        counter: Counter,
    ) -> None:
        self._answers = answers
        self._budget = budget
        self._cache = cache
        self._currency = currency
        self._languages = languages
        self._zone = zone
        self._clock = clock
        self._database_thread = database_thread
        self._counter = counter
        self._make_masking = make_masking
        self._make_judge = make_judge
        self._masking: Masking | None = None
        self._lessons: Lessons | None = None

    def begin_visit(self) -> None:
        """Somebody else stands at the terminal: what was told before is forgotten."""
        self._budget.begin_visit()
        self._masking = None

    async def prepare(self) -> None:
        """Learn what the first answer would else wait for."""
        await self._its_lessons()
        await self._of_this_visit()

    async def may_be_asked(self) -> bool:
        """Whether the budget allows another question.

        Raises:
            StorageError: what was spent before cannot be read.
        """
        return await self._budget.step() < Step.LOCAL_ONLY

    async def answer(self, question: Question) -> AsyncGenerator[Piece, None]:
        """Stream the answer; the last piece is ``Done`` with the whole of it.

        Raises:
            StorageError: the cache cannot be read.
        """
        if question.opening:
            yield TextPiece(question.opening)
        kept = await self._kept(question)
        if kept is not None:
            yield TextPiece(kept.text)
            yield Done(_whole(question, kept.text, kept.sources))
            return
        async with aclosing(self._asked(question)) as pieces:
            async for piece in pieces:
                yield piece

    async def _asked(self, question: Question) -> AsyncGenerator[Piece, None]:
        language = self._languages.get(question.own.answer.language)
        masking = await self._of_this_visit()
        speech = Speech(language, await self._its_lessons(), masking)
        masked = await self._database_thread.run(lambda: _prepared(speech, question))
        if masked != visible(question.rest):
            yield SentAs(masked)
        asked = Asked(
            rules=self._rules(question, language.tag),
            question=question.rest,
            history=question.history,
            economical=await self._budget.step() >= Step.ECONOMICAL,
            paid=self._pay,
        )
        self._budget.ask()
        async with aclosing(self._answers.stream(asked, speech)) as pieces:
            async for piece in pieces:
                yield piece
        answer = self._judged(question, speech)
        self._count(question, speech)
        if not speech.is_something:
            yield TextPiece(answer.text.removeprefix(question.opening))
        if _is_for_everybody(question, speech, is_masked=masked != visible(question.rest)):
            await self._keep(question, speech)
        yield Done(answer)

    def _rules(self, question: Question, tag: str) -> str:
        now = self._clock.now().astimezone(self._zone)
        return rules(now, tag, looked_up(question.own.near).content)

    def _judged(self, question: Question, speech: Speech) -> Answer:
        """The whole answer of a model that was listened to."""
        if not speech.is_something:
            return self._nothing_left(question, speech)
        answer = _whole(question, speech.text, speech.sources)
        fetched = [*filter(None, [answer.as_of]), *speech.fetched]
        return replace(
            answer,
            facts=unique([*answer.facts, *speech.told]),
            as_of=min(fetched, default=None),
            offer_handoff=answer.offer_handoff or speech.broken_off or speech.withheld,
            broken_off=speech.broken_off,
            suggestions=_suggestions(question) if speech.broken_off or speech.withheld else (),
        )

    def _nothing_left(self, question: Question, speech: Speech) -> Answer:
        """The model said nothing that could be shown."""
        suggestions = _suggestions(question)
        sentence = speech.language.answers["suggest" if suggestions else "unknown"]
        answer = _whole(question, sentence, ())
        return replace(answer, offer_handoff=True, suggestions=suggestions)

    def _count(self, question: Question, speech: Speech) -> None:
        outcome = "answered" if speech.is_something else "nothing"
        if speech.broken_off:
            outcome = "broken_off"
        self._counter.count(Tally.MODEL_CALLS, {"outcome": outcome})
        if speech.withheld:
            self._counter.count(Tally.WITHHELD, {})
        if not speech.is_something:
            near = question.own.near
            entry = near[0].id if near else ""
            self._counter.count(Tally.GAPS, {"intent": Intent.UNKNOWN.value, "entry": entry})

    def _pay(self, usage: Usage) -> None:
        cost = self._budget.pay(usage)
        for kind, tokens in (("input", usage.input_tokens), ("output", usage.output_tokens)):
            self._counter.count(Tally.MODEL_TOKENS, {"kind": kind, "model": usage.model}, tokens)
        self._counter.count(Tally.MODEL_COST, {"currency": self._currency}, cost)

    async def _kept(self, question: Question) -> KeptAnswer | None:
        if question.history:
            return None  # it may go on from there: "and in colour?"
        asked, tag = question.rest, question.own.answer.language
        kept = await self._database_thread.run(lambda: self._cache.get(asked, tag))
        result = "miss" if kept is None else "hit"
        self._counter.count(Tally.ANSWER_CACHE, {"result": result})
        return kept

    async def _keep(self, question: Question, speech: Speech) -> None:
        asked, tag = question.rest, question.own.answer.language
        kept = KeptAnswer(speech.text.strip(), speech.sources)
        await self._database_thread.run(lambda: self._cache.put(asked, tag, kept))

    async def _of_this_visit(self) -> Masking:
        if self._masking is None:
            self._masking = await self._database_thread.run(self._make_masking)
        return self._masking

    async def _its_lessons(self) -> Lessons:
        """Made for the first sentence of a model, off the event loop: it reads every language."""
        if self._lessons is None:
            self._lessons = await self._database_thread.run(lambda: Lessons(self._make_judge()))
        return self._lessons


def _prepared(speech: Speech, question: Question) -> str:
    """Learn what can be learned before the model is asked; the question comes back, masked.

    Slow work, for another thread than the screen's.
    """
    speech.learn(question.own.near)
    for turn in question.history:
        speech.masking.mask(visible(turn.text))  # a name told there is one here
    return speech.masking.mask(visible(question.rest))


def _is_for_everybody(question: Question, speech: Speech, *, is_masked: bool) -> bool:
    """Whether the answer holds nothing of this visit or this moment, and is whole."""
    of_this_moment = speech.told or speech.withheld or speech.broken_off
    of_this_visit = question.history or is_masked
    return speech.is_something and not of_this_moment and not of_this_visit


def _whole(question: Question, text: str, sources: Sequence[Source]) -> Answer:
    """The terminal's own answer with the model's behind it."""
    own = question.own.answer
    return replace(
        own,
        question=question.text,
        text=f"{question.opening}{text}".strip(),
        intent=own.intent if question.opening else _intent(sources),
        route=Route.MODEL,
        sources=tuple(dict.fromkeys([*own.sources, *sources])),
        offer_handoff=bool(question.opening) and own.offer_handoff,
        rest="",
        markdown=True,
    )


def _intent(sources: Sequence[Source]) -> Intent:
    return Intent.KNOWLEDGE if sources else Intent.UNKNOWN


def _suggestions(question: Question) -> tuple[Source, ...]:
    return tuple(map(source_of, question.own.near))
