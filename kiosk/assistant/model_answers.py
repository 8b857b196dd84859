"""The model's part of an answer: asked, listened to, helped with look-ups, never believed.

It speaks in rounds; after each it may ask for look-ups (``tools``) and goes on. What it says is
shown as ``Speech`` lets it; what it looked up of hours and places is told in our own words.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from kiosk.assistant.answers import Draft, Fact, TextPiece, Turn
from kiosk.assistant.grounding import Verdict
from kiosk.assistant.model import (
    CutShort,
    LanguageModel,
    Message,
    Said,
    Speaker,
    TextDelta,
    ToolCall,
    ToolCalls,
    ToolDescription,
    ToolResult,
    Usage,
)
from kiosk.assistant.replies import Reply
from kiosk.assistant.speech import Speech
from kiosk.assistant.tokens import estimated_tokens
from kiosk.assistant.tools import Tools
from kiosk.assistant.words import visible
from kiosk.core.errors import Refused, Unavailable
from kiosk.core.tickets import Author
from kiosk.store.worker import DatabaseThread

MOST_QUESTION = 2_000
MOST_ANSWER = 4_000
MOST_ROUNDS = 4
MOST_CALLS = 6

Shown = TextPiece | Draft


class Teller(Protocol):
    """Says looked-up facts: ``assistant.local.LocalAnswers``. On the database's thread."""

    def tell(self, facts: Sequence[Fact], *, language: str) -> Reply:
        """The facts in a language's own words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One call for the model's help.

    Attributes:
        rules: What it is told before anything else.
        question: What it is to answer.
        history: The lines of this visit before it, oldest first.
        economical: The smaller model will do.
        paid: Told what each round cost.
    """

    rules: str
    question: str
    history: Sequence[Turn]
    economical: bool
    paid: Callable[[Usage], None]


class ModelAnswers:
    """Lets a model answer what the terminal's own data leaves open.

    Args:
        model: Any language model.
        tools: What it may look up.
        teller: Says what was looked up.
        database_thread: Where everything runs that reads the cache, or takes its time.
        history_tokens: How much of the visit goes along; its oldest lines are left out first.
    """

    def __init__(
        self,
        model: LanguageModel,
        tools: Tools,
        teller: Teller,
        database_thread: DatabaseThread,
        history_tokens: int,
    ) -> None:
        self._model = model
        self._tools = tools
        self._teller = teller
        self._database_thread = database_thread
        self._history_tokens = history_tokens

    async def stream(self, asked: Asked, speech: Speech) -> AsyncGenerator[Shown, None]:
        """What may be shown, as it comes. How it ended is in ``speech``.

        Raises:
            StorageError: the cache cannot be read.
        """
        said = await self._database_thread.run(lambda: self._said(asked, speech))
        try:
            async with aclosing(self._rounds(said, asked, speech)) as pieces:
                async for piece in pieces:
                    yield piece
        except (Unavailable, Refused):
            yield speech.break_off()

    async def _rounds(
        self, said: list[Said], asked: Asked, speech: Speech
    ) -> AsyncGenerator[Shown, None]:
        """Let the model speak and look things up, in turns, until it is done."""
        for number in range(MOST_ROUNDS):
            # In the last round there is nothing more to look up, so that it comes to an end.
            tools = self._tools.descriptions if number < MOST_ROUNDS - 1 else ()
            calls: list[ToolCall] = []
            speech.begin_round()
            async with aclosing(self._turn(said, tools, asked)) as pieces:
                async for piece in pieces:
                    match piece:
                        case ToolCall():
                            calls.append(piece)
                        case CutShort():
                            speech.is_cut_short = True
                        case TextDelta():
                            async for shown in self._heard(piece, speech):
                                yield shown
                    if speech.length > MOST_ANSWER:
                        yield speech.cut_short()
                        return
            yield await self._judged(speech.rest(), speech)
            if speech.is_cut_short:
                yield speech.cut_short()
            if not calls:
                break
            said += await self._looked_up(calls[:MOST_CALLS], speech)
        yield await self._told(speech)
        yield speech.end()

    async def _turn(
        self, said: Sequence[Said], tools: Sequence[ToolDescription], asked: Asked
    ) -> AsyncGenerator[ToolCall | CutShort | TextDelta, None]:
        """One turn of the model, paid for also where it is stopped half way."""
        heard, is_paid = 0, False
        try:
            async with aclosing(
                self._model.reply(said, tools, economical=asked.economical)
            ) as pieces:
                async for piece in pieces:
                    if isinstance(piece, Usage):
                        is_paid = True
                        asked.paid(piece)
                        continue
                    heard += estimated_tokens(piece.text) if isinstance(piece, TextDelta) else 0
                    yield piece
        finally:
            if heard and not is_paid:
                asked.paid(Usage("", _tokens_of(said), heard, estimated=True))

    async def _heard(self, piece: TextDelta, speech: Speech) -> AsyncGenerator[Shown, None]:
        for sentence in speech.hear(piece):
            yield await self._judged(sentence, speech)
        if draft := speech.draft():
            yield draft

    async def _looked_up(self, calls: Sequence[ToolCall], speech: Speech) -> list[Said]:
        results: list[Said] = [ToolCalls(speech.round_text, tuple(calls))]
        for call in calls:
            looked = await self._tools.run(call, speech.language.tag)
            speech.untold += looked.facts
            await self._database_thread.run(partial(speech.learn, looked.entries))
            results.append(ToolResult(call.id, looked.content))
        return results

    async def _judged(self, sentence: str, speech: Speech) -> TextPiece:
        """What is shown of a sentence: itself, ours in its place, or nothing."""
        if not sentence.strip():
            return speech.say(sentence)
        verdict = speech.judged(sentence)
        if verdict is Verdict.FINE:
            return speech.say_sentence(sentence)
        if verdict is Verdict.OURS_TO_SAY and (speech.untold or speech.told):
            return await self._told(speech)
        return speech.withhold()

    async def _told(self, speech: Speech) -> TextPiece:
        """What was looked up and not yet said, in our own words."""
        if not speech.untold:
            return TextPiece("")
        facts, tag = tuple(speech.untold), speech.language.tag
        return speech.say_ours(
            await self._database_thread.run(lambda: self._teller.tell(facts, language=tag))
        )

    def _said(self, asked: Asked, speech: Speech) -> list[Said]:
        """What goes to the model. On the database's thread: masking takes its time."""
        said: list[Said] = [Message(Speaker.RULES, asked.rules)]
        recent = recent_turns(asked.history, self._history_tokens)
        for turn in [*recent, Turn(Author.PATRON, asked.question)]:
            # Masked first: an address that was cut in half could not be told any more.
            text = speech.masking.mask(visible(turn.text))[:MOST_QUESTION]
            is_patron = turn.author is Author.PATRON
            if is_patron:
                speech.repeatable(text)
            said.append(Message(Speaker.PATRON if is_patron else Speaker.ASSISTANT, text))
        return said


def _tokens_of(said: Sequence[Said]) -> int:
    return sum(estimated_tokens(part.text) for part in said if isinstance(part, Message))


def recent_turns(history: Sequence[Turn], most_tokens: int) -> list[Turn]:
    """The last lines of the visit, as many whole ones as so many tokens hold."""
    kept: list[Turn] = []
    for turn in reversed(history):
        most_tokens -= estimated_tokens(turn.text)
        if most_tokens < 0:
            break
        kept.append(turn)
    return kept[::-1]
