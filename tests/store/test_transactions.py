import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.core.errors import StorageUnreadable
from kiosk.store.connection import Database
from kiosk.store.database import memory_database
from kiosk.store.places import PlacesTable
from kiosk.store.syncs import Synced, SyncLog
from kiosk.store.transactions import file_of, writing
from tests.store.examples import FETCHED

INSERT = "INSERT INTO syncs (at, succeeded, summary) VALUES ('', 1, '')"


def count(database: Database) -> int:
    return int(database.execute("SELECT count(*) FROM syncs").fetchone()[0])


def test_all_of_a_block_is_kept(database: Database) -> None:
    with writing(database):
        database.execute(INSERT)
        database.execute(INSERT)
    assert count(database) == 2


def fail_half_way(database: Database) -> None:
    with writing(database):
        database.execute(INSERT)
        raise KeyError


def test_nothing_of_a_block_that_fails_is_kept(database: Database) -> None:
    with pytest.raises(KeyError):
        fail_half_way(database)
    assert count(database) == 0


def test_a_writer_waits_for_another_process_and_then_writes(database: Database, path: Path) -> None:
    """Also where the other one writes between our reading and our writing."""
    count(database)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(INSERT)
    SyncLog(database, Synced.LIBCAL).record(FETCHED, succeeded=True, summary="")
    assert count(database) == 2


def test_a_database_that_cannot_be_written_is_one_of_our_errors(database: Database) -> None:
    database.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageUnreadable, match="readonly"):
        SyncLog(database, Synced.LIBCAL).record(FETCHED, succeeded=True, summary="")


def test_a_row_that_we_did_not_write_is_one_of_our_errors(database: Database) -> None:
    database.execute(
        "INSERT INTO places (location_id, name, category, address, phone, url, fetched_at) "
        "VALUES (1, '', '', '', '', '', 'yesterday')"
    )
    with pytest.raises(StorageUnreadable, match="did not write"):
        PlacesTable(database).all()


def test_messages_name_the_file(database: Database, path: Path) -> None:
    assert file_of(database) == str(path)
    with memory_database() as fleeting:
        assert file_of(fleeting) == "in memory"
