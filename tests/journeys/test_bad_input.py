"""Whatever is wrong with what we are given: one sentence, the right exit code, nothing touched."""

import json
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kiosk.core.program import own_command
from kiosk.core.reasons import Reason
from tests.journeys.installation import Done, Installation
from tests.journeys.visitor import Visitor

MORNING = "2026-12-01T10:00:00-05:00"
SETTINGS = [
    ("LOCATION", "Marlowe", "whole number"),
    ("LOCATION", "0", "start at 1"),
    ("TIMEZONE", "Mars/Olympus", "IANA time zone"),
    ("LANGUAGE", "english, please", "language tag"),
    ("STALE_AFTER_MINUTES", "nan", "number"),
    ("LIBCAL__BASE_URL", "http://example.com/api/1.1", "https"),
    ("LIBCAL__BASE_URL", "libcal", "libcal.base_url"),
    ("LIBCAL__LOCATION_IDS", "9101;9102", "list of whole numbers"),
    ("DESK__URL", "ftp://desk.example", "desk.url"),
    ("DESK_SERVER__PORT", "70000", "65535"),
    ("SCREEN__THEME", "pink", "one of light, dark, contrast"),
    ("SCREEN__COUNTDOWN_SECONDS", "3", "at least 20"),
    ("SCREEN__FULL_SCREEN", "perhaps", "true or false"),
]
FILES = [
    (b"location = ", "has a mistake"),
    (b"location = 9101\nlocation = 9102\n", "has a mistake"),
    (b"libcal = 3\n", "must be a section"),
    (b"[watchdog]\nkill_seconds = 'many'\n", "watchdog.kill_seconds"),
    (b"[libcal]\nclient_secret = 'told'\n", "kiosk secret set libcal.client_secret"),
    (b"language = '\xff\xfe'\n", "has a mistake"),
]
WORDS = [
    ([], "COMMAND"),
    (["dance"], "invalid choice"),
    (["ask"], "required"),
    (["ask", "--now", "yesterday", "hi"], "no instant"),
    (["ask", "--now", "2026-12-01T10:00:00", "hi"], "no instant"),
    (["sync", "--everything"], "unrecognized"),
    (["demo", "--tour"], "expected one argument"),
    (["secret", "set"], "required"),
    (["secret", "set", "libcal.sceret"], "No secret has that name"),
    (["secret", "set", "libcal.client_secret"], "held no secret"),
    (["desk", "add-terminal", "  "], "name"),
    (["desk", "add-terminal", "Hall", "--location", "here"], "invalid int"),
]
CONTENT = [
    (None, "is missing"),
    (b"name = ", "is not TOML"),
    (b"nmae = 'Alder Bay'\n", "nmae"),
    (b"name = '\xff'\n", "UTF-8"),
    (b"timezone = 'Mars'\n", "timezone"),
    (b"[[places]]\nname = 'No id'\n", "location_id"),
]
GARBAGE = {"no database": b"garbage", "half of one": b"SQLite format 3\0" + b"\7" * 99}


@pytest.fixture
def synced(installation: Installation) -> Installation:
    """A terminal with databases of its own and of a desk."""
    assert installation.kiosk("ask", "hi").returncode == 0
    assert installation.kiosk("desk", "add-terminal", "Hall").returncode == 0
    return installation


@pytest.mark.parametrize(("name", "text", "part"), SETTINGS)
def test_a_setting_that_cannot_be_used_names_itself(
    installation: Installation, name: str, text: str, part: str
) -> None:
    installation.set(**{name: text})
    _assert_one_sentence(installation.kiosk("ask", "hi"), code=2, part=part)
    assert not installation.home.exists()


@pytest.mark.parametrize(("written", "part"), FILES)
def test_a_configuration_file_with_a_mistake_stays_as_it_is(
    installation: Installation, written: bytes, part: str
) -> None:
    file = _written(installation.folders.configuration_file, written)
    done = installation.kiosk("ask", "hi")

    _assert_one_sentence(done, code=2, part=part)
    assert "kiosk.toml" in done.stderr
    assert "told" not in done.stderr
    assert file.read_bytes() == written


def test_an_unknown_key_is_a_warning_and_no_more(installation: Installation) -> None:
    _written(installation.folders.configuration_file, b"[libcal]\nbase_ulr = 'x'\n")
    installation.set(DESK__TOKNE="secret words")
    done = installation.kiosk("ask", "hi")

    assert done.returncode == 0
    first, second = done.stderr.splitlines()
    assert first == (
        "kiosk: warning: 'KIOSK_DESK__TOKNE' in the environment is no setting; "
        "did you mean 'KIOSK_DESK__TOKEN'?"
    )
    assert second.startswith("kiosk: warning: 'libcal.base_ulr' in ")


@pytest.mark.parametrize(("words", "part"), WORDS, ids=lambda value: " ".join(value)[:30])
def test_a_command_line_that_is_wrong_is_told_so(
    installation: Installation, words: list[str], part: str
) -> None:
    done = installation.kiosk(*words)

    assert (done.returncode, done.stdout) == (2, "")
    assert part in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("written", "part"), CONTENT)
def test_content_with_a_mistake_names_file_and_key(
    installation: Installation, tmp_path: Path, written: bytes | None, part: str
) -> None:
    file = tmp_path / "content" / "library.toml"
    if written is not None:
        _written(file, written)
    installation.set(CONTENT=str(file.parent))
    done = installation.kiosk("ask", "hi")

    _assert_one_sentence(done, code=1, part=part)
    assert str(file) in done.stderr


@pytest.mark.parametrize("kind", GARBAGE)
def test_a_damaged_database_is_left_as_it_is(installation: Installation, kind: str) -> None:
    for file in (installation.folders.terminal_database, installation.folders.desk_database):
        _written(file, GARBAGE[kind])
    before = _contents(installation.folders.data)

    _assert_one_sentence(installation.kiosk("ask", "hi"), code=1, part="terminal.db")
    _assert_one_sentence(installation.kiosk("desk"), code=1, part="desk.db")
    assert _contents(installation.folders.data) == before


def test_a_newer_database_is_left_as_it_is(synced: Installation) -> None:
    folders = synced.folders
    with closing(sqlite3.connect(folders.terminal_database)) as database, database:
        database.execute(
            "UPDATE _sqlite_migrations SET name = 'm999_future' WHERE rowid = "
            "(SELECT max(rowid) FROM _sqlite_migrations)"
        )
    with closing(sqlite3.connect(folders.desk_database)) as database, database:
        database.execute(
            "INSERT INTO migrations SELECT 'm999_future', max(applied_at) FROM migrations"
        )
    before = _contents(folders.data)

    _assert_one_sentence(synced.kiosk("ask", "hi"), code=1, part="newer version")
    _assert_one_sentence(synced.kiosk("desk"), code=1, part="newer version")
    done = synced.kiosk("ui")
    assert done.returncode == Reason.DATABASE_UNREADABLE
    assert "newer version" in done.stderr
    assert "Traceback" not in done.stderr
    assert _contents(folders.data) == before


def test_a_locked_database_is_one_sentence(synced: Installation) -> None:
    before = _contents(synced.folders.data)
    with _locked(synced.folders.terminal_database):
        _assert_one_sentence(synced.kiosk("ask", "hi"), code=1, part="locked")
    assert synced.kiosk("ask", "hi").returncode == 0
    assert _contents(synced.folders.data).keys() == before.keys()


def test_a_folder_where_a_file_should_be_is_one_sentence(installation: Installation) -> None:
    installation.folders.terminal_database.mkdir(parents=True)
    _assert_one_sentence(installation.kiosk("ask", "hi"), code=1, part="terminal.db")
    shutil.rmtree(installation.home)
    installation.home.write_text("mine")
    _assert_one_sentence(installation.kiosk("ask", "hi"), code=2, part=str(installation.home))
    assert installation.home.read_text() == "mine"


def test_a_screen_sets_a_damaged_database_aside_and_goes_on(
    installation: Installation, patron: Visitor
) -> None:
    _written(installation.folders.terminal_database, GARBAGE["no database"])
    installation.start("ui", "--now", MORNING, "--driver", patron.address)
    patron.wait_for_screen()

    patron.wait_until(lambda: "could not be loaded" in patron.freshness(), "it says so")
    assert patron.headline() == "Ask us for today's hours"
    assert "librarian" in patron.ask("who painted the ceiling")
    [aside] = installation.folders.data.glob("terminal.db.damaged-*")
    assert aside.read_bytes() == GARBAGE["no database"]


def test_questions_that_are_no_text_are_still_answered(installation: Installation) -> None:
    lines = [b"\xff\xfe\x00", b"x" * 100_000, "\u202e\u0000\U0001f600".encode(), b"", b"hello"]
    done = subprocess.run(
        [*own_command(), "ask", "--json", "-"],
        env=installation.environment,
        input=b"\r\n".join(lines) + b"\n",
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines)
    assert all(answer["text"] for answer in answers)


def _assert_one_sentence(done: Done, code: int, part: str) -> None:
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert re.fullmatch(r"kiosk: [^\n]+\n", done.stderr), done.stderr
    assert part in done.stderr
    assert "this should not have happened" not in done.stderr


def _written(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Another program holds the file and lets nobody else in."""
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("BEGIN EXCLUSIVE")
        yield
