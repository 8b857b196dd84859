"""The hand-off as the patron sees it: compose, send, wait, talk, done."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.clock import Clock
from kiosk.core.errors import StorageError, WireError
from kiosk.core.tallies import Counter, Tally
from kiosk.core.tickets import (
    MAX_QUESTION,
    Author,
    EventKind,
    Line,
    Ticket,
    TicketEvent,
    TicketState,
    TicketView,
)
from kiosk.handoff.courier import TakenBack
from kiosk.handoff.hand_offs import HandOffs, Standing
from kiosk.handoff.queue_watch import QueueWatch
from kiosk.handoff.replies import Replies
from kiosk.ui.contact import ContactModel
from kiosk.ui.rows import RowsModel
from kiosk.ui.tasks import Spawn

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Phase(StrEnum):
    """Where the hand-off stands. ``KEEPING``: safe here, not yet at the desk."""

    NONE = "none"
    COMPOSING = "composing"
    KEEPING = "keeping"
    WAITING = "waiting"
    CLAIMED = "claimed"
    PARKED = "parked"


TakeBack = Callable[[UUID], Awaitable[TakenBack]]
"""Forgets a ticket that is not at the desk yet. ``Courier.take_back``."""

PATIENCE_SECONDS = 5.0
"""A ticket that is not at the desk by then is late, and the patron may not want to wait."""

ACTIVE = frozenset({Phase.KEEPING, Phase.WAITING, Phase.CLAIMED, Phase.PARKED})


@dataclass(frozen=True, slots=True)
class Earlier:
    """A ticket of this visit that a librarian has closed.

    Attributes:
        code: As the patron was shown it.
        question: As it was sent.
    """

    code: str
    question: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One line that may go along.

    Attributes:
        speaker: ``Author`` value, for the ticket.
        author: As the patron reads it.
        line: The words.
        kept: Whether it goes along.
    """

    speaker: str
    author: str
    line: str
    kept: bool = True


@QmlElement
class PreviewModel(RowsModel):
    """What will be sent, line by line, each of which the patron can leave out."""

    def __init__(self) -> None:
        super().__init__(PreviewRow)

    @Slot(int)
    def toggle(self, place: int) -> None:
        """Leave a line out, or take it back in."""
        if 0 <= place < len(self._rows):
            row = self.rows[place]
            self.put(place, replace(row, kept=not row.kept))

    def kept_lines(self) -> tuple[Line, ...]:
        """The lines that go along."""
        return tuple(Line(Author(row.speaker), row.line) for row in self.rows if row.kept)


@QmlElement
class HandOffModel(QObject):
    """One hand-off of one visit. Says what happens; the conversation shows it.

    Signals that the conversation and the visit listen to: ``composeAsked`` (fill the preview),
    ``spoken(name, text)`` (a librarian wrote), ``noticed(kind, name)`` (claimed, released, closed),
    ``failed`` (it could not be kept, so it was not sent), ``dropped(code)`` (it is not sent any
    more; with its code where it may have got there all the same), ``tooLate`` (it cannot be
    taken back), ``changed`` (a snapshot is due).
    """

    composeAsked = Signal()  # noqa: N815  Qt's name for it
    spoken = Signal(str, str)
    noticed = Signal(str, str)
    failed = Signal()
    dropped = Signal(str)
    tooLate = Signal()  # noqa: N815  Qt's name for it
    changed = Signal()

    def __init__(
        self,
        *,
        hand_offs: HandOffs | None,
        replies: Replies | None,
        queue: QueueWatch | None,
        take_back: TakeBack | None,
        counter: Counter,
        clock: Clock,
        preview: PreviewModel,
        spawn: Spawn,
        location_id: int | None,
        language: str,
    ) -> None:
        super().__init__()
        self._hand_offs = hand_offs
        self._replies = replies
        self._queue = queue
        self._take_back = take_back
        self._counter = counter
        self._clock = clock
        self._contact = ContactModel()
        self._preview = preview
        self._spawn = spawn
        self._location_id = location_id
        self._language = language
        self._tasks: list[asyncio.Task[None]] = []
        self._patience: asyncio.Task[None] | None = None
        self._phase = Phase.NONE
        self._question = ""
        self._sent_question = ""
        self._ticket_id: UUID | None = None
        self._code = ""
        self._position = 0
        self._staffed = False
        self._librarian = ""
        self._last_event = 0
        self._is_late = False
        self._is_dropping = False
        self._has_contact = False
        self._closed: Earlier | None = None
        self._continued: Earlier | None = None

    @Property(ContactModel, constant=True)
    def contact(self) -> ContactModel:
        return self._contact

    availableChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(bool, notify=availableChanged)
    def available(self) -> bool:
        return self._hand_offs is not None

    phaseChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase.value

    @Property(bool, notify=phaseChanged)
    def composing(self) -> bool:
        return self._phase is Phase.COMPOSING

    @Property(bool, notify=phaseChanged)
    def active(self) -> bool:
        return self._phase in ACTIVE

    @Property(bool, notify=phaseChanged)
    def claimed(self) -> bool:
        return self._phase is Phase.CLAIMED

    @Property(str, notify=phaseChanged)
    def code(self) -> str:
        return self._code

    @Property(int, notify=phaseChanged)
    def position(self) -> int:
        return self._position

    @Property(bool, notify=phaseChanged)
    def staffed(self) -> bool:
        return self._staffed

    @Property(str, notify=phaseChanged)
    def librarian(self) -> str:
        return self._librarian

    @Property(bool, notify=phaseChanged)
    def late(self) -> bool:
        """It was sent a while ago, and is not at the desk."""
        return self._phase is Phase.KEEPING and self._is_late

    @Property(bool, notify=phaseChanged)
    def dropping(self) -> bool:
        """The patron does not want it sent any more, and it is found out where it is."""
        return self._is_dropping

    @Property(bool, notify=phaseChanged)
    def hasContact(self) -> bool:  # noqa: N802  read from QML
        """Librarians may write to the patron later."""
        return self._has_contact

    @Property(bool, notify=phaseChanged)
    def asksIfResolved(self) -> bool:  # noqa: N802  read from QML
        """A librarian closed the ticket, and the patron did not say yet how it went."""
        return self._phase is Phase.NONE and self._closed is not None

    questionChanged = Signal()  # noqa: N815  Qt's name for it

    def _get_question(self) -> str:
        return self._question

    def _set_question(self, words: str) -> None:
        if words != self._question:
            self._question = words[:MAX_QUESTION]
            self.questionChanged.emit()

    question = Property(str, _get_question, _set_question, notify=questionChanged)

    @property
    def phase_now(self) -> Phase:
        """Where the hand-off stands, for Python."""
        return self._phase

    @property
    def continued(self) -> Earlier | None:
        """The ticket that the one being composed goes on from."""
        return self._continued

    @property
    def ticket_id(self) -> UUID | None:
        """The ticket of this visit, once it was sent."""
        return self._ticket_id

    def set_language(self, tag: str) -> None:
        """The language that the next ticket is written in, for the librarian to know."""
        self._language = tag

    @Slot()
    def compose(self) -> None:
        """Open the preview."""
        if self._hand_offs is not None and self._phase is Phase.NONE:
            self.composeAsked.emit()
            self._enter(Phase.COMPOSING)

    def fill(self, question: str, lines: Sequence[PreviewRow]) -> None:
        """What the preview starts with."""
        self._set_question(question)
        self._preview.replace(lines)

    @Slot()
    def cancel(self) -> None:
        """Close the preview; nothing was sent."""
        if self._phase is Phase.COMPOSING and self._ticket_id is None:
            self._empty_preview()
            self._set_question("")
            self._continued = None
            self._enter(Phase.NONE)

    @Slot(str, str)
    def send(self, name: str, contact: str) -> None:
        """Keep the ticket and promise its delivery; only then is it shown as sent.

        Once: a second tap, before the first is through, finds a ticket already there.
        """
        may_send = self._phase is Phase.COMPOSING and self._ticket_id is None
        if self._hand_offs is None or not may_send:
            return
        with contextlib.suppress(WireError):  # no question, so there is nothing to send
            ticket = self._hand_offs.compose(
                self._question,
                self._preview.kept_lines(),
                language=self._language,
                location_id=self._location_id,
                name=name.strip(),
                contact=contact.strip(),
            )
            # Known before it is kept: the courier may be quicker than we are.
            self._ticket_id, self._code = ticket.id, ticket.code
            self._sent_question, self._has_contact = ticket.question, bool(ticket.contact)
            self._spawn(self._send(self._hand_offs, ticket))

    async def _send(self, hand_offs: HandOffs, ticket: Ticket) -> None:
        try:
            await hand_offs.send(ticket)
        except StorageError:
            if ticket.id == self._ticket_id:
                self.forget()
                self.failed.emit()
            return
        if ticket.id == self._ticket_id and self._phase is Phase.COMPOSING:
            self._empty_preview()
            self._keep()

    def _keep(self) -> None:
        self._enter(Phase.KEEPING)
        self._patience = self._spawn(self._lose_patience())

    async def _lose_patience(self) -> None:
        await self._clock.sleep(PATIENCE_SECONDS)
        self._is_late = True
        self.phaseChanged.emit()

    @Slot()
    def drop(self) -> None:
        """Do not send it any more; where the desk has it already, nothing changes."""
        may_drop = self._phase in (Phase.KEEPING, Phase.PARKED) and not self._is_dropping
        if self._take_back and self._ticket_id and may_drop:
            self._show_dropping(is_dropping=True)
            self._spawn(self._drop(self._take_back, self._ticket_id))

    async def _drop(self, take_back: TakeBack, ticket_id: UUID) -> None:
        outcome = None
        with contextlib.suppress(StorageError):  # it stays as it was, and so does what is shown
            outcome = await take_back(ticket_id)
        if ticket_id != self._ticket_id:
            return  # the visit is over
        self._show_dropping(is_dropping=False)
        if outcome is TakenBack.TOO_LATE:
            self.tooLate.emit()
        elif outcome is not None:
            code = self._code if outcome is TakenBack.UNSURE else ""
            self.forget()
            self.dropped.emit(code)

    def _show_dropping(self, *, is_dropping: bool) -> None:
        self._is_dropping = is_dropping
        self.phaseChanged.emit()

    @Slot(bool)
    def tellIfResolved(self, resolved: bool) -> None:  # noqa: N802, FBT001  called from QML
        """How it went; where it did not go well, the question can be sent again."""
        if self._closed is None:
            return  # a second tap
        self._counter.count(Tally.RESOLVED, {"answer": "yes" if resolved else "no"})
        self._continued, self._closed = None if resolved else self._closed, None
        self.phaseChanged.emit()
        if self._continued is not None:
            self.compose()

    def say(self, text: str) -> None:
        """The patron's further words, while a librarian has the conversation."""
        if self._hand_offs is not None and self._ticket_id is not None:
            self._spawn(self._say(self._hand_offs, self._ticket_id, text))

    async def _say(self, hand_offs: HandOffs, ticket_id: UUID, text: str) -> None:
        try:
            await hand_offs.say(ticket_id, text)
        except StorageError:
            if ticket_id == self._ticket_id:
                self.failed.emit()

    def delivered(self, view: TicketView) -> None:
        """The courier brought the ticket to the desk."""
        if view.id == self._ticket_id and self._phase in (Phase.COMPOSING, Phase.KEEPING):
            self._empty_preview()
            self._position, self._staffed = view.position or 0, view.staffed
            self._enter(Phase.WAITING)
            self._listen()

    def parked(self, ticket_id: UUID) -> None:
        """The desk refused the ticket; a person has to look."""
        if ticket_id == self._ticket_id:
            self._enter(Phase.PARKED)

    def happened(self, event: TicketEvent) -> None:
        """An event of the desk's stream."""
        self._last_event = event.id
        if event.kind is EventKind.MESSAGE:
            self.spoken.emit(event.librarian, event.text)
        else:
            self._turn(event.kind, event.librarian)
            self.noticed.emit(event.kind.value, event.librarian)
        self.changed.emit()

    def snapshot(self) -> dict[str, Any] | None:
        """What the next UI process needs to go on, or None."""
        if self._ticket_id is None:
            return None
        # A preview that is being sent is not shown again: whether it was kept is looked up.
        phase = Phase.KEEPING if self._phase is Phase.COMPOSING else self._phase
        return {
            "ticket_id": str(self._ticket_id),
            "code": self._code,
            "phase": phase.value,
            "position": self._position,
            "staffed": self._staffed,
            "librarian": self._librarian,
            "last_event": self._last_event,
            "question": self._sent_question,
            "has_contact": self._has_contact,
        }

    def restore(self, left: dict[str, Any]) -> None:
        """Go on where the last UI process stopped."""
        self._ticket_id = UUID(str(left["ticket_id"]))
        self._code = str(left["code"])
        self._position = int(left["position"])
        self._staffed = bool(left["staffed"])
        self._librarian = str(left["librarian"])
        self._last_event = int(left["last_event"])
        self._sent_question = str(left["question"])
        self._has_contact = bool(left["has_contact"])
        phase = Phase(left["phase"])
        self._keep() if phase is Phase.KEEPING else self._enter(phase)
        if phase is Phase.KEEPING and self._hand_offs is not None:
            self._spawn(self._catch_up(self._hand_offs, self._ticket_id))
        else:
            self._listen()

    def forget(self) -> None:
        """The visit is over. The ticket itself goes on by the courier."""
        self._stop_listening()
        self._empty_preview()
        self._clear()
        self.questionChanged.emit()
        self.phaseChanged.emit()

    def _empty_preview(self) -> None:
        self._preview.replace(())
        self._contact.forget()

    def _clear(self) -> None:
        self._phase = Phase.NONE
        self._question = ""
        self._sent_question = ""
        self._closed = self._continued = None
        self._has_contact = self._is_dropping = False
        self._be_patient()
        self._ticket_id = None
        self._code = ""
        self._position = 0
        self._staffed = False
        self._librarian = ""
        self._last_event = 0

    def _be_patient(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
        self._patience, self._is_late = None, False

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self._be_patient()
        self.phaseChanged.emit()
        self.changed.emit()

    def _turn(self, kind: EventKind, librarian: str) -> None:
        match kind:
            case EventKind.CLAIMED:
                self._librarian = librarian
                self._enter(Phase.CLAIMED)
            case EventKind.RELEASED:
                self._librarian = ""
                self._enter(Phase.WAITING)
            case EventKind.CLOSED:
                closed = Earlier(self._code, self._sent_question)
                self._clear()
                self._closed = closed
                self.phaseChanged.emit()

    def _listen(self) -> None:
        self._stop_listening()
        if self._replies is not None and self._ticket_id is not None:
            self._tasks.append(self._spawn(self._hear(self._replies, self._ticket_id)))
            if self._queue is not None:
                self._tasks.append(self._spawn(self._wait(self._queue, self._ticket_id)))

    async def _hear(self, replies: Replies, ticket_id: UUID) -> None:
        async with aclosing(replies.listen(ticket_id, self._last_event)) as events:
            async for event in events:
                self.happened(event)

    async def _wait(self, queue: QueueWatch, ticket_id: UUID) -> None:
        """The others in the queue go, and librarians come and go."""
        async with aclosing(queue.views(ticket_id)) as views:
            async for view in views:
                if self._phase is Phase.WAITING and view.state is TicketState.WAITING:
                    self._position, self._staffed = view.position or 0, view.staffed
                    self.phaseChanged.emit()

    async def _catch_up(self, hand_offs: HandOffs, ticket_id: UUID) -> None:
        """The courier may have delivered it while no UI was there to be told."""
        try:
            standing = await hand_offs.standing(ticket_id)
        except StorageError:
            return  # still kept for all we know; the courier tells IT what is wrong
        if ticket_id != self._ticket_id or self._phase is not Phase.KEEPING:
            return  # the visit is over, or the courier was quicker
        match standing:
            case Standing.DELIVERED:
                self._enter(Phase.WAITING)
                self._listen()
            case Standing.PARKED:
                self._enter(Phase.PARKED)
            case Standing.UNKNOWN:
                self.forget()
                self.failed.emit()

    def _stop_listening(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
