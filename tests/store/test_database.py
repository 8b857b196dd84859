import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.core.errors import StorageTooNew, StorageUnreadable
from kiosk.store.database import memory_database, open_database, storage_errors
from kiosk.store.hours import HoursTable
from kiosk.store.syncs import Synced, SyncLog
from tests.store.examples import FETCHED, MONDAY, TUESDAY, a_day, a_place


def a_filled_database(path: Path) -> None:
    """A file of many pages, closed properly."""
    with open_database(path) as database:
        places = [a_place(number) for number in range(50)]
        days = [a_day(MONDAY, location_id=place.location_id, note="x" * 500) for place in places]
        HoursTable(database).replace(places, days, MONDAY, TUESDAY)


def test_a_new_file_is_made_with_its_folder_and_is_private(path: Path) -> None:
    with open_database(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_log_beside_the_file_is_private_too(path: Path) -> None:
    with open_database(path) as database:
        SyncLog(database, Synced.LIBCAL).record(FETCHED, succeeded=True, summary="")
        log = path.with_name("terminal.db-wal")
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_an_opened_file_is_set_up_for_power_cuts_and_privacy(path: Path) -> None:
    with open_database(path) as database:

        def pragma(name: str) -> object:
            return database.execute(f"PRAGMA {name}").fetchone()[0]

        assert pragma("journal_mode") == "wal"
        assert pragma("synchronous") == 2  # FULL
        assert pragma("secure_delete") == 1
        assert pragma("foreign_keys") == 1
        assert pragma("temp_store") == 2  # MEMORY


def test_what_was_written_is_there_when_the_file_is_opened_again(path: Path) -> None:
    a_filled_database(path)
    with open_database(path) as database:
        assert len(HoursTable(database).days(7, MONDAY, TUESDAY)) == 1


def test_a_damaged_file_is_refused_and_left_as_it_is(path: Path) -> None:
    a_filled_database(path)
    pages = bytearray(path.read_bytes())
    pages[8192:16384] = b"\xa5" * 8192
    path.write_bytes(pages)
    with pytest.raises(StorageUnreadable, match=r"terminal\.db is damaged .*`kiosk sync`"):
        open_database(path)
    assert path.read_bytes() == pages


def test_a_truncated_file_is_refused_and_left_as_it_is(path: Path) -> None:
    a_filled_database(path)
    half = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(half)
    with pytest.raises(StorageUnreadable, match="damaged"):
        open_database(path)
    assert path.read_bytes() == half


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary, " * 100)
    with pytest.raises(StorageUnreadable, match="not a database"):
        open_database(path)
    assert path.read_text().startswith("Dear diary, Dear")


def test_a_file_that_a_newer_version_wrote_is_refused_and_left_as_it_is(path: Path) -> None:
    a_filled_database(path)
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('terminal', 'm999_wings', '')"
        )
    before = path.read_bytes()
    with pytest.raises(StorageTooNew, match="m999_wings"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_told_in_one_sentence(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StorageUnreadable, match="cannot be used"):
        open_database(path)


def test_a_path_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageUnreadable, match="cannot be opened"):
        open_database(tmp_path / "file" / "terminal.db")


def test_a_file_that_cannot_be_opened_is_told_in_one_sentence(path: Path) -> None:
    """A folder stands in its place, which stops even root."""
    path.mkdir(parents=True)
    with pytest.raises(StorageUnreadable, match="cannot be"):
        open_database(path)


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(path: Path) -> None:
    path.parent.write_bytes(b"")
    with pytest.raises(StorageUnreadable, match="cannot be opened"):
        open_database(path)


def test_damage_met_while_running_is_one_of_our_errors(path: Path) -> None:
    a_filled_database(path)
    with open_database(path) as database:
        # No memory of pages read before, so that the damage is met.
        database.execute("PRAGMA cache_size = 0")
        with path.open("r+b") as file:
            file.seek(8192)
            file.write(b"\xa5" * (path.stat().st_size - 8192))
        with pytest.raises(StorageUnreadable, match="damaged"):
            HoursTable(database).oldest_fetch()


def test_a_table_that_is_gone_is_one_of_our_errors(path: Path) -> None:
    with open_database(path) as database:
        database.execute("DROP TABLE hours")
        with pytest.raises(StorageUnreadable, match="no such table"):
            HoursTable(database).days(9101, MONDAY, TUESDAY)


def test_a_database_in_memory_has_every_table() -> None:
    with memory_database() as database:
        assert HoursTable(database).days(9101, MONDAY, TUESDAY) == []


def test_errors_of_the_file_system_become_ours() -> None:
    with pytest.raises(StorageUnreadable, match="No space left"), storage_errors("terminal.db"):
        raise OSError(28, "No space left on device")
