"""Librarians and their sessions.

A password is kept as an argon2id hash, a session's token as its SHA-256: who reads the
database can neither sign in nor take over a session.
"""

import hashlib
import secrets
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, insert, select, update

from kiosk.core.clock import Clock
from kiosk.core.errors import UsageError
from kiosk.core.secret import Secret
from kiosk.desk.database import Database
from kiosk.desk.records import Librarian
from kiosk.desk.tables import librarians, sessions

SESSION_LASTS = timedelta(hours=12)
MIN_PASSWORD = 8
MAX_PASSWORD = 1_000
MAX_NAME = 200


class Librarians:
    """Who may sign in, and with which password."""

    def __init__(
        self, database: Database, clock: Clock, hasher: PasswordHasher | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._hasher = hasher or PasswordHasher()
        # Compared against where the name is unknown, so that the answer takes as long.
        self._nobody = self._hasher.hash(secrets.token_urlsafe())

    def add(self, name: str, password: Secret) -> bool:
        """Let somebody sign in; False where they could before and have a new password now.

        Raises:
            UsageError: the name is empty, or the password is too short or too long.
        """
        name = checked_name(name)
        length = len(password.reveal())
        if not MIN_PASSWORD <= length <= MAX_PASSWORD:
            raise UsageError(f"a password has {MIN_PASSWORD} to {MAX_PASSWORD} characters")
        hashed = self._hasher.hash(password.reveal())
        with self._database.writing() as connection:
            found = connection.scalar(
                select(librarians.c.id).where(librarians.c.sign_in == name.casefold())
            )
            if found is None:
                connection.execute(
                    insert(librarians).values(
                        name=name,
                        sign_in=name.casefold(),
                        password_hash=hashed,
                        created_at=self._clock.now(),
                    )
                )
                return True
            connection.execute(delete(sessions).where(sessions.c.librarian_id == found))
            connection.execute(
                update(librarians).where(librarians.c.id == found).values(password_hash=hashed)
            )
            return False

    def check(self, name: str, password: str) -> Librarian | None:
        """Who this is, or None where name and password do not belong together."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(librarians).where(librarians.c.sign_in == _tidy(name).casefold())
            ).one_or_none()
        right = self._matches(row.password_hash if row else self._nobody, password)
        return Librarian(row.id, row.name) if row and right else None

    def _matches(self, hashed: str, password: str) -> bool:
        if len(password) > MAX_PASSWORD:
            return False
        try:
            return self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False


class Sessions:
    """Who is signed in."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, librarian: Librarian) -> str:
        """Sign somebody in; the token that their browser will show."""
        token = secrets.token_urlsafe(32)
        with self._database.writing() as connection:
            connection.execute(
                insert(sessions).values(
                    token_hash=hashed_token(token),
                    librarian_id=librarian.id,
                    expires_at=self._clock.now() + SESSION_LASTS,
                )
            )
        return token

    def find(self, token: str) -> Librarian | None:
        """Whose token this is, or None where it is over, or never was."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(librarians.c.id, librarians.c.name)
                .join(sessions, sessions.c.librarian_id == librarians.c.id)
                .where(
                    sessions.c.token_hash == hashed_token(token),
                    sessions.c.expires_at > self._clock.now(),
                )
            ).one_or_none()
        return Librarian(row.id, row.name) if row else None

    def end(self, token: str) -> None:
        """Sign out."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.token_hash == hashed_token(token)))

    def forget_old(self) -> int:
        """Remove sessions that are over; how many comes back."""
        with self._database.writing() as connection:
            return connection.execute(
                delete(sessions).where(sessions.c.expires_at <= self._clock.now())
            ).rowcount


def hashed_token(token: str) -> str:
    """What is kept of a random token. Such a token cannot be guessed, so one round is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def checked_name(name: str) -> str:
    """A person's or a terminal's name without stray spaces. Raises UsageError."""
    name = _tidy(name)
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise UsageError(f"a name has 1 to {MAX_NAME} printable characters")
    return name


def _tidy(name: str) -> str:
    return " ".join(name.split())
