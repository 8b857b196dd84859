"""From a question to its answer, as pieces that can be shown while they come.

1. The cache answers, if it is sure: no network, no model.
2. Else the model, where there is one: streamed sentence by sentence, each judged first
   (``grounding``); what it looks up is told in our own words, from the database.
3. Else an honest "not sure" with the way to a person.

Nothing is kept from one answer to the next: the visit's history is handed in. An answer may be
cancelled at any moment; nothing is left running.
"""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from kiosk.assistant.answers import Answer, Done, Fact, Piece, Route, TextPiece, Turn, unique
from kiosk.assistant.grounding import Grounds, Judge, Verdict
from kiosk.assistant.languages import Languages
from kiosk.assistant.local import LocalAnswers
from kiosk.assistant.model import (
    LanguageModel,
    Message,
    Said,
    Speaker,
    TextDelta,
    ToolCall,
    ToolCalls,
    ToolResult,
)
from kiosk.assistant.privacy import Masking
from kiosk.assistant.prompt import rules
from kiosk.assistant.replies import Reply
from kiosk.assistant.requests import Intent
from kiosk.assistant.sentences import Sentences
from kiosk.assistant.tools import Tools
from kiosk.assistant.words import visible
from kiosk.core.clock import Clock
from kiosk.core.errors import Refused, Unavailable
from kiosk.core.tickets import Author
from kiosk.store.worker import DatabaseThread

MOST_TURNS = 12
MOST_HISTORY = 6_000
MOST_QUESTION = 2_000
MOST_ANSWER = 4_000
MOST_ROUNDS = 4
MOST_CALLS = 6


class Conversation:
    """Answers the questions of a visit.

    Args:
        local: Answers from the cache.
        model: None where there is none.
        tools: What the model may look up.
        languages: What is spoken.
        zone: The library's time zone.
        clock: Read at each question.
        database_thread: Where everything that reads the cache runs.
    """

    def __init__(  # noqa: PLR0917  parts of seven kinds, none of which can be taken for another
        self,
        local: LocalAnswers,
        model: LanguageModel | None,
        tools: Tools,
        languages: Languages,
        zone: ZoneInfo,
        clock: Clock,
        database_thread: DatabaseThread,
    ) -> None:
        self._local = local
        self._model = model
        self._tools = tools
        self._languages = languages
        self._zone = zone
        self._clock = clock
        self._database_thread = database_thread
        self._judge: Judge | None = None

    async def prepare(self) -> None:
        """Read the languages before the first question, one by one between other work.

        Raises:
            StorageError: the cache cannot be read.
        """
        for language in self._local.languages:
            await self._database_thread.run(partial(self._local.prepare, language))

    async def answer(
        self, question: str, history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncGenerator[Piece, None]:
        """Stream the answer; the last piece is ``Done`` with the whole of it.

        Args:
            question: As typed.
            history: The lines of this visit before it, oldest first.
            language: BCP 47 tag of the screen.
            here: LibCal id of the place where this terminal stands.

        Raises:
            StorageError: the cache cannot be read.
        """
        model = self._model
        local = await self._database_thread.run(
            lambda: self._local.answer(question, language=language, here=here, alone=model is None)
        )
        if model is None or not local.rest:
            yield TextPiece(local.text)
            yield Done(local)
            return
        spoken = _Spoken(local.language, self._languages)
        if local.facts:
            yield TextPiece(f"{local.text}\n\n")
            spoken.begin(local)
        said = self._said(local.rest, history, spoken)
        async with aclosing(self._from_model(model, said, spoken)) as texts:
            async for text in texts:
                yield TextPiece(text)
        yield Done(spoken.answer(question, local))

    async def _from_model(
        self, model: LanguageModel, said: list[Said], spoken: "_Spoken"
    ) -> AsyncGenerator[str, None]:
        try:
            async with aclosing(self._rounds(model, said, spoken)) as texts:
                async for text in texts:
                    yield spoken.say(text)
        except (Unavailable, Refused):
            spoken.broken_off = True
            yield spoken.say(spoken.breaking_off())
        if not spoken.is_something:
            spoken.withheld = True
            yield spoken.say(spoken.sentence("unknown"))

    async def _rounds(
        self, model: LanguageModel, said: list[Said], spoken: "_Spoken"
    ) -> AsyncGenerator[str, None]:
        """Let the model speak and look things up, in turns, until it is done."""
        for number in range(MOST_ROUNDS):
            # In the last round there is nothing more to look up, so that it comes to an end.
            tools = self._tools.descriptions if number < MOST_ROUNDS - 1 else ()
            calls: list[ToolCall] = []
            spoken.begin_round()
            async with aclosing(model.reply(said, tools)) as pieces:
                async for piece in pieces:
                    if isinstance(piece, ToolCall):
                        calls.append(piece)
                        continue
                    for sentence in spoken.heard(piece):
                        yield await self._judged(sentence, spoken)
                    if spoken.length > MOST_ANSWER:
                        return
            yield await self._judged(spoken.sentences.rest(), spoken)
            if not calls:
                break
            said += await self._looked_up(calls[:MOST_CALLS], spoken)
        yield await self._told(spoken)

    async def _looked_up(self, calls: Sequence[ToolCall], spoken: "_Spoken") -> list[Said]:
        results: list[Said] = [ToolCalls(spoken.round_text, tuple(calls))]
        for call in calls:
            looked = await self._tools.run(call)
            spoken.untold += looked.facts
            spoken.grounds.add(looked.content)
            results.append(ToolResult(call.id, looked.content))
        return results

    async def _judged(self, sentence: str, spoken: "_Spoken") -> str:
        """What is shown of a sentence: itself, ours in its place, or nothing."""
        if not sentence.strip():
            return sentence
        verdict = (await self._its_judge()).verdict(sentence, spoken.grounds)
        if verdict is Verdict.FINE:
            return spoken.masking.unmask(sentence)
        if verdict is Verdict.OURS_TO_SAY and (spoken.untold or spoken.told):
            return await self._told(spoken)
        return spoken.withhold()

    async def _its_judge(self) -> Judge:
        """Made for the first sentence of a model, off the event loop: it reads every language."""
        if self._judge is None:
            self._judge = await self._database_thread.run(lambda: Judge(self._languages.all()))
        return self._judge

    async def _told(self, spoken: "_Spoken") -> str:
        """What was looked up and not yet said, in our own words."""
        if not spoken.untold:
            return ""
        facts, tag = tuple(spoken.untold), spoken.tag
        reply = await self._database_thread.run(lambda: self._local.tell(facts, language=tag))
        spoken.tell(reply)
        return f"{reply.text} " if reply.text else ""

    def _said(self, question: str, history: Sequence[Turn], spoken: "_Spoken") -> list[Said]:
        now = self._clock.now().astimezone(self._zone)
        told = rules(now, spoken.tag)
        spoken.grounds.add(now.strftime("%Y %m %d"))
        said: list[Said] = [Message(Speaker.RULES, told)]
        for turn in [*_recent(history), Turn(Author.PATRON, question[:MOST_QUESTION])]:
            text = spoken.masking.mask(visible(turn.text))
            is_patron = turn.author is Author.PATRON
            if is_patron:
                spoken.grounds.add(text)
            said.append(Message(Speaker.PATRON if is_patron else Speaker.ASSISTANT, text))
        return said


@dataclass(slots=True)
class _Spoken:
    """What has been said of one answer so far."""

    tag: str
    languages: Languages
    masking: Masking = field(default_factory=Masking)
    grounds: Grounds = field(default_factory=Grounds)
    sentences: Sentences = field(default_factory=Sentences)
    untold: list[Fact] = field(default_factory=list)
    told: list[Fact] = field(default_factory=list)
    fetched: list[datetime] = field(default_factory=list)
    text: str = ""
    round_text: str = ""
    broken_off: bool = False
    withheld: bool = False  # something was left unanswered
    length: int = 0
    is_something: bool = False

    def begin(self, local: Answer) -> None:
        """The cache answered a part."""
        self.text = f"{local.text}\n\n"
        self.fetched += [local.as_of] if local.as_of else []

    def begin_round(self) -> None:
        self.round_text = ""
        self.sentences = Sentences()

    def heard(self, piece: TextDelta) -> list[str]:
        """Take the next words of the model; the sentences that are whole now come back."""
        text = visible(piece.text)
        self.length += len(text)
        self.round_text += text
        return list(self.sentences.feed(text))

    def say(self, text: str) -> str:
        """Note what is shown."""
        self.text += text
        self.is_something = self.is_something or bool(text.strip())
        return text

    def tell(self, reply: Reply) -> None:
        """Looked-up facts were told."""
        self.told += reply.facts
        self.fetched += reply.fetched
        self.untold.clear()

    def withhold(self) -> str:
        """Once it is said that something was left out; after that it is just left out."""
        first, self.withheld = not self.withheld, True
        return f"{self.sentence('withheld')} " if first else ""

    def breaking_off(self) -> str:
        rest = self.text.rstrip()
        if not self.is_something:
            return self.sentence("no_model")
        return ("\n\n" if rest else "") + self.sentence("broken_off")

    def sentence(self, name: str) -> str:
        return self.languages.get(self.tag).answers[name]

    def answer(self, question: str, local: Answer) -> Answer:
        """The whole answer."""
        of_the_cache = bool(local.facts) and local.offer_handoff
        return replace(
            local,
            question=question,
            text=self.text.strip(),
            intent=local.intent if local.facts else Intent.UNKNOWN,
            route=Route.MODEL,
            facts=unique([*local.facts, *self.told]),
            as_of=min(self.fetched, default=None),
            offer_handoff=self.broken_off or self.withheld or of_the_cache,
            rest="",
            broken_off=self.broken_off,
        )


def _recent(history: Sequence[Turn]) -> list[Turn]:
    """The last lines of the visit, as many as are worth their price."""
    kept: list[Turn] = []
    room = MOST_HISTORY
    for turn in reversed(history[-MOST_TURNS:]):
        room -= len(turn.text)
        if room < 0:
            break
        kept.append(turn)
    return kept[::-1]
