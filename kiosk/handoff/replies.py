"""What librarians answer, as it happens, however often the connection breaks."""

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from random import Random
from typing import Protocol
from uuid import UUID

from kiosk.core.clock import Clock
from kiosk.core.errors import DeskRefused, DeskUnavailable
from kiosk.core.tickets import EventKind, TicketEvent
from kiosk.net.backoff import backoff_seconds

FIRST_WAIT = 0.5
LONGEST_WAIT = 10.0
"""Seconds between two connections: a patron is looking at the screen."""

logger = logging.getLogger(__name__)


class EventRoute(Protocol):
    """The way from the desk, as far as replies go."""

    def events(self, ticket_id: UUID, after: int) -> AsyncGenerator[TicketEvent, None]:
        """What happens to the ticket, until the connection ends."""


class Replies:
    """Listens to a ticket for as long as somebody wants to hear."""

    def __init__(self, route: EventRoute, clock: Clock, random: Random) -> None:
        self._route = route
        self._clock = clock
        self._random = random

    async def listen(self, ticket_id: UUID, after: int = 0) -> AsyncGenerator[TicketEvent, None]:
        """Every event after ``after``, each once and in order, until the ticket is closed.

        It goes on through every trouble, also while the desk does not know the ticket yet
        because its letter is still waiting here. Close it (``contextlib.aclosing``) when the
        visit is over.
        """
        failures = 0
        while True:
            try:
                async with aclosing(self._route.events(ticket_id, after)) as events:
                    async for event in events:
                        if event.id <= after:
                            continue
                        after, failures = event.id, 0
                        yield event
                        if event.kind is EventKind.CLOSED:
                            return
            except (DeskUnavailable, DeskRefused) as error:
                logger.info("no replies for now: %s", error)
            failures += 1
            await self._clock.sleep(self._wait_after(failures))

    def _wait_after(self, failures: int) -> float:
        return backoff_seconds(failures, base=FIRST_WAIT, cap=LONGEST_WAIT, random=self._random)
