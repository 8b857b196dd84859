"""One synchronisation with LibAnswers, now: the second half of what `kiosk sync` does."""

import asyncio
import contextlib
from pathlib import Path
from random import Random

import httpx

from kiosk.assistant.language_files import read_languages
from kiosk.assistant.terms import Terms
from kiosk.core.clock import Clock
from kiosk.core.errors import SettingError
from kiosk.core.paths import resource_folder
from kiosk.core.settings import LibAnswers
from kiosk.knowledge.sources import libanswers_client
from kiosk.knowledge.sync import KnowledgeSync
from kiosk.net.client import http_client
from kiosk.store.database import open_database
from kiosk.store.knowledge import KnowledgeTable
from kiosk.store.syncs import Synced, SyncLog
from kiosk.store.worker import DatabaseThread


def run(
    libanswers: LibAnswers,
    database_file: Path,
    *,
    clock: Clock,
    accept: bool = False,
    transport: httpx.AsyncBaseTransport | None = None,
) -> str:
    """Fetch and store once; the sentence that says what changed.

    Args:
        libanswers: Where to ask.
        database_file: The terminal's database.
        clock: Paces the requests.
        accept: Store also far fewer answers than before.
        transport: Instead of the network, for tests.

    Raises:
        SettingError: LibAnswers is not set up, or half.
        LibAnswersUnavailable, LibAnswersRefused, LibAnswersNonsense: the old answers stay.
        StorageError: our own database.
    """
    if not libanswers.base_url:
        raise SettingError("LibAnswers is not set up: set libanswers.base_url and its credentials.")
    with contextlib.closing(DatabaseThread()) as thread:
        return asyncio.run(_once(libanswers, database_file, clock, thread, transport, accept))


async def _once(  # noqa: PLR0917  what ``run`` was given, and the thread
    libanswers: LibAnswers,
    database_file: Path,
    clock: Clock,
    thread: DatabaseThread,
    transport: httpx.AsyncBaseTransport | None,
    accept: bool,  # noqa: FBT001  as above
) -> str:
    resources = resource_folder()
    terms = Terms(read_languages(resources / "languages"), resources / "search")
    database = await thread.run(lambda: open_database(database_file))
    try:
        async with http_client(libanswers.base_url, transport=transport) as client:
            sync = KnowledgeSync(
                fetcher=libanswers_client(libanswers, client, clock),
                table=KnowledgeTable(database, terms),
                log=SyncLog(database, Synced.LIBANSWERS),
                database_thread=thread,
                clock=clock,
                random=Random(),  # noqa: S311 - spreads waits, guards nothing
                refresh_seconds=libanswers.refresh_minutes * 60,
            )
            return (await sync.once(accept=accept)).summary
    finally:
        await thread.run(database.close)
