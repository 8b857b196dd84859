"""The screen's process, with the test as its watchdog, and no network."""

import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from kiosk.app.tour_hands import Patron
from kiosk.core.paths import Folders
from kiosk.core.reasons import Reason
from kiosk.store.database import files_set_aside, open_database
from tests.app.screens import screen_process

VISIT = {
    "look": {"theme": "dark", "text_scale": 1.0, "low_reach": False, "reduced_motion": False},
    "language": "en",
    "reading": {"on": False, "volume": 0.5, "rate": 0.0},
    "ticket": None,
    "rows": [{"kind": "patron", "text": "Where is the atlas?", "cards": []}],
}


def test_the_screen_shows_itself_beats_and_goes_when_the_watchdog_hangs_up(tmp_path: Path) -> None:
    with screen_process(tmp_path) as screen:
        screen.tell(None)
        screen.until_ready()
        screen.until(lambda: len(screen.heard("beat")) >= 2)
        frames = [beat["frames"] for beat in screen.heard("beat")]
        code, errors = screen.hang_up()
        assert (code, frames == sorted(frames)) == (0, True), errors
        assert "Traceback" not in errors


def test_a_visit_that_was_left_goes_on_and_its_end_is_told(tmp_path: Path) -> None:
    patron = Patron()
    with screen_process(tmp_path, "--driver", patron.address) as screen:
        screen.tell(VISIT)
        patron.wait_for_screen()
        assert [row["text"] for row in patron.rows()] == ["Where is the atlas?"]
        patron.write("chatField", "where is it?")
        patron.press("Return")
        patron.wait_until(lambda: len(patron.rows()) == 3, "the answer stands")
        screen.until(lambda: len(screen.heard("snapshot")) >= 1)
        patron.tap("done")
        screen.until(lambda: screen.heard("forget"))
        patron.leave()
        assert screen.hang_up()[0] == 0


def test_a_visit_that_is_nonsense_is_dropped(tmp_path: Path) -> None:
    with screen_process(tmp_path, "--software") as screen:
        screen.tell({"rows": 5})
        screen.until_ready()
        screen.until(lambda: screen.heard("forget"))
        code, errors = screen.hang_up()
        assert code == 0
        assert "the visit that was left behind cannot be read" in errors


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_unwatched_it_runs_until_a_signal(tmp_path: Path) -> None:
    patron = Patron()
    with screen_process(tmp_path, "--driver", patron.address, watched=False) as screen:
        patron.wait_for_screen()
        screen.process.send_signal(signal.SIGTERM)
        code, errors = screen.ended()
        assert code == 0, errors
        patron.leave()


def test_a_damaged_database_is_set_aside(tmp_path: Path) -> None:
    path = Folders.at(str(tmp_path)).terminal_database
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database at all" * 100)
    with screen_process(tmp_path) as screen:
        screen.tell(None)
        screen.until_ready()
        code, errors = screen.hang_up()
        assert code == 0
        assert "a new one was begun" in errors
    assert len(files_set_aside(path)) == 1


def test_a_newer_database_ends_it_with_the_code_that_the_watchdog_knows(tmp_path: Path) -> None:
    path = Folders.at(str(tmp_path)).terminal_database
    path.parent.mkdir(parents=True)
    with open_database(path) as database:
        name = database.execute("select name from sqlite_master where name like '%migrations%'")
        table = name.fetchone()[0]
    with sqlite3.connect(path) as raw:
        columns = [row[1] for row in raw.execute(f"pragma table_info({table})")]
        kept = raw.execute(f"select * from {table}").fetchone()  # noqa: S608  our own table
        row = dict(zip(columns, kept, strict=True)) | {"name": "m999_future"}
        row.pop("id", None)
        places = ", ".join("?" for _ in row)
        raw.execute(
            f"insert into {table} ({', '.join(row)}) values ({places})",  # noqa: S608  as above
            list(row.values()),
        )
    raw.close()
    with screen_process(tmp_path) as screen:
        assert screen.ended()[0] == Reason.DATABASE_UNREADABLE


def test_the_screen_listens_nowhere(tmp_path: Path) -> None:
    patron = Patron()
    with screen_process(tmp_path, "--driver", patron.address) as screen:
        screen.tell(None)
        patron.wait_for_screen()
        listening = Path(f"/proc/{screen.process.pid}/net/tcp")
        if listening.exists():
            inodes = _sockets_of(screen.process.pid)
            rows = [line.split() for line in listening.read_text().splitlines()[1:]]
            assert not [row for row in rows if row[3] == "0A" and row[9] in inodes]
        patron.leave()
        screen.hang_up()


def _sockets_of(pid: int) -> set[str]:
    links = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()]
    return {link[8:-1] for link in links if link.startswith("socket:[")}
