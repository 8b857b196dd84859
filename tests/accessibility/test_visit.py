"""A whole visit by somebody who sees nothing of the screen, through AT-SPI alone."""

from tests.accessibility.tree import Node, ScreenReader
from tests.journeys.installation import LIBRARIAN, Desk
from tests.journeys.looking import wait_until

QUESTION = "when does the law library close tonight"
ANSWER = "Tran Law Library closes at 2 am tonight."


def test_a_visit_from_the_first_word_to_the_last(reader: ScreenReader, desk: Desk) -> None:
    assert reader.sees("Open now")
    assert reader.focused() == reader.find("text", "Ask anything")
    _ask(reader, QUESTION)

    _wait_to_hear(reader, ANSWER)
    assert reader.find("list item", ANSWER)
    card = reader.find("panel", "Hours of Tran Law Library. Open until 2 am")
    assert [node.name for node in reader.shown() if node.parent == card][1:3] == [
        "Tuesday: 7:45 am – 2 am",  # noqa: RUF001  the dash of a range
        "Wednesday: 7:45 am – 2 am",  # noqa: RUF001  the same
    ]

    reader.press(reader.find("push button", "This helped"))
    assert reader.find("alert message", "Thank you.")
    assert {"checkable", "checked"} <= reader.find("push button", "This helped").states

    reader.press(reader.find("push button", "Talk to a librarian"))
    assert reader.find("dialog", "Ask a librarian")
    question = reader.find("text", "Your question")
    assert (reader.focused(), reader.text_of(question)) == (question, QUESTION)
    reader.write(reader.find("text", "Your name"), "Ada Okonkwo")
    reader.press(reader.find("push button", "Send"))
    strip = reader.find("panel", "Your ticket")
    code = next(node.name for node in reader.shown() if node.parent == strip)
    _wait_to_hear(reader, f"Your ticket {code}. Your question is in the queue.")

    with desk.librarian() as librarian:
        [ticket] = librarian.tickets()
        librarian.claim(ticket)
        _wait_to_hear(reader, f"{LIBRARIAN} has joined the conversation.")
        librarian.reply(ticket, "The side door stays open.")
        _wait_to_hear(reader, f"{LIBRARIAN}: The side door stays open.")

    reader.press(reader.find("push button", "I'm done"))
    assert reader.find("text", "Ask anything")
    everything = [words for node in reader.nodes() for words in (node.name, node.description)]
    personal = (QUESTION, ANSWER, "Ada", code, LIBRARIAN, "side door")
    assert [words for words in everything if any(part in words for part in personal)] == []
    fields = [node for node in reader.nodes() if node.role == "text"]
    assert [reader.text_of(field) for field in fields] == [""] * len(fields)
    assert [said for said in reader.heard() if said.startswith(ANSWER)] == [ANSWER]


def test_everything_on_every_page_has_a_role_and_a_name_of_its_own(reader: ScreenReader) -> None:
    """Nothing is called the same as what it stands in or beside, which would be read twice."""
    _assert_told_once(reader, "home")
    _ask(reader, QUESTION)
    reader.press(reader.find("push button", "This did not help"))
    reader.press(reader.find("push button", "Send my question"))
    reader.find("push button", "Don't send")
    _assert_told_once(reader, "conversation")
    reader.press(reader.find("push button", "Talk to a librarian"))
    reader.find("dialog", "Ask a librarian")
    _assert_told_once(reader, "sheet")
    reader.press(reader.find("push button", "Send"))
    reader.find("panel", "Your ticket")
    _assert_told_once(reader, "ticket")


def test_the_language_that_the_screen_speaks_is_told(reader: ScreenReader) -> None:
    assert {"checkable", "checked"} <= reader.find("radio button", "English").states
    assert reader.locale().startswith("en")
    reader.press(reader.find("radio button", "Español"))
    assert reader.find("text", "Pregunte")
    assert {"checkable", "checked"} <= reader.find("radio button", "Español").states
    assert "checked" not in reader.find("radio button", "English").states
    assert reader.locale().startswith("es")


def _ask(reader: ScreenReader, question: str) -> None:
    reader.write(reader.find("text", "Ask anything"), question)
    reader.press(reader.find("push button", "Ask"))
    reader.find("push button", "This helped")


def _wait_to_hear(reader: ScreenReader, words: str) -> None:
    wait_until(lambda: any(said.startswith(words) for said in reader.heard()), f"{words!r} is said")


def _assert_told_once(reader: ScreenReader, page: str) -> None:
    shown = reader.shown()
    assert shown, page
    nameless = [str(node) for node in shown if not (node.role and node.name.strip())]
    strange = [str(node) for node in shown if node.role in {"unknown", "invalid", "client"}]
    doubled = [str(node) for node in shown if _says_again(node, shown)]
    described = [str(node) for node in shown if node.description == node.name]
    assert (nameless, strange, doubled, described) == ([], [], [], []), page


def _says_again(node: Node, shown: list[Node]) -> bool:
    """Whether it says no more than its parent, or than a neighbour does."""
    around = [other for other in shown if other == node.parent or _are_beside(node, other)]
    return any(node.name == other.name for other in around)


def _are_beside(node: Node, other: Node) -> bool:
    return other is not node and other.parent == node.parent
