"""The parts of a terminal that know no window: built once, by constructor arguments.

``open_terminal`` makes what stands on the database file. ``Terminal.connections`` adds what
speaks to others (LibCal, the model, the desk), for as long as its ``async with`` lasts.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from random import Random, SystemRandom

from kiosk.app.answering import local_answers
from kiosk.app.clock_trust import TrustMaker
from kiosk.app.library import content_of, zone_of
from kiosk.assistant.answers import Answer
from kiosk.assistant.conversation import Conversation
from kiosk.assistant.language_files import read_languages
from kiosk.assistant.model import LanguageModel
from kiosk.assistant.tools import Tools
from kiosk.core.clock import Clock
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.settings import Settings
from kiosk.handoff.courier import Courier
from kiosk.handoff.desk_route import DeskRoute, desk_client
from kiosk.handoff.hand_offs import HandOffs
from kiosk.handoff.replies import Replies
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directories, Directory
from kiosk.hours.inspection import Inspection
from kiosk.hours.sources import fetcher_for
from kiosk.hours.sync import Sync
from kiosk.hours.time_trust import ClockTrust
from kiosk.net.client import http_client
from kiosk.store.database import Database, open_database
from kiosk.store.hours import HoursTable
from kiosk.store.outbox import Outbox
from kiosk.store.places import PlacesTable
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import SyncLog
from kiosk.store.worker import DatabaseThread
from kiosk.ui.cards import Card, Cards
from kiosk.ui.times import Times


@dataclass(frozen=True, slots=True)
class Links:
    """What speaks to others. None where nothing is configured.

    Attributes:
        conversation: Answers questions, with or without a model.
        sync: Fetches from LibCal.
        hand_offs, courier, replies: To and from the staff desk.
    """

    conversation: Conversation
    sync: Sync | None
    hand_offs: HandOffs | None
    courier: Courier | None
    replies: Replies | None


class Terminal:
    """What stands on the database file and on the library's content.

    Attributes:
        settings, content, clock: As configured.
        thread: Everything that asks SQLite goes through it.
        trust: Judges the clock.
        calendar, languages, times: For answers and for the screen.
    """

    def __init__(
        self, settings: Settings, database: Database, clock: Clock, make_trust: TrustMaker
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.content = content_of(settings)
        self.thread = DatabaseThread()
        self._database = database
        self._zone = zone_of(settings, self.content)
        self._hours = HoursTable(database)
        self._places = PlacesTable(database)
        self.trust = make_trust(clock, self._places.newest_fetch)
        self._directories = Directories(self._places.all, self.content.places)
        self.calendar = Calendar(self._hours, self._zone)
        self.languages = read_languages(resource_folder() / "languages")
        self.times = Times(self.languages.get(settings.language), self._zone)
        self._cards = Cards(self.directory, self.calendar, self.times, clock)

    def directory(self) -> Directory:
        """The places as they are now. On the database's thread."""
        return self._directories()

    async def cards_of(self, answer: Answer) -> tuple[Card, ...]:
        """What the screen shows beside an answer."""
        return await self.thread.run(lambda: self._cards.of(answer))

    @asynccontextmanager
    async def connections(self) -> AsyncIterator[Links]:
        """Everything that speaks to others, until the block is left.

        Raises:
            SettingError: LibCal is set up half.
        """
        async with AsyncExitStack() as stack:
            model = self._model()
            if model is not None:
                stack.push_async_callback(model.aclose)
            yield Links(
                self._conversation(model),
                await self._sync(stack),
                *await self._to_the_desk(stack),
            )

    def close(self) -> None:
        """Finish what the database's thread began, then close the file."""
        self.thread.close()
        self._database.close()

    def _is_time_doubtful(self) -> bool:
        return self.trust.doubt() is not None

    def _model(self) -> LanguageModel | None:
        if not self.settings.openai.api_key:
            return None
        # Loaded late: it takes a third of a second that a terminal without a model need not wait.
        from kiosk.assistant.openai_model import OpenAIModel  # noqa: PLC0415  the reason above

        return OpenAIModel(self.settings.openai)

    def _conversation(self, model: LanguageModel | None) -> Conversation:
        local = local_answers(
            settings=self.settings,
            content=self.content,
            directory=self.directory,
            calendar=self.calendar,
            languages=self.languages,
            clock=self.clock,
            is_time_doubtful=self._is_time_doubtful,
        )
        tools = Tools(
            self.directory,
            self.calendar,
            self.clock,
            self.thread,
            is_time_doubtful=self._is_time_doubtful,
        )
        return Conversation(
            local, model, tools, self.languages, self._zone, self.clock, self.thread
        )

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
            sync_log=SyncLog(self._database),
            database_thread=self.thread,
            clock=self.clock,
            zone=self._zone,
            random=Random(),  # noqa: S311 - spreads waits, guards nothing
            trust=self.trust,
            refresh_seconds=libcal.refresh_minutes * 60,
        )

    async def _to_the_desk(
        self, stack: AsyncExitStack
    ) -> tuple[HandOffs | None, Courier | None, Replies | None]:
        desk = self.settings.desk
        if not desk.url:
            return None, None, None
        client = await stack.enter_async_context(desk_client(desk.url, desk.token))
        route, random, outbox = DeskRoute(client), SystemRandom(), Outbox(self._database)
        courier = Courier(outbox, self.thread, route, self.clock, random)
        hand_offs = HandOffs(outbox, self.thread, self.clock, random, posted=courier.nudge)
        return hand_offs, courier, Replies(route, self.clock, random)


def open_terminal(
    settings: Settings, folders: Folders, clock: Clock, make_trust: TrustMaker = ClockTrust
) -> Terminal:
    """Open the terminal's database and what stands on it.

    Raises:
        StorageError: the database cannot be used.
        ContentError: the library's own content cannot be used.
    """
    database = open_database(folders.terminal_database)
    try:
        return Terminal(settings, database, clock, make_trust)
    except BaseException:
        database.close()
        raise
