"""Open the terminal's database file, or say in one sentence why not.

The file is private to this user (0600), in WAL mode so that the command line and the screen
can read while a sync writes, and with ``secure_delete`` so that what is purged is overwritten.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kiosk.core.errors import StorageDamaged, StorageTooNew, StorageUnreadable
from kiosk.store.connection import Database
from kiosk.store.schema import NEWEST, VERSION, migrate, unknown_steps

BUSY_SECONDS = 5.0


def open_database(path: Path) -> Database:
    """Open, check and migrate the file, making it where there is none.

    Raises:
        StorageDamaged: damaged, or not a database. The file is left as it is.
        StorageUnreadable: it cannot be opened. The file is left as it is.
        StorageTooNew: a newer version of this program wrote it. The file is left as it is.
    """
    with storage_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
        try:
            return _prepare(connection, path)
        except BaseException:
            connection.close()
            raise


def set_aside(path: Path, now: datetime) -> Path:
    """Move a damaged file, with its log, out of the way; nothing of it is deleted.

    A terminal must show hours again after the next sync. What else the file held (letters that
    were not delivered, perhaps) can still be got out of it by a person.

    Raises:
        StorageUnreadable: it cannot be moved.
    """
    aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%SZ}")
    with storage_errors(path):
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def files_set_aside(path: Path) -> list[Path]:
    """What ``set_aside`` made of that file, oldest first."""
    found = path.parent.glob(f"{path.name}.damaged-*")
    return sorted(file for file in found if not file.name.endswith(("-wal", "-shm")))


def memory_database() -> Database:
    """A migrated database in memory, which dies with its name."""
    connection = sqlite3.connect(":memory:")
    migrate(connection)
    return Database(connection)


@contextlib.contextmanager
def storage_errors(path: object) -> Iterator[None]:
    """Turn whatever SQLite and the file system raise into one of ours.

    Args:
        path: What names the database in a message.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StorageUnreadable(f"the database {path} cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StorageDamaged(
            f"the database {path} is damaged ({error}); move it aside and run `kiosk sync`"
        ) from error
    except OSError as error:
        raise StorageUnreadable(f"the database {path} cannot be opened: {error}") from error


def _prepare(connection: sqlite3.Connection, path: Path) -> Database:
    _refuse_damage(connection, path)
    is_current = _is_current(connection)
    if not is_current:
        _refuse_newer(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    # A large sort would otherwise leave its rows in a temporary file that nobody overwrites.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    if not is_current:
        migrate(connection)
    return Database(connection)


def _is_current(connection: sqlite3.Connection) -> bool:
    """Whether every migration is applied, and none that is not ours."""
    table = "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if connection.execute(table).fetchone() is None:
        return False
    applied = connection.execute("SELECT count(*), max(name) FROM _sqlite_migrations").fetchone()
    return bool(applied == (VERSION, NEWEST))


def _refuse_damage(connection: sqlite3.Connection, path: Path) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        # SQLite's verdict is a heading and then what it found.
        found = verdict.splitlines()[-1]
        raise StorageDamaged(
            f"the database {path} is damaged ({found}); move it aside and run `kiosk sync`"
        )


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    if newer := unknown_steps(connection):
        raise StorageTooNew(
            f"the database {path} was written by a newer version ({newer[-1]}); "
            "install that version again, or move the file aside"
        )


# Others name the type of what they hand on, without importing the package behind it.
__all__ = [
    "Database",
    "files_set_aside",
    "memory_database",
    "open_database",
    "set_aside",
    "storage_errors",
]
