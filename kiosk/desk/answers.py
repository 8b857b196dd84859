"""Do a terminal's request once, however often it arrives.

A terminal repeats a letter until it has seen the answer, so a letter may arrive twice. Its key
and a fingerprint of its body are kept with the first answer, in the same transaction as the
work itself.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from kiosk.core.clock import Clock
from kiosk.core.fields import Json
from kiosk.desk.database import Database
from kiosk.desk.records import Answer
from kiosk.desk.refusals import BadRequest, KeyReused
from kiosk.desk.tables import answers

KEPT = timedelta(days=30)
MAX_KEY = 100


@dataclass(frozen=True, slots=True)
class KeyedRequest:
    """A request that may arrive more than once.

    Attributes:
        terminal_id: Keys of different terminals never meet.
        key: The ``Idempotency-Key`` header.
        path: Where it was sent; the same key elsewhere is another request.
        body: What was sent.
    """

    terminal_id: int
    key: str
    path: str
    body: Json

    def __post_init__(self) -> None:
        if not 0 < len(self.key) <= MAX_KEY or not self.key.isprintable():
            raise BadRequest(f"Send an Idempotency-Key header of 1 to {MAX_KEY} characters.")

    @property
    def fingerprint(self) -> str:
        """The same for the same request, whatever the order of its fields."""
        text = json.dumps([self.path, self.body], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


class Answers:
    """The first answer to every keyed request."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def once(self, request: KeyedRequest, work: Callable[[Connection], Answer]) -> Answer:
        """The first answer if there was one, else what ``work`` answers in its transaction.

        Raises:
            KeyReused: the key was used before with another body.
        """
        try:
            with self._database.writing() as connection:
                earlier = _earlier(connection, request)
                return earlier or self._first(connection, request, work)
        except IntegrityError:
            # Another process answered the same key after we looked (not possible in SQLite,
            # where writers take turns).
            with self._database.reading() as connection:
                earlier = _earlier(connection, request)
            if earlier is None:
                raise
            return earlier

    def forget_old(self) -> int:
        """Remove answers after their 30 days; how many comes back."""
        with self._database.writing() as connection:
            old = answers.c.created_at < self._clock.now() - KEPT
            return connection.execute(delete(answers).where(old)).rowcount

    def _first(
        self, connection: Connection, request: KeyedRequest, work: Callable[[Connection], Answer]
    ) -> Answer:
        answer = work(connection)
        connection.execute(
            insert(answers).values(
                terminal_id=request.terminal_id,
                key=request.key,
                request_hash=request.fingerprint,
                status=answer.status,
                body=answer.body,
                created_at=self._clock.now(),
            )
        )
        return answer


def _earlier(connection: Connection, request: KeyedRequest) -> Answer | None:
    row = connection.execute(
        select(answers).where(
            answers.c.terminal_id == request.terminal_id, answers.c.key == request.key
        )
    ).one_or_none()
    if row is None:
        return None
    if row.request_hash != request.fingerprint:
        raise KeyReused("This Idempotency-Key was used before with another body; use a new one.")
    return Answer(row.status, row.body, repeated=True)
