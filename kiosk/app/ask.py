"""``kiosk ask``: questions on the command line, by the same path as the screen.

1. The cache is opened; a sync may be writing at the same time.
2. Each question is answered from it. Nothing of the network or the model is loaded for that.
3. Only where a model is set, is wanted (no ``--offline``) and is needed, it is loaded and asked.

Each question is a fresh visit: nothing of one is known to the next.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TextIO

from kiosk.app.answering import local_answers
from kiosk.app.clock_trust import trust_maker
from kiosk.app.library import zone_of
from kiosk.assistant.answers import Answer, Route
from kiosk.assistant.language_files import read_languages
from kiosk.assistant.languages import Languages
from kiosk.assistant.local import LocalAnswers
from kiosk.core.clock import Clock, FixedClock, SystemClock
from kiosk.core.content import Content
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.settings import Settings
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directories, Directory
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from kiosk.store.places import PlacesTable


@dataclass(frozen=True, slots=True)
class AskOptions:
    """What the command line says.

    Attributes:
        as_json: One JSON object a line instead of the text.
        now: The moment to pretend; None for the real one.
        offline: Open no connection, so ask no model.
        language: BCP 47 tag of the screen; empty for the setting's.
        many: More than one question comes, so what they may need is read beforehand.
    """

    as_json: bool = False
    now: datetime | None = None
    offline: bool = False
    language: str = ""
    many: bool = False


def run_ask(  # noqa: PLR0917  the command line, the installation and where to: none has a default
    questions: Iterable[str],
    options: AskOptions,
    settings: Settings,
    folders: Folders,
    content: Content,
    output: TextIO,
) -> int:
    """Answer each question on ``output`` as soon as it is known; the exit code is returned.

    Args:
        questions: Read one by one, so that another program can write them as it goes.
        options: What the command line says.
        settings: Location, time zone, language, age of old facts, model.
        folders: Where the cache is.
        content: The library's own words.
        output: Where the answers go, a line or paragraph each.

    Raises:
        StorageError: the cache cannot be used.
        SettingError: the time zone does not exist.
    """
    clock = FixedClock(options.now) if options.now is not None else SystemClock()
    zone = zone_of(settings, content)
    database = open_database(folders.terminal_database)
    try:
        hours, places = HoursTable(database), PlacesTable(database)
        trust = trust_maker(clock_is_stated=options.now is not None)(clock, places.newest_fetch)
        asked = _Asked(
            directory=Directories(places.all, content.places),
            calendar=Calendar(hours, zone),
            languages=read_languages(resource_folder() / "languages"),
            clock=clock,
            settings=settings,
            content=content,
            language=options.language or settings.language,
            with_model=not options.offline and bool(settings.openai.api_key),
            is_time_doubtful=lambda: trust.doubt() is not None,
            many=options.many,
        )
        for answer, took_ms in asked.answers(questions):
            _print(answer, took_ms, output, as_json=options.as_json)
    finally:
        database.close()
    return 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """Everything that answers are made of, and the way from a question to its answer."""

    directory: Callable[[], Directory]
    calendar: Calendar
    languages: Languages
    clock: Clock
    settings: Settings
    content: Content
    language: str
    with_model: bool
    is_time_doubtful: Callable[[], bool]
    many: bool

    def answers(self, questions: Iterable[str]) -> Iterator[tuple[Answer, float]]:
        local = local_answers(
            settings=self.settings,
            content=self.content,
            directory=self.directory,
            calendar=self.calendar,
            languages=self.languages,
            clock=self.clock,
            is_time_doubtful=self.is_time_doubtful,
        )
        if self.many:
            for language in local.languages:
                local.prepare(language)
        for question in questions:
            began = self.clock.monotonic()
            answer = local.answer(question, language=self.language, here=self.settings.location)
            if self.with_model and answer.rest:
                answer = self._from_model(local, question)
            yield answer, (self.clock.monotonic() - began) * 1000

    def _from_model(self, local: LocalAnswers, question: str) -> Answer:
        # Loaded late, with all of asyncio: an answer from the cache needs none of it.
        from kiosk.app.ask_model import ModelAsked  # noqa: PLC0415  the reason above

        asked = ModelAsked(
            local=local,
            directory=self.directory,
            calendar=self.calendar,
            languages=self.languages,
            clock=self.clock,
            settings=self.settings,
            is_time_doubtful=self.is_time_doubtful,
        )
        return asked.answer(question, self.language)


def _print(answer: Answer, took_ms: float, output: TextIO, *, as_json: bool) -> None:
    if answer.route is Route.MODEL:
        # Loaded late: the parser is not needed for answers from the cache.
        from kiosk.assistant.markdown import plain_text  # noqa: PLC0415  the reason above

        answer = replace(answer, text=plain_text(answer.text))
    if as_json:
        text = json.dumps(answer.to_json(took_ms=took_ms), ensure_ascii=False)
    else:
        text = answer.text
    print(text, file=output, flush=True)
