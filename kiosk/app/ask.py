"""``kiosk ask``: questions on the command line, by the same path as the screen.

1. The cache is opened; a sync may be writing at the same time.
2. Each question is answered from it. Nothing of the network or the model is loaded for that.
3. Only where a model is set, is wanted (no ``--offline``) and is needed, it is loaded and asked.

Each question is a fresh visit: nothing of one is known to the next.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TextIO

from kiosk.app.answering import Known, known_of
from kiosk.app.clock_trust import trust_maker
from kiosk.app.knowledge import load_knowledge
from kiosk.app.library import content_folder, shipped_languages, zone_of
from kiosk.assistant.answers import Answer
from kiosk.core.clock import FixedClock, SystemClock
from kiosk.core.content import Content
from kiosk.core.paths import Folders
from kiosk.core.settings import Settings
from kiosk.hours.calendar import Calendar
from kiosk.store.database import Database, open_database
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
        ContentError: the library's knowledge cannot be used.
        StorageError: the cache cannot be used.
        SettingError: the time zone does not exist.
    """
    clock = FixedClock(options.now) if options.now is not None else SystemClock()
    database = open_database(folders.terminal_database)
    try:
        calendar = Calendar(HoursTable(database), zone_of(settings, content))
        newest_fetch = PlacesTable(database).newest_fetch
        trust = trust_maker(clock_is_stated=options.now is not None)(clock, newest_fetch)
        known = known_of(
            database,
            settings,
            content,
            shipped_languages(),
            calendar,
            clock,
            lambda: trust.doubt() is not None,
        )
        imports = bool(settings.libanswers.base_url)
        load_knowledge(content_folder(settings), known.table, imports=imports)
        for answer, took_ms in _Asked(known, database, options).answers(questions):
            _print(answer, took_ms, output, as_json=options.as_json)
    finally:
        database.close()
    return 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """Everything that answers are made of, and the way from a question to its answer."""

    known: Known
    database: Database
    options: AskOptions

    def answers(self, questions: Iterable[str]) -> Iterator[tuple[Answer, float]]:
        own, clock, settings = self.known.own, self.known.clock, self.known.settings
        language = self.options.language or settings.language
        with_model = not self.options.offline and bool(settings.openai.api_key)
        if self.options.many:
            for spoken in own.languages:
                own.prepare(spoken)
        for question in questions:
            began = clock.monotonic()
            answer = own.answer(
                question, language=language, here=settings.location, alone=not with_model
            ).answer
            if with_model and answer.rest:
                answer = self._from_model(question, language)
            yield answer, (clock.monotonic() - began) * 1000

    def _from_model(self, question: str, language: str) -> Answer:
        # Loaded late, with all of asyncio: an answer from the cache needs none of it.
        from kiosk.app.ask_model import ModelAsked  # noqa: PLC0415  the reason above

        is_now = self.options.now is None
        return ModelAsked(self.known, self.database, counts=is_now).answer(question, language)


def _print(answer: Answer, took_ms: float, output: TextIO, *, as_json: bool) -> None:
    if answer.markdown:
        # Loaded late: most answers are plain words.
        from kiosk.assistant.markdown import plain_text  # noqa: PLC0415  the reason above

        answer = replace(answer, text=plain_text(answer.text))
    if as_json:
        text = json.dumps(answer.to_json(took_ms=took_ms), ensure_ascii=False)
    else:
        text = answer.text
    print(text, file=output, flush=True)
