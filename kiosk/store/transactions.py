"""Reading and writing, with whatever SQLite raises turned into one of ours."""

import contextlib
from collections.abc import Iterator

from sqlite_utils import Database

from kiosk.core.errors import StorageUnreadable
from kiosk.store.database import storage_errors


@contextlib.contextmanager
def reading(database: Database) -> Iterator[None]:
    """Read and understand rows.

    Raises:
        StorageUnreadable: the file cannot be read, or holds what we did not write (any
            ``ValueError`` that the block raises while it makes records of rows).
    """
    file = file_of(database)
    with storage_errors(file):
        try:
            yield
        except ValueError as error:
            raise StorageUnreadable(
                f"the database {file} holds something that this program did not write ({error}); "
                "move it aside and run `kiosk sync`"
            ) from error


@contextlib.contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction: all of the block is kept, or nothing of it.

    It takes the right to write at its beginning. Taken later, after a read, SQLite would refuse
    it at once where another process (``kiosk sync``) wrote in between.

    Raises:
        StorageUnreadable: the file cannot be written.
    """
    with storage_errors(file_of(database)):
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
