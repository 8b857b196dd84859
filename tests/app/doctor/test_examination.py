from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx

from kiosk.app.configuration import Configuration, read_configuration
from kiosk.app.doctor.examination import Surroundings, examine, exit_code
from kiosk.app.doctor.finding import Finding, Verdict
from kiosk.app.doctor.services import Transport
from kiosk.app.secrets import KeyringStore
from kiosk.app.sources import Source
from kiosk.app.sync_command import run as sync
from kiosk.core.clock import FixedClock
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.settings import LibCal
from kiosk.demo.libcal import libcal_simulator
from kiosk.demo.library import alder_bay
from tests.app.consoles import Desk
from tests.fakes.keyring import FakeKeyring

NOON = FixedClock(datetime(2026, 11, 25, 17, tzinfo=UTC))
ADDRESS = "http://127.0.0.1:1/api/1.1"


def simulator() -> httpx.ASGITransport:
    return httpx.ASGITransport(libcal_simulator(alder_bay(), NOON))


def findings(
    home: Path, variables: Mapping[str, str], transport: Transport = simulator
) -> dict[str, Finding]:
    """What the doctor says of an installation whose whole network is a LibCal."""
    store = KeyringStore(None, load=FakeKeyring)
    around = Surroundings(
        {"DISPLAY": ":0"},
        store,
        NOON,
        transport=transport,
        writing_systems=lambda: {"Latin", "Arabic", "SimplifiedChinese"},
        platform="linux",
        lock=lambda *_: (),
        engine=lambda: "speechd",
        voices=lambda _: {"en", "es", "fr", "zh", "ar"},
    )
    environment = {"KIOSK_HOME": str(home), **variables}

    def read() -> Configuration:
        return read_configuration(environment, policy=lambda _: Source("", {}), secrets=store)

    return {finding.check: finding for finding in examine(read, Folders.at(str(home)), around)}


def test_a_terminal_that_is_set_up_is_well(tmp_path: Path) -> None:
    libcal = LibCal(base_url=ADDRESS, iid=9100)
    zone = ZoneInfo("America/New_York")
    database = Folders.at(str(tmp_path)).terminal_database
    sync(libcal, database, zone=zone, clock=NOON, transport=simulator())
    found = findings(
        tmp_path,
        {
            "KIOSK_LIBCAL__BASE_URL": ADDRESS,
            "KIOSK_LIBCAL__IID": "9100",
            "KIOSK_TIMEZONE": zone.key,
            "KIOSK_STAFF__PIN_HASH": "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
            "KIOSK_CONTENT": str(resource_folder() / "demo"),
        },
    )
    not_well = {
        name: finding.sentence for name, finding in found.items() if finding.verdict != "ok"
    }
    assert list(not_well) == ["desk"]
    assert "not set up" in not_well["desk"]
    assert exit_code(list(found.values())) == 0


def test_an_empty_machine_is_told_what_to_do(tmp_path: Path) -> None:
    found = findings(tmp_path, {"KIOSK_PONY": "1"})
    assert "kiosk sync" in found["database"].sentence
    assert "KIOSK_PONY" in found["settings"].sentence
    assert exit_code(list(found.values())) == 1
    assert not (tmp_path / "data" / "terminal.db").exists()


def test_a_wrong_setting_does_not_end_the_examination(tmp_path: Path) -> None:
    found = findings(tmp_path, {"KIOSK_LOCATION": "main"})
    assert found["settings"].verdict is Verdict.FAILED
    assert found["folders"].verdict is Verdict.OK


def test_a_clock_before_the_data_is_a_failure(tmp_path: Path) -> None:
    database = Folders.at(str(tmp_path)).terminal_database
    later = FixedClock(NOON.now() + timedelta(days=3))
    libcal = LibCal(base_url=ADDRESS, iid=9100)
    sync(libcal, database, zone=ZoneInfo("UTC"), clock=later, transport=simulator())
    found = findings(tmp_path, {})
    assert found["clock"].verdict is Verdict.FAILED
    assert "fetched later, 2026-11-28 17:00 UTC" in found["clock"].sentence


def test_a_clock_that_libcal_does_not_agree_with_is_a_failure(tmp_path: Path) -> None:
    def dated(_request: httpx.Request) -> httpx.Response:
        headers = {"Date": "Wed, 25 Nov 2026 18:00:00 GMT"}
        return httpx.Response(200, json={"locations": []}, headers=headers)

    variables = {"KIOSK_LIBCAL__BASE_URL": ADDRESS, "KIOSK_LIBCAL__IID": "9100"}
    found = findings(tmp_path, variables, transport=lambda: httpx.MockTransport(dated))
    assert found["clock"].verdict is Verdict.FAILED
    assert "by LibCal it is 2026-11-25 18:00 UTC" in found["clock"].sentence


def test_a_damaged_database_and_a_missing_content_are_failures(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "terminal.db").write_bytes(b"not a database at all" * 100)
    found = findings(tmp_path, {"KIOSK_CONTENT": str(tmp_path / "nowhere")})
    assert found["database"].verdict is Verdict.FAILED
    assert found["content"].verdict is Verdict.FAILED
    assert (tmp_path / "data" / "terminal.db").read_bytes().startswith(b"not a database")


def test_the_command_prints_one_line_a_check(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.type("doctor") == 1
    lines = desk.out.splitlines()
    assert len(lines) > 10
    assert all(line.split()[0] in {"ok", "warning", "failed", "unknown"} for line in lines)
