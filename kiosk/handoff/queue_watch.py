"""How things stand at the staff desk's queue: before a patron sends, and while they wait."""

import logging
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from kiosk.core.clock import Clock
from kiosk.core.errors import DeskRefused, DeskUnavailable
from kiosk.core.tickets import QueueView, TicketView

LOOK_SECONDS = 15.0
"""Between two looks: a librarian who sits down is noticed while the patron still writes."""

logger = logging.getLogger(__name__)


class Desk(StrEnum):
    """Whether somebody is there. ``UNKNOWN`` where the desk is too old to tell."""

    STAFFED = "staffed"
    UNSTAFFED = "unstaffed"
    AWAY = "away"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue at one moment.

    Attributes:
        desk: Whether somebody is there.
        waiting: Tickets that nobody has taken; 0 where that is not known.
    """

    desk: Desk = Desk.UNKNOWN
    waiting: int = 0


class QueueRoute(Protocol):
    """The way to the desk, as far as looking goes."""

    async def queue(self) -> QueueView:
        """Ask how the queue stands."""

    async def view(self, ticket_id: UUID) -> TicketView:
        """Ask where a ticket stands."""


class QueueWatch:
    """Looks again and again, for as long as somebody wants to know."""

    def __init__(self, route: QueueRoute, clock: Clock) -> None:
        self._route = route
        self._clock = clock

    async def looks(self) -> AsyncGenerator[Queue, None]:
        """How the queue stands, now and every ``LOOK_SECONDS``."""
        while True:
            yield await self._look()
            await self._clock.sleep(LOOK_SECONDS)

    async def views(self, ticket_id: UUID) -> AsyncGenerator[TicketView, None]:
        """Where a ticket stands, now and every ``LOOK_SECONDS``, as far as the desk tells."""
        while True:
            try:
                yield await self._route.view(ticket_id)
            except (DeskUnavailable, DeskRefused) as error:
                logger.info("the place in the queue is not known for now: %s", error)
            await self._clock.sleep(LOOK_SECONDS)

    async def _look(self) -> Queue:
        try:
            view = await self._route.queue()
        except DeskUnavailable as error:
            logger.info("the queue cannot be looked at: %s", error)
            return Queue(Desk.AWAY)
        except DeskRefused as error:
            logger.info("the desk does not tell of its queue: %s", error)
            return Queue()
        return Queue(Desk.STAFFED if view.staffed else Desk.UNSTAFFED, view.waiting)
