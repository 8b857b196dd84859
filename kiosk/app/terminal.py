"""The parts of a terminal that know no window: built once, by constructor arguments.

``open_terminal`` makes what stands on the database file. ``Terminal.connections`` adds what
speaks to others (LibCal, the model, the desk), for as long as its ``async with`` lasts.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom

from kiosk.app.answering import country_of, known_of, weekend_of
from kiosk.app.clock_trust import TrustMaker
from kiosk.app.knowledge import check_knowledge, load_knowledge
from kiosk.app.library import content_folder, content_of, zone_of
from kiosk.assistant.answers import Answer, Route
from kiosk.assistant.background import BackgroundConversation, BackgroundLoop
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.languages import Languages
from kiosk.assistant.model_help import ModelHelp
from kiosk.assistant.offered_questions import OfferedQuestions, Sources
from kiosk.assistant.privacy import Masking
from kiosk.assistant.steadfast_model import Listener, SteadfastModel
from kiosk.core.clock import Clock
from kiosk.core.paths import Folders
from kiosk.core.settings import Settings
from kiosk.handoff.courier import Courier
from kiosk.handoff.desk_route import DeskRoute, desk_client
from kiosk.handoff.feedback import FeedbackLetters
from kiosk.handoff.hand_offs import HandOffs
from kiosk.handoff.queue_watch import QueueWatch
from kiosk.handoff.replies import Replies
from kiosk.handoff.tally_reports import TallyReports
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.hours.inspection import Inspection
from kiosk.hours.moments import Moments
from kiosk.hours.sources import fetcher_for
from kiosk.hours.sync import Sync
from kiosk.hours.time_trust import ClockTrust
from kiosk.knowledge.sources import libanswers_client
from kiosk.knowledge.sync import KnowledgeSync
from kiosk.net.client import http_client
from kiosk.store.counting import DayCounter
from kiosk.store.database import Database, open_database
from kiosk.store.hours import HoursTable
from kiosk.store.outbox import Outbox
from kiosk.store.places import PlacesTable
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import Synced, SyncLog
from kiosk.store.tallies import Tallies
from kiosk.store.worker import DatabaseThread
from kiosk.ui.cards import Card, Cards, Premises
from kiosk.ui.ratings import PatronRatings, Ratings
from kiosk.ui.times import Times


@dataclass(frozen=True, slots=True)
class Links:
    """What speaks to others. None where nothing is configured.

    Attributes:
        conversation: Answers questions, with or without a model.
        model: That model, which knows whether it can be asked just now.
        background: Where both run.
        sync: Fetches from LibCal.
        knowledge_sync: Fetches from LibAnswers.
        hand_offs, courier, replies, queue: To and from the staff desk.
        tally_reports: Tells the desk what was counted.
        ratings: Takes thumbs; without a desk they are only counted.
    """

    conversation: BackgroundConversation
    model: SteadfastModel | None
    background: BackgroundLoop
    sync: Sync | None
    knowledge_sync: KnowledgeSync | None
    hand_offs: HandOffs | None
    courier: Courier | None
    replies: Replies | None
    queue: QueueWatch | None
    tally_reports: TallyReports | None
    ratings: Ratings

    def tell_of_model(self, listener: Listener) -> None:
        """From now on ``listener`` is told, on this loop, when the model can be asked or not."""
        if self.model is not None:
            here = asyncio.get_running_loop()
            self.model.listen(lambda online: here.call_soon_threadsafe(listener, online))
            self.background.start(self.model.watch())


class Terminal:
    """What stands on the database file and on the library's content.

    Attributes:
        settings, content, clock: As configured.
        thread: Everything that asks SQLite goes through it.
        trust: Judges the clock.
        tallies, counter: What is counted, and where; the screen writes it down now and then.
        calendar, languages: For answers and for the screen.
        questions: Those that the home screen offers.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        clock: Clock,
        languages: Languages,
        make_trust: TrustMaker,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.content = content_of(settings)
        self.thread = DatabaseThread()
        self._database = database
        self._zone = zone_of(settings, self.content)
        self._hours = HoursTable(database)
        self._places = PlacesTable(database)
        self.tallies = Tallies(database)
        self.counter = DayCounter(self.tallies, self.thread, clock, self._zone)
        self.trust = make_trust(clock, self._places.newest_fetch)
        self.calendar = Calendar(self._hours, self._zone)
        self._known = known_of(
            database,
            settings,
            self.content,
            languages,
            self.calendar,
            clock,
            self._is_time_doubtful,
        )
        check_knowledge(content_folder(settings), self._known.table)
        self.languages = languages
        self.questions = self._questions()
        self._premises = Premises(self.content.name, content_folder(settings), settings.location)

    @property
    def logo(self) -> Path | None:
        """The library's own picture."""
        folder = content_folder(self.settings)
        return folder / self.content.logo if folder and self.content.logo else None

    def directory(self) -> Directory:
        """The places as they are now. On the database's thread."""
        return self._known.directory()

    def times(self, language: str) -> Times:
        """How that language writes times, for the screen. On the database's thread."""
        return Times(self.languages.get(language), self._zone)

    async def cards_of(self, answer: Answer, language: str) -> tuple[Card, ...]:
        """What the screen shows beside an answer, in the language that the screen speaks."""
        return await self.thread.run(lambda: self._cards(language).of(answer))

    @asynccontextmanager
    async def connections(self) -> AsyncIterator[Links]:
        """Everything that speaks to others, until the block is left.

        Raises:
            SettingError: LibCal or LibAnswers is set up half.
        """
        async with AsyncExitStack() as stack:
            background = BackgroundLoop("conversation")
            stack.push_async_callback(background.aclose)
            model = self._model(stack, background)
            yield Links(
                BackgroundConversation(self._conversation(model), background),
                model,
                background,
                await self._sync(stack),
                await self._knowledge_sync(stack),
                *await self._to_the_desk(stack),
            )

    async def prepare(self, conversation: BackgroundConversation) -> None:
        """Read and learn what the first question would else wait for, in pieces.

        A question that comes before the end waits for one piece at most, and for the languages
        that are written like it: they are read first, of the screen's own script.

        Raises:
            ContentError, StorageError: something cannot be read; what was learned before stays.
        """
        folder, table = content_folder(self.settings), self._known.table
        imports = bool(self.settings.libanswers.base_url)
        await self.thread.run(lambda: load_knowledge(folder, table, imports=imports))
        usual = self.settings.language
        await conversation.prepare(await self.thread.run(lambda: self.languages.by_need(usual)))
        await self.thread.run(lambda: self._masking().mask("x"))  # reads its words, once
        self.questions.prepare()

    def close(self) -> None:
        """Finish what the database's thread began, then close the file."""
        self.thread.close()
        self._database.close()

    def _questions(self) -> OfferedQuestions:
        weekend = weekend_of(country_of(self.content, self._zone.key))
        known = self._known
        sources = Sources(
            occasions=Moments(self.calendar, self._zone, weekend).occasions,
            counts=self.tallies.totals,
            entries=known.table.some,
            version=known.table.version,
            meaning=self._meaning,
        )
        return OfferedQuestions(self.content, sources, here=self.settings.location, zone=self._zone)

    def _meaning(self, question: str, language: str) -> str:
        here = self.settings.location
        answer = self._known.own.answer(question, language=language, here=here).answer
        if answer.route is Route.NONE or answer.rest:
            return ""
        return " ".join(source.id for source in answer.sources) or answer.text

    def _cards(self, language: str) -> Cards:
        return Cards(
            self.directory,
            self.calendar,
            self._known.table,
            self.times(language),
            clock=self.clock,
            language=language,
            premises=self._premises,
        )

    def _masking(self) -> Masking:
        """What masks a visit's words that the patron sends to the librarians."""
        phones = {self.content.desk_phone, *(words.phone for words in self.content.places)}
        return Masking(public=sorted(phones - {""}))

    def _is_time_doubtful(self) -> bool:
        return self.trust.doubt() is not None

    def _model(self, stack: AsyncExitStack, background: BackgroundLoop) -> SteadfastModel | None:
        if not self.settings.openai.api_key:
            return None
        # Loaded late: it takes a third of a second that a terminal without a model need not wait.
        from kiosk.app.model_help import language_model  # noqa: PLC0415  the reason above

        model = language_model(self.settings.openai, self.clock)
        stack.push_async_callback(lambda: background.run(model.aclose()))
        return model

    def _conversation(self, model: SteadfastModel | None) -> Conversation:
        return Conversation(self._known.own, self._model_help(model), self.thread, self.counter)

    def _model_help(self, model: SteadfastModel | None) -> ModelHelp | None:
        if model is None:
            return None
        from kiosk.app.model_help import model_help  # noqa: PLC0415  as above

        return model_help(self._known, model, self._database, self.thread, self.counter)

    async def _sync(self, stack: AsyncExitStack) -> Sync | None:
        libcal = self.settings.libcal
        if not libcal.base_url:
            return None
        client = await stack.enter_async_context(http_client(libcal.base_url))
        return Sync(
            fetcher=fetcher_for(libcal, client, self.clock, self.trust.heard),
            hours_table=self._hours,
            places_table=self._places,
            inspection=Inspection(self._hours, Quarantine(self._database)),
            sync_log=SyncLog(self._database, Synced.LIBCAL),
            database_thread=self.thread,
            clock=self.clock,
            zone=self._zone,
            random=Random(),  # noqa: S311 - spreads waits, guards nothing
            trust=self.trust,
            refresh_seconds=libcal.refresh_minutes * 60,
        )

    async def _knowledge_sync(self, stack: AsyncExitStack) -> KnowledgeSync | None:
        libanswers = self.settings.libanswers
        if not libanswers.base_url:
            return None
        client = await stack.enter_async_context(http_client(libanswers.base_url))
        return KnowledgeSync(
            fetcher=libanswers_client(libanswers, client, self.clock),
            table=self._known.table,
            log=SyncLog(self._database, Synced.LIBANSWERS),
            database_thread=self.thread,
            clock=self.clock,
            random=Random(),  # noqa: S311 - spreads waits, guards nothing
            refresh_seconds=libanswers.refresh_minutes * 60,
        )

    async def _to_the_desk(
        self, stack: AsyncExitStack
    ) -> tuple[
        HandOffs | None,
        Courier | None,
        Replies | None,
        QueueWatch | None,
        TallyReports | None,
        PatronRatings,
    ]:
        desk = self.settings.desk
        if not desk.url:
            return None, None, None, None, None, PatronRatings(self.counter, None, self._masking)
        client = await stack.enter_async_context(desk_client(desk.url, desk.token))
        route, random, outbox = DeskRoute(client), SystemRandom(), Outbox(self._database)
        courier = Courier(outbox, self.thread, route, self.clock, random)
        hand_offs = HandOffs(outbox, self.thread, self.clock, random, posted=courier.nudge)
        letters = FeedbackLetters(
            outbox,
            self.thread,
            clock=self.clock,
            zone=self._zone,
            random=random,
            posted=courier.nudge,
        )
        return (
            hand_offs,
            courier,
            Replies(route, self.clock, random),
            QueueWatch(route, self.clock),
            TallyReports(self.tallies, self.thread, route, self.clock),
            PatronRatings(self.counter, letters, self._masking),
        )


def open_terminal(
    settings: Settings,
    folders: Folders,
    clock: Clock,
    languages: Languages,
    make_trust: TrustMaker = ClockTrust,
) -> Terminal:
    """Open the terminal's database and what stands on it.

    Raises:
        StorageError: the database cannot be used.
        ContentError: the library's own content cannot be used.
    """
    database = open_database(folders.terminal_database)
    try:
        return Terminal(settings, database, clock, languages, make_trust)
    except BaseException:
        database.close()
        raise
