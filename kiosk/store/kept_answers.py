"""Answers of the language model that may be given again. No questions are here, only digests."""

from datetime import datetime

from kiosk.core.clock import iso_utc
from kiosk.store.connection import Database
from kiosk.store.transactions import reading, writing

MOST = 1_000
"""Rows. Each is an answer of a few hundred characters."""


class KeptAnswersTable:
    """The table ``kept_answers``.

    Args:
        database: The terminal's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, now: datetime) -> str | None:
        """What is kept under a key and was neither kept too long ago nor in the future.

        Raises:
            StorageError: the database cannot be read.
        """
        with reading(self._database):
            row = self._database.execute(
                "SELECT body FROM kept_answers WHERE key = ? AND kept_at <= ? AND until > ?",
                (key, iso_utc(now), iso_utc(now)),
            ).fetchone()
        return None if row is None else str(row[0])

    def put(self, key: str, body: str, now: datetime, until: datetime) -> None:
        """Keep it; what is out of date goes, and of too many the oldest.

        Raises:
            StorageError: the database cannot be written.
        """
        kept_at = iso_utc(now)
        with writing(self._database):
            self._database.execute("DELETE FROM kept_answers WHERE until <= ?", (kept_at,))
            self._database.execute(
                "INSERT OR REPLACE INTO kept_answers (key, body, kept_at, until)"
                " VALUES (?, ?, ?, ?)",
                (key, body, kept_at, iso_utc(until)),
            )
            self._database.execute(
                "DELETE FROM kept_answers WHERE key NOT IN"
                " (SELECT key FROM kept_answers ORDER BY kept_at DESC, key LIMIT ?)",
                (MOST,),
            )
