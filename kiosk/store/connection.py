"""The terminal's SQLite file, opened: the few calls that the tables make of it."""

import sqlite3
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

Parameters = Sequence[Any] | Mapping[str, Any]


class Database:
    """One connection. A statement outside of a transaction is a transaction by itself.

    sqlite-utils, which makes the schema, has a class like this too. It is not used here because
    it takes longer to load than ``kiosk ask`` takes to answer.

    Attributes:
        conn: The connection, for what is not here.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.isolation_level = None
        self.conn = connection

    def execute(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql, parameters)

    def commit(self) -> None:
        """Keep what was written since ``BEGIN``; nothing where no transaction is open."""
        if self.conn.in_transaction:
            self.conn.execute("COMMIT")

    def rollback(self) -> None:
        """Undo what was written since ``BEGIN``; nothing where no transaction is open."""
        if self.conn.in_transaction:
            self.conn.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        self.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
