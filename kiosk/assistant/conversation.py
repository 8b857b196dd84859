"""From a question to its answer, as pieces that can be shown while they come.

1. The terminal's own data answers, if it is sure: hours, places, the library's knowledge. No
   network, no model.
2. Else the model, where there is one and the budget allows: streamed, each sentence judged
   (``grounding``); what it looks up is told in our own words, from the database.
3. Else an honest "not sure" with what may have been meant, and the way to a person.

Nothing that was said is kept from one answer to the next: the visit's history is handed in. An
answer may be cancelled at any moment; nothing is left running.
"""

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from functools import partial

from kiosk.assistant.answers import Answer, Done, Piece, Route, TextPiece, Turn
from kiosk.assistant.escaping import as_markdown
from kiosk.assistant.model_help import ModelHelp, Question
from kiosk.assistant.own_answers import Own, OwnAnswers
from kiosk.assistant.requests import Intent
from kiosk.core.tallies import Counter, Tally
from kiosk.store.worker import DatabaseThread


class Conversation:
    """Answers the questions of a visit.

    Args:
        own: Answers without network and model.
        model_help: Answers what those leave open; None where there is no model.
        database_thread: Where everything that reads the cache runs.
        counter: Counts answers, without a word of them.
    """

    def __init__(
        self,
        own: OwnAnswers,
        model_help: ModelHelp | None,
        database_thread: DatabaseThread,
        counter: Counter,
    ) -> None:
        self._own = own
        self._model_help = model_help
        self._database_thread = database_thread
        self._counter = counter

    async def prepare(self, languages: Sequence[str]) -> None:
        """Read these before the first question, in this order, one by one between other work.

        Raises:
            StorageError: the cache cannot be read.
        """
        for language in languages:
            await self._database_thread.run(partial(self._own.prepare, language))
        if self._model_help is not None:
            await self._model_help.prepare()

    def begin_visit(self) -> None:
        """Somebody else stands at the terminal."""
        if self._model_help is not None:
            self._model_help.begin_visit()
        re.purge()  # Python keeps patterns, and masking makes some of what was told

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
        model_help = self._model_help
        own = await self._of_our_own(question, language, here, alone=model_help is None)
        if model_help is not None and own.answer.rest and await model_help.may_be_asked():
            asked = Question(question, own, history)
            async with aclosing(model_help.answer(asked)) as pieces:
                async for piece in pieces:
                    self._count(piece)
                    yield piece
            return
        if model_help is not None and own.answer.rest:
            own = await self._of_our_own(question, language, here, alone=True)
        answer = own.answer
        yield TextPiece(answer.text if answer.markdown else as_markdown(answer.text))
        done = Done(answer)
        self._count(done)
        yield done

    async def _of_our_own(
        self, question: str, language: str, here: int | None, *, alone: bool
    ) -> Own:
        return await self._database_thread.run(
            lambda: self._own.answer(question, language=language, here=here, alone=alone)
        )

    def _count(self, piece: Piece) -> None:
        if not isinstance(piece, Done):
            return
        answer = piece.answer
        self._counter.count(Tally.ANSWERS, _labels(answer))
        for source in answer.sources:
            self._counter.count(Tally.CITED, {"entry": source.id})
        if answer.route is Route.NONE and answer.intent is Intent.UNKNOWN:
            entry = answer.suggestions[0].id if answer.suggestions else ""
            self._counter.count(Tally.GAPS, {"intent": answer.intent.value, "entry": entry})


def _labels(answer: Answer) -> dict[str, str]:
    return {
        "intent": answer.intent.value,
        "route": answer.route.value,
        "language": answer.language,
    }
