"""The desk's database file: opened, migrated, or refused and left as it was."""

import sqlite3
import stat
import sys
from pathlib import Path

import pytest
from sqlalchemy import MetaData, Table, inspect, text
from sqlalchemy.exc import IntegrityError

from kiosk.core.errors import StorageTooNew, StorageUnreadable
from kiosk.desk import migrations, tables
from kiosk.desk.database import Database, open_database
from tests.fakes.clock import TurnableClock


def test_a_new_file_is_private_and_durable(database: Database, tmp_path: Path) -> None:
    with database.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete")
        }

    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "secure_delete": 1,
    }
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "desk.db").stat().st_mode) == 0o600


def test_opening_again_runs_no_migration_twice(tmp_path: Path, clock: TurnableClock) -> None:
    open_database(tmp_path / "desk.db", clock).close()
    again = open_database(tmp_path / "desk.db", clock)

    with again.writing() as connection:
        assert migrations.apply(connection, clock.now()) == []
        assert migrations.applied(connection) == list(migrations.steps())
    again.close()


def test_the_migrations_make_what_the_statements_expect(
    database: Database, tmp_path: Path, clock: TurnableClock
) -> None:
    straight = open_database(tmp_path / "straight.db", clock)
    with straight.writing() as connection:
        tables.metadata.drop_all(connection)
        tables.metadata.create_all(connection)
        expected = _picture(MetaData(), connection)
    straight.close()

    with database.reading() as connection:
        assert _picture(MetaData(), connection) == expected


def _picture(metadata: MetaData, connection: object) -> dict[str, object]:
    metadata.reflect(connection)  # type: ignore[arg-type]  # a connection is accepted
    look = inspect(connection)
    assert look is not None
    return {
        name: (
            _columns(table),
            sorted(str(one) for one in look.get_indexes(name)),
            sorted(str(one) for one in look.get_check_constraints(name)),
            sorted(str(one) for one in look.get_unique_constraints(name)),
            sorted(str(one) for one in look.get_foreign_keys(name)),
        )
        for name, table in metadata.tables.items()
    }


def _columns(table: Table) -> list[tuple[str, str, bool | None, bool]]:
    return [(c.name, str(c.type), c.nullable, c.primary_key) for c in table.columns]


def test_a_file_of_a_newer_version_is_refused_and_not_touched(
    tmp_path: Path, clock: TurnableClock
) -> None:
    path = tmp_path / "desk.db"
    database = open_database(path, clock)
    with database.writing() as connection:
        connection.execute(
            tables.migrations.insert().values(name="m999_future", applied_at=clock.now())
        )
    database.close()
    before = path.read_bytes()

    with pytest.raises(StorageTooNew, match="m999_future"):
        open_database(path, clock)
    assert path.read_bytes() == before


def test_a_damaged_file_is_refused_and_not_touched(tmp_path: Path, clock: TurnableClock) -> None:
    path = tmp_path / "desk.db"
    open_database(path, clock).close()
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 3] = b"\x7f" * 4096 * 2
    path.write_bytes(content)

    with pytest.raises(StorageUnreadable, match="damaged"):
        open_database(path, clock)
    assert path.read_bytes() == bytes(content)


@pytest.mark.parametrize("content", [b"not a database at all, but long enough" * 40, b"x"])
def test_what_is_no_database_is_refused(
    tmp_path: Path, clock: TurnableClock, content: bytes
) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)

    with pytest.raises(StorageUnreadable):
        open_database(path, clock)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path, clock: TurnableClock) -> None:
    path = tmp_path / "desk.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.commit()
    other.close()

    with pytest.raises(StorageUnreadable, match="not a staff desk's database"):
        open_database(path, clock)


def test_a_folder_in_place_of_the_file_is_one_sentence(
    tmp_path: Path, clock: TurnableClock
) -> None:
    (tmp_path / "desk.db").mkdir()

    with pytest.raises(StorageUnreadable, match=r"desk\.db"):
        open_database(tmp_path / "desk.db", clock)


def test_a_file_in_place_of_the_folder_is_one_sentence(
    tmp_path: Path, clock: TurnableClock
) -> None:
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(StorageUnreadable, match="cannot be opened"):
        open_database(tmp_path / "data" / "desk.db", clock)


def test_half_a_transaction_is_no_transaction(database: Database, clock: TurnableClock) -> None:
    row = {"name": "T", "token_hash": "x", "created_at": clock.now()}

    def insert_twice() -> None:
        with database.writing() as connection:
            connection.execute(tables.terminals.insert().values(row))
            connection.execute(tables.terminals.insert().values(row))

    with pytest.raises(IntegrityError):
        insert_twice()

    with database.reading() as connection:
        assert connection.execute(tables.terminals.select()).all() == []


def test_a_table_that_vanished_while_running_is_a_storage_error(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("DROP TABLE answers"))

    with (
        pytest.raises(StorageUnreadable, match="cannot be used"),
        database.reading() as connection,
    ):
        connection.execute(tables.answers.select())
