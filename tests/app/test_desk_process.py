"""The staff desk as its own process: starts, is told to stop, starts again with everything."""

import contextlib
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from kiosk.app.desk_process import add_librarian, add_terminal, run
from kiosk.core.errors import KioskError, SettingError, StorageTooNew, UsageError
from kiosk.core.paths import Folders
from kiosk.core.secret import Secret
from kiosk.core.settings import DeskServer, Settings
from kiosk.desk import tables
from kiosk.desk.database import open_database
from tests.fakes.clock import TurnableClock

PASSWORD = Secret("correct horse")
PROGRAM = """
import sys
from kiosk.app.desk_process import run
from kiosk.core.paths import Folders
from kiosk.core.settings import DeskServer, Settings
sys.exit(run(Settings(desk_server=DeskServer(port=0)), Folders.at(sys.argv[1])))
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(str(tmp_path))


@contextlib.contextmanager
def desk_process(home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A desk's process and its address; killed if the test did not stop it."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())["url"]
        finally:
            process.kill()


def ticket() -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "code": "K7M4",
        "question": "Where is the 1911 atlas?",
        "language": "en",
        "created_at": "2026-11-25T17:00:00Z",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_a_desk_with_open_streams_stops_soon_and_keeps_everything(
    tmp_path: Path, folders: Folders
) -> None:
    token = add_terminal(folders, "Ground floor", 9101).reveal()
    add_librarian(folders, "Maya Okafor", PASSWORD)
    letter = ticket()
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(letter["id"])}

    with (
        desk_process(tmp_path) as (process, url),
        httpx.Client(base_url=f"{url}/api/v1", headers=headers, trust_env=False) as terminal,
        httpx.Client(base_url=url, trust_env=False) as browser,
    ):
        sent = terminal.post("/tickets", json=letter)
        entered = {"name": "maya okafor", "password": PASSWORD.reveal()}
        assert browser.post("/sign-in", data=entered).status_code == 303
        with (
            browser.stream("GET", "/live") as live,
            terminal.stream("GET", f"/tickets/{letter['id']}/events") as events,
        ):
            assert next(live.iter_lines()) == "event: queue"
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=10) == 0
            assert list(events.iter_lines()) == []

    with desk_process(tmp_path) as (_, url), httpx.Client(trust_env=False) as terminal:
        again = terminal.post(f"{url}/api/v1/tickets", json=letter, headers=headers)
        assert (again.status_code, again.json()) == (201, sent.json())


def test_a_taken_port_is_one_sentence(folders: Folders) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(KioskError, match=rf"cannot listen on 127\.0\.0\.1 port {port}"):
            run(Settings(desk_server=DeskServer(port=port)), folders)


def test_an_unknown_time_zone_is_one_sentence(folders: Folders) -> None:
    with pytest.raises(SettingError, match="Atlantis"):
        run(Settings(timezone="Europe/Atlantis"), folders)
    assert not folders.desk_database.exists()


def test_a_newer_database_stops_the_desk(folders: Folders) -> None:
    clock = TurnableClock()
    database = open_database(folders.desk_database, clock)
    with database.writing() as connection:
        row = {"name": "m999_future", "applied_at": clock.now()}
        connection.execute(tables.migrations.insert().values(row))
    database.close()

    with pytest.raises(StorageTooNew):
        run(Settings(desk_server=DeskServer(port=0)), folders)


def test_letting_people_in_says_what_happened(folders: Folders) -> None:
    assert add_librarian(folders, " Maya  Okafor", PASSWORD) == "Maya Okafor can sign in now."
    assert add_librarian(folders, "maya okafor", Secret("battery staple")).endswith(
        "has a new password now."
    )
    with pytest.raises(UsageError, match="8 to 1000 characters"):
        add_librarian(folders, "Noah", Secret("short"))


def test_a_terminals_token_does_not_print_itself(folders: Folders) -> None:
    token = add_terminal(folders, "Ground floor")

    assert str(token) == "(secret)"
    assert token.reveal() != add_terminal(folders, "Ground floor").reveal()
