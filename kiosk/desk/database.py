"""Open the staff desk's database, or say in one sentence why not.

Statements are SQLAlchemy's, so that they run on PostgreSQL as well; what only SQLite needs
(its file, its pragmas, how it begins a transaction) is in this module and nowhere else.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from kiosk.core.clock import Clock
from kiosk.core.errors import StorageTooNew, StorageUnreadable
from kiosk.desk import migrations

BUSY_SECONDS = 5.0

_WRITES = "kiosk_writes"
_MAGIC = b"SQLite format 3\0"


class Database:
    """Gives out connections: each is one transaction, committed at the end of the block."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent picture to read from.

        Raises:
            StorageUnreadable: the database cannot be used now.
        """
        with storage_errors(self._where), self._engine.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write: all of it is kept, or nothing.

        Raises:
            StorageUnreadable: the database cannot be used now.
            sqlalchemy.exc.IntegrityError: a unique name or key is taken.
        """
        engine = self._engine.execution_options(**{_WRITES: True})
        with storage_errors(self._where), engine.begin() as connection:
            yield connection

    def check(self) -> None:
        """Ask the database anything. Raises StorageUnreadable."""
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def open_database(path: Path, clock: Clock) -> Database:
    """Open, check and migrate the desk's SQLite file, making it where there is none.

    Raises:
        StorageUnreadable: damaged, not the desk's, or no permission. The file is left as it is.
        StorageTooNew: a newer version of this program wrote it. The file is left as it is.
    """
    with storage_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        _refuse_anything_else(path)
    database = Database(_sqlite_engine(path), str(path))
    try:
        with database.reading() as connection:
            _refuse_damaged(connection, path)
            _refuse_foreign(connection, path)
            _refuse_newer(connection, path)
        _settle(path)
        with database.writing() as connection:
            migrations.apply(connection, clock.now())
    except BaseException:
        database.close()
        raise
    return database


@contextlib.contextmanager
def storage_errors(where: Path | str) -> Iterator[None]:
    """Turn whatever the database and the file system raise into one of ours.

    A taken name or key (IntegrityError) is no fault of the storage and passes.
    """
    try:
        yield
    except IntegrityError:
        raise
    except OperationalError as error:
        reason = _reason(error)
        raise StorageUnreadable(f"the database {where} cannot be used: {reason}") from error
    except SQLAlchemyError as error:
        raise StorageUnreadable(_damaged(where, _reason(error))) from error
    except OSError as error:
        raise StorageUnreadable(f"the database {where} cannot be opened: {error}") from error


def _sqlite_engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(dbapi_connection: Any, _record: object) -> None:
    # SQLAlchemy begins transactions itself (below): the driver's own habit leaves DDL outside.
    dbapi_connection.isolation_level = None
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        dbapi_connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later cannot wait for another writer in SQLite:
    # it must take its turn at the start.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _settle(path: Path) -> None:
    # The journal's mode is a property of the file and cannot change within a transaction.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS},
        isolation_level="AUTOCOMMIT",
    )
    with storage_errors(path), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    engine.dispose()


def _refuse_anything_else(path: Path) -> None:
    # SQLite takes a file that is shorter than its first page for an empty one, and fills it.
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if start not in {b"", _MAGIC}:
        raise StorageUnreadable(f"{path} is not a database; it was not touched")


def _refuse_damaged(connection: Connection, path: Path) -> None:
    verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if verdict != "ok":
        raise StorageUnreadable(_damaged(path, verdict))


def _refuse_foreign(connection: Connection, path: Path) -> None:
    names = inspect(connection).get_table_names()
    if names and "migrations" not in names:
        raise StorageUnreadable(f"{path} is not a staff desk's database; it was not touched")


def _refuse_newer(connection: Connection, path: Path) -> None:
    known = migrations.steps()
    newer = [name for name in migrations.applied(connection) if name not in known]
    if newer:
        raise StorageTooNew(
            f"the database {path} was written by a newer version ({newer[-1]}); "
            "install that version again, or move the file aside"
        )


def _damaged(where: Path | str, reason: str) -> str:
    return f"the database {where} is damaged ({reason}); move it aside and restore a backup"


def _reason(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]
