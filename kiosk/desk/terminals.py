"""The terminals that may write to this desk, each with a token of its own."""

import secrets

from sqlalchemy import insert, select, update

from kiosk.core.clock import Clock
from kiosk.core.fields import Json
from kiosk.core.secret import Secret
from kiosk.desk.database import Database
from kiosk.desk.people import checked_name, hashed_token
from kiosk.desk.records import Terminal
from kiosk.desk.tables import terminals


class Terminals:
    """Who may write, and when each was last heard of."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, name: str, location_id: int | None = None) -> Secret:
        """Let a terminal write; the token, which is shown this once and not kept.

        A terminal that is known by this name gets a new token, keeps its tickets, and its old
        token ends.

        Raises:
            UsageError: the name is empty or too long.
        """
        name = checked_name(name)
        token = secrets.token_urlsafe(32)
        values = {"token_hash": hashed_token(token), "location_id": location_id}
        with self._database.writing() as connection:
            known = connection.execute(
                update(terminals).where(terminals.c.name == name).values(values)
            ).rowcount
            if not known:
                connection.execute(
                    insert(terminals).values(name=name, created_at=self._clock.now(), **values)
                )
        return Secret(token)

    def by_token(self, token: str) -> Terminal | None:
        """Whose token this is."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(terminals.c.id, terminals.c.name, terminals.c.location_id).where(
                    terminals.c.token_hash == hashed_token(token)
                )
            ).one_or_none()
        return Terminal(row.id, row.name, row.location_id) if row else None

    def beat(self, terminal: Terminal, health: Json) -> None:
        """Remember that the terminal is alive, and what it said of its health."""
        with self._database.writing() as connection:
            connection.execute(
                update(terminals)
                .where(terminals.c.id == terminal.id)
                .values(last_beat_at=self._clock.now(), last_beat=health)
            )

    def names(self) -> list[str]:
        """All of them, by name."""
        with self._database.reading() as connection:
            return list(connection.scalars(select(terminals.c.name).order_by(terminals.c.name)))

    def last_beats(self) -> dict[str, float]:
        """When each terminal was last heard of, in seconds since 1970; silent ones are left out."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(terminals.c.name, terminals.c.last_beat_at).where(
                    terminals.c.last_beat_at.is_not(None)
                )
            ).all()
        return {name: at.timestamp() for name, at in rows}
