"""Reading and writing, with whatever SQLite raises turned into one of ours."""

import contextlib
import sqlite3
from collections.abc import Iterator

from kiosk.core.errors import StorageUnreadable
from kiosk.store.connection import Database
from kiosk.store.database import storage_errors


@contextlib.contextmanager
def reading(database: Database) -> Iterator[None]:
    """Read and understand rows.

    Raises:
        StorageUnreadable: the file cannot be read, or holds what we did not write (any
            ``ValueError`` that the block raises while it makes records of rows).
    """
    with storage_errors(_Name(database)):
        try:
            yield
        except ValueError as error:
            raise StorageUnreadable(
                f"the database {_Name(database)} holds something that this program did not write "
                f"({error}); move it aside and run `kiosk sync`"
            ) from error


@contextlib.contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction: all of the block is kept, or nothing of it.

    It takes the right to write at its beginning. Taken later, after a read, SQLite would refuse
    it at once where another process (``kiosk sync``) wrote in between.

    Raises:
        StorageUnreadable: the file cannot be written.
    """
    with storage_errors(_Name(database)):
        database.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.commit()
        except BaseException:
            database.rollback()
            raise


def file_of(database: Database) -> str:
    """The path of the database, for messages."""
    (row,) = database.execute("PRAGMA database_list").fetchall()[:1]
    return row[2] or "in memory"


class _Name:
    """What ``file_of`` says, asked only where there is a message: a read is quicker than it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __str__(self) -> str:
        try:
            return file_of(self._database)
        except sqlite3.Error:
            return "of this terminal"
