"""LibAnswers' answers become the library's knowledge, or the old ones stay."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kiosk.core.errors import (
    KioskError,
    LibAnswersNonsense,
    LibAnswersRefused,
    LibAnswersUnavailable,
    SettingError,
)
from kiosk.core.knowledge import Entry, Origin
from kiosk.core.secret import Secret
from kiosk.core.settings import LibAnswers
from kiosk.demo.faults import Fault, Faults
from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from kiosk.knowledge.libanswers import Faqs, LibAnswersClient
from kiosk.knowledge.sources import libanswers_client
from kiosk.knowledge.sync import KnowledgeSync
from kiosk.net.client import http_client
from kiosk.store.database import open_database
from kiosk.store.knowledge import KnowledgeTable
from kiosk.store.syncs import Synced, SyncLog, SyncRun
from kiosk.store.worker import DatabaseThread
from tests.fakes.chance import seeded
from tests.fakes.clock import TurnableClock
from tests.fakes.libcal import running_libcal
from tests.fakes.serving import serving
from tests.fakes.terms import PlainTerms
from tests.hours.hurried import HurriedClock

SETTINGS = LibAnswers(client_id=CLIENT_ID, client_secret=Secret(CLIENT_SECRET))


@asynccontextmanager
async def asked_of(url: str) -> AsyncIterator[LibAnswersClient]:
    """A client of the LibAnswers at that address."""
    async with http_client(url) as client:
        yield libanswers_client(SETTINGS, client, HurriedClock())


async def fetched(faults: Faults | None = None) -> Faqs:
    async with running_libcal(TurnableClock(), faults) as url, asked_of(url) as client:
        return await client.fetch()


async def told(*pages: Any) -> tuple[Faqs, list[str]]:
    """What a LibAnswers says that has these pages, and which of them it was asked for."""
    asked: list[str] = []

    async def faqs(request: Request) -> Response:
        asked.append(request.query_params["page"])
        number = min(int(asked[-1]), len(pages))
        return Response(json.dumps(pages[number - 1]), media_type="application/json")

    async def token(_: Request) -> Response:
        return JSONResponse({"access_token": "t", "expires_in": "86400"})

    app = Starlette(routes=[Route("/faqs", faqs), Route("/oauth/token", token, methods=["POST"])])
    async with serving(app) as url, asked_of(url) as client:
        return await client.fetch(), asked


def row(number: int, **more: Any) -> dict[str, Any]:
    return {"faqid": number, "question": f"Question {number}?", "answer": "<p>Yes.</p>", **more}


async def test_every_page_is_read_and_becomes_entries() -> None:
    faqs = await fetched()
    assert (len(faqs.entries), faqs.skipped) == (42, 0)
    first = faqs.entries[0]
    assert first.id == "libanswers-200100"
    assert first.question == "Does the library deliver books to faculty offices?"
    assert first.answer.startswith("Yes. Faculty may ask for **office delivery** in the catalog")
    assert first.also == ("Faculty", "Delivery")
    assert first.url == "https://answers.alderbay.example/faq/200100"
    assert (first.source, first.language) == ("LibAnswers", "en")
    assert str(first.updated) == "2026-01-01"
    assert not any("track(" in entry.answer for entry in faqs.entries)


async def test_a_last_page_that_is_told_again_ends_it() -> None:
    page = {"faqs": [row(n) for n in range(1, 21)]}
    faqs, asked = await told(page, page)
    assert (len(faqs.entries), asked) == (20, ["1", "2"])


async def test_a_short_page_is_the_last() -> None:
    faqs, asked = await told({"faqs": [row(1)]})
    assert (len(faqs.entries), asked) == (1, ["1"])


async def test_a_whole_page_that_cannot_be_read_does_not_end_it() -> None:
    bad = [row(n, answer=None) for n in range(21, 41)]
    faqs, asked = await told({"faqs": [row(n) for n in range(1, 21)]}, {"faqs": bad}, [row(41)])
    assert (len(faqs.entries), faqs.skipped, asked) == (21, 20, ["1", "2", "3"])


async def test_half_a_character_reaches_no_database(tmp_path: Path) -> None:
    half, hidden = "https://x.example/\ud800", "a\U000e0100\ufeff\u061cb?"
    faqs, _ = await told(
        [
            row(1, url={"public": half}),
            row(2, answer=f'<a href="{half}">t</a>'),
            row(3, question=hidden, topics=[{"name": "t\U000e0100\ud800"}]),
        ]
    )
    async with syncing(tmp_path / "t.db", Told(*faqs.entries)) as (sync, table):
        await sync.once()
        first, second, third = table.all()
    assert (first.url, second.links, third.question, third.also) == ("", (), "ab?", ("t",))


async def test_a_row_that_cannot_be_read_is_left_out_and_the_rest_stays() -> None:
    rows = [
        row(1),
        row(1),
        5,
        {"question": "No id?", "answer": "x"},
        row(2, faqid="x"),
        row(3, question="<p> </p>"),
        row(4, answer="<script>x</script>"),
        row(5, answer=None),
        row(6, topics="x", url="javascript:x", updated="soon"),
        row(7, faqid="7", topics=[{"name": "A"}, {"name": 5}, 3], updated="2026-99-01 00:00:00"),
    ]
    faqs, _ = await told({"faqs": rows})
    assert [entry.id for entry in faqs.entries] == ["libanswers-1", "libanswers-6", "libanswers-7"]
    assert faqs.skipped == 6
    assert faqs.entries[1].url == ""
    assert (faqs.entries[2].also, faqs.entries[2].updated) == (("A",), None)


@pytest.mark.parametrize("answer", [{"faqs": 5}, 5, {"rows": []}, "x"])
async def test_an_answer_of_another_frame_is_refused(answer: Any) -> None:
    with pytest.raises(LibAnswersNonsense):
        await told(answer)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.HTML, LibAnswersNonsense),
        (Fault.HALF_JSON, LibAnswersNonsense),
        (Fault.ERROR_IN_200, LibAnswersRefused),
        (Fault.BUSY, LibAnswersUnavailable),
        (Fault.BROKEN, LibAnswersUnavailable),
    ],
)
async def test_each_failure_has_its_error(fault: Fault, error: type[KioskError]) -> None:
    with pytest.raises(error, match="LibAnswers"):
        await fetched(Faults(faqs=fault))


async def test_wrong_credentials_are_told_as_such() -> None:
    async with running_libcal(TurnableClock()) as url, http_client(url) as client:
        wrong = LibAnswers(client_id=CLIENT_ID, client_secret=Secret("wrong"))
        with pytest.raises(LibAnswersRefused, match="credentials"):
            await libanswers_client(wrong, client, HurriedClock()).fetch()


async def test_half_of_the_credentials_is_a_wrong_setting() -> None:
    async with http_client("http://127.0.0.1:9") as client:
        with pytest.raises(SettingError, match="client_secret"):
            libanswers_client(LibAnswers(client_id="1"), client, HurriedClock())


class Told:
    """A LibAnswers that has these entries now."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = entries
        self.fails: KioskError | None = None
        self.asked = 0
        self.skipped = 0
        self.is_cut_off = False

    async def fetch(self) -> Faqs:
        self.asked += 1
        if self.fails is not None:
            raise self.fails
        return Faqs(self.entries, self.skipped, self.is_cut_off)


def entries(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(f"libanswers-{n}", "en", f"Question {n}?", "Yes.") for n in range(count))


@asynccontextmanager
async def syncing(
    path: Path, told_: Told, clock: TurnableClock | None = None
) -> AsyncIterator[tuple[KnowledgeSync, KnowledgeTable]]:
    thread = DatabaseThread()
    with open_database(path) as database:
        table = KnowledgeTable(database, PlainTerms())
        sync = KnowledgeSync(
            fetcher=told_,
            table=table,
            log=SyncLog(database, Synced.LIBANSWERS),
            database_thread=thread,
            clock=clock or TurnableClock(),
            random=seeded(),
            refresh_seconds=600,
        )
        yield sync, table
        thread.close()


async def test_what_libanswers_tells_is_stored_beside_what_the_files_hold(tmp_path: Path) -> None:
    of_a_file = Entry("print-cost", "en", "Cost?", "Ten cents.")
    async with syncing(tmp_path / "t.db", Told(*entries(3))) as (sync, table):
        table.replace(Origin.FILES, [of_a_file])
        outcome = await sync.once()
        assert outcome.summary == "LibAnswers: 3 answers; 3 new, 0 changed, 0 gone"
        assert {entry.id for entry in table.all()} == {
            "print-cost",
            *(entry.id for entry in entries(3)),
        }


async def test_each_attempt_is_on_record(tmp_path: Path) -> None:
    told_, clock = Told(*entries(3)), TurnableClock()
    async with syncing(tmp_path / "t.db", told_, clock) as (sync, _):
        await sync.once()
        told_.fails = LibAnswersUnavailable("LibAnswers did not answer")
        with pytest.raises(LibAnswersUnavailable):
            await sync.once()
    with open_database(tmp_path / "t.db") as database:
        log = SyncLog(database, Synced.LIBANSWERS)
        assert log.last() == SyncRun(
            clock.now(), succeeded=False, summary="LibAnswers did not answer"
        )
        assert log.last_success() == clock.now()
        assert SyncLog(database, Synced.LIBCAL).last() is None


async def test_what_is_beyond_the_last_page_that_we_ask_for_is_spoken_of(tmp_path: Path) -> None:
    told_ = Told(*entries(3))
    told_.is_cut_off = True
    async with syncing(tmp_path / "t.db", told_) as (sync, _):
        assert "more than 4000 are not fetched" in (await sync.once()).summary


async def test_far_fewer_answers_than_before_are_believed_only_by_a_person(tmp_path: Path) -> None:
    told_ = Told(*entries(10))
    async with syncing(tmp_path / "t.db", told_) as (sync, table):
        await sync.once()
        told_.entries = entries(4)
        with pytest.raises(LibAnswersNonsense, match="kiosk sync --accept"):
            await sync.once()
        assert len(table.all()) == 10
        outcome = await sync.once(accept=True)
        assert outcome.changes.removed
        assert len(table.all()) == 4


async def test_rows_none_of_which_can_be_read_replace_nothing(tmp_path: Path) -> None:
    told_ = Told()
    told_.skipped = 20
    async with syncing(tmp_path / "t.db", told_) as (sync, _):
        with pytest.raises(LibAnswersNonsense, match="none of LibAnswers' 20 rows"):
            await sync.once(accept=True)


async def test_after_a_failure_it_is_asked_again_sooner(tmp_path: Path) -> None:
    told_ = Told(*entries(2))
    told_.fails = LibAnswersUnavailable("no line")
    failures: list[KioskError] = []
    clock = TurnableClock()
    async with syncing(tmp_path / "t.db", told_, clock) as (sync, table):
        task = asyncio.create_task(sync.run(failures.append))
        await clock.until_sleeping()
        assert (failures, clock.slept[-1] <= 60) == ([told_.fails], True)
        told_.fails = None
        await clock.wake_next()
        await clock.until_sleeping()
        assert clock.slept[-1] > 500
        assert len(table.all()) == 2
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_busy_libanswers_is_left_alone_for_as_long_as_it_says() -> None:
    async def busy(_: Request) -> Response:
        return PlainTextResponse("slow down", 429, {"Retry-After": "900"})

    app = Starlette(routes=[Route("/oauth/token", busy, methods=["POST"])])
    async with serving(app) as url, asked_of(url) as client:
        for _ in range(2):
            with pytest.raises(LibAnswersUnavailable):
                await client.fetch()
