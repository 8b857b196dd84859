"""The part of ``kiosk ask`` that only a language model needs: loaded when one is asked."""

import asyncio
from dataclasses import dataclass

from kiosk.app.answering import Known
from kiosk.app.model_help import language_model, model_help
from kiosk.assistant.answers import Answer, Done
from kiosk.assistant.conversation import Conversation
from kiosk.core.tallies import Uncounted
from kiosk.store.connection import Database
from kiosk.store.counting import DayCounter
from kiosk.store.tallies import Tallies
from kiosk.store.worker import DatabaseThread


@dataclass(frozen=True, slots=True)
class ModelAsked:
    """A question on the command line that the model has to help with.

    Attributes:
        known: What the terminal itself knows of it, and what the model's tools read.
        database: Where the cost is noted.
        counts: Whether it is; not where a moment is only pretended.
    """

    known: Known
    database: Database
    counts: bool

    def answer(self, question: str, language: str) -> Answer:
        """The whole answer; ``language`` is the screen's."""
        return asyncio.run(self._answer(question, language))

    async def _answer(self, question: str, language: str) -> Answer:
        known, thread = self.known, DatabaseThread()
        zone, here = known.calendar.zone, known.settings.location
        counter = DayCounter(Tallies(self.database), thread, known.clock, zone)
        model = language_model(known.settings.openai, known.clock)
        help_ = model_help(known, model, self.database, thread, counter)
        # Only what it cost is counted: whoever asks here is no patron.
        conversation = Conversation(known.own, help_, thread, Uncounted())
        try:
            async for piece in conversation.answer(question, (), language=language, here=here):
                if isinstance(piece, Done):
                    return piece.answer
        finally:
            await model.aclose()
            if self.counts:
                await thread.run(counter.write)
            thread.close()
        raise AssertionError("an answer always ends with Done")
