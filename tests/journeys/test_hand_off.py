"""A question leaves the terminal, whatever fails in between, and its answer comes back."""

from uuid import UUID

from kiosk.app.children import Child, kill_hard
from kiosk.app.tour_hands import DeskLibrarian
from tests.journeys.installation import LIBRARIAN, Desk, Installation
from tests.journeys.looking import files_that_say, wait_until
from tests.journeys.visitor import Visitor

QUESTION = "who painted the zeppelin above the reading room"
OTHER_QUESTION = "which librarian collects pewter thimbles"
MORNING = "2026-12-01T10:00:00-05:00"


def test_a_ticket_sent_to_a_dead_desk_arrives_once(
    installation: Installation, desk: Desk, patron: Visitor
) -> None:
    desk.stop()
    ui = _screen(installation, patron)
    patron.ask(QUESTION)
    code = patron.hand_off()
    patron.wait_for_status("Kept safe here")
    assert files_that_say("zeppelin", installation.folders.data)
    kill_hard(ui.pid)
    ui.wait()

    _screen(installation, patron)
    assert patron.rows() == []
    desk.start()
    with desk.librarian() as librarian:
        wait_until(librarian.tickets, "the ticket is at the desk")
    desk.stop()
    desk.start()
    patron.ask(OTHER_QUESTION)
    second = patron.hand_off()
    patron.wait_for_status("queue")

    with desk.librarian() as librarian:
        pages = {ticket: librarian.read(ticket) for ticket in librarian.tickets()}
    assert len(pages) == len([code, second])
    assert all(code in page and second in page for page in pages.values())
    assert files_that_say("zeppelin", installation.home) == []


def test_nothing_said_is_lost_or_doubled_while_the_desk_comes_and_goes(
    installation: Installation, desk: Desk, patron: Visitor
) -> None:
    _screen(installation, patron)
    patron.ask(QUESTION)
    patron.hand_off()
    patron.wait_for_status("queue")
    with desk.librarian() as librarian:
        [ticket] = librarian.tickets()
        librarian.claim(ticket)
        patron.wait_for_status(f"{LIBRARIAN} is with you")
        librarian.reply(ticket, "It was Ada Quist.")
        _wait_for_replies(patron, "It was Ada Quist.")

    desk.stop()
    patron.begin("And in which year?")
    desk.start()
    with desk.librarian() as librarian:
        wait_until(lambda: "which year" in librarian.read(ticket), "the patron's words arrived")
        librarian.reply(ticket, "In nineteen twelve.")
    desk.stop()
    desk.start()
    with desk.librarian() as librarian:
        librarian.reply(ticket, "The sketch hangs beside it.")
        _wait_for_replies(
            patron, "It was Ada Quist.", "In nineteen twelve.", "The sketch hangs beside it."
        )
        assert librarian.read(ticket).count("And in which year?") == 1
        assert [text for _, text in patron.lines("patron")] == [QUESTION, "And in which year?"]
        _assert_the_next_patron_sees_nothing(patron, librarian, ticket)


def test_what_cannot_be_sent_can_be_taken_back_and_never_arrives(
    installation: Installation, desk: Desk, patron: Visitor
) -> None:
    desk.stop()
    _screen(installation, patron)
    patron.ask(QUESTION)
    patron.tap("offerPerson")
    patron.wait_until(
        lambda: "can't be reached" in patron.read("handOffPromise"), "it is told before sending"
    )
    patron.tap("handOffSend")
    patron.wait_for_status("Kept safe here")
    assert files_that_say("zeppelin", installation.folders.data)
    patron.tap("keepTicket")
    patron.tap("dropTicket")
    patron.wait_until(lambda: not patron.sees("ticketCode"), "the ticket is gone")
    assert "not sent any more" in patron.last_text()
    assert files_that_say("zeppelin", installation.home) == []

    desk.start()
    patron.ask(OTHER_QUESTION)
    code = patron.hand_off()
    patron.wait_for_status("queue")
    with desk.librarian() as librarian:
        [ticket] = librarian.tickets()
        assert code in librarian.read(ticket)


def _assert_the_next_patron_sees_nothing(
    patron: Visitor, librarian: DeskLibrarian, ticket: UUID
) -> None:
    patron.finish()
    librarian.reply(ticket, "Are you still there?")
    answer = patron.ask("hello")

    assert patron.lines() == [("patron", "hello"), ("answer", answer)]
    assert not patron.sees("ticketCode")
    patron.ask(OTHER_QUESTION)
    patron.hand_off()
    patron.wait_for_status("queue")
    assert patron.lines("librarian") == []


def _wait_for_replies(patron: Visitor, *texts: str) -> None:
    """Until exactly these are on the screen, in order."""
    wanted = [("librarian", text) for text in texts]
    patron.wait_until(lambda: patron.lines("librarian")[-1:] == wanted[-1:], texts[-1])
    assert patron.lines("librarian") == wanted


def _screen(installation: Installation, patron: Visitor) -> Child:
    ui = installation.start("ui", "--now", MORNING, "--driver", patron.address)
    patron.wait_for_screen()
    return ui
