"""Somebody who listens to the desk's replies in the background and remembers."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from uuid import UUID

from kiosk.core.tickets import EventKind, TicketEvent
from kiosk.handoff.replies import Replies


class Ear:
    """Listens while the block of ``listening`` lasts.

    Attributes:
        heard: Every event, in order.
        task: Ends when the ticket is closed.
    """

    def __init__(self) -> None:
        self.heard: list[TicketEvent] = []
        self.task: asyncio.Task[None]

    @property
    def texts(self) -> list[str]:
        return [event.text for event in self.heard if event.kind is EventKind.MESSAGE]

    @contextlib.asynccontextmanager
    async def listening(
        self, replies: Replies, ticket_id: UUID, after: int = 0
    ) -> AsyncIterator["Ear"]:
        self.task = asyncio.ensure_future(self._listen(replies, ticket_id, after))
        try:
            yield self
        finally:
            self.task.cancel()
            await asyncio.wait({self.task})

    async def _listen(self, replies: Replies, ticket_id: UUID, after: int) -> None:
        async with contextlib.aclosing(replies.listen(ticket_id, after)) as events:
            async for event in events:
                self.heard.append(event)
