"""A patron who asks for a person."""

from uuid import UUID

from kiosk.core.tickets import Author, Line, Ticket, TicketView
from kiosk.handoff.hand_offs import HandOffs

QUESTION = "Where is the 1911 atlas?"


def compose(hand_offs: HandOffs, question: str = QUESTION) -> Ticket:
    """A ticket as the screen makes it."""
    said = (Line(Author.PATRON, "atlas 1911"), Line(Author.ASSISTANT, "I don't know."))
    return hand_offs.compose(question, said, language="en", location_id=9101)


async def send(hand_offs: HandOffs, question: str = QUESTION) -> Ticket:
    """Compose a ticket and tap "Send"."""
    ticket = compose(hand_offs, question)
    await hand_offs.send(ticket)
    return ticket


class Screen:
    """Remembers what the courier told it."""

    def __init__(self) -> None:
        self.views: list[TicketView] = []
        self.refused: list[UUID] = []

    def delivered(self, view: TicketView) -> None:
        self.views.append(view)

    def parked(self, ticket_id: UUID) -> None:
        self.refused.append(ticket_id)
