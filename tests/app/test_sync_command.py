from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from kiosk.app.sync_command import run
from kiosk.core.clock import FixedClock
from kiosk.core.errors import (
    ClockDoubted,
    LibCalSuspicious,
    LibCalUnavailable,
    SettingError,
)
from kiosk.core.settings import LibCal
from kiosk.demo.libcal import libcal_simulator
from kiosk.demo.library import DemoLibrary, alder_bay
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from kiosk.store.syncs import Synced, SyncLog
from tests.app.consoles import Desk

NOON = FixedClock(datetime(2026, 11, 25, 17, tzinfo=UTC))
ZONE = ZoneInfo("America/New_York")
LIBCAL = LibCal(base_url="http://127.0.0.1:1/api/1.1", iid=9100)


def sync(file: Path, transport: httpx.AsyncBaseTransport) -> str:
    return run(LIBCAL, file, zone=ZONE, clock=NOON, transport=transport)


def simulator() -> httpx.ASGITransport:
    return httpx.ASGITransport(libcal_simulator(alder_bay(), NOON))


def test_one_sync_fills_the_database_and_says_so(tmp_path: Path) -> None:
    summary = sync(tmp_path / "terminal.db", simulator())
    assert summary.startswith("6 places, ")
    database = open_database(tmp_path / "terminal.db")
    assert HoursTable(database).oldest_fetch() == NOON.now()
    database.close()


def test_a_libcal_that_is_gone_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "terminal.db"
    sync(file, simulator())
    with pytest.raises(LibCalUnavailable):
        sync(file, httpx.MockTransport(lambda _: httpx.Response(503)))
    database = open_database(file)
    assert HoursTable(database).oldest_fetch() == NOON.now()
    last = SyncLog(database, Synced.LIBCAL).last()
    assert last is not None
    assert not last.succeeded
    database.close()


def closed_for_weeks() -> DemoLibrary:
    """Somebody emptied LibCal's templates."""
    library = alder_bay()
    places = (replace(place, hours=lambda _: {"status": "closed"}) for place in library.places)
    return replace(library, places=tuple(places))


def test_an_answer_that_looks_wrong_is_stored_only_when_a_person_says_so(tmp_path: Path) -> None:
    file = tmp_path / "terminal.db"
    sync(file, simulator())
    odd = httpx.ASGITransport(libcal_simulator(closed_for_weeks(), NOON))
    with pytest.raises(LibCalSuspicious, match="days of all places are closed"):
        sync(file, odd)
    summary = run(LIBCAL, file, zone=ZONE, clock=NOON, accept=True, transport=odd)
    assert "accepted as it is" in summary


def answering_on(date: str) -> httpx.MockTransport:
    """A LibCal with hours, whose own clock shows that."""
    day = {"date": "2026-11-25", "times": {"status": "closed"}}
    row = {"lid": 1, "name": "M", "weeks": [{"Wednesday": day}]}
    answer = {"locations": [row]}
    return httpx.MockTransport(lambda _: httpx.Response(200, json=answer, headers={"Date": date}))


def test_a_clock_that_libcal_does_not_agree_with_stores_nothing(tmp_path: Path) -> None:
    file = tmp_path / "terminal.db"
    transport = answering_on("Wed, 25 Nov 2026 18:00:00 GMT")
    with pytest.raises(ClockDoubted, match="by LibCal it is 2026-11-25 18:00 UTC"):
        sync(file, transport)
    summary = run(LIBCAL, file, zone=ZONE, clock=NOON, clock_is_stated=True, transport=transport)
    assert summary.startswith("1 places")


def test_without_an_address_the_setting_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"libcal\.base_url"):
        run(LibCal(), tmp_path / "terminal.db", zone=ZONE, clock=NOON)


def test_the_command_says_why_nothing_could_be_fetched(tmp_path: Path) -> None:
    desk = Desk(tmp_path, KIOSK_LIBCAL__BASE_URL=LIBCAL.base_url, KIOSK_LIBCAL__IID="9100")
    assert desk.type("sync", "--now", "2026-11-25T12:00:00-05:00") == 1
    assert desk.err.startswith("kiosk: LibCal did not answer")
    assert len(desk.err.splitlines()) == 1
    assert desk.out == ""


def test_the_command_without_settings_ends_with_2(tmp_path: Path) -> None:
    assert Desk(tmp_path).type("sync") == 2


def test_one_service_alone_is_asked_where_a_person_wants_that(tmp_path: Path) -> None:
    nowhere = {
        "KIOSK_LIBCAL__BASE_URL": LIBCAL.base_url,
        "KIOSK_LIBANSWERS__BASE_URL": "http://127.0.0.1:1",
        "KIOSK_LIBANSWERS__CLIENT_ID": "7",
        "KIOSK_LIBANSWERS__CLIENT_SECRET": "invented",
    }
    desk = Desk(tmp_path, KIOSK_LIBCAL__IID="9100", **nowhere)
    assert desk.type("sync", "--only", "libanswers") == 1
    assert desk.err.startswith("kiosk: LibAnswers did not answer")
    assert "LibCal" not in desk.err


def test_a_service_that_is_not_set_up_is_named(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.type("sync", "--only", "libanswers") == 2
    assert "libanswers.base_url" in desk.err
