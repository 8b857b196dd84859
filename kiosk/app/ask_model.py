"""The part of ``kiosk ask`` that only a language model needs: loaded when one is asked."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.assistant.answers import Answer, Done
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.languages import Languages
from kiosk.assistant.local import LocalAnswers
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.assistant.tools import Tools
from kiosk.core.clock import Clock
from kiosk.core.settings import Settings
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.store.worker import DatabaseThread


@dataclass(frozen=True, slots=True)
class ModelAsked:
    """A question on the command line that the model has to help with.

    Attributes:
        local: Answers what the cache knows of it.
        directory, calendar, languages, clock, is_time_doubtful: What its tools read.
        settings: Which model, and where this terminal stands.
    """

    local: LocalAnswers
    directory: Callable[[], Directory]
    calendar: Calendar
    languages: Languages
    clock: Clock
    settings: Settings
    is_time_doubtful: Callable[[], bool]

    def answer(self, question: str, language: str) -> Answer:
        """The whole answer; ``language`` is the screen's."""
        return asyncio.run(self._answer(question, language))

    async def _answer(self, question: str, language: str) -> Answer:
        database_thread = DatabaseThread()
        model = OpenAIModel(self.settings.openai)
        tools = Tools(
            self.directory,
            self.calendar,
            self.clock,
            database_thread,
            is_time_doubtful=self.is_time_doubtful,
        )
        zone, here = self.calendar.zone, self.settings.location
        conversation = Conversation(
            self.local, model, tools, self.languages, zone, self.clock, database_thread
        )
        try:
            async for piece in conversation.answer(question, (), language=language, here=here):
                if isinstance(piece, Done):
                    return piece.answer
        finally:
            await model.aclose()
            database_thread.close()
        raise AssertionError("an answer always ends with Done")
