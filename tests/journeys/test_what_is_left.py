"""A whole visit with words that nobody else says: afterwards no file of the terminal holds one."""

from tests.journeys.installation import Desk, Installation
from tests.journeys.looking import files_that_say, wait_until
from tests.journeys.visitor import Visitor

ASKED = "who painted the zeppelin above the reading room"
NAME, CONTACT = "Quillon", "quillon@example.org"
TO_THE_LIBRARIAN = "I mean the narwhal beside it"
REPLY = "It was the ocelot brothers"
NEVER_SENT = "one more thing about the axolotl"
WORDS = ("zeppelin", NAME, CONTACT, "narwhal", "ocelot", "axolotl")
MORNING = "2026-12-01T10:00:00-05:00"


def test_of_a_whole_visit_nothing_is_left_on_the_disk(
    installation: Installation, desk: Desk, patron: Visitor
) -> None:
    watchdog = installation.start("run", "--now", MORNING, "--driver", patron.address)
    patron.wait_for_screen()
    patron.ask(ASKED)
    patron.tap("thumbDown")
    patron.tap("offerPerson")
    patron.write("handOffName", NAME)
    patron.write("handOffContact", CONTACT)
    patron.tap("contactConsent")
    patron.wait_until(lambda: not patron.sees("keyboard"), "the keyboard went down")
    patron.tap("handOffSend")
    patron.wait_for_status("queue")
    with desk.librarian() as librarian:
        [ticket] = librarian.tickets()
        assert CONTACT in librarian.read(ticket)
        librarian.claim(ticket)
        librarian.reply(ticket, REPLY)
        patron.wait_until(lambda: patron.lines("librarian"), "the reply is on the screen")
        patron.begin(TO_THE_LIBRARIAN)
        wait_until(lambda: "narwhal" in librarian.read(ticket), "the librarian reads it")
    patron.write("chatField", NEVER_SENT)

    patron.finish()

    assert _said_by_files(installation) == []
    watchdog.stop()
    watchdog.wait()
    assert _said_by_files(installation) == []


def _said_by_files(installation: Installation) -> list[str]:
    return [word for word in WORDS if files_that_say(word, installation.home)]
