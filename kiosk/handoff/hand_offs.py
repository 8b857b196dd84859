"""A patron asks for a person: the ticket is composed, kept, and promised to the desk."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from random import Random
from uuid import UUID

from kiosk.core.clock import Clock
from kiosk.core.tickets import (
    MAX_LINE,
    MAX_LINES,
    MAX_MESSAGE,
    MAX_NAME,
    MAX_QUESTION,
    Line,
    PatronMessage,
    Ticket,
)
from kiosk.store.outbox import Outbox, TicketRecord
from kiosk.store.worker import DatabaseThread

CODE_LETTERS = "CDFHJKMNPQRTWXY"
CODE_DIGITS = "34679"
"""What cannot be confused when read or heard: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V, no vowels."""


class Standing(StrEnum):
    """How far a ticket came, as the terminal knows it without asking the desk."""

    KEPT = "kept"
    DELIVERED = "delivered"
    PARKED = "parked"
    UNKNOWN = "unknown"


class HandOffs:
    """Composes tickets and keeps them; the courier brings them to the desk.

    Args:
        outbox: Where letters are kept.
        database_thread: What runs the outbox.
        clock: For the time on the ticket.
        random: For ids and codes; ``random.SystemRandom`` outside of tests, because two
            terminals must never choose the same id.
        posted: Called after each letter; ``Courier.nudge``.
    """

    def __init__(
        self,
        outbox: Outbox,
        database_thread: DatabaseThread,
        clock: Clock,
        random: Random,
        posted: Callable[[], None] = lambda: None,
    ) -> None:
        self._outbox = outbox
        self._database_thread = database_thread
        self._clock = clock
        self._random = random
        self._posted = posted

    def compose(
        self,
        question: str,
        transcript: Sequence[Line],
        *,
        language: str,
        location_id: int | None,
        name: str = "",
        contact: str = "",
    ) -> Ticket:
        """Make the ticket that the patron is shown before it is sent; nothing is kept yet.

        What is too long is cut: of a transcript the oldest lines, of a text its end.

        Raises:
            WireError: the question is empty.
        """
        ticket = Ticket(
            id=self._new_id(),
            code=self._new_code(),
            question=_fit(question, MAX_QUESTION),
            transcript=_fit_lines(transcript),
            language=language,
            location_id=location_id,
            name=_fit(name, MAX_NAME),
            contact=_fit(contact, MAX_NAME),
            created_at=self._clock.now(),
        )
        return Ticket.from_json(ticket.to_json())

    async def send(self, ticket: Ticket) -> None:
        """Keep the ticket for the courier. When this returns, "sent" may be shown.

        Raises:
            StorageError: it could not be kept; "sent" must not be shown.
        """
        await self._database_thread.run(lambda: self._outbox.post_ticket(ticket))
        self._posted()

    async def say(self, ticket_id: UUID, text: str) -> None:
        """Keep the patron's further words for the courier, a long text in several messages.

        Raises:
            StorageError: they could not be kept.
        """
        words = _writable(text).strip()
        for start in range(0, len(words), MAX_MESSAGE):
            part = words[start : start + MAX_MESSAGE]
            if part.strip():
                await self._keep(ticket_id, part)
        self._posted()

    async def standing(self, ticket_id: UUID) -> Standing:
        """How far the ticket came. For a visit that goes on after the program was restarted."""
        return _standing(await self._database_thread.run(lambda: self._outbox.ticket(ticket_id)))

    async def _keep(self, ticket_id: UUID, text: str) -> None:
        message = PatronMessage(self._new_id(), text, self._clock.now())
        await self._database_thread.run(lambda: self._outbox.post_message(ticket_id, message))

    def _new_id(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)

    def _new_code(self) -> str:
        rest = self._random.choices(CODE_LETTERS + CODE_DIGITS, k=3)
        return self._random.choice(CODE_LETTERS) + "".join(rest)


def _standing(record: TicketRecord | None) -> Standing:
    if record is None:
        return Standing.UNKNOWN
    if record.parked:
        return Standing.PARKED
    return Standing.DELIVERED if record.delivered_at else Standing.KEPT


def _fit_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    fitting = (Line(line.author, _fit(line.text, MAX_LINE)) for line in lines)
    return tuple(line for line in fitting if line.text)[-MAX_LINES:]


def _fit(text: str, limit: int) -> str:
    return _writable(text).strip()[:limit]


def _writable(text: str) -> str:
    # Half a character pair and NUL come from odd keyboards and pastes; neither the file nor
    # the wire can hold them.
    return text.encode("utf-8", "ignore").decode().replace("\x00", "")
