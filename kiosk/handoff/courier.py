"""Brings letters from the outbox to the desk: each one, once, in order, however long it takes.

A letter is deleted here only after the desk said that it has it. If the answer got lost, or the
power did, the letter goes again with the same idempotency key, and the desk answers as before.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from random import Random
from typing import Protocol, TypeVar
from uuid import UUID

from kiosk.core.clock import Clock
from kiosk.core.errors import (
    DeskNotReached,
    DeskRefused,
    DeskTokenRefused,
    DeskUnavailable,
    StorageError,
    WireError,
)
from kiosk.core.feedback import Feedback
from kiosk.core.tickets import PatronMessage, Ticket, TicketView
from kiosk.handoff.doorbell import Doorbell
from kiosk.net.backoff import backoff_seconds
from kiosk.store.outbox import Letter, LetterKind, Outbox, TicketRecord
from kiosk.store.worker import DatabaseThread

FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
"""Seconds between two tries while the desk is away: the wait doubles from one to the other."""

TOKEN_WAIT = 300.0
"""Seconds between two tries while the desk does not know this terminal."""

IDLE_WAIT = 3600.0
"""Seconds between two cleanings while there is nothing to deliver."""

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Route(Protocol):
    """The way to the desk, as far as a courier goes."""

    async def open_ticket(self, ticket: Ticket) -> TicketView:
        """Deliver a ticket."""

    async def send_message(self, ticket_id: UUID, message: PatronMessage) -> None:
        """Deliver a message."""

    async def send_feedback(self, feedback: Feedback) -> None:
        """Deliver a question that the patron lets the librarians have."""

    async def view(self, ticket_id: UUID) -> TicketView:
        """Ask where a ticket stands."""


class CourierListener(Protocol):
    """Who wants to know what became of a ticket. Called on the event loop."""

    def delivered(self, view: TicketView) -> None:
        """The desk has the ticket."""

    def parked(self, ticket_id: UUID) -> None:
        """The desk refused the ticket for good."""


class Obstacle(StrEnum):
    """Why a round ended early."""

    NONE = "none"
    DESK_AWAY = "desk away"
    NOT_KNOWN_THERE = "this terminal is not known there"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of deliveries came to.

    Attributes:
        delivered: Letters that the desk has now.
        parked: Letters that it refused.
        obstacle: What ended the round before every due letter was tried.
    """

    delivered: int = 0
    parked: int = 0
    obstacle: Obstacle = Obstacle.NONE


class TakenBack(StrEnum):
    """What became of a ticket that the patron does not want sent any more.

    ``TOO_LATE``: the desk has it. ``UNSURE``: it is forgotten here, but a try whose answer got
    lost may have brought it there, and the desk cannot be asked.
    """

    DROPPED = "dropped"
    UNSURE = "unsure"
    TOO_LATE = "too_late"


class Courier:
    """Delivers letters for as long as the program runs."""

    def __init__(
        self,
        outbox: Outbox,
        database_thread: DatabaseThread,
        route: Route,
        clock: Clock,
        random: Random,
    ) -> None:
        self._outbox = outbox
        self._database_thread = database_thread
        self._route = route
        self._clock = clock
        self._random = random
        self._listeners: list[CourierListener] = []
        self._bell = Doorbell(clock)
        self._failures = 0
        self._complained = ""
        self._at_the_desk = asyncio.Lock()
        self._began = clock.now()
        self._perhaps_there: set[UUID] = set()

    def tell(self, listener: CourierListener) -> None:
        """Let somebody know of every ticket that is delivered or refused from now on."""
        self._listeners.append(listener)

    def nudge(self) -> None:
        """There is a new letter, or the network came back: look now."""
        self._bell.ring()

    async def run(self) -> None:
        """Deliver what is due, sleep until there is more, for ever.

        Trouble never ends it: what cannot be delivered waits, and a database that cannot be
        used is reported once and tried again.
        """
        while True:
            await self._bell.wait(await self._round_and_wait())

    async def deliver_due(self) -> Round:
        """Deliver every letter that is due now, until the desk does not answer.

        Raises:
            StorageError: our own file cannot be used.
        """
        async with self._at_the_desk:
            return await self._deliver_each()

    async def take_back(self, ticket_id: UUID) -> TakenBack:
        """The patron does not want it sent any more: forget it, and all that was said on it.

        Waits until a letter that is on its way is there or is not, and asks the desk: an answer
        that got lost may have been a yes. Where the desk has it, nothing is forgotten.

        Raises:
            StorageError: our own file cannot be used.
        """
        async with self._at_the_desk:
            record = await self._on_database(lambda: self._outbox.ticket(ticket_id))
            if record is not None and record.delivered_at is not None:
                return TakenBack.TOO_LATE
            outcome = await self._ask_for(record) if record else TakenBack.DROPPED
            if outcome is not TakenBack.TOO_LATE:
                await self._on_database(lambda: self._outbox.drop(ticket_id))
                self._perhaps_there.discard(ticket_id)
            return outcome

    async def _ask_for(self, record: TicketRecord) -> TakenBack:
        """Whether the desk has a ticket of which it never told us."""
        try:
            view = await self._route.view(record.id)
        except (DeskUnavailable, DeskTokenRefused):
            return self._as_far_as_we_know(record)
        except DeskRefused:
            return TakenBack.DROPPED
        await self._is_there(record.id, view)
        return TakenBack.TOO_LATE

    def _as_far_as_we_know(self, record: TicketRecord) -> TakenBack:
        # What an earlier process of ours tried is not known.
        is_ours = record.created_at >= self._began and record.id not in self._perhaps_there
        return TakenBack.DROPPED if record.parked or is_ours else TakenBack.UNSURE

    async def _deliver_each(self) -> Round:
        delivered = parked = 0
        while letter := await self._next_letter():
            try:
                if await self._deliver(letter):
                    delivered += 1
                else:
                    parked += 1
            except DeskTokenRefused as error:
                await self._postpone(letter, 0.0, error)
                self._complain(str(error))
                return Round(delivered, parked, Obstacle.NOT_KNOWN_THERE)
            except DeskUnavailable as error:
                if not isinstance(error, DeskNotReached):
                    self._perhaps_there.add(letter.id)
                await self._postpone(letter, self._wait_after(letter.attempts + 1), error)
                return Round(delivered, parked, Obstacle.DESK_AWAY)
        return Round(delivered, parked)

    async def _round_and_wait(self) -> float:
        """One round; the seconds to wait after it come back."""
        try:
            await self._on_database(lambda: self._outbox.forget_old(self._clock.now()))
            outcome = await self.deliver_due()
            return await self._pause_after(outcome)
        except StorageError as error:
            self._complain(str(error))
            return LONGEST_WAIT

    async def _pause_after(self, outcome: Round) -> float:
        if outcome.delivered or outcome.parked:
            # Only the desk's own answer shows that things are well again; that nothing was due
            # does not.
            self._failures = 0
            self._complained = ""
        if outcome.obstacle is Obstacle.NOT_KNOWN_THERE:
            return TOKEN_WAIT
        if outcome.obstacle is Obstacle.DESK_AWAY:
            self._failures += 1
            return self._wait_after(self._failures)
        due = await self._on_database(self._outbox.next_due)
        if due is None:
            # Words that were deleted while another process was reading are still to be scrubbed.
            return IDLE_WAIT if await self._on_database(self._outbox.scrub) else LONGEST_WAIT
        until = (due - self._clock.now()).total_seconds()
        return min(max(until, FIRST_WAIT), LONGEST_WAIT)

    async def _next_letter(self) -> Letter | None:
        letters = await self._on_database(lambda: self._outbox.due(self._clock.now(), limit=1))
        return letters[0] if letters else None

    async def _deliver(self, letter: Letter) -> bool:
        """True when the desk has it, False when it was parked."""
        try:
            view = await self._hand_over(letter)
        except DeskTokenRefused:
            raise
        except (DeskRefused, WireError) as error:
            await self._park(letter, error)
            return False
        await self._is_there(letter.id, view)
        return True

    async def _is_there(self, letter_id: UUID, view: TicketView | None) -> None:
        await self._on_database(lambda: self._outbox.delivered(letter_id, self._clock.now()))
        self._perhaps_there.discard(letter_id)
        if view:
            for listener in self._listeners:
                listener.delivered(view)

    async def _hand_over(self, letter: Letter) -> TicketView | None:
        """Give the letter to the desk. For a ticket, how it stands there comes back."""
        body = _parsed(letter.body)
        if letter.kind is LetterKind.MESSAGE:
            await self._route.send_message(letter.ticket_id, PatronMessage.from_json(body))
            return None
        if letter.kind is LetterKind.FEEDBACK:
            await self._route.send_feedback(Feedback.from_json(body))
            return None
        try:
            return await self._route.open_ticket(Ticket.from_json(body))
        except DeskTokenRefused:
            raise
        except DeskRefused as refusal:
            return await self._view_despite(refusal, letter)

    async def _view_despite(self, refusal: DeskRefused, letter: Letter) -> TicketView:
        """Look whether the desk refused the ticket only because it has it already.

        That can be where an answer got lost longer ago than the desk keeps its keys.
        """
        try:
            return await self._route.view(letter.ticket_id)
        except DeskTokenRefused:
            raise
        except DeskRefused:
            raise refusal from None

    async def _park(self, letter: Letter, error: Exception) -> None:
        logger.warning("a %s was refused and is parked: %s", letter.kind, error)
        now = self._clock.now()
        await self._on_database(lambda: self._outbox.park(letter.id, now, str(error)))
        if letter.kind is LetterKind.TICKET:
            for listener in self._listeners:
                listener.parked(letter.ticket_id)

    async def _postpone(self, letter: Letter, seconds: float, error: Exception) -> None:
        logger.info("a %s waits: %s", letter.kind, error)
        then = self._clock.now() + timedelta(seconds=seconds)
        await self._on_database(lambda: self._outbox.failed(letter.id, then, str(error)))

    def _wait_after(self, failures: int) -> float:
        return backoff_seconds(failures, base=FIRST_WAIT, cap=LONGEST_WAIT, random=self._random)

    def _complain(self, sentence: str) -> None:
        """Say it to IT, but not again until things were well in between."""
        if sentence != self._complained:
            logger.warning("%s", sentence)
            self._complained = sentence

    async def _on_database(self, job: Callable[[], T]) -> T:
        return await self._database_thread.run(job)


def _parsed(text: str) -> object:
    try:
        body: object = json.loads(text)
    except ValueError as error:
        raise WireError("the letter was damaged on this terminal") from error
    return body
