"""Who is listening now, and how they hear that something changed.

A bell only wakes its listener, who then looks into the database: nothing is lost when a bell
is missed, rung twice, or when another process made the change and the listener looks by itself
after a while.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from kiosk.desk.records import Librarian


class Bell:
    """Wakes one listener."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake the listener, now or as soon as it waits."""
        self._rung.set()

    async def wait(self, at_most: float) -> bool:
        """Return when rung since the last ``wait``, or False after ``at_most`` seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_most):
                await self._rung.wait()
        rung = self._rung.is_set()
        self._rung.clear()
        return rung


class Bells:
    """All bells: those of the queue's pages ring at every change, a ticket's at its own."""

    def __init__(self) -> None:
        self._bells: dict[Bell, UUID | None] = {}
        self.closing = False

    @contextlib.contextmanager
    def listening(self, ticket_id: UUID | None = None) -> Iterator[Bell]:
        """A bell for this ticket, or for everything, while the block runs."""
        bell = Bell()
        self._bells[bell] = ticket_id
        if self.closing:
            bell.ring()
        try:
            yield bell
        finally:
            del self._bells[bell]

    def ring(self, ticket_id: UUID | None = None) -> None:
        """Something changed: at this ticket, or elsewhere on the queue's pages."""
        for bell, about in self._bells.items():
            if about is None or about == ticket_id:
                bell.ring()

    def close(self) -> None:
        """The desk shuts down: every stream wakes, sees ``closing`` and ends."""
        self.closing = True
        for bell in self._bells:
            bell.ring()

    @property
    def listeners(self) -> int:
        """How many streams are open."""
        return len(self._bells)


class Presence:
    """Which librarians have the queue open now."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells
        self._pages: Counter[Librarian] = Counter()

    @contextlib.contextmanager
    def here(self, librarian: Librarian) -> Iterator[None]:
        """Count somebody as present while the block runs."""
        self._pages[librarian] += 1
        self._bells.ring()
        try:
            yield
        finally:
            self._pages[librarian] -= 1
            self._pages += Counter()  # drops who has no page left
            self._bells.ring()

    @property
    def staffed(self) -> bool:
        """Whether anybody is here."""
        return bool(self._pages)

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody's first name, sorted."""
        return tuple(sorted(librarian.first_name for librarian in self._pages))
